import { readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { BoardRow } from '../../src/core/report/answers.ts';
import { launchBrowser } from '../setup/browser.ts';
import { theCampaign } from '../setup/campaign.ts';
import { type Client, signIn } from '../setup/client.ts';
import { pdf } from '../setup/evidence.ts';
import { startTestServer, type TestServer } from '../setup/server.ts';
import { fillForm } from '../setup/spreadsheet.ts';
import { personAt, seriousFindings } from './person.ts';

let server: TestServer;
let browser: Browser;
let lan: Page;
let mai: Client;
let campaign: Awaited<ReturnType<typeof theCampaign>>;
let unit: string;

beforeAll(async () => {
  server = await startTestServer({ stage: 'issued' });
  browser = await launchBrowser();
  mai = await signIn(server.url, 'mai');
  campaign = await theCampaign(mai);
  unit = campaign.unit('Xã Bảo Lâm');
  lan = await personAt(browser, server.url, 'lan');
});
afterAll(async () => {
  await browser?.close();
  await server?.close();
});

const choose = (page: Page, files: { name: string; bytes: Uint8Array }[]) =>
  page.locator('input[type=file]').setInputFiles(
    files.map(({ name, bytes }) => ({
      name,
      mimeType: 'application/octet-stream',
      buffer: Buffer.from(bytes),
    })),
  );

test('C9 Lan downloads the form, fills it outside, looks at every cell and takes what she confirms', async () => {
  await lan.goto(`${server.url}/bao-cao/${campaign.id}/${unit}/s2.2`);
  await lan.getByRole('button', { name: 'Excel', exact: true }).click();
  const dialog = lan.getByRole('dialog', { name: 'Số liệu qua Excel' });
  const [file] = await Promise.all([
    lan.waitForEvent('download'),
    dialog.getByRole('link', { name: 'Tải biểu về (.xlsx)' }).click(),
  ]);
  expect(file.suggestedFilename()).toBe('Biểu báo cáo CCHC quý I-2024 – Xã Bảo Lâm.xlsx');
  const filled = await fillForm(new Uint8Array(readFileSync(await file.path())), [
    { sheet: /^3\./, row: 'ho-tich', column: '4', value: 57 },
    { sheet: /^3\./, row: 'ho-tich', column: '5', value: '12a' },
  ]);
  await choose(lan, [{ name: 'bieu.xlsx', bytes: filled }]);
  await dialog.getByText('1 ô nhận được, 1 ô không nhận').waitFor();
  expect(await dialog.locator('tbody tr').allInnerTexts()).toEqual([
    expect.stringMatching(/Hộ tịch, Trực tiếp[\s\S]*12a[\s\S]*Chưa phải là số/),
    expect.stringMatching(/Hộ tịch, Trực tuyến[\s\S]*46[\s\S]*57[\s\S]*Nhận, thay số đang có/),
  ]);
  expect(await seriousFindings(lan)).toEqual([]);
  await dialog.getByRole('button', { name: 'Nhập 1 ô' }).click();
  await dialog.getByText('Đã nhập 1 ô.').waitFor();
  await dialog.getByRole('button', { name: 'Đóng' }).click();
  const box = lan.getByRole('textbox', { name: /Hộ tịch.*Trực tuyến/ });
  await expect.poll(() => box.inputValue()).toBe('57');
});

test('C9 Mai brings in the forms of many units at once; each says whose it is', async () => {
  const { body: board } = await mai.get(`/api/campaigns/${campaign.id}/board`);
  const open = board.rows.filter((r: BoardRow) => r.state === 'drafting' && r.kind === 'commune');
  const [one, two] = open as [BoardRow, BoardRow];
  const form = async (row: BoardRow) => {
    const { body } = await mai.download(`/api/reports/${campaign.id}/${row.unitId}/form.xlsx`);
    return fillForm(body, [{ sheet: /^1\./, row: 'cchc-1-01', column: 'value', value: 77 }]);
  };
  const page = await personAt(browser, server.url, 'mai');
  await page.goto(`${server.url}/theo-doi/${campaign.id}`);
  await page.getByRole('link', { name: 'Nhập biểu của nhiều đơn vị' }).click();
  await page.getByRole('heading', { name: 'Nhập biểu của nhiều đơn vị' }).waitFor();
  await choose(page, [
    { name: 'mot.xlsx', bytes: await form(one) },
    { name: 'hai.xlsx', bytes: await form(two) },
    { name: 'khac.xlsx', bytes: Buffer.from('không phải Excel') },
  ]);
  await page.getByText('Đã đọc 3 trong 3 tệp').waitFor();
  const rows = page.locator('tbody tr');
  expect(await rows.allInnerTexts()).toEqual([
    expect.stringContaining(one.name),
    expect.stringContaining(two.name),
    expect.stringContaining('chưa phải tệp Excel'),
  ]);
  expect(await seriousFindings(page)).toEqual([]);
  await page.getByRole('button', { name: 'Nhập 2 ô của 2 đơn vị' }).click();
  await expect.poll(() => page.getByText('Đã nhập 1 ô.').count()).toBe(2);
});

test('Lan sends a paper that her figures rest on and cites it; Mai reads it beside the report', async () => {
  await lan.goto(`${server.url}/bao-cao/${campaign.id}/${unit}/s2.2`);
  await lan.getByRole('button', { name: 'Viện dẫn tài liệu' }).click();
  const dialog = lan.getByRole('dialog', { name: 'Viện dẫn tài liệu kiểm chứng' });
  await dialog.getByLabel('Cho chỗ nào').selectOption({ label: 'Hộ tịch' });
  await dialog.getByLabel('Trang viện dẫn').fill('trang 2');
  await dialog.getByRole('button', { name: 'Thêm tài liệu' }).click();
  await choose(lan, [{ name: 'so-ho-tich.pdf', bytes: pdf('So ho tich') }]);
  await dialog.getByText('Đã gửi xong tệp').waitFor();
  await dialog.getByLabel('Trích yếu').fill('Trích sổ đăng ký hộ tịch');
  await dialog.getByLabel('Số, ký hiệu').fill('12/TK-UBND');
  await dialog.getByLabel('Ngày ban hành').fill('20/02/2024');
  expect(await seriousFindings(lan)).toEqual([]);
  await dialog.getByRole('button', { name: 'Lưu tài liệu' }).click();
  const chip = lan.getByRole('link', {
    name: '12/TK-UBND ngày 20/02/2024, Trích sổ đăng ký hộ tịch, trang 2',
  });
  await chip.waitFor();
  expect(await seriousFindings(lan)).toEqual([]);

  await lan.getByRole('link', { name: 'Tài liệu', exact: true }).click();
  await lan.getByLabel('Tìm tài liệu').fill('trich so dang ky');
  await lan.getByText('1 tài liệu').waitFor();
  await lan.getByRole('button', { name: 'Xem, sửa' }).click();
  await lan.getByText('Tệp không có chữ ký số.').waitFor();
  expect(await seriousFindings(lan)).toEqual([]);

  const page = await personAt(browser, server.url, 'mai');
  await page.goto(`${server.url}/xem-xet/${campaign.id}/${unit}`);
  const seen = page.getByRole('link', { name: /12\/TK-UBND/ });
  await seen.waitFor();
  const file = await page.request.get(`${server.url}${await seen.getAttribute('href')}`);
  expect([file.status(), file.headers()['content-type']]).toEqual([200, 'application/pdf']);
});
