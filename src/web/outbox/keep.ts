import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import type { ReportAnswer } from '../../core/report/answers.ts';
import { patched, type SavedSince, versionIn } from './batch.ts';
import { type Batch, type Entry, entryId, type Gone } from './entry.ts';

/** What is kept on this machine: changes not yet saved on the server, the batch under way, the report last seen. */
export type Keep = {
  /** True when a closed browser loses what is here: private windows, storage switched off. */
  readonly fleeting: boolean;
  entries(person: string): Promise<readonly Entry[]>;
  batches(person: string): Promise<readonly Batch[]>;
  /** What was typed: replaces what is there. */
  put(entries: readonly Entry[]): Promise<void>;
  drop(ids: readonly string[]): Promise<void>;
  begin(batch: Batch): Promise<void>;
  /** What became of a batch. A place that another window typed in meanwhile keeps its text and takes the version. */
  finish(batch: Batch, put: readonly Entry[], gone: readonly Gone[]): Promise<void>;
  answer(report: string): Promise<ReportAnswer | undefined>;
  keepAnswer(report: string, person: string, answer: ReportAnswer): Promise<void>;
  /** What was saved since: beside the report, which is too large to be written anew with each key. */
  keepSaved(report: string, person: string, saved: readonly SavedSince[]): Promise<void>;
};

type Whole = { readonly report: string; readonly person: string; readonly answer: ReportAnswer };
/** One place of a report that was saved later; its key begins with that of the report. */
type Later = { readonly report: string; readonly person: string; readonly since: SavedSince };
const laterOf = (report: string): IDBKeyRange =>
  IDBKeyRange.bound(`${report}\u0000`, `${report}\u0001`, true, true);
const isLater = (row: Whole | Later): row is Later => 'since' in row;

interface Schema extends DBSchema {
  entries: { key: string; value: Entry; indexes: { person: string } };
  batches: { key: string; value: Batch; indexes: { person: string } };
  answers: { key: string; value: Whole | Later };
}

// Strict: the promise resolves when the disk has it, so a power cut right after typing loses nothing.
const STRICT = { durability: 'strict' } as const;

const inDatabase = (db: IDBPDatabase<Schema>): Keep => ({
  fleeting: false,
  entries: (person) => db.getAllFromIndex('entries', 'person', person),
  batches: (person) => db.getAllFromIndex('batches', 'person', person),
  put: async (entries) => {
    const tx = db.transaction('entries', 'readwrite', STRICT);
    await Promise.all([...entries.map((e) => tx.store.put(e)), tx.done]);
  },
  drop: async (ids) => {
    const tx = db.transaction('entries', 'readwrite', STRICT);
    await Promise.all([...ids.map((id) => tx.store.delete(id)), tx.done]);
  },
  begin: async (batch) => {
    const tx = db.transaction('batches', 'readwrite', STRICT);
    await Promise.all([tx.store.put(batch), tx.done]);
  },
  finish: async (batch, put, gone) => {
    const tx = db.transaction(['entries', 'batches'], 'readwrite', STRICT);
    const entries = tx.objectStore('entries');
    for (const entry of put) {
      const here = await entries.get(entry.id);
      if (here?.token === entry.token) await entries.put(entry);
      else if (here) await entries.put({ ...here, base: entry.base });
    }
    for (const { id, token, version } of gone) {
      const here = await entries.get(id);
      if (here?.token === token) await entries.delete(id);
      else if (here) await entries.put({ ...here, base: version });
    }
    await tx.objectStore('batches').delete(batch.key);
    await tx.done;
  },
  answer: async (report) => {
    const tx = db.transaction('answers');
    const [row, since] = await Promise.all([tx.store.get(report), tx.store.getAll(laterOf(report))]);
    return row && !isLater(row)
      ? patched(
          row.answer,
          since.filter(isLater).map((one) => one.since),
        )
      : undefined;
  },
  keepAnswer: async (report, person, answer) => {
    const tx = db.transaction('answers', 'readwrite');
    // Another person's reports do not stay readable on a shared machine; what somebody typed does stay, unsent.
    for (const old of await tx.store.getAll())
      if (
        old.person !== person ||
        (isLater(old) &&
          old.report.startsWith(`${report}\u0000`) &&
          versionIn(answer, old.since) >= old.since.version)
      )
        await tx.store.delete(old.report);
    await tx.store.put({ report, person, answer });
    await tx.done;
  },
  keepSaved: async (report, person, saved) => {
    const tx = db.transaction('answers', 'readwrite');
    const put = saved.map((since) => tx.store.put({ report: entryId(report, since), person, since }));
    await Promise.all([...put, tx.done]);
  },
});

const inMemory = (): Keep => {
  const entries = new Map<string, Entry>();
  const batches = new Map<string, Batch>();
  return {
    fleeting: true,
    entries: async (person) => [...entries.values()].filter((e) => e.person === person),
    batches: async (person) => [...batches.values()].filter((b) => b.person === person),
    put: async (list) => {
      for (const e of list) entries.set(e.id, e);
    },
    drop: async (ids) => {
      for (const id of ids) entries.delete(id);
    },
    begin: async (batch) => {
      batches.set(batch.key, batch);
    },
    finish: async (batch, put, gone) => {
      for (const e of put) entries.set(e.id, e);
      for (const { id } of gone) entries.delete(id);
      batches.delete(batch.key);
    },
    answer: async () => undefined,
    keepAnswer: async () => undefined,
    keepSaved: async () => undefined,
  };
};

let opening: Promise<Keep> | undefined;

export const openKeep = (): Promise<Keep> => {
  opening ??= openDB<Schema>('cchc.outbox', 1, {
    upgrade(db) {
      db.createObjectStore('entries', { keyPath: 'id' }).createIndex('person', 'person');
      db.createObjectStore('batches', { keyPath: 'key' }).createIndex('person', 'person');
      db.createObjectStore('answers', { keyPath: 'report' });
    },
  }).then(inDatabase, inMemory);
  return opening;
};
