import { Secret, TOTP } from 'otpauth';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser } from '../setup/browser.ts';
import { type Client, signIn } from '../setup/client.ts';
import { PASSWORD, startTestServer, type TestServer } from '../setup/server.ts';
import { personAt, seriousFindings } from './person.ts';

let server: TestServer;
let browser: Browser;
let quan: Page;
/** Another administrator's window, by its requests. */
let other: Client;
let baoLam: { id: string; version: number };

beforeAll(async () => {
  server = await startTestServer({ stage: 'issued' });
  browser = await launchBrowser();
  quan = await personAt(browser, server.url, 'quan');
  other = await signIn(server.url, 'quan');
  baoLam = (await other.get('/api/units?q=Bao Lam')).body.units[0];
});
afterAll(async () => {
  await browser?.close();
  await server?.close();
});

const PATHS = ['/don-vi', '/don-vi/moi', '/nguoi', '/lich-nghi', '/dong-ho', '/nhat-ky'].map(
  (path) => `/quan-tri${path}`,
);
const loaded = async (page: Page, path: string): Promise<void> => {
  await page.goto(server.url + path);
  await page.locator('main h1').waitFor();
  await page.waitForFunction(() => document.querySelector('[aria-busy="true"]') === null);
};

test('units are found without marks, and edits of two people stand side by side', async () => {
  await loaded(quan, '/quan-tri');
  await quan.getByLabel('Tìm, không cần dấu').fill('bao lam');
  const rows = quan.getByRole('table', { name: 'Đơn vị' }).locator('tbody th');
  await expect.poll(() => rows.allTextContents()).toEqual(['Xã Bảo Lâm']);
  await rows.getByRole('link').click();
  const symbol = quan.getByRole('textbox', { name: 'Ký hiệu' });
  await symbol.fill('UB-LAN');
  await other.put(`/api/units/${baoLam.id}`, { symbol: 'UB-MOI', version: baoLam.version });
  await quan.getByRole('button', { name: 'Lưu', exact: true }).click();
  const stale = quan.getByRole('alert').filter({ hasText: 'Có người vừa sửa' });
  const values = stale.locator('tbody tr').first().locator('th, td');
  await expect.poll(() => values.allTextContents()).toEqual(['Ký hiệu', 'UB-LAN', 'UB-MOI']);
  expect(await symbol.inputValue()).toBe('UB-LAN');
  const kept = async () => (await other.get(`/api/units/${baoLam.id}`)).body.unit;
  expect((await kept()).symbol).toBe('UB-MOI');

  await stale.getByRole('button', { name: 'Lấy bản vừa lưu' }).click();
  expect(await symbol.inputValue()).toBe('UB-MOI');
  await symbol.fill('UB-HAI');
  await quan.getByRole('button', { name: 'Lưu', exact: true }).click();
  await quan.getByText('Đã lưu.').waitFor();
  // The lines of the letterhead are still lines.
  expect(await kept()).toMatchObject({ symbol: 'UB-HAI', letterhead: 'ỦY BAN NHÂN DÂN\nXÃ BẢO LÂM' });
});

test('a unit is added under another, and a wrong day is named where it stands', async () => {
  await loaded(quan, '/quan-tri/don-vi/moi');
  const add = quan.getByRole('button', { name: 'Thêm đơn vị này' });
  await add.click();
  await quan.getByText('Điền đủ những ô bắt buộc.').waitFor();
  await quan.getByRole('textbox', { name: 'Tên đơn vị' }).fill('Xã Thử Nghiệm');
  await quan.getByRole('textbox', { name: 'Tên trên tiêu đề' }).fill('ỦY BAN NHÂN DÂN\nXÃ THỬ NGHIỆM');
  await quan.getByRole('textbox', { name: 'Địa danh' }).fill('Thử Nghiệm');
  await quan.getByRole('textbox', { name: 'Ngày đầu' }).fill('30/02/2024');
  await quan.getByText('Chưa đọc được ngày này').waitFor();
  await quan.getByRole('textbox', { name: 'Ngày đầu' }).fill('01/02/2024');
  await add.click();
  await quan.getByRole('heading', { level: 1, name: 'Xã Thử Nghiệm' }).waitFor();
});

test('a person is added, given a post and a link that is shown once, then deactivated with what follows', async () => {
  await loaded(quan, '/quan-tri/nguoi');
  await quan.getByRole('button', { name: 'Thêm người' }).click();
  const dialog = quan.getByRole('dialog');
  await dialog.getByRole('textbox', { name: 'Họ và tên' }).fill('Lý Văn Ái');
  await dialog.getByRole('textbox', { name: 'Tên đăng nhập' }).fill('lan');
  await dialog.getByRole('button', { name: 'Thêm người' }).click();
  await dialog.getByText('Tên đăng nhập "lan" đã có người dùng').waitFor();
  await dialog.getByRole('textbox', { name: 'Tên đăng nhập' }).fill('ai');
  await dialog.getByRole('button', { name: 'Thêm người' }).click();
  await quan.getByRole('heading', { level: 1, name: 'Lý Văn Ái' }).waitFor();
  await quan.getByText('Chưa có chức vụ', { exact: true }).waitFor();

  await quan.getByRole('button', { name: 'Giao chức vụ' }).click();
  await dialog.getByLabel('Đơn vị').selectOption({ label: '\u2003\u2003Xã Thử Nghiệm' });
  await dialog.getByLabel('Vai trò').selectOption('signer');
  await dialog.getByRole('button', { name: 'Giao chức vụ' }).click();
  await quan.getByRole('table', { name: 'Chức vụ' }).getByText('Người ký').waitFor();

  await quan.getByRole('button', { name: 'Tạo liên kết đặt mật khẩu' }).click();
  const link = quan.locator('.once');
  expect(await link.textContent()).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/dat-lai-mat-khau\/\S{20,}$/);
  await quan.reload();
  await quan.getByRole('heading', { level: 1, name: 'Lý Văn Ái' }).waitFor();
  expect(await link.count()).toBe(0);

  await quan.getByRole('button', { name: 'Ngừng hoạt động' }).click();
  await dialog.getByText('Mọi phiên đang mở kết thúc ngay').waitFor();
  await dialog.getByText('Xã Thử Nghiệm chưa còn ai làm “Người ký”.').waitFor();
  await dialog.getByRole('button', { name: 'Ngừng hoạt động' }).click();
  await quan.getByRole('button', { name: 'Cho hoạt động lại' }).waitFor();
  const { people } = (await other.get('/api/people?q=ly van ai')).body;
  expect(people).toMatchObject([{ login: 'ai', active: false, posts: [{ role: 'signer' }] }]);
});

test('people are listed by the last word of the name', async () => {
  await loaded(quan, '/quan-tri/nguoi');
  const names = quan.getByRole('table', { name: 'Người và chức vụ' }).locator('tbody th');
  await names.first().waitFor();
  const given = (await names.allTextContents()).map((name) => name.trim().split(' ').at(-1) ?? '');
  const { compare } = new Intl.Collator('vi');
  expect(given.length).toBeGreaterThan(80);
  expect(given).toEqual(given.toSorted(compare));
});

test('a second factor is asked of a role, and set up where its people sign in', async () => {
  await loaded(quan, '/quan-tri/nguoi');
  await quan.getByRole('button', { name: 'Xác thực hai bước' }).click();
  const dialog = quan.getByRole('dialog');
  await dialog.getByLabel('Người ký 0/').check();
  expect(await seriousFindings(quan)).toEqual([]);
  await dialog.getByRole('button', { name: 'Lưu' }).click();
  await expect.poll(() => dialog.count()).toBe(0);

  const hung = await browser.newPage({ viewport: { width: 360, height: 740 } });
  await hung.goto(`${server.url}/dang-nhap`);
  await hung.getByLabel('Thư điện tử công vụ hoặc tên đăng nhập').fill('hung');
  await hung.getByLabel('Mật khẩu', { exact: true }).fill(PASSWORD);
  await hung.getByRole('button', { name: 'Đăng nhập', exact: true }).click();
  await hung.getByRole('img', { name: 'Mã QR' }).waitFor();
  expect(await seriousFindings(hung)).toEqual([]);
  const secret = (await hung.locator('.secret').textContent()) ?? '';
  const totp = new TOTP({ secret: Secret.fromBase32(secret.replaceAll(' ', '')) });
  await hung.getByLabel('Mã xác thực 6 số').fill(totp.generate());
  await hung.getByRole('button', { name: 'Đăng nhập', exact: true }).click();
  await hung.getByText('Nông Văn Hùng').first().waitFor();
  await hung.close();
  expect((await other.put('/api/access/second-factor', { roles: [] })).status).toBe(200);
});

test('somebody stands in for a signer for the days of a document', async () => {
  await loaded(quan, `/quan-tri/don-vi/${baoLam.id}`);
  await quan.getByRole('button', { name: 'Giao ký thay' }).click();
  const dialog = quan.getByRole('dialog');
  await dialog.getByLabel('Người ký thay').selectOption({ index: 1 });
  await dialog.getByRole('textbox', { name: 'Ngày đầu' }).fill('29/02/2024');
  await dialog.getByRole('textbox', { name: 'Ngày cuối' }).fill('05/03/2024');
  await dialog.getByRole('textbox', { name: 'Số văn bản' }).fill('05/QĐ-UBND');
  await dialog.getByRole('textbox', { name: 'Ngày văn bản' }).fill('27/02/2024');
  await dialog.getByRole('button', { name: 'Giao ký thay' }).click();
  await quan.getByText('theo văn bản 05/QĐ-UBND ngày 27/02/2024').waitFor();
  await quan.getByText('từ 29/02/2024 đến 05/03/2024').waitFor();
});

test('days of the calendar are added and removed, a year at a time', async () => {
  await loaded(quan, '/quan-tri/lich-nghi');
  for (const _ of [1, 2, 3]) await quan.getByRole('button', { name: 'Năm sau' }).click();
  await quan.getByRole('heading', { name: 'năm 2027' }).waitFor();
  await quan.getByText('Chưa ghi ngày nào cho năm 2027').waitFor();
  await quan.getByRole('textbox', { name: 'Ngày (bắt buộc)' }).fill('02/09/2026');
  await quan.getByRole('button', { name: 'Thêm ngày' }).click();
  await quan.getByText('Ngày này không thuộc năm 2027.').waitFor();
  await quan.getByRole('textbox', { name: 'Ngày (bắt buộc)' }).fill('02/09/2027');
  await quan.getByRole('textbox', { name: 'Tên ngày' }).fill('Quốc khánh');
  await quan.getByRole('button', { name: 'Thêm ngày' }).click();
  await quan.getByRole('rowheader', { name: 'Thứ Năm 02/09/2027' }).waitFor();
  await quan.getByRole('button', { name: 'Bỏ ngày 02/09/2027' }).click();
  await quan.getByText('Chưa ghi ngày nào cho năm 2027').waitFor();
});

test('the journal is read, narrowed and checked; others see their own part only', async () => {
  await loaded(quan, '/quan-tri/nhat-ky');
  await quan.getByLabel('Việc', { exact: true }).selectOption('directory.unitChanged');
  const changed = quan.getByRole('table', { name: 'Nhật ký' }).locator('tbody tr');
  await expect.poll(() => changed.count()).toBe(2);
  await changed.filter({ hasText: 'Ký hiệu: UB-MOI → UB-HAI' }).waitFor();
  await changed.first().getByText('Triệu Văn Quản').waitFor();
  await quan.getByRole('button', { name: 'Kiểm tra chuỗi' }).click();
  await quan.getByText(/^Mọi dòng khớp: \d+ việc trong \d+ chuỗi\.$/).waitFor();
  await server.owner
    .updateTable('fact')
    .set({ type: 'directory.unitOpened' })
    .where('type', '=', 'directory.personDeactivated')
    .execute();
  await quan.getByRole('button', { name: 'Kiểm tra chuỗi' }).click();
  const broken = quan.getByRole('table', { name: 'Kiểm tra chuỗi' }).locator('tbody tr');
  await broken.getByText('nội dung đã bị sửa').first().waitFor();
  await broken.getByText(/^Thêm đơn vị, .*Triệu Văn Quản$/).waitFor();

  const lan = await personAt(browser, server.url, 'lan');
  await loaded(lan, '/nhat-ky');
  const units = lan.getByLabel('Đơn vị').locator('option');
  expect(await units.allTextContents()).toEqual(['Tất cả', 'Xã Bảo Lâm']);
  expect(await lan.getByRole('button', { name: 'Kiểm tra chuỗi' }).count()).toBe(0);
  for (const path of PATHS) {
    await lan.goto(server.url + path);
    await lan.getByText('Chưa được phân quyền').first().waitFor();
  }
  await lan.context().close();
});

test('K2: every part fits 1366 and 360 px, light and dark, and axe finds nothing serious', async () => {
  const page = await personAt(browser, server.url, 'quan');
  for (const path of [...PATHS, `/quan-tri/don-vi/${baoLam.id}`]) {
    for (const width of [1366, 360]) {
      await page.setViewportSize({ width, height: 768 });
      await page.emulateMedia({ colorScheme: 'light' });
      await loaded(page, path);
      const wider = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      expect([path, width, wider]).toEqual([path, width, 0]);
      expect([path, width, await seriousFindings(page)]).toEqual([path, width, []]);
      await page.emulateMedia({ colorScheme: 'dark' });
      expect([path, width, await seriousFindings(page, ['color-contrast'])]).toEqual([path, width, []]);
    }
  }
  await page.context().close();
}, 180_000);

test('the clock of a demonstration moves forward, never back', async () => {
  await loaded(quan, '/quan-tri/dong-ho');
  await quan.getByRole('button', { name: 'Đến 00:00:40 ngày 01/03/2024' }).click();
  await quan.getByText('Đã chuyển tới 00:00:40 ngày 01/03/2024.').waitFor();
  const { nowMs } = (await other.get('/api/clock')).body;
  expect(nowMs).toBeGreaterThanOrEqual(Date.parse('2024-03-01T00:00:40+07:00'));
  const passed = quan.getByRole('button', { name: 'Đến 23:59 ngày 29/02/2024' });
  await expect.poll(() => passed.getAttribute('aria-disabled')).toBe('true');
  // It stays clickable, to say why.
  await passed.click({ force: true });
  await quan.getByText('Giờ này đã qua.').waitFor();
  await quan.getByRole('textbox', { name: 'Chuyển tới ngày' }).fill('28/02/2024');
  await quan.getByRole('button', { name: 'Chuyển tới', exact: true }).click();
  await quan.getByText(/Giờ nghiệp vụ chỉ đi tới/).waitFor();
});
