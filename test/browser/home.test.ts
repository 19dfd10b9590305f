import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { BoardAnswer, DifferenceAnswer } from '../../src/core/report/answers.ts';
import { launchBrowser } from '../setup/browser.ts';
import { theCampaign } from '../setup/campaign.ts';
import { signIn } from '../setup/client.ts';
import { sentAgain } from '../setup/sentAgain.ts';
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

test('E2 the clerk finds the report with its seven parts, and each gap leads to its place', async () => {
  const lan = await personAt(browser, server.url, 'lan');
  const parts = lan.getByRole('list', { name: 'Các phần của đề cương' }).getByRole('listitem');
  await parts.first().waitFor();
  expect(await parts.count()).toBe(7);
  await lan.getByText(/Còn thiếu \d+ nội dung/).waitFor();
  const gap = lan.getByRole('link', { name: /Hộ tịch: cột 3 là 118, còn cột 7 cộng cột 11 là 117, lệch 1/ });
  expect(await gap.getAttribute('href')).toMatch(/^\/bao-cao\/[^/]+\/[^/]+\/s2\.2$/);
  await lan.getByText('“2o” chưa phải là số').waitFor();
  await lan.getByRole('heading', { name: 'Báo cáo đang ở đâu' }).waitFor();
  await lan.locator('[aria-current="step"]').getByText('Hoàng Thị Lan soạn').waitFor();
  expect(await seriousFindings(lan)).toEqual([]);
  await lan.context().close();
});

test('“Báo cáo” lists the reports of the own unit, and each leads to itself', async () => {
  const lan = await personAt(browser, server.url, 'lan');
  await lan.getByRole('link', { name: 'Báo cáo', exact: true }).first().click();
  const row = lan.getByRole('row', { name: /Xã Bảo Lâm/ });
  await row.getByText('Đang soạn').waitFor();
  expect(await seriousFindings(lan)).toEqual([]);
  await row.getByRole('link', { name: /^Báo cáo công tác cải cách hành chính quý I/ }).click();
  await lan.getByRole('region', { name: /Còn thiếu gì/ }).waitFor();
  await lan.context().close();
});

test('the signer reads what waits, on a phone, or when the next deadline is', async () => {
  const hung = await personAt(browser, server.url, 'hung', { viewport: { width: 360, height: 740 } });
  await hung.getByText('Không có việc nào chờ').waitFor();
  await hung.getByText(/Hạn gần nhất: 24:00 ngày 29\/02\/2024/).waitFor();
  await hung.context().close();
  const signer = await personAt(browser, server.url, 'ky.loc-yen', { viewport: { width: 360, height: 740 } });
  const act = signer.getByRole('link', { name: 'Xem và ký' });
  expect(await act.getAttribute('href')).toMatch(/^\/ky\//);
  expect(await signer.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  expect(await seriousFindings(signer)).toEqual([]);
  await signer.context().close();
});

test('the officer reads the queue oldest first with what the system has seen, and has a reminder ready', async () => {
  const mai = await personAt(browser, server.url, 'mai');
  const queue = mai.getByRole('region', { name: 'Chờ tiếp nhận' });
  await queue.getByRole('row').nth(1).waitFor();
  const times = await queue.locator('tbody td:nth-child(2) .num').allTextContents();
  const instants = times.map((text) => {
    const m = /(\d+):(\d+):(\d+) ngày (\d+)\/(\d+)\/(\d+)/.exec(text);
    return m ? `${m[6]}${m[5]}${m[4]}${m[1]}${m[2]}${m[3]}` : text;
  });
  expect(instants.length).toBeGreaterThan(2);
  expect(instants).toEqual([...instants].sort());
  await queue.getByRole('row', { name: /Xã Tân Thành.*gần như trống/i }).waitFor();
  await queue.getByRole('row', { name: /Xã Xuân Long.*chỗ khác cũng đổi/ }).waitFor();

  await mai.keyboard.press('j');
  await mai.keyboard.press('j');
  const current = await queue.locator('tr.on th').textContent();
  // T takes only what was sent again with nothing but remarked places changed.
  await mai.keyboard.press('t');
  await queue.getByText(/Phím T chỉ tiếp nhận/).waitFor();
  await mai.keyboard.press('Enter');
  await mai.getByRole('region', { name: `Đọc báo cáo ${current}` }).waitFor();
  await mai.goBack();

  await mai.getByRole('button', { name: 'Lời đôn đốc: Xã Mẫu Sơn' }).click();
  const words = await mai.locator('blockquote').textContent();
  expect(words).toContain('Kính gửi UBND xã Mẫu Sơn');
  expect(words).toContain('hạn cuối 24:00 ngày 29/02/2024');
  expect(words).toContain('Chưa xác nhận đã nhận yêu cầu');
  expect(words).toContain('Phòng Nội vụ');
  expect(await seriousFindings(mai)).toEqual([]);
  await mai.context().close();
});

test('T receives a report sent again in which nothing but places with remarks changed', async () => {
  const mai = await personAt(browser, server.url, 'mai');
  const report = await server.owner
    .selectFrom('report')
    .innerJoin('unit', 'unit.id', 'report.unit_id')
    .where('unit.name', '=', 'Xã Xuân Long')
    .select(['report.campaign_id', 'report.unit_id'])
    .executeTakeFirstOrThrow();
  const path = `${server.url}/api/reports/${report.campaign_id}/${report.unit_id}/differences`;
  const difference = (await (await mai.request.get(path)).json()) as DifferenceAnswer;
  const first = await server.owner
    .selectFrom('pin')
    .where('unit_id', '=', report.unit_id)
    .selectAll()
    .executeTakeFirstOrThrow();
  // Remarks at every other place that changed, as if they had been made.
  const others = difference.cells.filter((c) => !c.pinned);
  expect(others.length).toBeGreaterThan(0);
  await server.owner
    .insertInto('pin')
    .values(
      others.map(({ form, row, column }, at) => ({
        ...first,
        number: 100 + at,
        place: JSON.stringify({ kind: 'cell', section: 's2.2', form, row, column }),
        at: new Date(Number(first.at)),
        answered_at: new Date(Number(first.answered_at)),
      })),
    )
    .execute();
  await mai.reload();
  const queue = mai.getByRole('region', { name: 'Chờ tiếp nhận' });
  const row = queue.getByRole('row', { name: /Xã Xuân Long.*phần còn lại giữ nguyên/ });
  await row.waitFor();
  while (!(await row.getAttribute('class'))?.includes('on')) await mai.keyboard.press('j');
  await mai.keyboard.press('t');
  await queue.getByText('Đã tiếp nhận báo cáo của Xã Xuân Long.').waitFor();
  const { state } = await server.owner
    .selectFrom('report')
    .where('unit_id', '=', report.unit_id)
    .select('state')
    .executeTakeFirstOrThrow();
  expect(state).toBe('received');
  await mai.context().close();
});

test('what came back answered is ticked and received in one act; the others have no box', async () => {
  const officer = await signIn(server.url, 'mai');
  const campaign = await theCampaign(officer);
  const place = { server, campaign, mai: officer };
  const { body: board } = await officer.get<BoardAnswer>(`/api/campaigns/${campaign.id}/board`);
  const units = board.rows
    .filter((r) => r.kind === 'commune' && (r.state === 'drafting' || r.state === 'not-opened'))
    .map((r) => r.name)
    // These two are what the other tests look at.
    .filter((name) => name !== 'Xã Mẫu Sơn' && name !== 'Xã Bảo Lâm')
    .slice(0, 2);
  for (const unit of units) await sentAgain(place, unit, ['s6']);
  const mai = await personAt(browser, server.url, 'mai');
  const queue = mai.getByRole('region', { name: 'Chờ tiếp nhận' });
  for (const unit of units) await queue.getByLabel(`Chọn báo cáo của ${unit}`).check();
  // Sent for the first time: it has to be read.
  expect(await queue.getByLabel('Chọn báo cáo của Xã Tân Thành').count()).toBe(0);
  expect(await seriousFindings(mai)).toEqual([]);
  await queue.getByRole('button', { name: 'Tiếp nhận 2 báo cáo đã chọn' }).click();
  await queue.getByText('Đã tiếp nhận 2 báo cáo.').waitFor();
  for (const unit of units) {
    const { body } = await officer.get(campaign.path(unit));
    expect([unit, body.state]).toEqual([unit, 'received']);
  }
  await mai.context().close();
});

test('the head of office sees who is late and the board in one box', async () => {
  const binh = await personAt(browser, server.url, 'binh', { colorScheme: 'dark' });
  const late = binh.getByRole('region', { name: 'Trễ hoặc có nguy cơ' });
  await late.getByRole('row', { name: /Xã Xuất Lễ.*Quá hạn gửi lại/ }).waitFor();
  await binh.getByRole('link', { name: /Quá hạn 1/ }).click();
  await binh.locator('.cg-overdue[aria-pressed="true"]').waitFor();
  await expect.poll(() => binh.locator('tbody tr[data-unit]').count()).toBe(1);
  expect(await seriousFindings(binh)).toEqual([]);
  await binh.context().close();
});

test('a lost network is said, and the page keeps what it showed', async () => {
  const lan = await personAt(browser, server.url, 'lan');
  await lan.getByText(/Còn thiếu \d+ nội dung/).waitFor();
  await lan.context().setOffline(true);
  await lan
    .getByText(/Mất mạng/)
    .first()
    .waitFor();
  expect(await lan.getByText(/Còn thiếu \d+ nội dung/).count()).toBe(1);
  await lan.context().close();
});
