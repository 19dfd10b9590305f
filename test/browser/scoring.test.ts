import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser } from '../setup/browser.ts';
import { theCampaign } from '../setup/campaign.ts';
import { signIn } from '../setup/client.ts';
import { comparedSet } from '../setup/comparedSet.ts';
import { roundOfAll } from '../setup/roundOfAll.ts';
import { startTestServer, type TestServer } from '../setup/server.ts';
import { personAt, seriousFindings } from './person.ts';

let server: TestServer;
let browser: Browser;
let lan: Page;
let mai: Page;
let round = '';
let unit = '';

beforeAll(async () => {
  server = await startTestServer({ stage: 'issued' });
  browser = await launchBrowser();
  const office = await signIn(server.url, 'mai');
  unit = (await theCampaign(office)).unit('Xã Bảo Lâm');
  round = await roundOfAll(server, office, [unit]);
  [lan, mai] = await Promise.all([
    personAt(browser, server.url, 'lan'),
    personAt(browser, server.url, 'mai'),
  ]);
});
afterAll(async () => {
  await browser?.close();
  await server?.close();
});

const wider = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

test('a scoring sheet opens in at most three requests; a criterion is answered where it stands', async () => {
  const asked: string[] = [];
  await lan.goto(`${server.url}/chi-so`);
  await lan.getByRole('link', { name: /Phiếu của Xã Bảo Lâm/ }).waitFor();
  lan.on('request', (request) => {
    const { pathname } = new URL(request.url());
    // The stream of changes stays open all the time, whichever screen is shown.
    if (pathname.startsWith('/api/') && !pathname.startsWith('/api/changes')) asked.push(pathname);
  });
  await lan.getByRole('link', { name: /Phiếu của Xã Bảo Lâm/ }).click();
  const name = lan.getByRole('button', { name: /^1\.1\.1 / });
  await name.waitFor();
  expect(asked.length).toBeLessThanOrEqual(3);
  await name.click();
  await lan.getByLabel('Trả lời').selectOption({ index: 1 });
  await lan.getByLabel(/^Giải trình/).fill('Kế hoạch ban hành đúng hạn');
  await lan.getByRole('button', { name: 'Lưu tiêu chí này' }).click();
  await lan.getByText('Giải trình của đơn vị:').waitFor();
  // On a phone the cells of a row stand below each other, each within its row.
  await lan.setViewportSize({ width: 360, height: 740 });
  expect(
    await lan
      .locator('.sheett tbody tr')
      .evaluateAll((rows) => rows.filter((r) => r.scrollHeight > r.clientHeight + 1).length),
  ).toBe(0);
  expect(await wider(lan)).toBeLessThanOrEqual(0);
  await lan.setViewportSize({ width: 1366, height: 768 });
  expect(await seriousFindings(lan)).toEqual([]);
});

test('units stand side by side on a phone too; the decision is drafted from the round', async () => {
  await mai.goto(`${server.url}/chi-so/${round}`);
  await mai
    .getByRole('row', { name: /^1 .*%/ })
    .first()
    .waitFor();
  expect(await seriousFindings(mai)).toEqual([]);
  await mai.getByRole('button', { name: 'Công bố kết quả' }).click();
  const dialog = mai.getByRole('dialog', { name: 'Công bố kết quả' });
  await dialog.getByRole('button', { name: 'Lập dự thảo quyết định' }).click();
  await dialog
    .getByText(/chưa thẩm định xong|1 đơn vị/)
    .first()
    .waitFor();
  expect(await seriousFindings(mai)).toEqual([]);
  await mai.keyboard.press('Escape');
  await mai.setViewportSize({ width: 360, height: 740 });
  expect(await wider(mai)).toBeLessThanOrEqual(0);
  await mai.setViewportSize({ width: 1366, height: 768 });
});

test('I1 a revision is read before it is kept, tried on every unit before it is followed; its number is given', async () => {
  await mai.goto(`${server.url}/chi-so/bo-tieu-chi`);
  await mai.getByRole('button', { name: 'Nhập từ Excel' }).click();
  const file = mai.getByRole('dialog', { name: 'Nhập bộ tiêu chí' });
  await file.locator('input[type=file]').setInputFiles({
    name: 'bo-tieu-chi.json',
    mimeType: 'application/json',
    buffer: Buffer.from(JSON.stringify(comparedSet())),
  });
  await file.getByText('mức bình quân').first().waitFor();
  expect(await seriousFindings(mai)).toEqual([]);
  await file.getByRole('textbox', { name: /^Lý do/ }).fill('So với mức bình quân của huyện');
  await file.getByRole('button', { name: /bản 2/ }).click();
  await file.waitFor({ state: 'detached' });
  await mai.goto(`${server.url}/chi-so/${round}`);
  await mai.getByRole('button', { name: 'Xem trước khi chuyển' }).click();
  const version = mai.getByRole('dialog');
  await version.getByRole('row', { name: /Xã Lộc Yên/ }).waitFor();
  expect(await seriousFindings(mai)).toEqual([]);
  await version.getByRole('button', { name: 'Chuyển và chấm lại' }).click();
  await version.waitFor({ state: 'detached' });
  await mai.getByRole('button', { name: 'Số liệu quy chiếu (0/1 số)' }).click();
  const numbers = mai.getByRole('dialog', { name: 'Số liệu quy chiếu' });
  await numbers.getByLabel('mức bình quân').fill('9o');
  await numbers.getByRole('button', { name: 'Lưu, tính lại điểm' }).click();
  await numbers.getByText('Chưa đọc được số này').waitFor();
  expect(await seriousFindings(mai)).toEqual([]);
  await numbers.getByLabel('mức bình quân').fill('90,5');
  await numbers.getByRole('button', { name: 'Lưu, tính lại điểm' }).click();
  await mai.getByRole('button', { name: 'Số liệu quy chiếu (1/1 số)' }).waitFor();
});

test('the forecast, the low marks and the tasks: read, changed, taken along', async () => {
  await mai.goto(`${server.url}/chi-so/du-kien`);
  await mai.getByRole('heading', { name: /^Dự kiến Chỉ số CCHC của/ }).waitFor();
  await mai.getByText('Chưa gồm điểm điều tra xã hội học', { exact: false }).first().waitFor();
  expect(await seriousFindings(mai)).toEqual([]);
  await lan.goto(`${server.url}/chi-so/khac-phuc`);
  await lan
    .getByRole('button', { name: /^Cập nhật/ })
    .first()
    .click();
  await lan.getByRole('textbox', { name: 'Người phụ trách' }).fill('Công chức Tư pháp - Hộ tịch');
  expect(await seriousFindings(lan)).toEqual([]);
  await lan.getByRole('button', { name: 'Lưu', exact: true }).click();
  await lan.getByRole('cell', { name: 'Công chức Tư pháp - Hộ tịch' }).waitFor();
  await lan.goto(`${server.url}/nhiem-vu`);
  await lan
    .getByRole('button', { name: /^Cập nhật/ })
    .first()
    .click();
  await lan.getByRole('textbox', { name: 'Người phụ trách' }).fill('Công chức Văn phòng - Thống kê');
  expect(await seriousFindings(lan)).toEqual([]);
  await lan.getByRole('button', { name: 'Lưu tiến độ' }).click();
  await lan.getByRole('cell', { name: 'Công chức Văn phòng - Thống kê' }).waitFor();
  const download = lan.waitForEvent('download');
  await lan.getByRole('link', { name: 'Excel' }).click();
  expect((await download).suggestedFilename()).toMatch(/\.xlsx$/);
});
