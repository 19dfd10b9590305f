import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser } from '../setup/browser.ts';
import { doc, theCampaign } from '../setup/campaign.ts';
import { signIn } from '../setup/client.ts';
import { startTestServer, type TestServer } from '../setup/server.ts';
import { personAt, seriousFindings } from './person.ts';

const TEXT = `BÁO CÁO
Kết quả công tác cải cách hành chính quý I năm 2024

I. CÔNG TÁC CHỈ ĐẠO, ĐIỀU HÀNH CCHC
Lời viết trong tệp về chỉ đạo điều hành, giao rõ từng người.

II. Kết quả thực hiện nhiệm vụ trên 05 lĩnh vực
1. Cải cách thể chế
Số văn bản phải rà soát là 12 văn bản.

VI. Phương hướng, nhiệm vụ cải cách hành chính trọng tâm
- Tiếp tục số hóa hồ sơ.
- Niêm yết công khai.

VII. Kiến nghị, đề xuất
Đề nghị huyện mở lớp tập huấn.

Nơi nhận: như trên.
`;

let server: TestServer;
let browser: Browser;
let lan: Page;
let unit = '';
let campaign = '';

beforeAll(async () => {
  server = await startTestServer({ stage: 'issued' });
  browser = await launchBrowser();
  const mai = await signIn(server.url, 'mai');
  const found = await theCampaign(mai);
  unit = found.unit('Xã Bảo Lâm');
  campaign = found.id;
  // Part I holds words, VI and VII none: what stands must not be replaced by itself.
  await server.owner
    .deleteFrom('narrative')
    .where('unit_id', '=', unit)
    .where('campaign_id', '=', campaign)
    .execute();
  const writer = await signIn(server.url, 'lan');
  const saved = await writer.post(`${found.path('Xã Bảo Lâm')}/save`, {
    words: [{ section: 's1', kind: 'text', doc: doc('Lời đang có trong báo cáo.'), version: 0 }],
  });
  expect(saved.status).toBe(200);
  lan = await personAt(browser, server.url, 'lan');
});
afterAll(async () => {
  await browser?.close();
  await server?.close();
});

const words = async () =>
  Object.fromEntries(
    (
      await server.owner
        .selectFrom('narrative')
        .where('unit_id', '=', unit)
        .where('campaign_id', '=', campaign)
        .select(['section_id', 'plain'])
        .execute()
    ).map((w) => [w.section_id, w.plain]),
  );

const figureIn = async (row: string): Promise<unknown> =>
  (
    await server.owner
      .selectFrom('cell')
      .where('unit_id', '=', unit)
      .where('campaign_id', '=', campaign)
      .where('row_id', '=', row)
      .selectAll()
      .executeTakeFirst()
  )?.amount;

test('H4 a Word report is looked at beside what stands, and only ticked parts go in', async () => {
  await lan.goto(`${server.url}/bao-cao/${campaign}/${unit}/s1`);
  await lan.getByRole('button', { name: 'Đọc từ tệp Word' }).click();
  const dialog = lan.getByRole('dialog', { name: 'Đọc từ tệp Word' });
  const input = dialog.locator('input[type=file]');
  await input.setInputFiles({
    name: 'ban-quet.png',
    mimeType: 'image/png',
    buffer: Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
  });
  await dialog.getByText(/Tệp là bản quét hoặc ảnh/).waitFor();
  await input.setInputFiles({ name: 'bao-cao.txt', mimeType: 'text/plain', buffer: Buffer.from(TEXT) });
  await dialog.getByText(/Đọc được 4 phần, còn \d+ phần chưa thấy trong tệp/).waitFor();
  const tick = (name: RegExp) => dialog.getByRole('checkbox', { name });
  expect(await tick(/^I\. Công tác chỉ đạo/).isChecked()).toBe(false);
  expect(await tick(/^VI\. Phương hướng/).isChecked()).toBe(true);
  expect(await tick(/^VII\. Kiến nghị/).isChecked()).toBe(true);
  await dialog.getByText('Lời đang có trong báo cáo.').waitFor();
  await dialog.getByText('Lời viết trong tệp về chỉ đạo điều hành, giao rõ từng người.').waitFor();
  await dialog.getByText(/Chữ còn lại trong tệp/).click();
  await dialog.getByText(/Nơi nhận: như trên/).waitFor();
  expect(await seriousFindings(lan)).toEqual([]);
  await tick(/^VII\. Kiến nghị/).uncheck();
  expect(await words()).toEqual({ s1: 'Lời đang có trong báo cáo.' });
  // A figure of the text is offered beside its cell, and enters only when it is ticked.
  const figure = dialog.getByRole('checkbox', { name: /^Điền 12 vào ô Số văn bản phải rà soát/ });
  expect(await figure.isChecked()).toBe(false);
  await figure.check();
  expect(await figureIn('cchc-2-06')).not.toBe('12');
  await dialog.getByRole('button', { name: 'Đưa vào báo cáo (2 phần, 1 số)' }).click();
  await dialog.waitFor({ state: 'detached' });
  await expect.poll(words, { timeout: 15_000 }).toEqual({
    s1: 'Lời đang có trong báo cáo.',
    's2.1': 'Số văn bản phải rà soát là 12 văn bản.',
    s6: '- Tiếp tục số hóa hồ sơ.\n- Niêm yết công khai.',
  });
  await expect.poll(() => figureIn('cchc-2-06'), { timeout: 15_000 }).toBe('12');
});

test('words that stand are replaced only when somebody ticks them, and show at once in the editor', async () => {
  await lan.goto(`${server.url}/bao-cao/${campaign}/${unit}/s1`);
  await lan.getByRole('button', { name: 'Đọc từ tệp Word' }).click();
  const dialog = lan.getByRole('dialog', { name: 'Đọc từ tệp Word' });
  await dialog
    .locator('input[type=file]')
    .setInputFiles({ name: 'bao-cao.txt', mimeType: 'text/plain', buffer: Buffer.from(TEXT) });
  const part = dialog.getByRole('checkbox', { name: /^I\. Công tác chỉ đạo/ });
  await part.check();
  await dialog.getByText('Phần đang có sẽ được thay bằng lời trong tệp.').waitFor();
  await dialog.getByRole('button', { name: /^Đưa vào báo cáo/ }).click();
  await dialog.waitFor({ state: 'detached' });
  await lan.locator('.pm').getByText('Lời viết trong tệp về chỉ đạo điều hành').waitFor();
  await expect
    .poll(async () => (await words()).s1, { timeout: 15_000 })
    .toBe('Lời viết trong tệp về chỉ đạo điều hành, giao rõ từng người.');
});
