import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
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
/** A test that is tried again begins without the draft of its first try. */
beforeEach(async () => {
  const quan = await signIn(server.url, 'quan');
  for (const { id, draft } of (await quan.get('/api/templates')).body.templates)
    if (draft) await quan.delete(`/api/templates/${id}/draft`, { version: draft.version });
});
afterAll(async () => {
  await browser?.close();
  await server?.close();
});

const dialog = () => mai.getByRole('dialog');
const tree = () => mai.getByRole('navigation', { name: 'Các mục' });
const numbered = (title: string) => tree().getByRole('link', { name: title }).locator('.n').textContent();

test('a draft is changed, tried out without a trace, and published as the next version', async () => {
  await mai.goto(`${server.url}/yeu-cau`);
  await mai.getByRole('link', { name: 'Mẫu báo cáo' }).click();
  await mai.getByRole('button', { name: 'Soạn phiên bản tiếp theo' }).click();
  await tree().waitFor();
  expect(await seriousFindings(mai)).toEqual([]);

  // A part is added and moved by keyboard; parts are numbered as letters number them.
  await mai.getByRole('button', { name: 'Thêm mục lớn' }).click();
  await dialog().getByLabel('Tên mục mới').fill('Sáng kiến, cách làm hay');
  await dialog().getByRole('button', { name: 'Thêm mục lớn' }).click();
  await expect.poll(() => numbered('Sáng kiến')).toBe('VIII');
  await tree().getByRole('link', { name: 'Sáng kiến' }).focus();
  await mai.keyboard.press('Alt+ArrowUp');
  await expect.poll(() => numbered('Sáng kiến')).toBe('VII');

  // C2: a published indicator keeps its unit; the way out is a new one.
  await tree().getByRole('link', { name: 'Công tác chỉ đạo' }).click();
  const first = 'Số văn bản chỉ đạo, điều hành CCHC đã ban hành';
  await mai.getByRole('button', { name: `Sửa: ${first}` }).click();
  await dialog().getByLabel('Đơn vị tính').fill('lượt');
  await dialog().getByRole('button', { name: 'Lưu' }).click();
  await dialog().getByText('giữ nguyên ý nghĩa đó mãi mãi').waitFor();
  await dialog().getByRole('button', { name: 'Tạo chỉ tiêu mới' }).click();
  await dialog().waitFor({ state: 'detached' });
  const row = mai.getByRole('row').filter({ hasText: first });
  expect(await row.locator('td').first().textContent()).toBe('lượt');

  // A rule says what it means while it is typed, or where it is not understood.
  await tree().getByRole('link', { name: 'Cải cách thủ tục hành chính' }).click();
  await mai.getByRole('button', { name: 'Thêm quy tắc' }).first().click();
  const rule = dialog().getByLabel('Quy tắc', { exact: true });
  await rule.fill('[10] <= [99]');
  await dialog().getByText('Chữ thứ 9: biểu không có hàng hay cột “99”.').first().waitFor();
  await rule.fill('[10] <= [8]');
  await dialog().getByText('Nghĩa là: cột 10 không được lớn hơn cột 8.').waitFor();
  expect(await seriousFindings(mai)).toEqual([]);
  await dialog().getByRole('button', { name: 'Lưu' }).click();
  await mai.getByText('Cột 10 không được lớn hơn cột 8.').waitFor();

  // Tried out in the editor's own parts: nothing leaves the browser.
  await mai.getByRole('link', { name: 'Làm thử' }).click();
  const writes: string[] = [];
  mai.on('request', (r) => {
    if (r.method() !== 'GET') writes.push(`${r.method()} ${r.url()}`);
  });
  await mai.locator('.outline').getByRole('link', { name: 'Cải cách thủ tục hành chính' }).click();
  const cell = (column: string) => mai.getByRole('textbox', { name: new RegExp(`^Hộ tịch, cột ${column},`) });
  await cell('8').fill('3');
  await cell('10').fill('9');
  await cell('10').press('Enter');
  await mai.getByText('Hộ tịch vượt 6 hồ sơ.').first().waitFor();
  expect(await seriousFindings(mai)).toEqual([]);
  expect(writes).toEqual([]);
  await mai.reload();
  await expect.poll(() => cell('10').inputValue()).toBe('');
  await mai.getByRole('button', { name: 'Đã làm thử xong' }).click();

  await mai.getByRole('button', { name: 'Ban hành', exact: true }).click();
  await dialog().getByRole('button', { name: 'Ban hành' }).click();
  await mai.getByRole('rowheader', { name: 'Phiên bản 2' }).waitFor();
  expect(await seriousFindings(mai)).toEqual([]);
});

test('on a phone nothing runs off the screen', async () => {
  await mai.setViewportSize({ width: 360, height: 740 });
  await mai.goto(`${server.url}/mau-bao-cao`);
  await mai.getByRole('button', { name: 'Soạn phiên bản tiếp theo' }).click();
  await tree().waitFor();
  const width = () => mai.evaluate(() => document.documentElement.scrollWidth);
  expect(await width()).toBe(360);
  await mai.getByRole('link', { name: 'Làm thử' }).click();
  await mai.locator('.outline').waitFor();
  expect(await width()).toBe(360);
  expect(await seriousFindings(mai)).toEqual([]);
});
