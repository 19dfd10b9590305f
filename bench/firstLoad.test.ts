import { cpus, loadavg } from 'node:os';
import type { Browser, CDPSession, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ownReport } from '../test/browser/editor-report.ts';
import { personAt } from '../test/browser/person.ts';
import { coldWindow, watchWire } from '../test/browser/wire.ts';
import { launchBrowser } from '../test/setup/browser.ts';
import { startTestServer, type TestServer } from '../test/setup/server.ts';

// K3: the report editor on slow 3G (400 kbit/s, 400 ms) and a processor slowed four times, first and later visits.
const TIMES = 3;
let server: TestServer;
let browser: Browser;
let lan: Page;
let address: string;
const rows: string[][] = [];

beforeAll(async () => {
  server = await startTestServer({ stage: 'issued' });
  browser = await launchBrowser();
  lan = await personAt(browser, server.url, 'lan');
  const { campaignId, unitId } = await ownReport(lan);
  address = `${server.url}/bao-cao/${campaignId}/${unitId}/s2.2`;
}, 300_000);
afterAll(async () => {
  await browser?.close();
  await server?.close();
  const load = loadavg()[0]?.toFixed(1);
  console.log(`\n${new Date().toISOString().slice(0, 10)}, ${cpus().length} × ${cpus()[0]?.model}, load ${load}\n`);
  console.log('| | text, s | typing in a cell, s | words editable, s | KB | requests | KB of data |');
  console.log('|---|---|---|---|---|---|---|');
  for (const row of rows) console.log(`| ${row.join(' | ')} |`);
});

const slowDown = async (session: CDPSession): Promise<void> => {
  await session.send('Network.enable');
  await session.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: 400,
    downloadThroughput: 50_000,
    uploadThroughput: 50_000,
  });
  await session.send('Emulation.setCPUThrottlingRate', { rate: 4 });
};

const measured = async (page: Page, session: CDPSession): Promise<string[]> => {
  const wire = await watchWire(session);
  // The moments are taken inside the page, frame by frame: asking from outside would be slowed as well.
  await page.addInitScript(() => {
    const seen: Record<string, number> = {};
    (globalThis as unknown as { seen: typeof seen }).seen = seen;
    const note = (name: string, found: boolean): void => {
      if (found && !seen[name]) seen[name] = performance.now();
    };
    const look = (): void => {
      const text = document.querySelector('.work .doc')?.textContent ?? '';
      note('text', text.length > 40);
      const field = document.querySelector<HTMLInputElement>('[data-row="ho-tich"][data-col="4"]');
      if (field && !seen.typing && field.checkVisibility({ visibilityProperty: true })) {
        field.focus();
        note('typing', document.activeElement === field);
      }
      note('words', document.querySelector('.pm [contenteditable=true]')?.checkVisibility() ?? false);
      requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  });
  await page.goto(address, { waitUntil: 'commit' });
  const kb = (bytes: number): string => (bytes / 1024).toFixed(1);
  await expect
    .poll(() => page.evaluate(() => (globalThis as unknown as { seen: object }).seen), { timeout: 60_000 })
    .toHaveProperty('typing');
  const toTyping = [kb(wire.bytes()), String(wire.asked.length)];
  const data = wire.asked.filter(({ url }) => url.includes('/api/') || url === address);
  await expect
    .poll(() => page.evaluate(() => (globalThis as unknown as { seen: object }).seen), { timeout: 60_000 })
    .toHaveProperty('words');
  const seen = await page.evaluate(() => (globalThis as unknown as { seen: Record<string, number> }).seen);
  const second = (name: string): string => ((seen[name] ?? 0) / 1000).toFixed(1);
  return [
    ...['text', 'typing', 'words'].map(second),
    ...toTyping,
    kb(data.reduce((sum, { bytes }) => sum + bytes, 0)),
  ];
};

test('K3 the editor opened for the first time, and again', async () => {
  for (let turn = 0; turn < TIMES; turn++) {
    const { context, page, session } = await coldWindow(lan);
    await slowDown(session);
    rows.push([`first visit ${turn + 1}`, ...(await measured(page, session))]);
    await page.evaluate(() => navigator.serviceWorker?.ready.then(() => undefined));
    await page.close();
    const again = await context.newPage();
    const later = await context.newCDPSession(again);
    await slowDown(later);
    rows.push([`later visit ${turn + 1}`, ...(await measured(again, later))]);
    await context.close();
  }
}, 600_000);
