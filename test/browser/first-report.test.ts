import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser } from '../setup/browser.ts';
import { startTestServer, type TestServer } from '../setup/server.ts';
import { personAt } from './person.ts';

let server: TestServer;
let browser: Browser;

beforeAll(async () => {
  server = await startTestServer({ stage: 'issued' });
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser?.close();
  await server?.close();
});

/** Fills what is blank where the gap led to: the words of a part, or the blank places of a row one by one. */
const answer = async (page: Page): Promise<void> => {
  await page.waitForFunction(() => document.activeElement?.matches('[data-col], [contenteditable="true"]'));
  const row = await page.evaluate(() => (document.activeElement as HTMLElement).dataset.row);
  if (row === undefined) {
    await page.keyboard.type('Đã thực hiện theo kế hoạch, không có vướng mắc.');
    return;
  }
  const table = page.locator('table').filter({ has: page.locator(':focus') });
  // Held as they are: the table is known by its focus, which moves while the row is filled.
  for (const field of await table.locator(`[data-row="${row}"]`).elementHandles()) {
    const value = await field.inputValue();
    // "2o" is not a number; a newcomer writes it anew.
    if (value !== '' && value !== '2o') continue;
    const tag = await field.evaluate((at) => (at as HTMLElement).tagName);
    if (tag === 'SELECT') await field.selectOption({ index: 1 });
    else await field.fill(tag === 'TEXTAREA' ? 'Đã thực hiện theo kế hoạch.' : 'kps');
    await field.evaluate((at) => (at as HTMLElement).blur());
  }
};

test('K1 a newcomer follows what is missing, finishes the report of Bảo Lâm and sees it sent', async () => {
  const lan = await personAt(browser, server.url, 'lan');
  await lan.getByRole('link', { name: /^Soạn tiếp/ }).click();
  const missing = lan.getByRole('region', { name: /Còn thiếu gì/ });
  await missing.waitFor();
  for (let turn = 0; turn < 60; turn++) {
    const all = missing.locator('.miss li button');
    // What was explained stays listed; what blocks is gone when the list says so.
    if (await missing.getByText('Đã đủ. Chuyển ký được.').isVisible()) break;
    // The sum that does not match is mended where the row says it: one dossier more is being handled.
    const gap = ((await all.first().textContent()) ?? '').replace(/\s+/g, ' ');
    if (/lệch/.test(gap)) {
      await all.first().click();
      await lan.getByRole('textbox', { name: /^Hộ tịch, cột 12,/ }).focus();
      await lan.keyboard.type('6');
      await lan.keyboard.press('Enter');
    } else if (/phần lời viết/.test(gap)) {
      await all.first().click();
      await lan.getByRole('button', { name: 'Giữ, nêu lý do' }).first().click();
      await lan.getByLabel(/^Vì sao/).fill('Tính cả hồ sơ của kỳ trước chuyển sang');
      await lan.locator('.reason').getByRole('button', { name: 'Lưu' }).click();
      await missing.getByText('Đã nêu lý do').waitFor();
    } else {
      await all.first().click();
      await answer(lan);
    }
    await lan.waitForTimeout(150);
  }
  await missing.getByText('Đã đủ. Chuyển ký được.').waitFor();
  const pass = lan.getByRole('button', { name: /Chuyển .* ký/ });
  await pass.click();
  await lan.getByText('Chờ ký').first().waitFor();

  const hung = await personAt(browser, server.url, 'hung', { viewport: { width: 360, height: 780 } });
  await hung.getByRole('link', { name: /ký/i }).first().click();
  await hung.getByRole('button', { name: /Ký và gửi/ }).click();
  await hung
    .getByText(/Đã gửi/)
    .first()
    .waitFor();

  await lan.reload();
  await lan
    .getByText(/SHA-256|Mã nội dung|Phiếu tiếp nhận/i)
    .first()
    .waitFor();
  const sent = await server.db
    .selectFrom('submission')
    .innerJoin('unit', 'unit.id', 'submission.unit_id')
    .where('unit.name', '=', 'Xã Bảo Lâm')
    .select('revision')
    .execute();
  expect(sent).toEqual([{ revision: 1 }]);
}, 240_000);
