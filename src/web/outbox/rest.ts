import type { Entry } from './entry.ts';

/**
 * The last keys before a page goes. Writing to the browser's database takes some milliseconds and a page that is
 * reloaded or closed does not wait for it; a line in localStorage is written before the page may go. It is read once,
 * by the next page.
 */
const PREFIX = 'cchc.outbox.rest.';
const mine = `${PREFIX}${crypto.randomUUID()}`;
let left = false;

/** Keeps what the database may not have yet. Called while the page is leaving. */
export const leaveRest = (entries: readonly Entry[]): void => {
  if (entries.length === 0) return;
  try {
    localStorage.setItem(mine, JSON.stringify(entries));
    left = true;
  } catch {
    // Storage is full or closed: the database has what it could take.
  }
};

/** The page stayed after all, and the database has everything. */
export const dropRest = (): void => {
  if (!left) return;
  left = false;
  localStorage.removeItem(mine);
};

/** What pages that are gone left for this person; `written` once it is in the database. */
export const takeRest = (person: string): { readonly entries: readonly Entry[]; written(): void } => {
  const keys: string[] = [];
  const entries: Entry[] = [];
  try {
    for (const key of Object.keys(localStorage)) {
      if (!key.startsWith(PREFIX) || key === mine) continue;
      const found = JSON.parse(localStorage.getItem(key) ?? '[]') as Entry[];
      if (found.some((e) => e.person !== person)) continue;
      entries.push(...found);
      keys.push(key);
    }
  } catch {
    // Somebody else's writing under our name is not ours to read.
  }
  return {
    entries,
    written: () => {
      for (const key of keys) localStorage.removeItem(key);
    },
  };
};
