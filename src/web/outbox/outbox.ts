import type { SaveAnswer } from '../../core/report/answers.ts';
import { api, newKey } from '../http/api.ts';
import { onReturn, setWaiting } from '../http/connection.ts';
import type { Answer } from '../http/failure.ts';
import { sessionState } from '../http/session.ts';
import { createStore } from '../store.ts';
import { nextBatch, refuse, type Settled, settle } from './batch.ts';
import { addressOf, type Batch, type Change, type Entry, entryId, type Owner, reportOf } from './entry.ts';
import { type Keep, openKeep } from './keep.ts';
import { dropRest, leaveRest, takeRest } from './rest.ts';

/**
 * Local first: what is typed is on this machine's disk at once and on the server 400 ms after the last key, in order,
 * once, whatever tab, network, session or power does in between (scenarios D1 D3 D4).
 */
const AFTER_LAST_KEY_MS = 400;
const LONGEST_PAUSE_MS = 60_000;

export type OutboxStatus = {
  readonly savedAt: number | undefined;
  /** 'fleeting': closing the browser loses what is not yet sent. 'failed': this machine refuses to write. */
  readonly storage: 'disk' | 'fleeting' | 'failed';
};
export const outboxStatus = createStore<OutboxStatus>({
  savedAt: undefined,
  storage: 'disk',
});

export type Saved = {
  readonly report: string;
  readonly saved: Settled['saved'];
  readonly state: SaveAnswer['state'];
  readonly at: number;
};
const entryListeners = new Set<(ids: readonly string[] | undefined) => void>();
const savedListeners = new Set<(saved: Saved) => void>();
/** ids that changed, or undefined when everything may have. */
export const onEntries = (f: (ids: readonly string[] | undefined) => void): (() => void) => {
  entryListeners.add(f);
  return () => entryListeners.delete(f);
};
export const onSaved = (f: (saved: Saved) => void): (() => void) => {
  savedListeners.add(f);
  return () => savedListeners.delete(f);
};

let person: string | undefined;
let personName = '';
let keep: Keep | undefined;
let entries = new Map<string, Entry>();
let unwritten = new Map<string, Entry>();
/** On their way to the disk: a reading of the disk may not have them yet. */
let inWriting = new Map<string, Entry>();
let writing: Promise<void> | undefined;
let running: Promise<void> | undefined;
let timer: ReturnType<typeof setTimeout> | undefined;
let pause = 1000;
/** After a fault nothing is sent before this reading of the page's counter. */
let holdUntil = 0;
const windows = 'BroadcastChannel' in globalThis ? new BroadcastChannel('cchc.outbox') : undefined;

const tell = (ids: readonly string[] | undefined): void => {
  setWaiting([...entries.values()].filter((e) => e.status.kind === 'waiting').length);
  for (const f of [...entryListeners]) f(ids);
};

export const entriesOf = (owner: Owner): readonly Entry[] => {
  const report = reportOf(owner);
  return [...entries.values()].filter((e) => e.report === report);
};

const drain = async (): Promise<void> => {
  while (keep && unwritten.size > 0) {
    inWriting = unwritten;
    unwritten = new Map();
    try {
      await keep.put([...inWriting.values()]);
    } catch {
      // Tried again with the next key; until then it is in this page, and goes to the server from here.
      unwritten = new Map([...inWriting, ...unwritten]);
      inWriting = new Map();
      storage('failed');
      return;
    }
    inWriting = new Map();
    storage(keep.fleeting ? 'fleeting' : 'disk');
  }
  dropRest();
};
const storage = (now: OutboxStatus['storage']): void =>
  outboxStatus.set((s) => (s.storage === now ? s : { ...s, storage: now }));

/** A machine whose storage is full still sends: what cannot be kept here is only kept there. */
const ifKept = (work: Promise<void>): Promise<void> => work.catch(() => storage('failed'));
/** The batch under way, also where the disk could not take it: the same key on every retry. */
let held: Batch | undefined;
const write = (): Promise<void> => {
  writing ??= drain().finally(() => {
    writing = undefined;
  });
  return writing;
};

/** Other windows write to the same disk; it is the truth, except for what this window has not written yet. */
const readDisk = async (): Promise<void> => {
  if (!keep || !person || outboxStatus.get().storage === 'failed') return;
  await write();
  const disk = new Map((await keep.entries(person)).map((e) => [e.id, e]));
  for (const [id, e] of [...inWriting, ...unwritten]) disk.set(id, e);
  entries = disk;
  tell(undefined);
};

const put = (changed: readonly Entry[]): void => {
  for (const e of changed) {
    entries.set(e.id, e);
    unwritten.set(e.id, e);
  }
  void write();
  tell(changed.map((e) => e.id));
};

const later = (ms: number): void => {
  clearTimeout(timer);
  timer = setTimeout(() => void send(), Math.max(ms, holdUntil - performance.now() + 20));
};

export const change = (owner: Owner, changes: readonly { to: Change; base: number }[]): void => {
  const report = reportOf(owner);
  put(
    changes.map(({ to, base }): Entry => {
      const id = entryId(report, to);
      const before = entries.get(id);
      return {
        ...to,
        id,
        report,
        person: owner.person,
        base: before?.base ?? base,
        token: newKey(),
        // Two values stand side by side until somebody chooses; typing on does not choose.
        status: before?.status.kind === 'conflict' ? before.status : { kind: 'waiting' },
      };
    }),
  );
  later(AFTER_LAST_KEY_MS);
};

/** "Giữ số của tôi": sent again, resting on the value that stands there now. */
export const keepMine = (id: string): void => {
  const entry = entries.get(id);
  if (entry?.status.kind !== 'conflict') return;
  put([{ ...entry, base: entry.status.theirs.version, token: newKey(), status: { kind: 'waiting' } }]);
  void send();
};

/** "Lấy số trên máy chủ", or a refused value that is given up. */
export const drop = async (ids: readonly string[]): Promise<void> => {
  await write();
  for (const id of ids) entries.delete(id);
  await keep?.drop(ids);
  tell(ids);
};

/** Tries again what was refused for the state of the report, not for what stands in it. */
export const retry = (owner: Owner): void => {
  const again = entriesOf(owner).filter((e) => e.status.kind === 'refused' && !e.status.value);
  if (again.length === 0) return;
  put(again.map((e) => ({ ...e, token: newKey(), status: { kind: 'waiting' } as const })));
  void send();
};

const isMine = (): boolean => {
  const session = sessionState.get();
  return session.status === 'in' && session.session.me.personId === person;
};

/** What was saved, by this window or for it by another one of this machine. */
const announce = (news: Saved): void => {
  for (const f of [...savedListeners]) f(news);
  if (news.saved.length > 0) outboxStatus.set((s) => ({ ...s, savedAt: news.at }));
};

/** Says what to do next: 'on' with the next batch, or wait so many milliseconds. */
const take = async (batch: Batch, answer: Answer<SaveAnswer>): Promise<'on' | number> => {
  if (!keep) return 0;
  if (answer.ok) {
    pause = 1000;
    const { put: changed, gone, saved } = settle(batch, answer.data, (id) => entries.get(id));
    const news: Saved = { report: batch.report, saved, state: answer.data.state, at: answer.data.at };
    // Listeners first: no cell shows its old value between leaving the outbox and being saved.
    announce(news);
    for (const e of changed) entries.set(e.id, e);
    for (const g of gone) entries.delete(g.id);
    tell(batch.sent.map((s) => s.id));
    // Until the disk has it, a killed browser only sends the same batch with the same key again.
    await write();
    held = undefined;
    await ifKept(keep.finish(batch, changed, gone));
    if (saved.length > 0) {
      const since = saved.map((s) => ({ ...s, by: personName, at: answer.data.at }));
      await ifKept(keep.keepSaved(batch.report, batch.person, since));
    }
    windows?.postMessage(news);
    return 'on';
  }
  const { failure } = answer;
  if (failure.kind === 'offline' || failure.kind === 'fault') {
    pause = Math.min(LONGEST_PAUSE_MS, pause * 2);
    return pause * (0.75 + Math.random() / 2);
  }
  if (failure.kind === 'refusal' && failure.status === 429) return (failure.retryAfter ?? 5) * 1000;
  const renew = failure.kind === 'refusal' && failure.code === 'http.keyReused';
  const refused = renew ? [] : refuse(batch, failure, (id) => entries.get(id));
  for (const e of refused) entries.set(e.id, e);
  tell(refused.map((e) => e.id));
  await write();
  held = undefined;
  await ifKept(keep.finish(batch, refused, []));
  windows?.postMessage('changed');
  return 'on';
};

/** One window of the browser sends at a time; where the browser has no locks, versions and keys still hold. */
const alone = (work: () => Promise<void>): Promise<void> =>
  navigator.locks ? navigator.locks.request(`cchc.outbox.${person}`, work) : work();

const sendAll = async (): Promise<void> => {
  let before = '';
  for (;;) {
    if (!keep || !person || !isMine()) return;
    await readDisk();
    const open = held?.person === person ? held : (await keep.batches(person))[0];
    const first = [...entries.values()].find((e) => e.status.kind === 'waiting');
    const batch =
      open ??
      (first &&
        nextBatch(
          [...entries.values()].filter((e) => e.report === first.report),
          newKey(),
        ));
    if (!batch) return;
    // The same things again right after their answer can only be an error of ours: not at the server's cost.
    const same = JSON.stringify(batch.sent);
    if (same === before) return later(LONGEST_PAUSE_MS);
    before = same;
    if (!open) await ifKept(keep.begin(batch));
    held = batch;
    const path = `${addressOf(batch.report)}/save`;
    const next = await take(
      batch,
      await api.post<SaveAnswer>(path, batch.body, { key: batch.key, as: batch.person }),
    );
    if (next !== 'on') {
      holdUntil = performance.now() + next;
      return later(next);
    }
  }
};

/** Sends what waits now; resolves when everything is sent or nothing more can be. */
export const send = (): Promise<void> => {
  if (running) return running.then(() => (hasWaiting() ? send() : undefined));
  if (performance.now() < holdUntil) return Promise.resolve();
  clearTimeout(timer);
  running = alone(sendAll)
    .catch(() => later(LONGEST_PAUSE_MS))
    .finally(() => {
      running = undefined;
    });
  return running;
};

const hasWaiting = (): boolean => [...entries.values()].some((e) => e.status.kind === 'waiting');

/** True when the server has everything of this report. */
export const flush = async (owner: Owner): Promise<boolean> => {
  holdUntil = 0;
  await send();
  return entriesOf(owner).length === 0;
};

export const keptAnswer = async (owner: Owner) => (await openKeep()).answer(reportOf(owner));
export const keepAnswer = async (owner: Owner, answer: Parameters<Keep['keepAnswer']>[2]): Promise<void> =>
  (await openKeep()).keepAnswer(reportOf(owner), owner.person, answer).catch(() => undefined);

let started: Promise<void> | undefined;

/** Begins with what this person left here. Called when somebody is signed in; again for the same person: nothing. */
export const startOutbox = (id: string, name: string): Promise<void> => {
  if (person === id && started) return started;
  person = id;
  personName = name;
  entries = new Map();
  started = openKeep().then(async (opened) => {
    keep = opened;
    storage(opened.fleeting ? 'fleeting' : 'disk');
    const rest = takeRest(id);
    if (rest.entries.length > 0) await opened.put(rest.entries).then(rest.written, () => undefined);
    await readDisk();
    void send();
  });
  return started;
};

onReturn(() => {
  holdUntil = 0;
  void send();
});
addEventListener('visibilitychange', () => {
  if (document.visibilityState === 'hidden') void send();
});
addEventListener('pagehide', () => leaveRest([...inWriting.values(), ...unwritten.values()]));
windows?.addEventListener('message', ({ data }: MessageEvent<Saved | 'changed'>) => {
  void readDisk().then(() => {
    if (data !== 'changed' && data.report.startsWith(`${person}/`)) announce(data);
  });
});
