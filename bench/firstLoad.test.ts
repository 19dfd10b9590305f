import { cpus, loadavg } from 'node:os';
import type { Browser, CDPSession, Page } from 'playwright-core';
import { afterAll, beforeAll, test } from 'vitest';
import { ownReport } from '../test/browser/editor-report.ts';
import { personAt } from '../test/browser/person.ts';
import { coldWindow, openToFirstKey, slowDown } from '../test/browser/wire.ts';
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
  console.log(
    `\n${new Date().toISOString().slice(0, 10)}, ${cpus().length} × ${cpus()[0]?.model}, load ${load}\n`,
  );
  console.log('| | text, s | typing in a cell, s | words editable, s | KB to typing | requests |');
  console.log('|---|---|---|---|---|---|');
  for (const row of rows) console.log(`| ${row.join(' | ')} |`);
});

const measured = async (page: Page, session: CDPSession): Promise<string[]> => {
  await slowDown(session);
  const { text, typing, words, bytes, asked } = await openToFirstKey(page, address, { words: true });
  const seconds = [text, typing, words].map((ms) => (ms / 1000).toFixed(1));
  return [...seconds, (bytes / 1024).toFixed(1), String(asked.length)];
};

test('K3 the editor opened for the first time, and again', async () => {
  for (let turn = 0; turn < TIMES; turn++) {
    const { context, page, session } = await coldWindow(lan);
    rows.push([`first visit ${turn + 1}`, ...(await measured(page, session))]);
    await page.evaluate(() => navigator.serviceWorker?.ready.then(() => undefined));
    await page.close();
    const again = await context.newPage();
    const later = await context.newCDPSession(again);
    rows.push([`later visit ${turn + 1}`, ...(await measured(again, later))]);
    await context.close();
  }
}, 600_000);
