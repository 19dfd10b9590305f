import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ContributionAnswer, TotalsAnswer } from '../../src/core/consolidation/answers.ts';
import { formatAmount, sum } from '../../src/core/kernel/amount.ts';
import { launchBrowser } from '../setup/browser.ts';
import { signIn } from '../setup/client.ts';
import { startTestServer, type TestServer } from '../setup/server.ts';
import { personAt, seriousFindings } from './person.ts';

let server: TestServer;
let browser: Browser;
let mai: Page;
let campaignId = '';

beforeAll(async () => {
  server = await startTestServer({ stage: 'issued' });
  browser = await launchBrowser();
  mai = await personAt(browser, server.url, 'mai');
  const officer = await signIn(server.url, 'mai');
  campaignId = (await officer.get('/api/campaigns')).body[0].id;
});
afterAll(async () => {
  await browser?.close();
  await server?.close();
});

const table = (page: Page) => page.getByRole('table', { name: 'Tổng theo chỉ tiêu' });
const panel = (page: Page) => page.locator('.drill');

test('G1 a total opens who gave it: the counted add up to it, the others stand apart with their state', async () => {
  const officer = await signIn(server.url, 'mai');
  const { body: totals } = await officer.get<TotalsAnswer>(`/api/campaigns/${campaignId}/totals`);
  await mai.goto(`${server.url}/tong-hop`);
  await mai
    .getByText(`Đã tiếp nhận ${totals.communes.received}/22 đơn vị cấp xã`, { exact: false })
    .waitFor();
  await mai.getByRole('button', { name: 'Xem tên' }).click();
  expect(await mai.locator('.missing .st').count()).toBe(totals.missing.length);
  const { body: given } = await officer.get<ContributionAnswer>(
    `/api/campaigns/${campaignId}/contributions?form=dossier&row=total&column=4`,
  );
  const counted = given.units.filter((u) => u.counted && u.scope === 'commune');
  const total = sum(counted.flatMap((u) => (u.cell.kind === 'amount' ? [u.cell.amount] : [])));
  expect(Number(total)).toBeGreaterThan(0);
  const row = table(mai).getByRole('row', { name: /^\(4\) Trực tuyến/ });
  expect(await row.locator('td').nth(1).textContent()).toBe(formatAmount(total));
  await row.getByRole('button').click();
  await panel(mai).getByRole('heading', { name: '(4) Trực tuyến' }).waitFor();
  await panel(mai).getByRole('link').first().waitFor();
  expect(await panel(mai).locator('.tot').textContent()).toBe(formatAmount(total));
  const section = panel(mai).locator('section').first();
  expect(await section.getByRole('listitem').count()).toBe(22);
  const shown = await section.locator('li:not(.outx) b').allTextContents();
  expect(sum(shown.map((text) => text.replace('.', '')))).toBe(total);
  expect(await section.locator('li.outx .st').count()).toBe(22 - counted.length);
  expect(await seriousFindings(mai)).toEqual([]);
});

test('C3 a total of nothing but "không phát sinh" stays a word, never a zero', async () => {
  const officer = await signIn(server.url, 'mai');
  const { body: totals } = await officer.get<TotalsAnswer>(`/api/campaigns/${campaignId}/totals`);
  const nil = totals.forms
    .flatMap((f) => f.cells.map((cell) => ({ form: f, cell })))
    .find((c) => c.cell.commune.kind === 'nil' && c.form.columns.length === 2);
  const title = nil?.form.rows.find((r) => r.id === nil.cell.row)?.title ?? '';
  expect(title).not.toBe('');
  await mai.goto(`${server.url}/tong-hop/${campaignId}`);
  const row = table(mai).getByRole('row', { name: title }).first();
  expect(await row.locator('td').nth(1).textContent()).toBe('KPS');
  expect(await row.locator('td').nth(3).textContent()).toBe('KPS');
});

test('the dossier form opens into its rows, each figure again with who gave it', async () => {
  await mai.goto(`${server.url}/tong-hop/${campaignId}`);
  await mai.getByRole('button', { name: 'Xem 12 lĩnh vực' }).click();
  const wide = mai.getByRole('table', { name: /^Giải quyết hồ sơ thủ tục hành chính/ });
  expect(await wide.locator('tbody tr').count()).toBe(13);
  await wide
    .getByRole('button', { name: /^Hộ tịch, / })
    .first()
    .click();
  await panel(mai)
    .getByRole('heading', { name: /^Hộ tịch, / })
    .waitFor();
  await mai.keyboard.press('Shift+Tab');
  await panel(mai).getByRole('button', { name: 'Đóng' }).click();
  expect(await mai.evaluate(() => document.activeElement?.className)).toBe('pickt');
});

test("the district's report is downloaded as Word", async () => {
  await mai.goto(`${server.url}/tong-hop/${campaignId}`);
  const download = mai.waitForEvent('download');
  await mai.getByRole('link', { name: 'Bản Word' }).click();
  expect((await download).suggestedFilename()).toMatch(/\.docx$/);
});

test('G4 a sentence of communes is taken in with its source, one’s own is written with a live figure; both stand in words', async () => {
  await mai.goto(`${server.url}/tong-hop/${campaignId}/loi`);
  await mai.getByRole('button', { name: /^2\. Cải cách thủ tục hành chính/ }).click();
  const side = mai.getByRole('region', { name: 'Nguồn của mục này' });
  const first = side.getByRole('listitem').first();
  await first.getByRole('button', { name: 'Đưa vào', exact: true }).click();
  await mai.locator('.piece .src').first().waitFor();
  expect(await mai.locator('.piece').count()).toBe(1);
  await mai.getByRole('button', { name: 'Viết câu của mình' }).click();
  const box = mai.getByRole('textbox', { name: 'Câu mới' });
  await box.waitFor();
  await box.pressSequentially('Tiếp nhận trực tuyến: ');
  await mai.getByLabel('Chèn số tổng hợp').selectOption({ index: 2 });
  await mai.getByRole('button', { name: 'Lưu', exact: true }).click();
  await mai.getByText('Vi Thị Mai viết').waitFor();
  expect(await mai.locator('.piece').nth(1).locator('.fig').textContent()).toMatch(/\d/);
  expect(await seriousFindings(mai)).toEqual([]);
  // Taken out again at the side: the sentence goes with its only source, one's own stays.
  await mai.locator('.piece').first().getByRole('button', { name: 'Bỏ khỏi báo cáo' }).click();
  await mai.waitForFunction(() => document.querySelectorAll('.piece').length === 1);
});

test('G4 two people write in one section at once: both see both, a sentence that both changed is kept twice, @ tells whom', async () => {
  const nga = await personAt(browser, server.url, 'nga');
  const path = `${server.url}/tong-hop/${campaignId}/loi`;
  const open = async (page: Page): Promise<void> => {
    await page.goto(path);
    await page.getByRole('button', { name: /^VI\. / }).click();
    await page.getByRole('button', { name: 'Viết câu của mình' }).waitFor();
  };
  const type = async (page: Page, label: string, words: string): Promise<void> => {
    const box = page.getByRole('textbox', { name: label });
    await box.waitFor();
    await box.press('End');
    await box.pressSequentially(words);
  };
  const save = (page: Page) => page.getByRole('button', { name: 'Lưu', exact: true }).click();
  const pieces = (page: Page) => page.locator('.piece .doc').allTextContents();
  await Promise.all([open(mai), open(nga)]);
  for (const page of [mai, nga]) await page.getByRole('button', { name: 'Viết câu của mình' }).click();
  await Promise.all([type(mai, 'Câu mới', 'Mai viết câu này.'), type(nga, 'Câu mới', 'Nga viết câu kia.')]);
  await save(mai);
  await mai.locator('.piece').first().waitFor();
  await save(nga);
  const clash = nga.getByRole('alert').filter({ hasText: 'Có người vừa lưu mục này' });
  await clash.waitFor();
  expect(await clash.textContent()).toContain('Mai viết câu này.');
  expect(await seriousFindings(nga)).toEqual([]);
  await clash.getByRole('button', { name: 'Giữ cả hai, câu của mình đứng sau' }).click();
  await nga.locator('.piece').nth(1).waitFor();
  expect((await pieces(nga)).join(' ')).toMatch(/Mai viết câu này\..*Nga viết câu kia\./);
  // Now both change the same sentence.
  await open(mai);
  for (const page of [mai, nga]) await page.getByRole('button', { name: 'Sửa câu' }).first().click();
  await Promise.all([type(mai, 'Sửa câu', ' Theo Mai.'), type(nga, 'Sửa câu', ' Theo Nga.')]);
  await save(mai);
  await mai.getByText('Theo Mai.').waitFor();
  await save(nga);
  await clash.waitFor();
  await clash.getByRole('button', { name: 'Giữ cả hai, câu của mình đứng sau' }).click();
  await nga.locator('.piece').nth(2).waitFor();
  const all = (await pieces(nga)).join(' ');
  expect([all.includes('Theo Mai.'), all.includes('Theo Nga.')]).toEqual([true, true]);
  await nga.getByLabel('Nhắc tên').selectOption({ label: 'Vi Thị Mai, Phòng Nội vụ' });
  await nga.getByRole('button', { name: 'Gửi góp ý' }).click();
  await open(mai);
  await mai.getByRole('listitem').filter({ hasText: '@Vi Thị Mai' }).waitFor();
  await nga.context().close();
});

test('charts stand beside their figures in words that need no eyes, on a screen and on a phone', async () => {
  await mai.goto(`${server.url}/tong-hop/${campaignId}/bieu-do`);
  const timely = mai.getByRole('img', { name: /^Tình hình gửi báo cáo/ });
  await timely.waitFor();
  await timely.scrollIntoViewIfNeeded();
  await mai.waitForFunction(
    () => (document.querySelector<HTMLImageElement>('.chart img')?.naturalWidth ?? 0) > 0,
  );
  expect(await mai.getByRole('img').filter({ visible: true }).count()).toBeGreaterThan(2);
  for (const title of await mai.locator('.chart h2').allTextContents())
    expect(await mai.getByRole('table', { name: new RegExp(`^${title.slice(0, 20)}`) }).count()).toBe(1);
  expect(await seriousFindings(mai)).toEqual([]);
  await mai.setViewportSize({ width: 360, height: 740 });
  const over = () =>
    mai.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  expect(await over()).toBe(0);
  for (const part of ['cac-ky', 'phoi-hop', 'chot']) {
    await mai.goto(`${server.url}/tong-hop/${campaignId}/${part}`);
    await mai.locator('main .sheet').first().waitFor();
    expect([part, await over()]).toEqual([part, 0]);
    expect([part, await seriousFindings(mai)]).toEqual([part, []]);
  }
  await mai.setViewportSize({ width: 1366, height: 768 });
});

test('G5 G2 a version is frozen; a figure corrected after it is named with the total before and after, and a new version replaces it', async () => {
  await mai.goto(`${server.url}/tong-hop/${campaignId}/chot`);
  await mai.getByRole('button', { name: 'Chốt bản', exact: true }).click();
  await mai.getByText('Bản chốt số 1').first().waitFor();
  await mai.goto(`${server.url}/tong-hop/${campaignId}`);
  await mai.getByRole('button', { name: 'Xem 12 lĩnh vực' }).click();
  await mai.getByRole('button', { name: /^Hộ tịch, Trực tuyến/ }).click();
  await panel(mai)
    .getByRole('button', { name: /^Điều chỉnh cho tổng hợp/ })
    .first()
    .click();
  const dialog = mai.getByRole('dialog');
  await dialog.getByLabel(/^Số đưa vào tổng hợp/).fill('1.000');
  await dialog.getByLabel(/^Lý do/).fill('Gõ thiếu một chữ số');
  await dialog.getByRole('button', { name: 'Ghi nhận' }).click();
  await panel(mai).getByText('Gõ thiếu một chữ số').waitFor();
  await mai.goto(`${server.url}/tong-hop/${campaignId}/chot`);
  const moved = mai.getByRole('region', { name: 'Thay đổi sau bản chốt số 1' });
  await moved
    .getByText(/^Hộ tịch, \(4\) Trực tuyến: /)
    .first()
    .waitFor();
  expect(await moved.textContent()).toMatch(/\(4\) Trực tuyến: [\d.]+ → [\d.]+/);
  expect(await seriousFindings(mai)).toEqual([]);
  await moved.getByRole('button', { name: 'Chốt bản mới' }).click();
  await dialog.getByLabel(/^Lý do/).fill('Xã gõ thiếu số');
  await dialog.getByRole('button', { name: 'Chốt bản mới' }).click();
  await mai.getByText('Bản chốt số 2').first().waitFor();
  expect(await moved.count()).toBe(0);
});

test('a phone of 360 px shows each indicator as a card', async () => {
  const phone = await personAt(browser, server.url, 'mai', { viewport: { width: 360, height: 740 } });
  await phone.goto(`${server.url}/tong-hop/${campaignId}`);
  await table(phone)
    .getByRole('button', { name: /^\(4\)/ })
    .click();
  await panel(phone).getByRole('link').first().waitFor();
  const over = await phone.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(over).toBe(0);
  expect(await seriousFindings(phone)).toEqual([]);
  await phone.context().close();
});

test('H1: all sent reports are made into one file, seen as it grows, and downloaded', async () => {
  const page = mai;
  await page.goto(`${server.url}/tong-hop`);
  await page.getByRole('link', { name: 'Tải về' }).click();
  await page.getByRole('button', { name: 'Lập tệp PDF' }).click();
  await page.getByText(/Đã xong \d+ văn bản/).waitFor({ timeout: 60_000 });
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'Tải tệp zip' }).click(),
  ]);
  expect(file.suggestedFilename()).toMatch(/\.zip$/);
  expect(await seriousFindings(page)).toEqual([]);
});
