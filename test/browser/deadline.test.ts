import { randomUUID } from 'node:crypto';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { instantAt } from '../../src/core/kernel/instant.ts';
import { launchBrowser } from '../setup/browser.ts';
import { signIn } from '../setup/client.ts';
import { startTestServer, type TestServer } from '../setup/server.ts';
import { personAt, seriousFindings } from './person.ts';

let server: TestServer;
let browser: Browser;

beforeAll(async () => {
  server = await startTestServer({ stage: 'issued' });
  const quan = await signIn(server.url, 'quan');
  expect((await quan.post('/api/clock', { nowMs: instantAt('2024-03-01', 9) })).status).toBe(200);
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser?.close();
  await server?.close();
});

test('E8 the officer extends one late unit on the board: it is marked, the others stay late', async () => {
  const mai = await personAt(browser, server.url, 'mai');
  await mai.goto(`${server.url}/theo-doi`);
  const row = mai.getByRole('row', { name: /Xã Mẫu Sơn/ });
  await row.getByText(/^Quá hạn/).waitFor();
  await row.getByRole('button', { name: 'Gia hạn: Xã Mẫu Sơn' }).click();
  const dialog = mai.getByRole('dialog', { name: 'Gia hạn: Xã Mẫu Sơn' });
  await dialog.getByText(/các đơn vị khác giữ nguyên hạn đã giao/).waitFor();
  expect(await seriousFindings(mai)).toEqual([]);
  await dialog.getByRole('button', { name: 'Gia hạn' }).click();
  await dialog.getByText('Ghi giờ và ngày có thật, ví dụ 16:00 05/03/2024.').waitFor();
  await dialog.getByLabel('Hạn mới').fill('28/02/2024');
  await dialog.getByLabel('Số, ký hiệu văn bản cho gia hạn').fill('215/UBND-NV');
  await dialog.getByLabel('Ngày văn bản').fill('01/03/2024');
  await dialog.getByLabel('Lý do').fill('Mất điện diện rộng từ ngày 26/02.');
  await dialog.getByRole('button', { name: 'Gia hạn' }).click();
  await dialog.getByText('Hạn mới đã qua. Ghi thời điểm sau lúc này.').waitFor();
  await dialog.getByLabel('Hạn mới').fill('16:00 05/03/2024');
  await dialog.getByRole('button', { name: 'Gia hạn' }).click();
  await dialog.waitFor({ state: 'detached' });
  await row.getByText('Gia hạn 05/3', { exact: true }).waitFor();
  await row.getByText(/Gia hạn theo văn bản 215\/UBND-NV ngày 01\/03\/2024: Mất điện/).waitFor();
  expect(await row.getByText(/^Quá hạn/).count()).toBe(0);
  expect(await mai.getByText(/^Quá hạn \d/).count()).toBeGreaterThan(3);
  expect(await seriousFindings(mai)).toEqual([]);
  await mai.context().close();
});

test('E10 a browser far away whose clock is a month and a half wrong shows what everybody else sees', async () => {
  const at = async (options: BrowserContextOptions, wrong?: Date) => {
    const lan = await personAt(browser, server.url, 'lan', options);
    if (wrong) await lan.clock.install({ time: wrong });
    await lan.goto(`${server.url}/viec-can-lam`);
    await lan
      .getByText(/^Quá hạn/)
      .first()
      .waitFor();
    return lan;
  };
  // Seconds that pass between the two readings are not what is compared.
  const told = async (page: Page) =>
    ((await page.locator('main').textContent()) ?? '')
      .replace(/\d+ (?:giây|phút)/g, '…')
      .replace(/\d\d:\d\d:\d\d/g, '…');
  const near = await at({ timezoneId: 'Asia/Ho_Chi_Minh' });
  const far = await at({ timezoneId: 'Pacific/Honolulu' }, new Date('2024-01-15T03:00:00Z'));
  await expect.poll(() => told(near)).toMatch(/24:00 ngày 29\/02\/2024/);
  await expect.poll(async () => [await told(far)]).toEqual([await told(near)]);
  await near.context().close();
  await far.context().close();
});

test('the officer reminds everybody who is late, and the clerk finds the words at home', async () => {
  const mai = await personAt(browser, server.url, 'mai');
  await mai.getByRole('button', { name: /^Đôn đốc cả \d+ đơn vị$/ }).click();
  await mai.getByText(/^Đã đôn đốc \d+ đơn vị, \d+ người, 0 thư\.$/).waitFor();
  expect(await seriousFindings(mai)).toEqual([]);
  await mai.context().close();
  const lan = await personAt(browser, server.url, 'lan');
  await lan
    .getByText(/^Kính gửi UBND xã Bảo Lâm: .*đã quá hạn 9 giờ/)
    .first()
    .waitFor();
  await lan.context().close();
});

test('F2 the administrator is told at home of a letter that was given up, and sees that no mail server is set', async () => {
  const quan = await personAt(browser, server.url, 'quan');
  await quan.getByText('Thư gửi đi, việc chạy ngầm và sao lưu: không có gì phải xử lý.').waitFor();
  await quan.goto(`${server.url}/quan-tri/thu`);
  await quan.getByText('Chưa cấu hình thư').waitFor();
  await quan.getByText('Không có thư nào bị lỗi').waitFor();
  expect(await seriousFindings(quan)).toEqual([]);
  const { id } = await server.owner
    .selectFrom('person')
    .where('login', '=', 'lan')
    .select('id')
    .executeTakeFirstOrThrow();
  const letter = {
    id: randomUUID(),
    person_id: id,
    digest_day: '2024-03-01',
    subject: 'Đôn đốc',
    body: 'Thử',
  };
  await server.owner
    .insertInto('outgoing_mail')
    .values({ ...letter, address: 'lan@sai.example', state: 'dead', ended_at: new Date(), attempts: 1 })
    .execute();
  await quan.goto(server.url);
  await quan.getByRole('link', { name: 'Xem, xử lý: 1 thư đôn đốc đã ngừng gửi' }).click();
  await quan.getByRole('row', { name: /Hoàng Thị Lan.*lan@sai\.example.*Đã ngừng sau 1 lần thử/ }).waitFor();
  await quan.context().close();
});

test('each chooses how to be reminded by mail, on a phone too, and it stays chosen', async () => {
  const lan = await personAt(browser, server.url, 'lan', { viewport: { width: 360, height: 740 } });
  await lan.goto(`${server.url}/tai-khoan`);
  await lan.getByLabel(/^Một thư mỗi ngày/).check();
  await lan.getByText('Đã lưu cách nhận thư.').waitFor();
  expect(await lan.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
  expect(await seriousFindings(lan)).toEqual([]);
  await lan.reload();
  await expect.poll(() => lan.getByLabel(/^Một thư mỗi ngày/).isChecked()).toBe(true);
  await lan.context().close();
});
