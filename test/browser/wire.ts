import type { BrowserContext, CDPSession, Page } from 'playwright-core';

/** What a page takes over the wire, as the browser counts it: packed, with headers. */
export type Wire = {
  readonly asked: { readonly url: string; readonly bytes: number }[];
  bytes(): number;
};

export const watchWire = async (session: CDPSession): Promise<Wire> => {
  const urls = new Map<string, string>();
  const asked: { url: string; bytes: number }[] = [];
  await session.send('Network.enable');
  session.on('Network.requestWillBeSent', ({ requestId, request }) => urls.set(requestId, request.url));
  session.on('Network.responseReceived', ({ requestId, response }) => {
    // Out of a store of this machine nothing crosses the wire.
    if (response.fromServiceWorker || response.fromDiskCache || response.fromPrefetchCache)
      urls.delete(requestId);
  });
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    const url = urls.get(requestId);
    if (url?.startsWith('http')) asked.push({ url, bytes: encodedDataLength });
  });
  return { asked, bytes: () => asked.reduce((sum, { bytes }) => sum + bytes, 0) };
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
