import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser } from '../setup/browser.ts';
import { startTestServer, type TestServer } from '../setup/server.ts';
import { draftPart, takeLateUntil } from './draft-part.ts';
import { personAt, seriousFindings } from './person.ts';

const LETTER = join(import.meta.dirname, '../../packs/cao-loc-2024/letter.txt');
const PARTS = ['Hạn gửi', 'Văn bản', 'Nơi nhận báo cáo', 'Đề cương', 'Lĩnh vực chủ trì'];

let server: TestServer;
let browser: Browser;
let mai: Page;
/** The request that Mai makes here and the others act on. */
let path = '';

beforeAll(async () => {
  server = await startTestServer({ stage: 'before-issue' });
  browser = await launchBrowser();
  mai = await personAt(browser, server.url, 'mai');
});
afterAll(async () => {
  await browser?.close();
  await server?.close();
});

const saved = (page: Page) => page.getByText(/^Đã lưu \d\d:\d\d:\d\d$/);
const obliged = () =>
  server.owner
    .selectFrom('report')
    .innerJoin('unit', 'unit.id', 'report.unit_id')
    .where('campaign_id', '=', path.split('/').at(-1) ?? '')
    .select(['unit.kind', 'report.outline'])
    .execute();

test('a file that cannot be read is named with the reason and the way on', async () => {
  await mai.goto(`${server.url}/yeu-cau/moi`);
  await mai.locator('input[type=file]').setInputFiles({
    name: 'cong van quet.png',
    mimeType: 'image/png',
    buffer: Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
  });
  await mai.getByText(/Tệp là bản quét hoặc ảnh/).waitFor();
  await mai.getByText('cong van quet.png').waitFor();
  expect(await seriousFindings(mai)).toEqual([]);
});

test('a letter that orders no report says why and asks before a draft is made', async () => {
  await mai.goto(`${server.url}/yeu-cau/moi`);
  await mai
    .getByLabel('Nguyên văn công văn')
    .fill('GIẤY MỜI\n\nKính mời các đồng chí dự họp giao ban lúc 8 giờ ngày 05/3/2024.');
  await mai.getByRole('button', { name: 'Đọc nội dung này' }).click();
  await mai.getByText('Văn bản này chưa giống một công văn yêu cầu báo cáo.').waitFor();
  await mai.getByRole('button', { name: 'Lập dự thảo yêu cầu' }).press('Enter');
  await mai.getByText(/Đánh dấu “Vẫn lập dự thảo/).waitFor();
  expect(mai.url()).toBe(`${server.url}/yeu-cau/moi`);
});

test('A1 the letter becomes a draft, every value linked with its words, number and day left blank', async () => {
  await mai.goto(`${server.url}/yeu-cau/moi`);
  await mai.locator('input[type=file]').setInputFiles(LETTER);
  await mai.getByRole('heading', { name: 'Đã đọc được' }).waitFor();
  expect(await seriousFindings(mai)).toEqual([]);
  await mai.getByRole('button', { name: 'Lập dự thảo yêu cầu' }).click();
  await draftPart(mai, 'Hạn gửi').waitFor();
  path = new URL(mai.url()).pathname;
  const about = draftPart(mai, 'Văn bản');
  await about.getByText('Cấp khi phát hành.').waitFor();
  expect(await about.getByText(/^(Công văn số 983|Kế hoạch số 14|Quyết định số 362)/).count()).toBe(3);
  await draftPart(mai, 'Nơi nhận báo cáo').getByText('5 phòng, cơ quan + 22 xã, thị trấn = 27').waitFor();
  const outline = draftPart(mai, 'Đề cương');
  expect(await outline.locator('.outl').first().locator('li').count()).toBe(7);
  expect(await draftPart(mai, 'Lĩnh vực chủ trì').locator('.fr:has(.mn)').count()).toBe(8);
  // Each number leads from the draft to the words and, with Esc, back.
  const letter = mai.getByRole('region', { name: 'Nguyên văn công văn' });
  for (const link of await mai.locator('.draft .lk .mn').all()) {
    const n = await link.textContent();
    await link.click();
    expect(await letter.locator(`#w${n}`).getAttribute('class'), `${n}`).toMatch(/hot/);
    expect(await mai.evaluate(() => document.activeElement?.closest('.paper') !== null)).toBe(true);
    await mai.keyboard.press('Escape');
    expect(await mai.evaluate(() => document.activeElement?.textContent)).toBe(n);
  }
  expect(await letter.locator('mark.gone').count()).toBe(2);
  // Pointing at a value marks its words, and the other way round; no press is needed.
  const row = about.locator('.fr', { hasText: 'Trích yếu' });
  await row.hover();
  const n = await row.locator('.mn').textContent();
  expect(await letter.locator(`#w${n}`).getAttribute('class')).toMatch(/hot/);
  const place = about.locator('.fr', { hasText: 'Địa danh' });
  const m = await place.locator('.mn').textContent();
  await letter.locator(`#w${m}`).hover();
  await about.locator(`#f${m}.hot`).waitFor();
});

test('A1 A2 other words of the letter are taken for a value, and words that do not say it are refused', async () => {
  await mai.goto(server.url + path);
  const letter = mai.getByRole('region', { name: 'Nguyên văn công văn' });
  await letter.waitFor();
  const mark = (words: string): Promise<void> =>
    mai.evaluate((wanted) => {
      const walker = document.createTreeWalker(
        document.querySelector('.paper') ?? document.body,
        NodeFilter.SHOW_TEXT,
      );
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const at = node.textContent?.indexOf(wanted) ?? -1;
        if (at < 0) continue;
        const range = document.createRange();
        range.setStart(node, at);
        range.setEnd(node, at + wanted.length);
        getSelection()?.removeAllRanges();
        getSelection()?.addRange(range);
        return;
      }
      throw new Error(wanted);
    }, words);
  const bar = mai.getByRole('form', { name: 'Dùng chữ đã chọn trong công văn' });
  await mark('nghiêm túc');
  await bar.getByLabel('Dùng cho').selectOption({ label: 'Hạn gửi' });
  await bar.getByRole('button', { name: 'Dùng chữ này' }).click();
  await bar.getByText(/Chữ đã chọn chưa nêu được Hạn gửi/).waitFor();
  expect(await seriousFindings(mai)).toEqual([]);
  await mark('cải cách hành chính định kỳ');
  await bar.getByLabel('Dùng cho').selectOption({ label: 'Trích yếu' });
  await bar.getByRole('button', { name: 'Dùng chữ này' }).click();
  const row = draftPart(mai, 'Văn bản').locator('.fr', { hasText: 'Trích yếu' });
  await row.getByText('cải cách hành chính định kỳ').waitFor();
  await saved(mai).waitFor();
  const n = await row.locator('.mn').textContent();
  expect(await letter.locator(`#w${n}`).textContent()).toContain('cải cách hành chính định kỳ');
  await row.getByRole('button', { name: 'Sửa: Trích yếu' }).click();
  await mai
    .getByRole('textbox', { name: 'Trích yếu' })
    .fill('báo cáo công tác cải cách hành chính quý I năm 2024');
  await mai.getByRole('button', { name: 'Xong' }).click();
  await saved(mai).waitFor();
  // The same without a mouse: Số: / UBND-NV Cao Lộc, …
  await letter.focus();
  for (const key of ['Enter', 'ArrowRight', 'ArrowRight', 'ArrowRight', 'Shift+ArrowRight'])
    await mai.keyboard.press(key);
  await bar.getByText('“Cao Lộc”').waitFor();
  for (const key of ['ArrowDown', 'ArrowUp']) await mai.keyboard.press(key);
  await mai.keyboard.press('Enter');
  await mai.keyboard.press('Escape');
  expect(await bar.count()).toBe(0);
  expect(await letter.evaluate((paper) => document.activeElement === paper)).toBe(true);
  for (const key of ['Enter', 'ArrowRight', 'ArrowRight', 'ArrowRight', 'Shift+ArrowRight', 'Enter'])
    await mai.keyboard.press(key);
  const use = bar.getByLabel('Dùng cho');
  expect(await use.evaluate((field) => document.activeElement === field)).toBe(true);
  await use.selectOption({ label: 'Địa danh' });
  await bar.getByRole('button', { name: 'Dùng chữ này' }).press('Enter');
  await draftPart(mai, 'Văn bản').locator('.fr', { hasText: 'Cao Lộc' }).first().waitFor();
  await bar.waitFor({ state: 'detached' });
});

test('A2 the outline follows a file of its own; parts are left out, renamed and added', async () => {
  await mai.goto(server.url + path);
  const part = draftPart(mai, 'Đề cương');
  await part.locator('input[type=file]').setInputFiles({
    name: 'de-cuong.txt',
    mimeType: 'text/plain',
    buffer: Buffer.from(
      'ĐỀ CƯƠNG BÁO CÁO\n\nI. Công tác chỉ đạo điều hành cải cách hành chính\nII. Kết quả thực hiện nhiệm vụ trên 05 lĩnh vực cải cách hành chính\nIII. Sáng kiến, mô hình mới\n',
    ),
  });
  await part.getByText('Đọc được 3 phần trong tệp de-cuong.txt.').waitFor();
  const communes = part.locator('.outl').first();
  await communes.getByRole('button', { name: 'Thêm vào đề cương: Sáng kiến, mô hình mới' }).click();
  await communes.getByText('Tệp đề cương không nêu phần này.').first().waitFor();
  await part.getByRole('button', { name: 'Thôi đối chiếu với tệp' }).click();
  await communes.getByRole('button', { name: /^Sửa: Phương hướng/ }).click();
  await communes.getByLabel('Tên phần').fill('Nhiệm vụ trọng tâm kỳ sau');
  await communes.getByRole('button', { name: 'Xong' }).click();
  await communes.getByText(/^Tên trong mẫu: Phương hướng/).waitFor();
  await communes
    .getByRole('button', { name: /^Sửa: Đánh giá tác động/ })
    .first()
    .click();
  await communes.getByLabel('Yêu cầu phần này').uncheck();
  await communes.getByRole('button', { name: 'Xong' }).click();
  await communes.getByText('không yêu cầu').waitFor();
  await saved(mai).waitFor();
  expect(await seriousFindings(mai)).toEqual([]);
  const { request } = await server.owner
    .selectFrom('campaign')
    .where('id', '=', path.split('/').at(-1) ?? '')
    .select('request')
    .executeTakeFirstOrThrow();
  const { parts } = request as {
    parts: { added: { title: string }[]; leftOut: string[]; renamed: { title: string }[] };
  };
  expect(parts.added.map((p) => p.title)).toEqual(['Sáng kiến, mô hình mới']);
  expect(parts.leftOut.length).toBe(1);
  expect(parts.renamed.map((p) => p.title)).toEqual(['Nhiệm vụ trọng tâm kỳ sau']);
});

test('A4 the deadline is spelled out, and a day without a working day gets an offer, never a silent change', async () => {
  await mai.goto(server.url + path);
  const part = draftPart(mai, 'Hạn gửi');
  await part
    .getByText(/Hạn cuối 24:00 ngày 29\/02\/2024, còn 1 ngày làm việc sau khi chốt số liệu/)
    .waitFor();
  const type = async (name: string, fields: Record<string, string>): Promise<void> => {
    await part.getByRole('button', { name: `Sửa: ${name}` }).click();
    for (const [label, text] of Object.entries(fields))
      await part.getByLabel(label, { exact: true }).fill(text);
    await part.getByRole('button', { name: 'Xong' }).click();
  };
  // The same request for 2025: 28/02 is a Friday, so no working day lies before 01/3.
  await type('Kỳ số liệu', { 'Từ ngày': '01/12/2024', 'Đến hết ngày': '28/02/2025' });
  await type('Hạn gửi', { 'Trước ngày': '1/3/2025' });
  await part.getByText(/Đề nghị: trước ngày 04\/3\/2025/).waitFor();
  await part.getByText('24:00 ngày 28/02/2025').waitFor();
  await part.getByRole('button', { name: 'Dùng ngày đề nghị' }).click();
  await part.getByText(/24:00 ngày 03\/03\/2025, còn 1 ngày làm việc/).waitFor();
  await type('Hạn gửi', { 'Trước ngày': '31/02/2024' });
  await part.getByText(/Gõ ngày có thật/).waitFor();
  await part.getByLabel('Trước ngày', { exact: true }).fill('01/3/2024');
  await part.getByRole('button', { name: 'Xong' }).click();
  await type('Kỳ số liệu', { 'Từ ngày': '01/12/2023', 'Đến hết ngày': '28/02/2024' });
  await part.getByText(/24:00 ngày 29\/02\/2024, còn 1 ngày làm việc/).waitFor();
});

test('D2 somebody else saved first: both values stand side by side until one is chosen', async () => {
  const nga = await personAt(browser, server.url, 'nga');
  await nga.goto(server.url + path);
  await mai.goto(server.url + path);
  const correct = async (page: Page, place: string): Promise<void> => {
    await draftPart(page, 'Văn bản').getByRole('button', { name: 'Sửa: Địa danh' }).click();
    await page.getByLabel('Địa danh', { exact: true }).fill(place);
    await page.keyboard.press('Enter');
  };
  await correct(nga, 'Đồng Đăng');
  await saved(nga).waitFor();
  await correct(mai, 'Cao Lộc, Lạng Sơn');
  const note = mai.getByRole('alert').filter({ hasText: 'Người khác vừa lưu dự thảo này.' });
  await note.getByText(/Bản đang gõ: Cao Lộc, Lạng Sơn\. Bản vừa lưu: Đồng Đăng\./).waitFor();
  await note.getByRole('button', { name: 'Giữ bản đang gõ' }).click();
  await saved(mai).waitFor();
  await nga.reload();
  await draftPart(nga, 'Văn bản').getByText('Cao Lộc, Lạng Sơn').waitFor();
  await nga.context().close();
});

test('A2 nothing goes on before every part was looked at; corrections are kept', async () => {
  await mai.goto(server.url + path);
  await draftPart(mai, 'Văn bản').getByRole('button', { name: 'Sửa: Người ký' }).click();
  await mai.getByLabel('Họ và tên').fill('Đàm Quốc Bình');
  await mai.keyboard.press('Enter');
  await takeLateUntil(mai);
  const pass = mai.getByRole('button', { name: 'Chuyển ký' });
  expect(await pass.getAttribute('aria-disabled')).toBe('true');
  await pass.press('Enter');
  await mai.getByText('Chưa xem phần Hạn gửi. Xem rồi đánh dấu đã xem.').waitFor();
  for (const part of PARTS)
    await mai.getByRole('button', { name: `Đánh dấu đã xem phần ${part}`, exact: true }).click();
  await mai.getByText('Đã xem 5/5 phần').waitFor();
  await pass.click();
  await mai.getByText('Chờ ký', { exact: true }).first().waitFor();
  expect(await obliged()).toEqual([]);
});

test('A3 A10 the signer gives it back, signs; văn thư numbers it; 27 units by name are obliged', async () => {
  const binh = await personAt(browser, server.url, 'binh');
  await binh.goto(server.url + path);
  await binh.getByRole('button', { name: 'Trả lại' }).click();
  await binh.getByLabel(/Lý do/).fill('Ghi lại địa danh là Cao Lộc.');
  await binh.getByRole('dialog').getByRole('button', { name: 'Trả lại' }).click();
  await binh.getByText(/Trả lại để sửa: “Ghi lại địa danh/).waitFor();

  await mai.goto(server.url + path);
  await mai.getByText('“Ghi lại địa danh là Cao Lộc.”').first().waitFor();
  await draftPart(mai, 'Văn bản').getByRole('button', { name: 'Sửa: Địa danh' }).click();
  await mai.getByLabel('Địa danh', { exact: true }).fill('Cao Lộc');
  await mai.keyboard.press('Enter');
  await mai.getByRole('button', { name: 'Chuyển ký' }).click();
  await mai.getByText('Chờ ký', { exact: true }).first().waitFor();

  await binh.reload();
  await binh.getByRole('button', { name: 'Ký', exact: true }).click();
  await binh.getByRole('dialog').getByRole('button', { name: 'Ký', exact: true }).click();
  await binh.getByText('Đã ký, chờ cấp số').waitFor();
  expect(await seriousFindings(binh)).toEqual([]);

  const registry = await personAt(browser, server.url, 'vanthu');
  await registry.goto(`${server.url}/van-thu`);
  await registry.getByRole('link', { name: 'Cấp số, phát hành' }).click();
  await registry.getByRole('button', { name: 'Cấp số, phát hành' }).click();
  await registry.getByText('Gõ số văn bản bằng chữ số, như 112.').waitFor();
  await registry.getByLabel(/^Số văn bản/).fill('113');
  await registry.getByLabel(/^Ngày văn bản/).fill('06/02/2024');
  await registry.getByRole('button', { name: 'Cấp số, phát hành' }).click();
  const page = registry.getByRole('dialog', { name: 'Phát hành yêu cầu đến 27 đơn vị' });
  await page.locator('.names li').nth(26).waitFor();
  expect(await page.locator('.names li').count()).toBe(27);
  expect(await obliged()).toEqual([]);
  await page.getByRole('button', { name: 'Phát hành đến 27 đơn vị' }).click();
  await registry.getByText('Đã phát hành').first().waitFor();
  const units = await obliged();
  expect(units.length).toBe(27);
  expect(units.filter((u) => u.kind === 'commune' && u.outline === 'commune').length).toBe(22);
  expect(units.filter((u) => u.kind === 'department' && u.outline === 'department').length).toBe(5);
  const steps = registry.getByRole('region', { name: 'Ai đã làm gì' }).getByRole('listitem');
  const words = (await steps.allTextContents()).join('\n');
  for (const step of [
    'Lập dự thảo',
    'Chuyển ký',
    'Trả lại để sửa',
    'Ký',
    'Cấp số 113/UBND-NV, ngày 06/02/2024',
  ])
    expect(words).toContain(step);
  for (const name of ['Vi Thị Mai', 'Đàm Quốc Bình', 'Triệu Thị Hoài']) expect(words).toContain(name);
  await binh.context().close();
  await registry.context().close();
});

test('A5 the next period is drafted from the issued request, and what changed is shown', async () => {
  await mai.goto(server.url + path);
  await mai.getByRole('button', { name: 'Lập yêu cầu kỳ sau' }).click();
  const dialog = mai.getByRole('dialog', { name: 'Lập yêu cầu kỳ sau' });
  await dialog.getByText(/Yêu cầu này là Quý I năm 2024. Kỳ kế tiếp: 6 tháng đầu năm 2024/).waitFor();
  expect(await seriousFindings(mai)).toEqual([]);
  await dialog.getByLabel('Năm', { exact: true }).fill('24');
  await dialog.getByRole('button', { name: 'Lập dự thảo kỳ sau' }).click();
  await dialog.getByText('Gõ năm bốn chữ số, như 2024.').waitFor();
  await dialog.getByLabel('Năm', { exact: true }).fill('2024');
  await dialog.getByRole('button', { name: 'Lập dự thảo kỳ sau' }).click();
  const changed = mai.getByRole('region', { name: 'Đổi so với kỳ trước' });
  await changed.getByRole('row', { name: /Kỳ báo cáo Quý I năm 2024 6 tháng đầu năm 2024/ }).waitFor();
  await changed.getByRole('row', { name: /từ 01\/12\/2023 đến hết 28\/05\/2024/ }).waitFor();
  await changed.getByRole('link', { name: /113\/UBND-NV/ }).waitFor();
  expect(new URL(mai.url()).pathname).not.toBe(path);
  // No letter was read: the outline that is carried on stands in its place, as text.
  const outline = mai.getByRole('region', { name: 'Đề cương giữ từ kỳ trước' });
  expect(await outline.getByText(/^I\. /).count()).toBeGreaterThan(0);
  expect(await seriousFindings(mai)).toEqual([]);
});

test('A8 what was issued is changed with a document and a reason; the unit sees what changed and confirms', async () => {
  await mai.goto(server.url + path);
  // What văn thư gave stands where the letter had left a blank.
  await mai.getByRole('region', { name: 'Nguyên văn công văn' }).getByText('113').first().waitFor();
  await mai.getByRole('link', { name: 'Điều chỉnh yêu cầu' }).click();
  const see = mai.getByRole('button', { name: 'Xem thay đổi' });
  await see.click();
  await mai.getByText('Gõ ngày có thật theo dạng ngày/tháng/năm').first().waitFor();
  expect(await seriousFindings(mai)).toEqual([]);
  await mai.getByRole('group', { name: 'Hạn gửi' }).getByLabel('Trước ngày').fill('05/03/2024');
  await mai.getByLabel('VII. Kiến nghị, đề xuất').first().uncheck();
  await mai.getByLabel('Gửi sau hạn').selectOption({ label: 'Nhận đến một mốc, sau mốc từ chối' });
  await mai.getByRole('group', { name: 'Quy định về thời hạn' }).getByLabel('Trước ngày').fill('08/03/2024');
  await mai.getByLabel(/^Số, ký hiệu văn bản điều chỉnh/).fill('158/UBND-NV');
  await mai.getByLabel(/^Ngày văn bản/).fill('06/02/2024');
  await mai.getByLabel(/^Lý do/).fill('Sở Nội vụ lùi thời hạn của tỉnh.');
  await see.click();
  const dialog = mai.getByRole('dialog', { name: 'Điều chỉnh lần 1' });
  await dialog.getByText('Hạn cuối: 24:00 ngày 29/02/2024 → 24:00 ngày 04/03/2024').waitFor();
  await dialog.getByText('27 đơn vị được báo và phải xác nhận đã xem.').waitFor();
  await dialog.getByRole('button', { name: 'Điều chỉnh, báo các đơn vị' }).click();
  const versions = mai.getByRole('region', { name: 'Các lần điều chỉnh' });
  await versions.getByText('Lý do: Sở Nội vụ lùi thời hạn của tỉnh.').waitFor();
  await versions.getByRole('button', { name: 'Xem nội dung lần này' }).last().click();
  const first = mai.getByRole('dialog', { name: 'Nội dung phát hành' });
  await first.getByText('trước ngày 01/3/2024').first().waitFor();
  await first.getByRole('button', { name: 'Thôi' }).click();

  const lan = await personAt(browser, server.url, 'lan', { viewport: { width: 360, height: 740 } });
  const { unit_id } = await server.owner
    .selectFrom('post')
    .innerJoin('person', 'person.id', 'post.person_id')
    .where('login', '=', 'lan')
    .select('unit_id')
    .executeTakeFirstOrThrow();
  await lan.goto(`${server.url}/bao-cao/${path.split('/').at(-1)}/${unit_id}`);
  const changed = lan.getByRole('region', { name: 'Yêu cầu báo cáo đã điều chỉnh' });
  await changed.getByText(/Không yêu cầu nữa: phần “Kiến nghị, đề xuất”/).waitFor();
  expect(await seriousFindings(lan)).toEqual([]);
  await changed.getByRole('button', { name: 'Xác nhận đã xem thay đổi' }).click();
  await changed.waitFor({ state: 'detached' });
  await lan.context().close();
});

test('a phone of 360 px shows letter and draft one under the other without sideways scrolling', async () => {
  const phone = await personAt(browser, server.url, 'mai', { viewport: { width: 360, height: 740 } });
  for (const at of ['/yeu-cau', '/yeu-cau/moi', path, `${path}/dieu-chinh`]) {
    await phone.goto(server.url + at);
    await phone.getByRole('heading', { level: 1 }).waitFor({ state: 'attached' });
    const over = await phone.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(over, at).toBe(0);
    expect(await seriousFindings(phone), at).toEqual([]);
  }
  await phone.context().close();
});
