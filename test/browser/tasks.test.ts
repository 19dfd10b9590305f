import { type CellValue, writeXlsx } from 'hucre/xlsx';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser } from '../setup/browser.ts';
import { theCampaign } from '../setup/campaign.ts';
import { signIn } from '../setup/client.ts';
import { startTestServer, type TestServer } from '../setup/server.ts';
import { personAt, seriousFindings } from './person.ts';

const HEADINGS = ['Số thứ tự', 'Nội dung nhiệm vụ', 'Văn bản giao', 'Thời hạn', 'Đơn vị thực hiện'];
const PLAN = 'Kế hoạch số 14/KH-UBND ngày 15/01/2024';
const TASK = 'Công khai kết quả giải quyết thủ tục hành chính hằng tháng';

let server: TestServer;
let browser: Browser;
let mai: Page;
let id = '';

beforeAll(async () => {
  server = await startTestServer({ stage: 'issued' });
  browser = await launchBrowser();
  mai = await personAt(browser, server.url, 'mai');
  ({ id } = await theCampaign(await signIn(server.url, 'mai')));
});
afterAll(async () => {
  await browser?.close();
  await server?.close();
});

const tasks = () => server.owner.selectFrom('task').where('content', '=', TASK).select('id').execute();
const file = async (...rows: CellValue[][]) => ({
  name: 'nhiem-vu.xlsx',
  mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  buffer: Buffer.from(await writeXlsx({ sheets: [{ name: 'Nhiệm vụ', rows: [HEADINGS, ...rows] }] })),
});

test('A9 tasks come in from Excel after a preview, and stand in part III of a commune', async () => {
  await mai.goto(`${server.url}/yeu-cau/${id}`);
  await mai.getByRole('button', { name: 'Nhập nhiệm vụ từ Excel' }).click();
  const dialog = mai.getByRole('dialog', { name: 'Nhập nhiệm vụ từ Excel' });
  const download = mai.waitForEvent('download');
  await dialog.getByRole('link', { name: 'Tải biểu mẫu .xlsx' }).click();
  expect((await download).suggestedFilename()).toMatch(/\.xlsx$/);
  await dialog.locator('input[type=file]').setInputFiles({
    name: 'nhiem-vu.xlsx',
    mimeType: 'text/plain',
    buffer: Buffer.from('Số thứ tự;Nội dung'),
  });
  await dialog.getByText(/Tệp này chưa phải tệp Excel/).waitFor();
  await dialog
    .locator('input[type=file]')
    .setInputFiles(
      await file(
        [1, TASK, PLAN, '30/6/2024', 'các xã, thị trấn'],
        [2, 'Sơ kết', PLAN, 'tháng 6', 'Phòng Nội vụ'],
      ),
    );
  await dialog.getByText(/1 nhiệm vụ nhận được, 1 dòng chưa nhận/).waitFor();
  await dialog.getByRole('row', { name: /Nhiệm vụ 3 D3 Thời hạn “tháng 6” chưa phải một ngày/ }).waitFor();
  expect(await seriousFindings(mai)).toEqual([]);
  expect(await tasks()).toEqual([]);
  await dialog.getByRole('button', { name: 'Nhập 1 nhiệm vụ' }).click();
  await dialog.waitFor({ state: 'detached' });
  expect(await tasks()).toHaveLength(1);
  await mai.getByText(/^Xem \d+ nhiệm vụ$/).click();
  await mai.getByRole('row', { name: new RegExp(`${TASK}.*30/06/2024.*0/22`) }).waitFor();
  expect(await seriousFindings(mai)).toEqual([]);

  const lan = await personAt(browser, server.url, 'lan');
  const report = await server.owner
    .selectFrom('unit')
    .where('name', '=', 'Xã Bảo Lâm')
    .select('id')
    .executeTakeFirstOrThrow();
  await lan.goto(`${server.url}/bao-cao/${id}/${report.id}`);
  await lan.getByText(TASK).first().waitFor();
  await lan.context().close();
});
