import { strFromU8, unzipSync } from 'fflate';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { launchBrowser } from '../setup/browser.ts';
import { signIn } from '../setup/client.ts';
import { keepDocument, pdf } from '../setup/evidence.ts';
import { startTestServer, type TestServer } from '../setup/server.ts';
import { type AtDesk, atDesk, ownReport, readReport } from './editor-report.ts';
import { personAt } from './person.ts';
import { coldWindow, openToFirstKey } from './wire.ts';

let server: TestServer;
let browser: Browser;
let lan: Page;
let at: { campaignId: string; unitId: string };
let { open, cell, saved, stored, clipboard } = {} as AtDesk;

beforeAll(async () => {
  server = await startTestServer({ stage: 'issued' });
  browser = await launchBrowser();
  lan = await personAt(browser, server.url, 'lan');
  at = await ownReport(lan);
  ({ open, cell, saved, stored, clipboard } = atDesk(lan, server.url, at));
});
afterAll(async () => {
  await browser?.close();
  await server?.close();
});
beforeEach(async () => {
  await lan.context().setOffline(false);
  await open('s2.2');
});

test('a block from Excel lands over many cells, sums are left alone, and one step takes it back', async () => {
  await cell('chung-thuc', '4').focus();
  const before = await lan
    .locator('[data-row="chung-thuc"]')
    .evaluateAll((all) => (all as HTMLInputElement[]).map((f) => f.value));
  await clipboard('text/plain', '1\t2\t3\t99\t4\t1.000\t0\t5\t6\t7\r\n8\t9\t10\r\n');
  await lan.getByText('Đã dán 11 ô. Bỏ qua 2 ô tự tính.').waitFor();
  const after = () =>
    lan
      .locator('[data-row="chung-thuc"]')
      .evaluateAll((all) => (all as HTMLInputElement[]).map((f) => f.value));
  await expect.poll(after).toEqual(['1', '2', '3', '4', '1.000', '0', '6', '7']);
  expect(await cell('nuoi-con-nuoi', '6').inputValue()).toBe('10');
  await lan.keyboard.press('Control+z');
  await expect.poll(after).toEqual(before);
  await saved();
});

test('a table from Word or Excel lands by its own cells: merged ones hold nothing, two paragraphs are one cell', async () => {
  const row = (name: string) =>
    lan
      .locator(`[data-row="${name}"]`)
      .evaluateAll((all) => (all as HTMLInputElement[]).slice(0, 3).map((f) => f.value));
  await cell('nuoi-con-nuoi', '5').fill('55');
  await cell('chung-thuc', '4').focus();
  await clipboard(
    'text/html',
    `<html><body><!--StartFragment--><table class=MsoTableGrid style='border:none'>
      <tr><td rowspan=2><p class=MsoNormal>1.2<span style='mso-spacerun:yes'></span>34<o:p></o:p></p></td><td colspan=2><p>7</p><p></p></td></tr>
      <tr><td align=right x:num="1234.5">1,234.5</td><td>k<b>ps</b></td></tr>
    </table><!--EndFragment--></body></html>`,
  );
  await lan.getByText('Đã dán 4 ô.').waitFor();
  await expect
    .poll(() => row('chung-thuc'))
    .toEqual(['1.234', '7', await cell('chung-thuc', '6').inputValue()]);
  expect(await row('nuoi-con-nuoi')).toEqual([
    await cell('nuoi-con-nuoi', '4').inputValue(),
    '1.234,5',
    'KPS',
  ]);
  await lan.keyboard.press('Control+z');
  await expect.poll(() => cell('nuoi-con-nuoi', '5').inputValue()).toBe('55');
  await saved();
});

test('heads stay in sight while the table goes by, row names where it is wider than its place', async () => {
  // Both move while the page scrolls to the cell: they are measured in one look.
  const gap = () =>
    lan.evaluate(() => {
      const box = (what: string) => document.querySelector(what)?.getBoundingClientRect();
      return Math.abs((box('.grid thead th')?.top ?? 0) - (box('.ed-ctx')?.bottom ?? 99));
    });
  await cell('khac', '4').focus();
  await expect.poll(gap).toBeLessThanOrEqual(1);
  await lan.keyboard.press('Control+Home');
  // A cell that an arrow leads to is never under the heads.
  for (let up = 0; up < 12; up++) await lan.keyboard.press('ArrowUp');
  const here = await lan.evaluate(() => document.activeElement?.getBoundingClientRect().top ?? 0);
  const heads = await lan
    .locator('.grid thead')
    .first()
    .evaluate((e) => e.querySelector('tr:last-child th')?.getBoundingClientRect().bottom ?? 0);
  expect(here).toBeGreaterThanOrEqual(heads - 1);
  await lan.setViewportSize({ width: 900, height: 600 });
  await cell('khac', '13').focus();
  const frame = await lan.locator('.grid > .scroll').first().boundingBox();
  const name = await lan.locator('.grid').first().locator('tbody th').last().boundingBox();
  expect(Math.round(name?.x ?? 0)).toBe(Math.round(frame?.x ?? -1));
  await lan.setViewportSize({ width: 1366, height: 768 });
});

test('Ctrl D and Ctrl R fill as in a sheet; a note and the history of a cell open from its key', async () => {
  await cell('thi-dua-khen-thuong', '4').focus();
  await lan.keyboard.type('7');
  await lan.keyboard.press('Shift+ArrowDown');
  await lan.keyboard.press('Shift+ArrowRight');
  await lan.keyboard.press('Control+d');
  await expect.poll(() => cell('van-hoa-the-thao', '4').inputValue()).toBe('7');
  await cell('thi-dua-khen-thuong', '6').focus();
  await lan.keyboard.press('Control+r');
  await expect
    .poll(() => cell('thi-dua-khen-thuong', '6').inputValue())
    .toBe(await cell('thi-dua-khen-thuong', '5').inputValue());
  await saved();
  await cell('thi-dua-khen-thuong', '4').focus();
  await lan.keyboard.press('Shift+F2');
  const about = lan.locator('dialog');
  await about.getByRole('row', { name: /Hoàng Thị Lan\s*7/ }).waitFor();
  await about.getByLabel(/Ghi chú cho ô này/).fill('Theo sổ một cửa.');
  await about.getByRole('button', { name: 'Ghi chú', exact: true }).click();
  await about.waitFor({ state: 'detached' });
  await lan.getByText('Ghi chú: Theo sổ một cửa.').waitFor({ state: 'attached' });
  expect(await stored('thi-dua-khen-thuong', '4')).toMatchObject({ note: 'Theo sổ một cửa.' });
  // The next figure keeps the note.
  await cell('thi-dua-khen-thuong', '4').fill('8');
  await saved();
  expect(await stored('thi-dua-khen-thuong', '4')).toMatchObject({
    note: 'Theo sổ một cửa.',
    cell: { kind: 'amount', amount: '8' },
  });
});

test('K3 the first visit takes under 150 KB to its first key, a later one under 15 KB, and none needs the network', async () => {
  const { context: cold, page } = await coldWindow(lan);
  const address = `${server.url}/bao-cao/${at.campaignId}/${at.unitId}/s2.2`;
  // What the page names is all that its first key needs: nothing else is let through until then.
  const html = await (await page.request.get(address, { headers: { accept: 'text/html' } })).text();
  const named = [...html.matchAll(/(?:href|src)="(\/[^"]+)"/g)].map((m) => m[1] ?? '');
  expect(named.length).toBeLessThan(14);
  const parts = /\/assets\/|\/api\//;
  await page.route(parts, (route) =>
    named.includes(new URL(route.request().url()).pathname) ? route.continue() : route.abort(),
  );
  const first = await openToFirstKey(page, address);
  expect(first.bytes).toBeLessThan(150_000);
  expect(first.asked.filter((path) => !named.includes(path))).toEqual([new URL(address).pathname]);
  await page.unroute(parts);
  await page.reload();
  await page.evaluate(() => navigator.serviceWorker?.ready.then(() => undefined));
  await page.close();
  const again = await cold.newPage();
  const later = await openToFirstKey(again, address);
  expect(later.bytes).toBeLessThan(15_000);
  expect(later.asked.length).toBeLessThanOrEqual(3);
  await again.close();
  // The rest of the campaign without network: shell, outline, checks, last period, and what is typed.
  await cold.setOffline(true);
  const away = await cold.newPage();
  await openToFirstKey(away, address);
  const field = away.locator('[data-row="van-hoa-the-thao"][data-col="4"]');
  await field.fill('12x');
  await away.getByText('Cột 4: “12x” chưa phải là số.').waitFor();
  await field.fill('123');
  await expect.poll(() => away.locator('.save').textContent()).toContain('1 ô chờ mạng');
  await cold.setOffline(false);
  await expect
    .poll(async () => (await stored('van-hoa-the-thao', '4'))?.cell, { timeout: 30_000 })
    .toEqual({
      kind: 'amount',
      amount: '123',
    });
  await cold.close();
});

test('D4 a machine whose storage is full says so, keeps the keys in the page and sends them all the same', async () => {
  // As a browser answers whose disk or share of it is full.
  const full = (is: boolean) =>
    lan.evaluate((yes) => {
      const store = IDBObjectStore.prototype as IDBObjectStore & { took?: IDBObjectStore['put'] };
      store.took ??= store.put;
      store.put = yes
        ? () => {
            throw new DOMException('full', 'QuotaExceededError');
          }
        : store.took;
    }, is);
  await lan.context().setOffline(true);
  await full(true);
  await cell('dat-dai', '4').fill('4001');
  await lan.getByText(/Máy này không ghi được lên/).waitFor();
  await cell('dat-dai', '5').fill('4002');
  await expect.poll(() => lan.locator('.save').textContent()).toContain('2 ô chờ mạng');
  await lan.context().setOffline(false);
  await saved();
  expect((await stored('dat-dai', '4'))?.cell).toEqual({ kind: 'amount', amount: '4001' });
  expect((await stored('dat-dai', '5'))?.cell).toEqual({ kind: 'amount', amount: '4002' });
  await full(false);
  await cell('dat-dai', '4').fill('4003');
  await saved();
  await expect.poll(() => lan.getByText(/Máy này không ghi được lên/).count()).toBe(0);
  expect(await stored('dat-dai', '4')).toMatchObject({ cell: { amount: '4003' } });
});

test('D4 two windows of one machine: each sends once, both show what the other typed, the later key wins', async () => {
  const base = (await stored('dat-dai', '8'))?.version ?? 0;
  const two = await lan.context().newPage();
  const other = atDesk(two, server.url, at);
  await other.open('s2.2');
  await lan.context().setOffline(true);
  await cell('dat-dai', '8').fill('81');
  await other.cell('dat-dai', '9').fill('91');
  await expect.poll(() => lan.locator('.save').textContent()).toMatch(/ô chờ mạng/);
  await expect.poll(() => two.locator('.save').textContent()).toMatch(/ô chờ mạng/);
  await lan.context().setOffline(false);
  await saved();
  await other.saved();
  expect(await stored('dat-dai', '8')).toMatchObject({ cell: { amount: '81' }, version: base + 1 });
  expect((await stored('dat-dai', '9'))?.cell).toEqual({ kind: 'amount', amount: '91' });
  await expect.poll(() => cell('dat-dai', '9').inputValue()).toBe('91');
  await expect.poll(() => other.cell('dat-dai', '8').inputValue()).toBe('81');
  await other.cell('dat-dai', '8').fill('82');
  await other.saved();
  await expect.poll(() => cell('dat-dai', '8').inputValue()).toBe('82');
  await cell('dat-dai', '8').fill('83');
  await saved();
  expect(await stored('dat-dai', '8')).toMatchObject({ cell: { amount: '83' }, version: base + 3 });
  await two.close();
});

test('a paper is cited in the words, stays a link for who reads them, and stands in the Word file as text', async () => {
  const clerk = await signIn(server.url, 'lan');
  const { body } = await keepDocument(clerk, at.unitId, 'ke-hoach.pdf', pdf('Ke hoach'), {
    number: '05/KH-UBND',
    day: '2024-01-20',
  });
  const path = `/api/reports/${at.campaignId}/${at.unitId}`;
  await clerk.post(`${path}/evidence`, { section: 's2.2', evidenceId: body.document.id });
  await open('s2.2');
  const box = lan.getByRole('textbox', { name: /^Phần lời mục II\.2/ });
  await box.click();
  await lan.keyboard.press('Control+End');
  await lan.keyboard.type(' Theo ');
  await lan.getByRole('button', { name: 'Trích tài liệu' }).click();
  await lan.locator('dialog').getByRole('button', { name: '05/KH-UBND ngày 20/01/2024' }).click();
  await lan.locator('dialog').waitFor({ state: 'detached' });
  await expect.poll(() => box.textContent()).toContain('Theo 05/KH-UBND ngày 20/01/2024');
  await saved();
  const words = (await readReport(lan, at)).words.find((w) => w.section === 's2.2');
  expect(JSON.stringify(words?.doc)).toContain(`"id":"${body.document.id}"`);
  expect(words?.plain).toContain('Theo 05/KH-UBND ngày 20/01/2024');
  const word = await clerk.download(`${path}/document.docx`);
  const xml = strFromU8(unzipSync(new Uint8Array(word.body))['word/document.xml'] as Uint8Array);
  expect(xml.replace(/<[^>]+>/g, '')).toContain('Theo 05/KH-UBND ngày 20/01/2024');
});

test('D4 a paper chosen without network waits in this machine over a reload and is cited when it is back', async () => {
  await lan.evaluate(() => navigator.serviceWorker?.ready.then(() => undefined));
  await lan.context().setOffline(true);
  const slots = lan.getByRole('region', { name: 'Tài liệu kiểm chứng' });
  await slots.getByRole('button', { name: 'Viện dẫn tài liệu' }).click();
  const dialog = lan.locator('dialog');
  await dialog.getByRole('button', { name: 'Thêm tài liệu' }).click();
  await dialog.locator('input[type=file]').setInputFiles({
    name: 'bien-ban.pdf',
    mimeType: 'application/pdf',
    buffer: pdf('Bien ban'),
  });
  await dialog.getByLabel(/Trích yếu/).fill('Biên bản kiểm tra một cửa');
  await dialog.getByRole('button', { name: 'Giữ trên máy này, gửi khi có mạng' }).click();
  await dialog.waitFor({ state: 'detached' });
  await lan.getByText('bien-ban.pdf: đang giữ trên máy này').waitFor();
  await lan.reload();
  await lan.getByText('bien-ban.pdf: đang giữ trên máy này').waitFor();
  await lan.context().setOffline(false);
  const cited = async () =>
    (await readReport(lan, at)).evidence.map((c) => [c.place, c.evidence.abstract].join(' '));
  await expect.poll(cited, { timeout: 30_000 }).toContain('s2.2 Biên bản kiểm tra một cửa');
  await expect.poll(() => lan.getByText('bien-ban.pdf: đang giữ').count()).toBe(0);
});
