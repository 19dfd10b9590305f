import type { BrowserContext, CDPSession, Page } from 'playwright-core';

/** What the page needed until its first key could be typed, as the browser counts it: packed, with headers. */
export type FirstKey = {
  readonly text: number;
  readonly typing: number;
  readonly words: number;
  readonly bytes: number;
  /** Files and answers that crossed the wire until then. */
  readonly asked: readonly string[];
};

type Seen = { text?: number; typing?: number; words?: number };
type Look = { seen: Seen };

/** Opens the editor and waits for its first key; the moments are taken inside, where nothing outside slows them. */
export const openToFirstKey = async (
  page: Page,
  address: string,
  options: { words?: boolean } = {},
): Promise<FirstKey> => {
  await page.addInitScript(() => {
    const seen: Seen = {};
    (globalThis as unknown as Look).seen = seen;
    const note = (name: keyof Seen, found: boolean | undefined): void => {
      if (found) seen[name] ??= performance.now();
    };
    const look = (): void => {
      note('text', (document.querySelector('.work .doc')?.textContent ?? '').length > 40);
      const field = document.querySelector<HTMLInputElement>('.grid input[data-col]');
      if (field && seen.typing === undefined && field.checkVisibility({ visibilityProperty: true })) {
        field.focus();
        note('typing', document.activeElement === field);
      }
      note('words', document.querySelector('.pm [contenteditable=true]')?.checkVisibility());
      requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  });
  await page.goto(address, { waitUntil: 'commit' });
  await page.waitForFunction(
    (last) => (globalThis as unknown as Look).seen[last],
    options.words ? ('words' as const) : ('typing' as const),
    { timeout: 90_000 },
  );
  return page.evaluate(() => {
    const { text = 0, typing = 0, words = 0 } = (globalThis as unknown as Look).seen;
    const all = [
      ...performance.getEntriesByType('navigation'),
      ...performance.getEntriesByType('resource'),
    ] as PerformanceResourceTiming[];
    const needed = all.filter((e) => e.transferSize > 0 && e.responseEnd <= typing);
    const bytes = needed.reduce((sum, e) => sum + e.transferSize, 0);
    return { text, typing, words, bytes, asked: needed.map((e) => new URL(e.name).pathname) };
  });
};

/** A window that has never been here, with the sign-in of another and nothing else. */
export const coldWindow = async (
  from: Page,
): Promise<{ context: BrowserContext; page: Page; session: CDPSession }> => {
  const browser = from.context().browser();
  if (!browser) throw new Error('no browser');
  const context = await browser.newContext({ viewport: { width: 1366, height: 768 } });
  await context.addCookies(await from.context().cookies());
  const page = await context.newPage();
  return { context, page, session: await context.newCDPSession(page) };
};

/** 400 kbit/s and 400 ms each way to the server, and a processor slowed four times (K3). */
export const slowDown = async (session: CDPSession): Promise<void> => {
  await session.send('Network.enable');
  await session.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: 400,
    downloadThroughput: 50_000,
    uploadThroughput: 50_000,
  });
  await session.send('Emulation.setCPUThrottlingRate', { rate: 4 });
};
