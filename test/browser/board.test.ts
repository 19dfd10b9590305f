import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { BoardAnswer, BoardRow } from '../../src/core/report/answers.ts';
import { launchBrowser } from '../setup/browser.ts';
import { signIn } from '../setup/client.ts';
import { startTestServer, type TestServer } from '../setup/server.ts';
import { personAt, seriousFindings } from './person.ts';

let server: TestServer;
let browser: Browser;
let mai: Page;

beforeAll(async () => {
  server = await startTestServer({ stage: 'issued' });
  browser = await launchBrowser();
  mai = await personAt(browser, server.url, 'mai');
});
afterAll(async () => {
  await browser?.close();
  await server?.close();
});

const bodyRows = (page: Page) =>
  page.getByRole('table', { name: 'Danh sách đơn vị' }).locator('tbody tr[data-unit]');

const STATES = [
  'not-opened',
  'returned',
  'drafting',
  'awaiting-signature',
  'signed',
  'submitted',
  'received',
];

test('F3 the states add up to the units obliged, overdue stands beside, and each tile is a filter', async () => {
  await mai.goto(`${server.url}/theo-doi`);
  await bodyRows(mai).first().waitFor();
  const obliged = await server.owner
    .selectFrom('report')
    .select((eb) => eb.fn.countAll<string>().as('n'))
    .executeTakeFirstOrThrow();
  expect(await bodyRows(mai).count()).toBe(Number(obliged.n));
  expect(Number(obliged.n)).toBe(27);
  let sum = 0;
  for (const state of [...STATES, 'overdue']) {
    const tile = mai.locator(`.cg-${state}`);
    if ((await tile.count()) === 0) continue;
    const n = Number(await tile.locator('b').textContent());
    if (state !== 'overdue') sum += n;
    await tile.click();
    await expect.poll(() => tile.getAttribute('aria-pressed')).toBe('true');
    if (n === 0) await mai.getByText('Không có đơn vị nào khớp').waitFor();
    else await expect.poll(() => bodyRows(mai).count(), { message: state }).toBe(n);
    await tile.click();
  }
  expect(sum).toBe(27);
  expect(await seriousFindings(mai)).toEqual([]);
});

test('F4 a sent but empty report is red in "Cần biết" while its state stays', async () => {
  await mai.goto(`${server.url}/theo-doi`);
  const row = bodyRows(mai).filter({ hasText: 'Xã Tân Thành' });
  await row.getByText('Đã gửi', { exact: true }).waitFor();
  const fact = row.getByText(/Gần như trống/);
  expect(await fact.getAttribute('class')).toContain('t-err');
  const others = await bodyRows(mai).filter({ hasText: 'Gần như trống' }).count();
  expect(others).toBe(1);
  // Who holds it since when, and why it is expected to be late, in words.
  const idle = bodyRows(mai).filter({ hasText: 'Xã Mẫu Sơn' });
  await idle.getByText('Dương Thị Phin, soạn').waitFor();
  await idle.getByText('từ 15:30 06/02').waitFor();
  await idle.getByText(/Dự báo trễ: đã điền 0%, đã qua \d+% thời gian làm việc/).waitFor();
});

test('a unit is found without marks, and the keys find, move and open', async () => {
  await mai.goto(`${server.url}/theo-doi`);
  await bodyRows(mai).first().waitFor();
  await mai.keyboard.press('/');
  await mai.keyboard.type('dong dang');
  await expect.poll(() => bodyRows(mai).locator('th').allTextContents()).toEqual(['Thị trấn Đồng Đăng']);
  await mai.keyboard.press('ArrowDown');
  await expect.poll(() => mai.evaluate(() => document.activeElement?.textContent)).toBe('Thị trấn Đồng Đăng');
  await mai.keyboard.press('Enter');
  await mai.getByRole('region', { name: 'Đọc báo cáo Thị trấn Đồng Đăng' }).waitFor();
});

test('F5 a board of 3,321 units is filtered, sorted, found and walked', async () => {
  const context = await browser.newContext({
    viewport: { width: 1366, height: 768 },
    storageState: await mai.context().storageState(),
  });
  const page = await context.newPage();
  // The real answer, made large: what a ministry's board would bring.
  await page.route('**/board', async (route) => {
    const response = await route.fetch();
    const real = (await response.json()) as BoardAnswer;
    const rows = Array.from({ length: 3321 }, (_, at): BoardRow => {
      const row = real.rows[at % real.rows.length] as BoardRow;
      return { ...row, unitId: `unit-${at}`, name: `Xã số ${at + 1} ${row.name}` };
    });
    await route.fulfill({ response, json: { ...real, rows, obliged: rows.length } });
  });
  await page.goto(`${server.url}/theo-doi`);
  await bodyRows(page).first().waitFor();
  expect(await bodyRows(page).count()).toBeLessThan(3321);
  await page.getByText('Tất cả 3.321').waitFor();
  await page.keyboard.press('Control+k');
  await page.keyboard.type('xa so 3321 ');
  await expect.poll(() => bodyRows(page).count()).toBe(1);
  await page.keyboard.press('Control+a');
  await page.keyboard.press('Delete');
  await page.getByLabel('Xếp theo').selectOption('name');
  await expect.poll(() => bodyRows(page).locator('th').first().textContent()).toContain('Xã số 1 ');
  await page.locator('h1').click();
  // Beyond the first slice, by keyboard alone.
  const drawn = await bodyRows(page).count();
  for (let i = 0; i <= drawn; i++) await page.keyboard.press('j');
  await expect
    .poll(() => page.evaluate(() => document.activeElement?.closest('tr')?.querySelector('td')?.textContent))
    .toBe(String(drawn + 1));
  expect(await bodyRows(page).count()).toBeGreaterThan(drawn);
  await context.close();
});

test('the board changes by itself when something happens, without a reload', async () => {
  await mai.goto(`${server.url}/theo-doi`);
  const row = bodyRows(mai).filter({ hasText: 'Xã Mẫu Sơn' });
  await row.first().waitFor();
  expect(await row.getByText(/Đôn đốc lần cuối/).count()).toBe(0);
  const officer = await signIn(server.url, 'mai');
  const unitId = await row.getAttribute('data-unit');
  const campaignId = mai.url().split('/').at(-1);
  let asked = 0;
  mai.on('request', (request) => {
    if (request.url().endsWith('/board')) asked++;
  });
  await officer.post(`/api/campaigns/${campaignId}/remind`, { unitIds: [unitId] });
  await row.getByText(/Đôn đốc lần cuối/).waitFor();
  // The row came with the stream: the board was not read whole.
  expect(asked).toBe(0);

  // A page that is not looked at lets its stream go; looked at again, it shows what happened meanwhile.
  const turn = (to: 'hidden' | 'visible') =>
    mai.evaluate((state) => {
      Object.defineProperty(document, 'visibilityState', { value: state, configurable: true });
      document.dispatchEvent(new Event('visibilitychange'));
    }, to);
  const other = bodyRows(mai).filter({ hasText: 'Xã Thanh Lòa' });
  await turn('hidden');
  await officer.post(`/api/campaigns/${campaignId}/remind`, {
    unitIds: [await other.getAttribute('data-unit')],
  });
  expect(await other.getByText(/Đôn đốc lần cuối/).count()).toBe(0);
  await turn('visible');
  await other.getByText(/Đôn đốc lần cuối/).waitFor();
});

test('a công văn đôn đốc is drafted from those who owe on the board, read, and goes on to signature and number', async () => {
  await mai.goto(`${server.url}/theo-doi`);
  await mai.getByLabel(/^Trễ hoặc có nguy cơ/).check();
  const owing = await bodyRows(mai)
    .filter({ hasText: /Đang soạn|Chưa mở|Trả lại|Chờ ký/ })
    .count();
  // Who has sent, late or not, is on the list and not in the letter.
  await mai.getByRole('button', { name: `Công văn đôn đốc (${owing})` }).click();
  const dialog = mai.getByRole('dialog', { name: 'Dự thảo công văn đôn đốc' });
  await dialog.getByText('UBND xã Mẫu Sơn', { exact: true }).waitFor();
  expect(await dialog.getByText('UBND xã Yên Trạch').count()).toBe(0);
  expect(await seriousFindings(mai)).toEqual([]);
  const [file] = await Promise.all([
    mai.waitForEvent('download'),
    dialog.getByRole('button', { name: 'Tải Word' }).click(),
  ]);
  expect(file.suggestedFilename()).toBe('Công văn đôn đốc báo cáo CCHC quý I-2024.docx');
  await dialog.getByRole('button', { name: 'Chuyển trình ký, văn thư' }).click();
  await dialog.getByText(/^Đã lập dự thảo trong sổ văn bản/).waitFor();
  await dialog.getByRole('link', { name: 'Xem trong sổ văn bản' }).click();
  await mai.getByLabel('Cơ quan, đơn vị').selectOption({ label: 'Phòng Nội vụ' });
  await mai.getByText('Dự thảo, chờ ký.').waitFor();
});

test('a view is kept under a name and chosen again; a call is written down behind the row', async () => {
  await mai.goto(`${server.url}/theo-doi`);
  await mai.getByLabel(/^Chưa xác nhận đã nhận/).check();
  const filtered = await bodyRows(mai).count();
  expect(filtered).toBeGreaterThan(0);
  await mai.getByRole('button', { name: 'Lưu góc nhìn' }).click();
  await mai.getByLabel('Tên góc nhìn').fill('Chưa xác nhận');
  await mai.keyboard.press('Enter');
  await mai.getByRole('combobox', { name: /^Góc nhìn/ }).waitFor();
  await mai.reload();
  await expect.poll(() => bodyRows(mai).count()).toBe(27);
  await mai.getByRole('combobox', { name: /^Góc nhìn/ }).selectOption('Chưa xác nhận');
  await expect.poll(() => bodyRows(mai).count()).toBe(filtered);

  const name = await bodyRows(mai).first().locator('a.name').textContent();
  await mai.getByRole('button', { name: `Liên hệ: ${name}` }).click();
  const dialog = mai.getByRole('dialog', { name: `${name}` });
  await dialog.getByLabel('Đã nói với ai').fill('Văn phòng UBND xã');
  await dialog.getByRole('button', { name: 'Ghi lần liên hệ' }).click();
  await dialog.getByText('Đã ghi.').waitFor();
  await dialog.getByText(/Vi Thị Mai → Văn phòng UBND xã/).waitFor();
  expect(await seriousFindings(mai)).toEqual([]);
  await dialog.getByRole('button', { name: 'Đóng' }).click();
  // Behind the dialog the row has changed by itself.
  await bodyRows(mai)
    .first()
    .getByText(/Gọi điện .*, Văn phòng UBND xã/)
    .waitFor();
});

test('F5 the heat view has one stroke a unit, is walked by keys, and a group leads to its list', async () => {
  await mai.goto(`${server.url}/theo-doi`);
  await mai.getByText('Bản đồ nhiệt', { exact: true }).click();
  const strokes = mai.getByRole('listbox', { name: 'Huyện Cao Lộc: 27 đơn vị' });
  await expect.poll(() => strokes.getByRole('option').count()).toBe(27);
  expect(await seriousFindings(mai)).toEqual([]);
  await strokes.focus();
  await mai.keyboard.press('End');
  const current = strokes.locator('[aria-selected="true"]');
  await expect.poll(() => current.getAttribute('aria-label')).toMatch(/Đã tiếp nhận, đã điền 100%$/);
  await mai.keyboard.press('Enter');
  await mai.getByRole('dialog').getByText('Qua các kỳ').waitFor();
  await mai.keyboard.press('Escape');
  await mai.getByRole('button', { name: 'Huyện Cao Lộc' }).click();
  await mai.getByRole('button', { name: /Chỉ đơn vị thuộc Huyện Cao Lộc/ }).click();
  await expect.poll(() => bodyRows(mai).count()).toBe(27);
});

test('F1 the rules of reminding are changed on a screen that shows what will be said to whom', async () => {
  await mai.goto(`${server.url}/theo-doi`);
  await mai.getByRole('link', { name: 'Quy tắc đôn đốc' }).click();
  await mai.getByText('Đang dùng quy tắc thường dùng.').waitFor();
  await mai
    .getByText(/^Kính gửi UBND xã .*Tình trạng: /)
    .first()
    .waitFor();
  expect(await seriousFindings(mai)).toEqual([]);
  await mai.getByRole('button', { name: 'Bỏ quy tắc 4' }).click();
  const third = mai.getByRole('group', { name: 'Quy tắc 3' });
  await third.getByLabel('Khi nào').selectOption('hours-before');
  await third.getByLabel('Số', { exact: true }).fill('0');
  await mai.getByRole('button', { name: 'Lưu quy tắc' }).click();
  await third.getByText('Ghi số từ 1 đến 240.').waitFor();
  await third.getByLabel('Số', { exact: true }).fill('3');
  await third.getByText('Với hạn chung: 21:00 ngày 29/02/2024').waitFor();
  await mai.getByRole('button', { name: 'Lưu quy tắc' }).click();
  await mai.getByText(/^Đã lưu\./).waitFor();
  await mai.getByText('Đợt này có quy tắc riêng.').waitFor();
});

test('a phone of 360 px shows the board as cards', async () => {
  const phone = await personAt(browser, server.url, 'nga', {
    viewport: { width: 360, height: 740 },
    hasTouch: true,
    colorScheme: 'dark',
  });
  await phone.goto(`${server.url}/theo-doi`);
  await bodyRows(phone).first().waitFor();
  expect(await phone.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  await phone.getByRole('button', { name: 'Lọc, xếp' }).click();
  await phone.getByLabel(/Trễ hoặc có nguy cơ/).check();
  expect(await seriousFindings(phone)).toEqual([]);
  await phone.context().close();
});

test('a clerk is not shown the board', async () => {
  const lan = await personAt(browser, server.url, 'lan');
  const { campaign_id } = await server.owner
    .selectFrom('report')
    .select('campaign_id')
    .executeTakeFirstOrThrow();
  await lan.goto(`${server.url}/theo-doi/${campaign_id}`);
  await lan.getByText('Chưa được phân quyền').first().waitFor();
  await lan.context().close();
});
