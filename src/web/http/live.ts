import type { ChangedMessage, RowsMessage } from '../../core/report/live.ts';
import { createStore } from '../store.ts';

/**
 * One stream of server-sent events for the page in front. What shows refreshes by itself; while there is no stream
 * (an old proxy, a lost network) the views ask by the clock as before. A hidden page lets its stream go: a browser
 * has six connections to a server, and six open tabs would otherwise take all of them.
 */
export type Live = { readonly on: boolean };
export const live = createStore<Live>({ on: false });

type Watcher = (message: ChangedMessage | 'whole') => void;
const watchers = new Set<Watcher>();
const boards = new Set<(message: RowsMessage) => void>();

let stream: EventSource | undefined;
let board: string | undefined;
let wanted = false;
/** Where to go on; the browser itself says so (Last-Event-ID) only when it connects again by itself. */
let lastId = '';
let again: ReturnType<typeof setTimeout> | undefined;

const AGAIN_MS = 15_000;
/** After a new start of the server everybody comes at once: not all in the same moment. */
const SPREAD_MS = 1_500;

const tell = (message: ChangedMessage | 'whole'): void => {
  for (const watcher of [...watchers]) watcher(message);
};

const off = (): void => {
  stream?.close();
  stream = undefined;
  clearTimeout(again);
  again = undefined;
  live.set((was) => (was.on ? { on: false } : was));
};

const open = (): void => {
  off();
  if (!wanted || document.visibilityState === 'hidden' || !('EventSource' in globalThis)) return;
  const query = new URLSearchParams({ ...(board ? { board } : {}), ...(lastId ? { since: lastId } : {}) });
  const source = new EventSource(`/api/changes?${query}`);
  stream = source;
  source.addEventListener('hello', (event) => {
    lastId = event.lastEventId;
    live.set({ on: true });
    const { whole } = JSON.parse(event.data) as { whole: boolean };
    if (whole) setTimeout(() => tell('whole'), Math.random() * SPREAD_MS);
  });
  source.addEventListener('changed', (event) => {
    lastId = event.lastEventId;
    tell(JSON.parse(event.data) as ChangedMessage);
  });
  source.addEventListener('rows', (event) => {
    const message = JSON.parse(event.data) as RowsMessage;
    for (const listener of [...boards]) listener(message);
  });
  source.addEventListener('error', () => {
    live.set((was) => (was.on ? { on: false } : was));
    // Connecting again is the browser's own work, until the server has said no: then after a while, anew.
    if (source.readyState === EventSource.CLOSED && stream === source) again = setTimeout(open, AGAIN_MS);
  });
};

/** From when somebody is signed in, for as long as the page lives. */
export const watchChanges = (): (() => void) => {
  wanted = true;
  open();
  const turn = (): void => (document.visibilityState === 'hidden' ? off() : open());
  document.addEventListener('visibilitychange', turn);
  return () => {
    wanted = false;
    document.removeEventListener('visibilitychange', turn);
    off();
  };
};

/** Told where something happened; 'whole' when something may have been missed. */
export const onChanged = (watcher: Watcher): (() => void) => {
  watchers.add(watcher);
  return () => watchers.delete(watcher);
};

/** The changed rows of one board, for as long as it is open. */
export const followBoard = (campaignId: string, listener: (message: RowsMessage) => void): (() => void) => {
  boards.add(listener);
  board = campaignId;
  if (wanted) open();
  return () => {
    boards.delete(listener);
    if (board === campaignId && boards.size === 0) board = undefined;
  };
};
