import { useSyncExternalStore } from 'react';

/** Says which places changed; a cell listens to its own only, so that a key redraws a row's worth and no more. */
export const createSignals = () => {
  const listeners = new Map<string, Set<() => void>>();
  const revisions = new Map<string, number>();
  return {
    on(key: string, listener: () => void): () => void {
      const set = listeners.get(key) ?? new Set();
      listeners.set(key, set.add(listener));
      return () => set.delete(listener);
    },
    rev: (key: string): number => revisions.get(key) ?? 0,
    bump(keys: Iterable<string>): void {
      const all = [...keys];
      for (const key of all) revisions.set(key, (revisions.get(key) ?? 0) + 1);
      for (const key of all) for (const listener of [...(listeners.get(key) ?? [])]) listener();
    },
  };
};

/** Draws again when this place changed and with it what is picked of it, a plain value. */
export const usePicked = <T extends string | number | boolean>(
  desk: { on(key: string, f: () => void): () => void },
  key: string,
  pick: () => T,
): T => useSyncExternalStore((f) => desk.on(key, f), pick);

/** Draws again when this place changed. */
export const useSignal = (
  desk: { on(key: string, f: () => void): () => void; rev(key: string): number },
  key: string,
): number =>
  useSyncExternalStore(
    (f) => desk.on(key, f),
    () => desk.rev(key),
  );
