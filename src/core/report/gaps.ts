import type { Cell } from '../template/cell.ts';
import { type Finding, findingsOf } from '../template/check.ts';
import { isComputed, type Values } from '../template/compute.ts';
import type { UnitForm, UnitSection } from '../template/outline.ts';
import type { Around } from '../template/rule.ts';
import { type Contradiction, contradictionsOf } from './contradictions.ts';
import { COPIED_FROM, likeness } from './likeness.ts';
import type { Previous } from './previous.ts';

/** What a report holds, as gaps and checks read it. */
export type Filled = {
  readonly cell: (formId: string, rowId: string, columnId: string) => Cell;
  readonly words: (
    sectionId: string,
  ) => { readonly kind: 'text' | 'nil'; readonly plain: string } | undefined;
  readonly reason: (checkKey: string) => string | undefined;
  /** What is known of other units; the period before stands below. */
  readonly around?: Omit<Around, 'previous'> | undefined;
  /** What the same unit sent for the period before; undefined where there is none or nobody asked. */
  readonly previous?: Previous | undefined;
  /** Whether a part rests on at least one paper; undefined where nobody asked. */
  readonly evidence?: ((sectionId: string) => boolean) | undefined;
};

/** One thing that is missing or wrong, with the place to go to. Ordered by what blocks. */
export type Gap = {
  readonly severity: 'must' | 'reason' | 'look';
  readonly sectionId: string;
  readonly code:
    | 'gap.words'
    | 'gap.evidence'
    | 'gap.cells'
    | 'gap.copied'
    | 'gap.contradiction'
    | Finding['code'];
  readonly formId?: string;
  readonly rowId?: string;
  readonly columnId?: string;
  /** How many blank cells of the row. */
  readonly count?: number;
  readonly finding?: Finding;
  readonly contradiction?: Contradiction;
  /** How much of the words is that of the period before. */
  readonly percent?: number;
  readonly overridden?: string;
};

/** What a reason is given for; undefined for what can only be filled in. */
export const keyOfGap = (gap: Gap): string | undefined =>
  gap.finding?.key ??
  gap.contradiction?.key ??
  (gap.code === 'gap.evidence' ? `evidence:${gap.sectionId}` : undefined);

export type Progress = {
  readonly sections: readonly {
    readonly id: string;
    /** The part of the outline it stands in: the section at the top. */
    readonly part: string;
    readonly filled: number;
    readonly asked: number;
    readonly nil: boolean;
    readonly gaps: number;
    /** Its share of the whole's; what was counted by an older version lacks it. */
    readonly substance?: number;
  }[];
  readonly filled: number;
  readonly asked: number;
  /** Numbers and real sentences: what is left without "không phát sinh", choices and one-word texts. */
  readonly substance: number;
};

const ORDER = { must: 0, reason: 1, look: 2 } as const;

type TypedCell = { readonly rowId: string; readonly columnId: string; readonly optional: boolean };
const typed = new WeakMap<UnitForm, readonly TypedCell[]>();

/** Cells of a form that somebody types: no computed, no given, no totals. */
export const typedCells = (form: UnitForm): readonly TypedCell[] => {
  const known = typed.get(form);
  if (known) return known;
  const cells = form.rows.flatMap((row) =>
    form.columns
      .filter(
        (c) =>
          c.kind !== 'given' && !(row.id === 'total' && form.totalRow) && !isComputed(form, row.id, c.id),
      )
      .map((c) => ({ rowId: row.id, columnId: c.id, optional: c.optional ?? false })),
  );
  typed.set(form, cells);
  return cells;
};

const isFilled = (cell: Cell): boolean => cell.kind !== 'empty';

/** Shorter than any sentence that reports something. */
const SENTENCE = 40;
const isSentence = (text: string): boolean => text.trim().length >= SENTENCE;
const saysSomething = (cell: Cell): boolean =>
  cell.kind === 'amount' || (cell.kind === 'text' && isSentence(cell.text));

const gapsOfForm = (section: UnitSection, form: UnitForm, filled: Filled): Gap[] => {
  const blanks = new Map<string, { first: string; count: number }>();
  for (const at of typedCells(form)) {
    if (at.optional || isFilled(filled.cell(form.id, at.rowId, at.columnId))) continue;
    const row = blanks.get(at.rowId);
    blanks.set(at.rowId, { first: row?.first ?? at.columnId, count: (row?.count ?? 0) + 1 });
  }
  const gaps: Gap[] = [...blanks].map(([rowId, { first, count }]) => ({
    severity: 'must',
    sectionId: section.id,
    code: 'gap.cells',
    formId: form.id,
    rowId,
    columnId: first,
    count,
  }));
  const values: Values = (row, column) => filled.cell(form.id, row, column);
  for (const finding of findingsOf(form, values, { ...filled.around, previous: filled.previous })) {
    const overridden = finding.severity === 'reason' ? filled.reason(finding.key) : undefined;
    gaps.push({
      severity: finding.severity,
      sectionId: section.id,
      code: finding.code,
      formId: form.id,
      rowId: finding.rowId,
      columnId: finding.columns[0] ?? '',
      finding,
      ...(overridden ? { overridden } : {}),
    });
  }
  return gaps;
};

/** The words against the period before (C6) and against the tables under them (C10). */
const gapsOfWords = (section: UnitSection, plain: string, filled: Filled): Gap[] => {
  const gaps: Gap[] = contradictionsOf(
    section.id,
    plain,
    section.forms,
    (form) => (row, column) => filled.cell(form.id, row, column),
  ).map((contradiction) => {
    const overridden = filled.reason(contradiction.key);
    return {
      ...{ severity: 'reason' as const, sectionId: section.id, code: 'gap.contradiction' as const },
      ...{ formId: contradiction.formId, rowId: contradiction.rowId, contradiction },
      ...(contradiction.columns[0] ? { columnId: contradiction.columns[0] } : {}),
      ...(overridden ? { overridden } : {}),
    };
  });
  const before = filled.previous?.words(section.id);
  const percent = before === undefined ? undefined : likeness(plain, before);
  if (percent !== undefined && percent >= COPIED_FROM)
    gaps.push({ severity: 'look', sectionId: section.id, code: 'gap.copied', percent });
  return gaps;
};

/** A part that asks for papers has some, or says why not; where nothing arose there is nothing to prove. */
const gapsOfEvidence = (section: UnitSection, filled: Filled): Gap[] => {
  const words = filled.words(section.id);
  const speaks = section.applicability === 'asked' ? words?.kind !== 'nil' : words?.kind === 'text';
  if (!section.evidence?.length || !speaks || (filled.evidence?.(section.id) ?? true)) return [];
  const gap = { severity: 'reason', sectionId: section.id, code: 'gap.evidence' } as const;
  const overridden = filled.reason(keyOfGap(gap) ?? '');
  return [{ ...gap, ...(overridden ? { overridden } : {}) }];
};

/** "Còn thiếu gì" (E2): every gap once, what blocks first, else in reading order. */
export const gapsOf = (sections: readonly UnitSection[], filled: Filled): readonly Gap[] => {
  const gaps: Gap[] = [];
  for (const section of sections) {
    if (section.applicability === 'not-applicable' || section.applicability === 'heading') continue;
    const words = filled.words(section.id);
    if (section.words && section.applicability === 'asked' && words?.kind !== 'nil' && !words?.plain.trim())
      gaps.push({ severity: 'must', sectionId: section.id, code: 'gap.words' });
    if (words?.kind === 'text') gaps.push(...gapsOfWords(section, words.plain, filled));
    for (const form of section.forms) gaps.push(...gapsOfForm(section, form, filled));
    gaps.push(...gapsOfEvidence(section, filled));
  }
  return gaps
    .map((gap, at) => ({ gap, at }))
    .sort((a, b) => ORDER[a.gap.severity] - ORDER[b.gap.severity] || a.at - b.at)
    .map(({ gap }) => gap);
};

/** Gaps that keep the report from being passed on: everything that must, and warnings without a reason. */
export const blocking = (gaps: readonly Gap[]): readonly Gap[] =>
  gaps.filter((g) => g.severity === 'must' || (g.severity === 'reason' && !g.overridden));

const partOf = (sections: readonly UnitSection[], section: UnitSection): string => {
  const parent = sections.find((s) => s.id === section.parentId);
  return parent ? partOf(sections, parent) : section.id;
};

const summed = (rows: Progress['sections']): Progress => ({
  sections: rows,
  filled: rows.reduce((n, r) => n + r.filled, 0),
  asked: rows.reduce((n, r) => n + r.asked, 0),
  substance: rows.reduce((n, r) => n + (r.substance ?? 0), 0),
});

/** How much is filled, section by section, for outline strips and the board; of some sections, or of all. */
export const progressOf = (
  sections: readonly UnitSection[],
  filled: Filled,
  of: readonly UnitSection[] = sections,
  gaps: readonly Gap[] = gapsOf(of, filled),
): Progress => {
  const open = blocking(gaps);
  return summed(
    of
      .filter((s) => s.applicability !== 'heading' && s.applicability !== 'not-applicable')
      .map((section) => {
        const words = section.words ? filled.words(section.id) : undefined;
        const written = words !== undefined && (words.kind === 'nil' || words.plain.trim() !== '');
        const cells = section.forms.flatMap((form) =>
          typedCells(form)
            .filter((c) => !c.optional)
            .map((c) => filled.cell(form.id, c.rowId, c.columnId)),
        );
        const wordsAsked = section.words && (section.applicability === 'asked' || written) ? 1 : 0;
        const sentences = words?.kind === 'text' && isSentence(words.plain) ? 1 : 0;
        return {
          id: section.id,
          part: partOf(sections, section),
          filled: cells.filter(isFilled).length + (written ? 1 : 0),
          asked: cells.length + wordsAsked,
          nil: words?.kind === 'nil',
          gaps: open.filter((g) => g.sectionId === section.id).length,
          substance: cells.filter(saysSomething).length + sentences,
        };
      }),
  );
};

/**
 * Progress after some sections changed: theirs is counted anew, the others stay as they were counted. Undefined when
 * one was never counted so, and all has to be.
 */
export const progressAfter = (
  was: Progress,
  sections: readonly UnitSection[],
  changed: readonly UnitSection[],
  after: Filled,
): Progress | undefined => {
  const now = progressOf(sections, after, changed);
  if (was.sections.some((s) => s.substance === undefined)) return undefined;
  if (now.sections.some((s) => !was.sections.some((w) => w.id === s.id))) return undefined;
  const rows = was.sections.map((w) => now.sections.find((s) => s.id === w.id) ?? w);
  return summed(rows);
};

/**
 * F4: sent, but hardly anything in it. Every place may be filled: with "không phát sinh" throughout and "Đã làm" for
 * words a report can be sent, and is shown for what it is.
 */
export const isNearEmpty = (progress: Pick<Progress, 'substance' | 'asked'>): boolean =>
  progress.asked > 0 && progress.substance / progress.asked < 0.2;

/** Of the counts of a report what the board shows: the whole, and each part as [part, filled, asked, only nil]. */
export type Summary = Pick<Progress, 'filled' | 'asked' | 'substance'> & {
  readonly gaps: number;
  readonly parts: readonly (readonly [part: string, filled: number, asked: number, nil: boolean])[];
};

export const summaryOf = ({ sections, filled, asked, substance }: Progress): Summary => {
  const parts = new Map<string, Summary['parts'][number]>();
  for (const s of sections) {
    const [, f, a, nil] = parts.get(s.part) ?? [s.part, 0, 0, true];
    parts.set(s.part, [s.part, f + s.filled, a + s.asked, nil && s.nil]);
  }
  const gaps = sections.reduce((n, s) => n + s.gaps, 0);
  return { filled, asked, substance, gaps, parts: [...parts.values()] };
};
