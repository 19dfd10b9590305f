import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ReportAnswer } from '../../src/core/report/answers.ts';
import { launchBrowser } from '../setup/browser.ts';
import { doc, fillAndPass, signSeen, theCampaign } from '../setup/campaign.ts';
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

const unitNamed = async (name: string) =>
  server.owner
    .selectFrom('report')
    .innerJoin('unit', 'unit.id', 'report.unit_id')
    .where('unit.name', '=', name)
    .select(['report.campaign_id', 'report.unit_id', 'report.state', 'report.begun_at'])
    .executeTakeFirstOrThrow();

const read = async (page: Page, name: string): Promise<void> => {
  const at = await unitNamed(name);
  await page.goto(`${server.url}/xem-xet/${at.campaign_id}/${at.unit_id}`);
  await page.getByRole('region', { name: `Đọc báo cáo ${name}` }).waitFor();
};

test('E3 reading is not receiving: the command stands before returning and receiving', async () => {
  await read(mai, 'Xã Yên Trạch');
  const foot = mai.getByRole('contentinfo');
  await foot.getByRole('button', { name: 'Bắt đầu tiếp nhận' }).waitFor();
  expect(await foot.getByRole('button', { name: 'Tiếp nhận', exact: true }).count()).toBe(0);
  expect(await foot.getByRole('button', { name: /^Trả lại/ }).count()).toBe(0);
  expect((await unitNamed('Xã Yên Trạch')).begun_at).toBeNull();
  expect(await seriousFindings(mai)).toEqual([]);
});

test('E4 a report is returned with a remark at a cell, a reason, a sentence and a date', async () => {
  await read(mai, 'Xã Yên Trạch');
  const foot = mai.getByRole('contentinfo');
  await foot.getByRole('button', { name: 'Bắt đầu tiếp nhận' }).click();
  const giveBack = foot.getByRole('button', { name: /^Trả lại/ });
  // Refused buttons stay clickable, and say why.
  await giveBack.click({ force: true });
  await foot.getByText('Ghim ít nhất một ý kiến rồi mới trả lại.').waitFor();
  expect((await unitNamed('Xã Yên Trạch')).state).toBe('submitted');

  // By keyboard: a cell, G, a reason, a sentence.
  await mai
    .getByRole('grid', { name: /Giải quyết hồ sơ thủ tục hành chính/ })
    .locator('td')
    .nth(7)
    .click();
  await mai.keyboard.press('ArrowDown');
  await mai.keyboard.press('g');
  const lane = mai.getByRole('complementary', { name: 'Ý kiến bên lề' });
  const form = lane.getByRole('form', { name: 'Ý kiến 1' });
  await form.getByRole('button', { name: 'Ghim' }).click();
  await form.getByText('Chọn một lý do.').waitFor();
  await form.getByText('Viết một câu nói rõ cần sửa gì.').waitFor();
  await form.getByText('Sai số liệu').click();
  await form.getByLabel('Nói rõ cần sửa gì').fill('Đề nghị đối chiếu với hệ thống một cửa.');
  await form.getByRole('button', { name: 'Ghim' }).click();
  await lane.getByText('Đề nghị đối chiếu với hệ thống một cửa.').waitFor();

  // What is written stays on this machine until it is sent.
  await mai.reload();
  await lane.getByText('Đề nghị đối chiếu với hệ thống một cửa.').waitFor();
  // With remarks one does not receive.
  await foot.getByRole('button', { name: 'Tiếp nhận', exact: true }).click({ force: true });
  await foot.getByText('Xóa 1 ý kiến lần này rồi mới tiếp nhận, hoặc trả lại.').waitFor();

  const date = foot.getByLabel('Gửi lại trước');
  await date.fill('30/02/2024');
  await foot.getByRole('button', { name: 'Trả lại kèm 1 ý kiến' }).click();
  await foot.getByText(/Chưa đọc được hạn gửi lại/).waitFor();
  await date.fill('27/02/2024');
  await foot.getByRole('button', { name: 'Trả lại kèm 1 ý kiến' }).click();
  await foot.getByText('Hạn gửi lại phải sau bây giờ.').waitFor();
  expect((await unitNamed('Xã Yên Trạch')).state).toBe('submitted');
  await date.fill('16:00 29/02/2024');
  await foot.getByRole('button', { name: 'Trả lại kèm 1 ý kiến' }).click();
  await foot.getByText('Đã trả lại, gửi lại trước 16:00 ngày 29/02/2024.').waitFor();

  const at = await unitNamed('Xã Yên Trạch');
  expect(at.state).toBe('returned');
  const pins = await server.owner
    .selectFrom('pin')
    .where('unit_id', '=', at.unit_id)
    .select(['number', 'reason', 'sentence', 'place'])
    .execute();
  expect(pins).toMatchObject([
    {
      number: 1,
      reason: 'figures',
      sentence: 'Đề nghị đối chiếu với hệ thống một cửa.',
      place: { kind: 'cell', form: 'dossier' },
    },
  ]);
  const { resend_by } = await server.owner
    .selectFrom('report')
    .where('unit_id', '=', at.unit_id)
    .select('resend_by')
    .executeTakeFirstOrThrow();
  expect(Number(resend_by)).toBe(Date.parse('2024-02-29T16:00:00+07:00'));
});

test('E4 the clerk sees the remarks first and answers each where it stands', async () => {
  const clerk = await personAt(browser, server.url, 'soan.yen-trach');
  const card = clerk
    .getByRole('region', { name: /quý I năm 2024/ })
    .filter({ hasText: 'Trả lại' })
    .first();
  await card.getByText('Đề nghị đối chiếu với hệ thống một cửa.').waitFor();
  await card.getByText('Gửi lại trước 16:00 ngày 29/02/2024.').waitFor();
  await card.getByRole('button', { name: 'Trả lời ý kiến 1' }).click();
  await card.getByRole('button', { name: 'Gửi trả lời' }).click();
  await card.getByText('Viết một câu trả lời.').waitFor();
  await card.getByLabel(/Trả lời ý kiến 1/).fill('Đã đối chiếu, số liệu đúng.');
  await card.getByRole('button', { name: 'Gửi trả lời' }).click();
  await card.getByText('Đã đối chiếu, số liệu đúng.').waitFor();
  await card
    .getByText(/Đã trả lời/)
    .first()
    .waitFor();
  expect(await seriousFindings(clerk)).toEqual([]);
  const { unit_id } = await unitNamed('Xã Yên Trạch');
  const pin = await server.owner
    .selectFrom('pin')
    .where('unit_id', '=', unit_id)
    .select('answer')
    .executeTakeFirstOrThrow();
  expect(pin.answer).toBe('Đã đối chiếu, số liệu đúng.');
  await clerk.context().close();
});

test('E4 a report sent again opens with what changed, and lists apart what changed outside the remarks', async () => {
  await read(mai, 'Xã Xuân Long');
  expect(await mai.getByRole('radio', { name: /Chỉ chỗ thay đổi/ }).isChecked()).toBe(true);
  await mai.getByRole('heading', { name: 'So với lần 1' }).waitFor();
  await mai.getByRole('heading', { name: 'Thay đổi liên quan, ngoài chỗ có ý kiến' }).waitFor();
  const words = mai.locator('[data-words]').first();
  expect(await words.locator('del').allTextContents()).toEqual(['100%.']);
  expect(await words.locator('ins').allTextContents()).toEqual(['99,16%.']);
  await mai.getByRole('complementary').getByText('đã trả lời cả 2').waitFor();
  expect(await seriousFindings(mai)).toEqual([]);
  await mai.getByText('Toàn bộ báo cáo').click();
  await mai.getByRole('heading', { name: /^VI\. Phương hướng/ }).waitFor();
});

test('E4 a sentence is marked and remarked on; struck words are not quoted', async () => {
  await read(mai, 'Xã Xuân Long');
  await mai.locator('[data-words] ins').first().dblclick();
  // Words that are drawn again as the page fills lose what was marked in them: it is marked until it holds.
  await expect
    .poll(async () => {
      await mai.evaluate(() => {
        const box = document.querySelector('[data-words] p');
        if (box) getSelection()?.selectAllChildren(box);
      });
      return mai.locator('.foot .pin-f').count();
    })
    .toBe(1);
  await mai.keyboard.press('g');
  const form = mai.getByRole('form', { name: 'Ý kiến 1' });
  const title = await form.locator('header b').textContent();
  expect(title).toContain('Mục II.2, câu “Trong kỳ');
  await mai.keyboard.press('Escape');
  await form.waitFor({ state: 'detached' });
});

test('E5 who prepared a report may not receive it, and is told so', async () => {
  const at = await unitNamed('Phòng Tư pháp');
  const { id } = await server.owner
    .selectFrom('person')
    .where('name', '=', 'Vi Thị Mai')
    .select('id')
    .executeTakeFirstOrThrow();
  await server.owner
    .insertInto('report_preparer')
    .values({ campaign_id: at.campaign_id, unit_id: at.unit_id, person_id: id })
    .execute();
  await read(mai, 'Phòng Tư pháp');
  await mai
    .getByRole('contentinfo')
    .getByText('Báo cáo này do chính Vi Thị Mai soạn, người khác phải tiếp nhận.')
    .waitFor();
  expect(await mai.getByRole('contentinfo').getByRole('button').count()).toBe(0);
  expect(await mai.getByRole('button', { name: /Ghim ý kiến/ }).count()).toBe(0);
  // Named in the queue, but not among what can be taken.
  await mai.goto(`${server.url}/viec-can-lam`);
  const queue = mai.getByRole('region', { name: 'Chờ tiếp nhận' });
  await queue.getByText(/Báo cáo của Phòng Tư pháp do chính Vi Thị Mai soạn/).waitFor();
  expect(await queue.getByRole('row', { name: /Phòng Tư pháp/ }).count()).toBe(0);
  // The other officer may.
  const nga = await personAt(browser, server.url, 'nga');
  await read(nga, 'Phòng Tư pháp');
  await nga.getByRole('contentinfo').getByRole('button', { name: 'Bắt đầu tiếp nhận' }).waitFor();
  await nga.context().close();
});

test('F4 a sent report with nearly nothing in it says so where it is read', async () => {
  await read(mai, 'Xã Tân Thành');
  await mai
    .getByRole('navigation', { name: 'Chỗ cần đọc' })
    .getByText(/Gần như trống/)
    .waitFor();
});

test('a phone of 360 px reads and decides without a sideways page', async () => {
  const phone = await personAt(browser, server.url, 'nga', {
    viewport: { width: 360, height: 740 },
    hasTouch: true,
  });
  await read(phone, 'Xã Xuân Long');
  await phone.getByRole('contentinfo').getByRole('button', { name: 'Bắt đầu tiếp nhận' }).waitFor();
  expect(await phone.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  expect(await seriousFindings(phone)).toEqual([]);
  await phone.context().close();
});

test('E4 one key receives what came back answered; a first sending has to be read', async () => {
  await read(mai, 'Xã Thạch Đạn');
  await mai.keyboard.press('t');
  const foot = mai.getByRole('contentinfo');
  await foot.getByText('Phím T chỉ tiếp nhận báo cáo gửi lại mà mọi ý kiến đã được trả lời.').waitFor();
  await read(mai, 'Xã Xuân Long');
  await foot.getByText(/Mọi ý kiến đã được trả lời: bấm phím T/).waitFor();
  await mai.keyboard.press('t');
  await foot.getByText(/^Đã tiếp nhận\. Phiếu số/).waitFor();
  expect((await unitNamed('Xã Thạch Đạn')).begun_at).toBeNull();
  expect((await unitNamed('Xã Xuân Long')).state).toBe('received');
});

test('E9 at the second signature the remarks, their answers and exactly what changed stand first; the clerk sees the same', async () => {
  const [lan, hung, officer] = await Promise.all(['lan', 'hung', 'mai'].map((p) => signIn(server.url, p)));
  if (!lan || !hung || !officer) throw new Error('nobody signed in');
  const path = (await theCampaign(officer)).path('Xã Bảo Lâm');
  await fillAndPass(lan, path);
  const { receipts, due } = (await signSeen(hung, path)).body;
  expect(receipts.length).toBe(1);
  await officer.post(`${path}/begin-receiving`);
  const pin = {
    place: { kind: 'section', section: 's6' },
    reason: 'unclear',
    sentence: 'Chưa rõ người phụ trách.',
  };
  await officer.post(`${path}/return`, { pins: [pin], resendBy: due });
  const { words } = (await lan.get<ReportAnswer>(path)).body;
  const change = (section: string, text: string) => ({
    section,
    kind: 'text',
    doc: doc(text),
    version: words.find((w) => w.section === section)?.version ?? 0,
  });
  await lan.post(`${path}/save`, {
    words: [
      change('s6', 'Đơn vị tiếp tục triển khai, công chức Văn phòng phụ trách.'),
      change('s7', 'Đề nghị tập huấn nghiệp vụ cải cách hành chính.'),
    ],
  });
  await lan.post(`${path}/pins/1/answer`, { answer: 'Đã ghi rõ người phụ trách.' });
  const at = path.replace('/api/reports', '');

  const clerk = await personAt(browser, server.url, 'lan');
  await clerk.goto(`${server.url}/bao-cao${at}`);
  await clerk.getByRole('link', { name: 'Xem thay đổi so với lần gửi trước' }).click();
  const changes = clerk.getByRole('region', { name: /^Thay đổi so với lần gửi/ });
  await changes.getByRole('heading', { name: 'Ở chỗ có ý kiến' }).waitFor();
  await changes.getByRole('heading', { name: 'Thay đổi liên quan, ngoài ý kiến' }).waitFor();
  expect((await changes.locator('ins').allTextContents()).join(' ')).toContain('tập huấn');
  expect(await seriousFindings(clerk)).toEqual([]);
  await clerk.context().close();

  expect((await lan.post(`${path}/pass-to-sign`)).status).toBe(200);
  const phone = await personAt(browser, server.url, 'hung', { viewport: { width: 360, height: 740 } });
  await phone.goto(`${server.url}/ky${at}`);
  const asked = phone.getByRole('region', { name: /^Ý kiến của nơi nhận và trả lời/ });
  await asked.getByText('Trả lời: Đã ghi rõ người phụ trách.').waitFor();
  const seen = phone.getByRole('region', { name: /^Thay đổi so với lần gửi/ });
  await seen.getByText('VII. Kiến nghị, đề xuất').waitFor();
  await phone.getByText('Chưa có báo cáo kỳ trước trong hệ thống để so.').waitFor();
  expect(await phone.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  expect(await seriousFindings(phone)).toEqual([]);
  await phone.getByRole('button', { name: 'Ký và gửi' }).click();
  await phone.locator('.receipt').waitFor();
  await phone.context().close();
});
