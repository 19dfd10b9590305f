import { useSyncExternalStore } from 'react';

/** One value that lives as long as the page and that both plain functions and components read. */
export type Store<T> = {
  get(): T;
  set(next: T | ((current: T) => T)): void;
  subscribe(listener: () => void): () => void;
  use(): T;
  /** Draws again only when what is picked changes: a plain value, or one that is kept. */
  use<U>(pick: (value: T) => U): U;
};

export const createStore = <T>(initial: T): Store<T> => {
  let value = initial;
  const listeners = new Set<() => void>();
  const get = (): T => value;
  const subscribe = (listener: () => void): (() => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  };
  return {
    get,
    subscribe,
    set(next) {
      const after = typeof next === 'function' ? (next as (current: T) => T)(value) : next;
      if (Object.is(after, value)) return;
      value = after;
      for (const listener of [...listeners]) listener();
    },
    use: <U>(pick?: (value: T) => U) => {
      const picked = (): T | U => (pick ? pick(value) : value);
      return useSyncExternalStore(subscribe, picked, picked) as T & U;
    },
  };
};
