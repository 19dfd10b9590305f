import type { Instant } from '../../core/kernel/instant.ts';
import { createStore } from '../store.ts';
import { serverNow } from './server-clock.ts';

export type Connection = {
  online: boolean;
  reason?: 'network' | 'server';
  /** When the first request went unanswered, by the server's clock. */
  since?: Instant;
  /** How many values wait on this machine; the editor's outbox sets it. */
  waiting: number;
};

export const connection = createStore<Connection>({ online: true, waiting: 0 });

const RETRY_MS = 8000;
let probe: ReturnType<typeof setTimeout> | undefined;
const returned = new Set<() => void>();

/** Called when an answer comes after a loss: the outbox sends, lists load again. */
export const onReturn = (listener: () => void): (() => void) => {
  returned.add(listener);
  return () => returned.delete(listener);
};

export const setWaiting = (waiting: number): void =>
  connection.set((c) => (c.waiting === waiting ? c : { ...c, waiting }));

export const reached = (): void => {
  if (connection.get().online) return;
  clearTimeout(probe);
  probe = undefined;
  connection.set((c) => ({ online: true, waiting: c.waiting }));
  for (const listener of [...returned]) listener();
};

/** Asks the smallest question that proves the way is open again. */
export const tryNow = async (): Promise<void> => {
  clearTimeout(probe);
  probe = undefined;
  try {
    const answer = await fetch('/healthz', { cache: 'no-store' });
    if (answer.ok) return reached();
  } catch {
    // still away
  }
  probe ??= setTimeout(() => void tryNow(), RETRY_MS);
};

export const lost = (reason: 'network' | 'server'): void => {
  if (connection.get().online) {
    connection.set((c) => ({ online: false, reason, since: serverNow(), waiting: c.waiting }));
  }
  probe ??= setTimeout(() => void tryNow(), RETRY_MS);
};

export const watchConnection = (): void => {
  addEventListener('offline', () => lost('network'));
  addEventListener('online', () => void tryNow());
};
