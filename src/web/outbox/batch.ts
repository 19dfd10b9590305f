import type { ReportAnswer, SaveAnswer } from '../../core/report/answers.ts';
import { canonicalJson } from '../../core/report/content.ts';
import { sameCell } from '../../core/template/cell.ts';
import type { Failure } from '../http/failure.ts';
import { type Batch, type Change, type Entry, type Gone, type Place, placeKey } from './entry.ts';

const CELLS = 500;
const WORDS = 10;

/** The next batch of a report in the order of typing; undefined when nothing waits. */
export const nextBatch = (entries: readonly Entry[], key: string): Batch | undefined => {
  const waiting = entries.filter((e) => e.status.kind === 'waiting');
  const cells = waiting.filter((e) => e.what === 'cell').slice(0, CELLS);
  const words = waiting.filter((e) => e.what === 'words').slice(0, WORDS);
  const first = cells[0] ?? words[0];
  if (!first) return undefined;
  return {
    key,
    report: first.report,
    person: first.person,
    body: {
      cells: cells.map(({ form, row, column, cell, base }) => ({ form, row, column, cell, version: base })),
      words: words.map(({ section, kind, doc, base }) => ({ section, kind, doc, version: base })),
    },
    sent: [...cells, ...words].map(({ id, token }) => ({ id, token })),
  };
};

export type Settled = {
  readonly put: readonly Entry[];
  readonly gone: readonly Gone[];
  /** What the server has now, for every window that shows the report. */
  readonly saved: readonly (Change & { readonly version: number })[];
};

const sameWords = (a: { kind: string; doc: unknown }, b: { kind: string; doc: unknown }): boolean =>
  a.kind === b.kind && canonicalJson(a.doc ?? null) === canonicalJson(b.doc ?? null);

/** What an answer means for the entries as they are now. Typed again meanwhile: stays, resting on the new version. */
export const settle = (
  batch: Batch,
  answer: SaveAnswer,
  entryOf: (id: string) => Entry | undefined,
): Settled => {
  const versions = new Map<string, number>([
    ...answer.cells.map((c) => [placeKey({ what: 'cell', ...c }), c.version] as const),
    ...answer.words.map((w) => [placeKey({ what: 'words', ...w }), w.version] as const),
  ]);
  const theirs = new Map(answer.conflicts.map((c) => [placeKey(c as Place), c] as const));
  const changes: Change[] = [
    ...batch.body.cells.map(({ form, row, column, cell }) => ({
      what: 'cell' as const,
      form,
      row,
      column,
      cell,
    })),
    ...batch.body.words.map(({ section, kind, doc }) => ({ what: 'words' as const, section, kind, doc })),
  ];
  const put: Entry[] = [];
  const gone: Gone[] = [];
  const saved: Settled['saved'][number][] = [];
  changes.forEach((change, at) => {
    const item = batch.sent[at];
    const entry = item && entryOf(item.id);
    const stands = theirs.get(placeKey(change));
    // The same value from elsewhere (a repeat whose key the server has forgotten) is no conflict.
    const same =
      stands !== undefined &&
      (stands.what === 'cell' && change.what === 'cell'
        ? sameCell(stands.cell, change.cell)
        : stands.what === 'words' && change.what === 'words' && sameWords(stands, change));
    const version = same ? stands.version : versions.get(placeKey(change));
    if (version !== undefined) {
      saved.push({ ...change, version });
      if (!entry) return;
      if (entry.token === item.token) gone.push({ id: entry.id, token: entry.token, version });
      else put.push({ ...entry, base: version });
    } else if (entry && stands) put.push({ ...entry, status: { kind: 'conflict', theirs: stands } });
  });
  return { put, gone, saved };
};

/** The entries of a refused batch: the one that the server names, or all of them when it names none. */
export const refuse = (
  batch: Batch,
  failure: Extract<Failure, { kind: 'refusal' | 'invalid' }>,
  entryOf: (id: string) => Entry | undefined,
): readonly Entry[] => {
  const code = failure.kind === 'refusal' ? failure.code : 'http.invalid';
  const details = failure.kind === 'refusal' ? failure.details : {};
  const entries = batch.sent.flatMap(({ id, token }) => {
    const entry = entryOf(id);
    return entry && entry.token === token ? [entry] : [];
  });
  const named = entries.filter((e) =>
    failure.kind === 'refusal'
      ? e.what === 'cell'
        ? e.form === details.form && e.row === details.row && e.column === details.column
        : e.section === details.section
      : failure.issues.some((i) => names(batch, e, i.path)),
  );
  return (named.length > 0 ? named : entries).map((entry) => ({
    ...entry,
    status: { kind: 'refused', code, details, value: named.length > 0 },
  }));
};

/** 'cells.3.cell' or '/cells/3/cell' is the fourth cell of the batch. */
const names = (batch: Batch, entry: Entry, path: string): boolean => {
  const found = /(cells|words)[./](\d+)/.exec(path);
  if (!found) return false;
  const at = Number(found[2]) + (found[1] === 'words' ? batch.body.cells.length : 0);
  return batch.sent[at]?.id === entry.id;
};

/** What the server took from this machine after the report was last read here. */
export type SavedSince = Settled['saved'][number] & { readonly by: string; readonly at: number };

/** Version of a place in a kept copy of the report; 0 where it holds nothing. */
export const versionIn = (answer: ReportAnswer, place: Place): number =>
  (place.what === 'cell'
    ? answer.cells.find((c) => placeKey({ what: 'cell', ...c }) === placeKey(place))
    : answer.words.find((w) => w.section === place.section)
  )?.version ?? 0;

/** A kept copy of the report with what was saved since, so that a start without network rests on true versions. */
export const patched = (answer: ReportAnswer, since: readonly SavedSince[]): ReportAnswer => {
  const saved = since.filter((s) => s.version > versionIn(answer, s));
  if (saved.length === 0) return answer;
  const keys = new Set(saved.map(placeKey));
  const notes = new Map(answer.cells.map((c) => [placeKey({ what: 'cell', ...c }), c.note]));
  return {
    ...answer,
    cells: [
      ...answer.cells.filter((c) => !keys.has(placeKey({ what: 'cell', ...c }))),
      ...saved.flatMap((s) => {
        if (s.what !== 'cell') return [];
        const { what: _, ...cell } = s;
        return [{ ...cell, note: notes.get(placeKey(s)) ?? null }];
      }),
    ],
    words: [
      ...answer.words.filter((w) => !keys.has(placeKey({ what: 'words', section: w.section }))),
      ...saved.flatMap((s) => {
        if (s.what !== 'words') return [];
        const { what: _, ...words } = s;
        return [{ ...words, plain: '' }];
      }),
    ],
  };
};
