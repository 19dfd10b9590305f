import { plainText, type RichDoc } from '../../../../core/kernel/richText.ts';
import type { CellAnswer, ReportAnswer, WordsAnswer } from '../../../../core/report/answers.ts';
import { readUnits } from '../../../../core/report/elsewhere.ts';
import {
  type Filled,
  type Gap,
  gapsOf,
  keyOfGap,
  type Progress,
  progressOf,
} from '../../../../core/report/gaps.ts';
import { type Previous, type PreviousReport, readPrevious } from '../../../../core/report/previous.ts';
import { type Cell, EMPTY, sameCell } from '../../../../core/template/cell.ts';
import type { Computed } from '../../../../core/template/compute.ts';
import type { UnitForm } from '../../../../core/template/outline.ts';
import {
  type Change,
  type Entry,
  type Owner,
  type Place,
  placeKey,
  reportOf,
} from '../../../outbox/entry.ts';
import { change, entriesOf, onEntries, onSaved, retry, type Saved, send } from '../../../outbox/outbox.ts';
import { createStore } from '../../../store.ts';
import { at, type Shape, shapeFor } from '../grid/shape.ts';
import { createHistory, type History } from '../grid/undo.ts';
import { createSignals } from './signals.ts';
import { createValues } from './values.ts';

export const cellKey = (form: string, row: string, column: string): string =>
  placeKey({ what: 'cell', form, row, column });
export const wordsKey = (section: string): string => placeKey({ what: 'words', section });
export const formKey = (form: string): string => `f\u0000${form}`;
export const wordsGaps = (section: string): string => `g\u0000${section}`;
export const rowKey = (form: string, row: string): string => `r\u0000${form}\u0000${row}`;

export type Focus = {
  readonly form?: string;
  readonly row?: string;
  readonly column?: string;
  readonly section: string;
};
export type Counts = { readonly waiting: number; readonly conflicts: number; readonly refused: number };

const CHECK_AFTER_MS = 250;
const JUST_SAVED_MS = 2000;

/** One open report: the server's values, what is typed here laid over them, and what follows from both. */
export type Desk = ReturnType<typeof createDesk>;

/** A cell that contradicts the words: the one that shows the number, else what it is added from. */
const placesOf = (gap: Gap): readonly string[] | undefined => {
  const { cell, columns } = gap.contradiction ?? {};
  return cell ? [cell.column] : columns;
};

/** What says the same stays the same, so that nobody draws it again. */
const kept = <T>(was: T, now: T): T => (JSON.stringify(was) === JSON.stringify(now) ? was : now);

/** Read from the disk again, an entry is another object and the same thing. */
const sameEntry = (a: Entry | undefined, b: Entry | undefined): boolean =>
  a === b ||
  (a !== undefined &&
    b !== undefined &&
    a.token === b.token &&
    a.base === b.base &&
    a.status.kind === 'waiting' &&
    b.status.kind === 'waiting');

export const createDesk = (owner: Owner, first: ReportAnswer) => {
  const report = createStore<ReportAnswer>(first);
  const gaps = createStore<readonly Gap[]>([]);
  const progress = createStore<Progress>({ sections: [], filled: 0, asked: 0, substance: 0 });
  const counts = createStore<Counts>({ waiting: 0, conflicts: 0, refused: 0 });
  const focus = createStore<Focus | undefined>(undefined);
  const { bump, on, rev } = createSignals();
  const cells = new Map<string, CellAnswer>();
  const words = new Map<string, WordsAnswer>();
  const histories = new Map<string, History>();
  const marks = new Map<string, 'bad' | 'wrong' | 'warn'>();
  const just = new Map<string, ReturnType<typeof setTimeout>>();
  let mine = new Map<string, Entry>();
  let checking: ReturnType<typeof setTimeout> | undefined;
  let messages = new Map<string, string>();

  const entryAt = (key: string): Entry | undefined => mine.get(key);
  const cellAt = (form: string, row: string, column: string): Cell => {
    const key = cellKey(form, row, column);
    const entry = mine.get(key);
    return entry?.what === 'cell' ? entry.cell : (cells.get(key)?.cell ?? EMPTY);
  };
  const { valueIn, forget } = createValues(cellAt);
  /** Rows of a form whose figures are all there or not, until one of them changes. */
  const lacking = new WeakMap<UnitForm, Map<string, boolean>>();
  const wordsAt = (section: string): { kind: 'text' | 'nil'; doc: RichDoc | null } | undefined => {
    const entry = mine.get(wordsKey(section));
    if (entry?.what === 'words') return { kind: entry.kind, doc: entry.doc as RichDoc | null };
    const saved = words.get(section);
    return saved && { kind: saved.kind, doc: saved.doc as RichDoc | null };
  };
  const formOf = (id: string): UnitForm | undefined =>
    report
      .get()
      .sections.flatMap((s) => s.forms)
      .find((f) => f.id === id);

  // Read once for each answer of the server: the period before does not change while this one is written.
  let lastRead:
    | { of: PreviousReport | null; previous: Previous | undefined; values: ReturnType<typeof createValues> }
    | undefined;
  const lastNow = () => {
    const of = report.get().previous ?? null;
    if (lastRead?.of !== of) {
      const previous = readPrevious(of);
      lastRead = { of, previous, values: createValues((...place) => previous?.beside(...place) ?? EMPTY) };
    }
    return lastRead;
  };

  const filled: Filled = {
    cell: cellAt,
    words: (section) => {
      const here = wordsAt(section);
      if (!here) return undefined;
      return { kind: here.kind, plain: here.doc ? plainText(here.doc) : '' };
    },
    reason: (check) => report.get().reasons.find((r) => r.check === check)?.reason || undefined,
    get previous() {
      return lastNow().previous;
    },
    evidence: (section) => report.get().evidence.some((c) => c.place.split('/')[0] === section),
    get around() {
      return readUnits(report.get().units);
    },
  };

  /** Sums show at once; what they contradict is said a moment after the last key. */
  const check = (): void => {
    clearTimeout(checking);
    checking = undefined;
    const { sections } = report.get();
    const found = gapsOf(sections, filled);
    gaps.set((was) => kept(was, found));
    progress.set((was) => kept(was, progressOf(sections, filled, sections, found)));
    const said = new Map<string, string>();
    const marked = new Map<string, 'bad' | 'wrong' | 'warn'>();
    for (const gap of found) {
      const columns = gap.finding?.columns ?? placesOf(gap);
      if (gap.contradiction || gap.code === 'gap.copied')
        said.set(
          wordsGaps(gap.sectionId),
          `${said.get(wordsGaps(gap.sectionId)) ?? ''}|${JSON.stringify(gap)}`,
        );
      if (!gap.formId || !gap.rowId) continue;
      const key = rowKey(gap.formId, gap.rowId);
      // The row also says how many of its cells are blank, which are places of no finding.
      if (gap.code === 'gap.cells') said.set(key, `${said.get(key) ?? ''}|${gap.count}`);
      if (!columns) continue;
      said.set(key, `${said.get(key) ?? ''}|${JSON.stringify(gap)}`);
      const mark = gap.severity !== 'must' ? 'warn' : gap.code === 'check.unreadable' ? 'wrong' : 'bad';
      for (const column of columns) marked.set(cellKey(gap.formId, gap.rowId, column), mark);
    }
    const changed = new Set<string>();
    for (const key of new Set([...said.keys(), ...messages.keys()]))
      if (said.get(key) !== messages.get(key)) changed.add(key);
    for (const key of new Set([...marked.keys(), ...marks.keys()]))
      if (marked.get(key) !== marks.get(key)) changed.add(key);
    messages = said;
    marks.clear();
    for (const [key, mark] of marked) marks.set(key, mark);
    bump(changed);
  };
  const checkSoon = (): void => {
    clearTimeout(checking);
    checking = setTimeout(check, CHECK_AFTER_MS);
  };

  /** Everything that shows one of these places, with the sums that follow from them. */
  const touched = (keys: Iterable<string>): void => {
    const all = new Set<string>();
    for (const key of keys) {
      all.add(key);
      const [what, form = '', row = '', column = ''] = key.split('\u0000');
      if (what !== 'c') continue;
      all.add(formKey(form));
      all.add(rowKey(form, row));
      const of = formOf(form);
      const dependents = (of && shapeFor(of).dependents.get(at(row, column))) ?? [];
      if (of) {
        forget(of, dependents);
        lacking.get(of)?.delete(row);
      }
      for (const dependent of dependents)
        all.add(cellKey(form, ...(dependent.split('\u0000') as [string, string])));
    }
    bump(all);
    checkSoon();
  };

  const readOutbox = (): void => {
    const before = mine;
    mine = new Map(entriesOf(owner).map((e) => [placeKey(e), e]));
    const changed = new Set<string>();
    for (const key of new Set([...before.keys(), ...mine.keys()]))
      if (!sameEntry(before.get(key), mine.get(key))) changed.add(key);
    const kinds = [...mine.values()].map((e) => e.status.kind);
    const count = (kind: string): number => kinds.filter((k) => k === kind).length;
    const next = { waiting: count('waiting'), conflicts: count('conflict'), refused: count('refused') };
    const now = counts.get();
    if (next.waiting !== now.waiting || next.conflicts !== now.conflicts || next.refused !== now.refused)
      counts.set(next);
    if (changed.size > 0) touched(changed);
  };

  const takeSaved = ({ report: of, saved, state, at: savedAt }: Saved): void => {
    if (of !== reportOf(owner)) return;
    const keys: string[] = [];
    for (const s of saved) {
      const key = placeKey(s);
      keys.push(key);
      const stamp = { version: s.version, by: '', at: savedAt };
      if (s.what === 'cell') {
        const { form, row, column, cell } = s;
        if ((cells.get(key)?.version ?? 0) <= s.version)
          cells.set(key, { form, row, column, cell, note: cells.get(key)?.note ?? null, ...stamp });
        clearTimeout(just.get(key));
        just.set(
          key,
          setTimeout(() => {
            just.delete(key);
            bump([key]);
          }, JUST_SAVED_MS),
        );
      } else if ((words.get(s.section)?.version ?? 0) <= s.version)
        words.set(s.section, { section: s.section, kind: s.kind, doc: s.doc, plain: '', ...stamp });
    }
    if (state !== report.get().state) report.set((r) => ({ ...r, state }));
    touched(keys);
  };

  /** A newer answer of the server. A value that is older than what this page knows to be saved is passed over. */
  const take = (answer: ReportAnswer): void => {
    const keys: string[] = [];
    for (const c of answer.cells) {
      const key = placeKey({ what: 'cell', ...c });
      const known = cells.get(key);
      if (known && known.version > c.version) continue;
      if (!known || !sameCell(known.cell, c.cell) || known.note !== c.note) keys.push(key);
      cells.set(key, c);
    }
    for (const w of answer.words) {
      const known = words.get(w.section);
      if (known && known.version > w.version) continue;
      if (known?.version !== w.version) keys.push(wordsKey(w.section));
      words.set(w.section, w);
    }
    // A table that is asked for as before is the same table: nothing of it is drawn again.
    if (answer.version >= report.get().version)
      report.set((was) => ({ ...answer, sections: kept(was.sections, answer.sections) }));
    touched(keys);
    if (report.get().may.includes('edit')) retry(owner);
  };

  const set = (changes: readonly Change[], now = false): void => {
    const base = (place: Place): number =>
      (place.what === 'cell' ? cells.get(placeKey(place)) : words.get(place.section))?.version ?? 0;
    if (changes.length > 0)
      change(
        owner,
        changes.map((to) => ({ to, base: base(to) })),
      );
    if (now) void send();
  };

  for (const c of first.cells) cells.set(placeKey({ what: 'cell', ...c }), c);
  for (const w of first.words) words.set(w.section, w);
  onEntries(() => readOutbox());
  onSaved(takeSaved);
  readOutbox();
  check();

  return {
    owner,
    report,
    gaps,
    progress,
    counts,
    focus,
    on,
    rev,
    entryAt,
    cellAt,
    valueIn,
    wordsAt,
    formOf,
    take,
    set,
    check,
    /** The value that stands on the server, as a conflict told it: what is typed next rests on it. */
    takeTheirs: (theirs: CellAnswer | WordsAnswer): void => {
      if ('form' in theirs) cells.set(placeKey({ what: 'cell', ...theirs }), theirs);
      else words.set(theirs.section, theirs);
    },
    markAt: (key: string) => marks.get(key),
    isJustSaved: (key: string): boolean => just.has(key),
    noteAt: (key: string): string | null => cells.get(key)?.note ?? null,
    versionAt: (key: string): number => cells.get(key)?.version ?? 0,
    writerOf: (section: string): WordsAnswer | undefined => words.get(section),
    gapsOfRow: (form: string, row: string): readonly Gap[] =>
      gaps.get().filter((g) => g.formId === form && g.rowId === row && keyOfGap(g) !== undefined),
    /** What a part asks for and does not rest on yet. */
    gapOfEvidence: (section: string): Gap | undefined =>
      gaps.get().find((g) => g.sectionId === section && g.code === 'gap.evidence'),
    /** What the words of a section contradict, and whether they are last period's. */
    gapsOfWords: (section: string): readonly Gap[] =>
      gaps.get().filter((g) => g.sectionId === section && (g.contradiction || g.code === 'gap.copied')),
    saysSomething: (section: string): boolean => (filled.words(section)?.plain ?? '').trim() !== '',
    /** The same cell of the period before, computed ones by the same formulas; undefined where it says nothing. */
    previousIn: (form: UnitForm, row: string, column: string): Cell | Computed | undefined => {
      const { previous, values } = lastNow();
      if (!previous) return undefined;
      const value = values.valueIn(form, row, column);
      return value.kind === 'empty' ? undefined : value;
    },
    blanksOfRow: (form: string, row: string): number =>
      gaps.get().find((g) => g.formId === form && g.rowId === row && g.code === 'gap.cells')?.count ?? 0,
    /** Whether a figure of the row is blank or unreadable, so that the totals are not whole yet. */
    lacksOfRow: ({ form, columns, kind }: Shape, row: string): boolean => {
      const rows = lacking.get(form) ?? new Map<string, boolean>();
      lacking.set(form, rows);
      const known = rows.get(row);
      if (known !== undefined) return known;
      const lacks = columns.some(
        (c) =>
          kind(row, c.id) === 'figure' && ['empty', 'unparsed'].includes(cellAt(form.id, row, c.id).kind),
      );
      rows.set(row, lacks);
      return lacks;
    },
    historyOf: (form: string): History => {
      const history = histories.get(form) ?? createHistory();
      histories.set(form, history);
      return history;
    },
    /** Only when the way is open: a sent report takes no key. */
    isOpen: (): boolean => report.get().may.includes('edit'),
  };
};
