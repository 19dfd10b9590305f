// The shell without network: pages are answered from what this release kept, /api is never touched.
type Extendable = Event & { waitUntil(work: Promise<unknown>): void };
type Fetching = Extendable & { request: Request; respondWith(answer: Promise<Response>): void };
type ShellWorker = {
  addEventListener(type: 'install' | 'activate', listener: (event: Extendable) => void): void;
  addEventListener(type: 'fetch', listener: (event: Fetching) => void): void;
  addEventListener(type: 'message', listener: (event: MessageEvent) => void): void;
  skipWaiting(): Promise<void>;
  clients: { claim(): Promise<void> };
};

const worker = self as unknown as ShellWorker;
const KEPT = '__KEPT__' as unknown as readonly string[];
const VERSION = '__VERSION__';
const NAME = `cchc-${VERSION}`;
const FONTS = 'cchc-fonts';

worker.addEventListener('install', (event) => {
  event.waitUntil(
    caches
      .open(NAME)
      // A file with its hash in its name never changes: what the page has loaded is not loaded again.
      .then((cache) =>
        cache.addAll(
          KEPT.map((path) => new Request(path, path.startsWith('/assets/') ? {} : { cache: 'reload' })),
        ),
      ),
  );
});

worker.addEventListener('activate', (event) => {
  event.waitUntil(
    caches.keys().then(async (names) => {
      // The release before stays: a window that still runs it may open a screen that it has not loaded yet.
      const releases = names.filter((name) => name.startsWith('cchc-') && name !== FONTS && name !== NAME);
      await Promise.all(releases.slice(0, -1).map((name) => caches.delete(name)));
      await worker.clients.claim();
    }),
  );
});

worker.addEventListener('message', (event) => {
  if (event.data === 'take-over') void worker.skipWaiting();
});

const fromShell = async (request: Request): Promise<Response> => {
  const cache = await caches.open(NAME);
  return (await cache.match('/')) ?? fetch(request);
};

const fromAssets = async (request: Request): Promise<Response> => {
  const kept = await caches.match(request);
  if (kept) return kept;
  const answer = await fetch(request);
  if (answer.ok && new URL(request.url).pathname.endsWith('.woff2')) {
    const fonts = await caches.open(FONTS);
    await fonts.put(request, answer.clone());
  }
  return answer;
};

worker.addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== 'GET' || url.origin !== location.origin) return;
  if (url.pathname.startsWith('/api/') || url.pathname === '/healthz') return;
  // Files that the server makes end in letters after a dot; a part of a report may be called s2.2.
  if (request.mode === 'navigate') {
    if (!/\.[a-z][a-z0-9]*$/i.test(url.pathname)) event.respondWith(fromShell(request));
    return;
  }
  if (
    url.pathname.startsWith('/assets/') ||
    /^\/(theme\.js|icon\.svg|manifest\.webmanifest)$/.test(url.pathname)
  ) {
    event.respondWith(fromAssets(request));
  }
});
