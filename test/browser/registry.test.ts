import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser } from '../setup/browser.ts';
import { fillAndPass, signSeen, theCampaign } from '../setup/campaign.ts';
import { signIn } from '../setup/client.ts';
import { startTestServer, type TestServer } from '../setup/server.ts';
import { personAt, seriousFindings } from './person.ts';

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

test('the registry shows what is issued with its number, and that nothing waits', async () => {
  const page = await personAt(browser, server.url, 'vanthu');
  await page.goto(`${server.url}/van-thu`);
  const issued = page.getByRole('table', { name: 'Yêu cầu đã phát hành' });
  const row = issued.getByRole('row', { name: /112\/UBND-NV/ });
  await row.waitFor();
  expect(await row.locator('td').allTextContents()).toEqual([
    '06/02/2024',
    expect.stringContaining('quý I năm 2024'),
    '27',
  ]);
  await page.getByText('Không có yêu cầu nào chờ cấp số').waitFor();
  expect(await seriousFindings(page)).toEqual([]);
});

test('A10 in a strict office văn thư sends what is signed, then adds number, day and the stamped PDF', async () => {
  const office = 'Văn phòng HĐND và UBND huyện';
  // The strict way: what is signed waits for văn thư, who sends it.
  const { path, unit } = await theCampaign(await signIn(server.url, 'mai'));
  const quan = await signIn(server.url, 'quan');
  const { version } = (await quan.get(`/api/units/${unit(office)}`)).body.unit;
  await quan.put(`/api/units/${unit(office)}`, { version, registrySubmits: true });
  await fillAndPass(await signIn(server.url, 'soan.van-phong'), path(office));
  const signed = await signSeen(await signIn(server.url, 'binh'), path(office));
  expect(signed.body.state).toBe('signed');
  const page = await personAt(browser, server.url, 'vanthu');
  await page.goto(`${server.url}/van-thu`);
  const own = page.locator('.own-report').filter({ hasText: 'Văn phòng HĐND và UBND huyện' });
  await own.getByRole('button', { name: 'Ghi số, ngày' }).click();
  await own.locator('input').first().fill('45');
  await own.getByLabel(/^Ngày/).fill('28/02/2024');
  const copy = own.locator('input[type=file]');
  await copy.setInputFiles({
    name: 'quet do.pdf',
    mimeType: 'application/pdf',
    buffer: Buffer.from('%PDF-1.4 nửa chừng'),
  });
  await own.locator('button[type=submit]').click();
  await own.getByText(/“quet do\.pdf” bị hỏng.*Quét lại, hoặc .*lưu lại thành PDF/).waitFor();
  await own.getByText(/^Số và ngày cũng chưa được ghi/).waitFor();
  await own.getByText('Chưa ghi số, ngày và bản đóng dấu').waitFor();
  await copy.setInputFiles({
    name: 'ban dong dau.pdf',
    mimeType: 'application/pdf',
    // Small, but whole: a file that cannot be opened is refused.
    buffer: Buffer.from(
      '%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj ' +
        '3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n',
    ),
  });
  await own.locator('button[type=submit]').click();
  await own.getByText(/Số 45\/[^,]+, ngày 28\/02\/2024\. Đã có bản đóng dấu/).waitFor();
  await own.getByRole('button', { name: 'Gửi báo cáo' }).click();
  await own.getByText('Đã gửi', { exact: true }).waitFor();
  expect(await seriousFindings(page)).toEqual([]);
});

test('H2: văn thư hands the book over, and the register shows each number with who gave it', async () => {
  const page = await personAt(browser, server.url, 'vanthu');
  await page.goto(`${server.url}/van-thu/so`);
  await page.getByLabel('Cơ quan, đơn vị').selectOption({ label: 'Huyện Cao Lộc' });
  const entry = page.getByRole('row', { name: /112\/UBND-NV/ });
  await entry.getByText(/Triệu Thị Hoài/).waitFor();
  await page.getByRole('button', { name: 'Giao sổ cho hệ thống: Công văn' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel(/^Số kế tiếp trong sổ/).fill('112');
  await dialog.getByRole('button', { name: 'Giao sổ cho hệ thống' }).click();
  await dialog.getByText(/Số 112 đã cấp rồi/).waitFor();
  expect(await seriousFindings(page)).toEqual([]);
  await dialog.getByLabel(/^Số kế tiếp trong sổ/).fill('150');
  await dialog.getByRole('button', { name: 'Giao sổ cho hệ thống' }).click();
  await page.getByText(/Đã giao cho hệ thống.*Số kế tiếp: 150/).waitFor();
  await page.getByRole('button', { name: 'Thu lại sổ: Công văn' }).click();
  await page.getByText(/Số lớn nhất đã ghi: 149/).waitFor();
  expect(await seriousFindings(page)).toEqual([]);
});

test('H2: a return becomes a công văn that is drafted, signed and numbered; văn thư sets its form with a preview', async () => {
  const mai = await personAt(browser, server.url, 'mai');
  await mai.goto(`${server.url}/van-thu/so`);
  await mai.getByLabel('Cơ quan, đơn vị').selectOption({ label: 'Phòng Nội vụ' });
  const proposal = mai.getByRole('listitem').filter({ hasText: 'Trả lại báo cáo:' }).first();
  await proposal.getByRole('button', { name: 'Lập dự thảo' }).click();
  await mai.getByRole('dialog').getByRole('button', { name: 'Lập dự thảo' }).click();
  await mai.getByText('Dự thảo, chờ ký.').waitFor();
  expect(await seriousFindings(mai)).toEqual([]);
  const ky = await personAt(browser, server.url, 'ky.noi-vu');
  await ky.getByRole('link', { name: 'Xem, ký' }).click();
  await ky.getByRole('button', { name: 'Ký', exact: true }).click();
  await ky.getByText(/đã ký, chờ văn thư cấp số/).waitFor();
  const vt = await personAt(browser, server.url, 'vt.noi-vu');
  await vt.getByRole('link', { name: 'Cấp số' }).first().click();
  await vt.getByRole('textbox', { name: /^Số/ }).fill('21');
  await vt.getByLabel(/^Ngày/).fill('28/02/2024');
  await vt.getByRole('button', { name: 'Cấp số, phát hành' }).click();
  const row = vt.getByRole('row', { name: /21\/PNV/ });
  await row.getByRole('button', { name: 'Đính chính 21/PNV' }).waitFor();
  expect(await seriousFindings(vt)).toEqual([]);
  await vt.getByRole('link', { name: 'Thể thức văn bản' }).click();
  const page = vt.getByRole('img', { name: /Trang đầu của văn bản/ });
  await vt.getByLabel('Quyền hạn người ký').selectOption('KT.');
  await vt.getByLabel('Ký thay mặt, ký thay ai').fill('Trưởng phòng');
  await page.getByText('KT. TRƯỞNG PHÒNG').waitFor();
  await vt.getByRole('button', { name: 'Lưu thể thức' }).click();
  await vt.getByText('Đã lưu. Văn bản in từ bây giờ theo thể thức này.').waitFor();
  expect(await seriousFindings(vt)).toEqual([]);
});

test('H2: the report of the area is drafted from the frozen version that is chosen, and says when it is not the newest', async () => {
  const office = await signIn(server.url, 'mai');
  const { id, unit } = await theCampaign(office);
  const at = `/api/campaigns/${id}`;
  await office.post(`${at}/frozen`, { basis: 'received', note: '' });
  await office.post(`${at}/total-changes/leave-out`, {
    unitId: unit('Xã Gia Cát'),
    form: null,
    reason: 'Chờ xã giải trình',
  });
  await office.post(`${at}/frozen`, { basis: 'received', note: 'Không đưa xã Gia Cát vào tổng hợp' });
  const mai = await personAt(browser, server.url, 'mai');
  await mai.goto(`${server.url}/van-thu/so`);
  await mai.getByLabel('Cơ quan, đơn vị').selectOption({ label: 'Huyện Cao Lộc' });
  const proposal = mai.getByRole('listitem').filter({ hasText: 'quý I năm 2024' }).last();
  await proposal.getByRole('button', { name: 'Lập dự thảo' }).click();
  const dialog = mai.getByRole('dialog');
  const versions = dialog.getByLabel('In theo bản chốt');
  expect(await versions.inputValue()).toBe('2');
  await versions.selectOption('1');
  await dialog.getByText('Đã có bản chốt số 2 mới hơn').waitFor();
  expect(await seriousFindings(mai)).toEqual([]);
  await dialog.getByRole('button', { name: 'Lập dự thảo' }).click();
  await mai
    .getByText(/bản chốt số 1/)
    .first()
    .waitFor();
  const drafted = await server.owner
    .selectFrom('outgoing_document')
    .where('purpose', '=', 'area-report')
    .select(['state', 'frozen_number'])
    .execute();
  expect(drafted).toEqual([{ state: 'draft', frozen_number: 1 }]);
});
