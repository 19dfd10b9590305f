import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser } from '../setup/browser.ts';
import { startTestServer, type TestServer } from '../setup/server.ts';
import { command, fillUp, ownReport, readReport } from './editor-report.ts';
import { personAt, seriousFindings } from './person.ts';

let server: TestServer;
let browser: Browser;
let lan: Page;
let hung: Page;
let at: { campaignId: string; unitId: string };
let report: string;
let digest: string;

beforeAll(async () => {
  server = await startTestServer({ stage: 'issued' });
  browser = await launchBrowser();
  lan = await personAt(browser, server.url, 'lan');
  at = await ownReport(lan);
  report = `${server.url}/bao-cao/${at.campaignId}/${at.unitId}`;
  digest = `${server.url}/ky/${at.campaignId}/${at.unitId}`;
  hung = await personAt(browser, server.url, 'hung', { viewport: { width: 360, height: 740 } });
});
afterAll(async () => {
  await browser?.close();
  await server?.close();
});

const state = (page: Page) => page.locator('.ctx .st').textContent();
const passOn = async (): Promise<void> => {
  await lan.goto(`${report}/s6`);
  await lan.getByRole('button', { name: 'Chuyển Hùng ký' }).click();
  await expect.poll(() => state(lan)).toBe('Chờ ký');
};

test('E2 C5 passing on waits for every gap and an explained warning; pressing it leads to the first gap', async () => {
  await lan.goto(`${report}/s6`);
  const pass = lan.getByRole('button', { name: 'Chuyển Hùng ký' });
  await pass.waitFor();
  await expect.poll(() => pass.getAttribute('aria-disabled')).toBe('true');
  // It stays in reach of the pointer though it says that it cannot be used yet.
  await pass.click({ force: true });
  await expect.poll(() => lan.evaluate(() => document.activeElement?.hasAttribute('data-col'))).toBe(true);
  // On a telephone it stands over the bar of places, not behind it.
  await lan.setViewportSize({ width: 360, height: 740 });
  const [act, tabs] = await Promise.all([pass.boundingBox(), lan.locator('.tabbar').boundingBox()]);
  expect((act?.y ?? 740) + (act?.height ?? 0)).toBeLessThanOrEqual(tabs?.y ?? 0);
  await lan.setViewportSize({ width: 1366, height: 768 });
  await fillUp(lan, at);
  const { cells } = await readReport(lan, at);
  const done = cells.find((c) => c.form === 'tthc' && c.row === 'cchc-3-p6');
  expect(
    await command(lan, at, 'save', {
      cells: [
        {
          form: 'tthc',
          row: 'cchc-3-p6',
          column: 'value',
          cell: { kind: 'amount', amount: '99' },
          version: done?.version ?? 0,
        },
      ],
    }),
  ).toBe(200);
  await lan.goto(`${report}/s2.2`);
  await lan.getByText('Còn 1 nội dung phải xử lý mới chuyển ký được').waitFor();
  await lan.getByRole('button', { name: 'Nêu lý do' }).click();
  await lan.getByLabel(/^Vì sao số này đúng/).fill('Có phản ánh của kỳ trước chuyển sang');
  await lan.locator('.reason').getByRole('button', { name: 'Lưu' }).click();
  await expect.poll(() => pass.getAttribute('aria-disabled')).toBe(null);
  // A figure is taken out elsewhere: the refusal brings the gap, so that the list has something to press.
  const p6 = (await readReport(lan, at)).cells.find((c) => c.form === 'tthc' && c.row === 'cchc-3-p6');
  const put = (cell: object, version = 0) =>
    command(lan, at, 'save', {
      cells: [{ form: 'tthc', row: 'cchc-3-p6', column: 'value', cell, version }],
    });
  await put({ kind: 'empty' }, p6?.version);
  await pass.click();
  await lan.getByText('Còn 1 nội dung phải xử lý mới chuyển ký được').waitFor();
  await put({ kind: 'amount', amount: '99' }, (p6?.version ?? 0) + 1);
});

test('E1 D9 the signer reads one page on a telephone, gives it back with a reason, and the author sees it', async () => {
  await passOn();
  expect(await lan.locator('input[data-col]').count()).toBe(0);
  await hung.goto(digest);
  await hung.getByText('Lý do: Có phản ánh của kỳ trước chuyển sang').waitFor();
  expect(await seriousFindings(hung)).toEqual([]);
  expect(await hung.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
  await hung.getByRole('button', { name: 'Trả lại người soạn' }).click();
  await hung.locator('dialog').getByRole('button', { name: 'Trả lại người soạn' }).click();
  await hung.getByText('Ghi rõ cần sửa gì để người soạn biết.').waitFor();
  await hung.getByLabel(/^Cần sửa gì/).fill('Mục VI ghi rõ người phụ trách.');
  await hung.locator('dialog').getByRole('button', { name: 'Trả lại người soạn' }).click();
  await expect.poll(() => hung.url()).toMatch(/viec-can-lam/);
  await lan.goto(`${report}/s6`);
  await lan.getByText('Mục VI ghi rõ người phụ trách.').waitFor();
});

test('what changed since the page was opened is not signed unseen; then signing gives number, second and hash', async () => {
  await passOn();
  await hung.goto(digest);
  await hung.getByRole('button', { name: 'Ký và gửi' }).waitFor();
  // Given back, changed and passed on again behind the signer's back.
  const behind = await personAt(browser, server.url, 'hung');
  expect(await command(behind, at, 'send-back', { reason: 'Sửa mục VII.' })).toBe(200);
  const words = (await readReport(lan, at)).words.find((w) => w.section === 's7');
  expect(
    await command(lan, at, 'save', {
      words: [
        {
          section: 's7',
          kind: 'text',
          doc: { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: 'Mới.' }] }] },
          version: words?.version ?? 0,
        },
      ],
    }),
  ).toBe(200);
  expect(await command(lan, at, 'pass-to-sign')).toBe(200);
  await hung.getByRole('button', { name: 'Ký và gửi' }).click();
  await hung.getByText('Nội dung đã thay đổi từ lúc mở trang này, nên chưa ký.').first().waitFor();
  expect((await readReport(lan, at)).state).toBe('awaiting-signature');
  await hung.getByRole('button', { name: 'Xem bản mới' }).click();
  const sign = hung.getByRole('button', { name: 'Ký và gửi' });
  await expect.poll(() => sign.getAttribute('aria-disabled')).toBe(null);
  await hung.getByText('Kiến nghị, đề xuất').click();
  await hung.getByText('Mới.').waitFor();
  await sign.click();
  const receipt = hung.locator('.receipt');
  await receipt.waitFor();
  const [kept] = (await readReport(lan, at)).receipts;
  const hash = kept?.contentHash.replace(/(.{4})(?=.)/g, '$1 ') ?? 'none';
  const text = await receipt.textContent();
  expect(text).toContain(hash);
  expect(text).toContain(`${kept?.number}/${kept?.year}`);
  expect(text).toMatch(/\d\d:\d\d:\d\d ngày 28\/02\/2024/);
  // A first sending has none before it: nothing is asked for that is not there.
  await hung.waitForLoadState('networkidle');
  expect(await hung.getByText('Không có trang này').count()).toBe(0);
  await behind.context().close();
});

test('E3 a sent report is locked, shows its receipt and can be taken back until receiving begins', async () => {
  await lan.goto(`${report}/s2.2`);
  await lan.locator('.receipt').waitFor();
  expect(await lan.locator('input[data-col]').count()).toBe(0);
  expect(await lan.getByRole('textbox').count()).toBe(0);
  await lan.getByRole('button', { name: 'Thu hồi' }).click();
  await lan.locator('dialog').getByRole('button', { name: 'Thu hồi' }).click();
  await expect.poll(() => state(lan)).toBe('Đang soạn');
  expect(await lan.locator('input[data-col]').count()).toBeGreaterThan(50);
});

test('E4 a returned report opens with its remarks; it goes on when each is answered', async () => {
  await passOn();
  await hung.goto(digest);
  await hung.getByRole('button', { name: 'Ký và gửi' }).click();
  await hung.locator('.receipt').waitFor();
  const mai = await personAt(browser, server.url, 'mai');
  expect(await command(mai, at, 'begin-receiving')).toBe(200);
  const { due } = await readReport(mai, at);
  expect(
    await command(mai, at, 'return', {
      resendBy: due + 86_400_000,
      pins: [
        {
          place: { kind: 'cell', section: 's2.2', form: 'dossier', row: 'dat-dai', column: '10' },
          reason: 'figures',
          sentence: 'Xem lại hồ sơ quá hạn.',
        },
      ],
    }),
  ).toBe(200);
  await lan.goto(`${report}/s1`);
  await lan.getByText('Xem lại hồ sơ quá hạn.').waitFor();
  await lan.getByText('Còn 1 ý kiến chưa trả lời').first().waitFor();
  await lan.getByRole('button', { name: 'Đến chỗ này' }).click();
  await expect
    .poll(() => lan.evaluate(() => (document.activeElement as HTMLElement).dataset.row))
    .toBe('dat-dai');
  expect(await seriousFindings(lan)).toEqual([]);
  await lan.getByLabel('Trả lời ý kiến 1').fill('Đã xem lại, số đúng.');
  await lan.getByRole('button', { name: 'Trả lời', exact: true }).click();
  await lan.getByText('Đã xem lại, số đúng.').waitFor();
  const pass = lan.getByRole('button', { name: 'Chuyển Hùng ký' });
  await expect.poll(() => pass.getAttribute('aria-disabled')).toBe(null);
  await mai.context().close();
});
