import { type Amount, compare, formatAmount, percent, ratio } from '../kernel/amount.ts';
import type { Cell } from '../template/cell.ts';
import { addCells, type Computed, isComputed, type Values, valueAt } from '../template/compute.ts';
import type { UnitForm } from '../template/outline.ts';
import type { Ref } from '../template/template.ts';
import type { Claim, Measure } from './words/claims.ts';
import { clausesOf } from './words/clauses.ts';
import { dossierClaims, isDossierForm } from './words/dossierClaims.ts';
import { rowClaims } from './words/rowClaims.ts';

/** The words say one number and the table another (C10), with both places. */
export type Contradiction = {
  /** Changes with what is said and with what the table gives: a reason holds for the two numbers it was given for. */
  readonly key: string;
  readonly formId: string;
  readonly rowId: string;
  readonly columns: readonly string[];
  /** The words as they stand, and the number in them. */
  readonly quote: string;
  readonly number?: string;
  readonly said: Amount;
  readonly shown: Amount;
  readonly percent: boolean;
  /** How exactly both are told. */
  readonly decimals: number;
  /** What the shown number is made of, where it is a percentage. */
  readonly parts?: { readonly of: Amount; readonly by: Amount };
  /** The computed cell that says it, if the form has one: a text that is mended may follow it. */
  readonly cell?: Ref;
};

type ValueOf = (rowId: string, columnId: string) => Cell | Computed;

/** Many claims ask for the same few totals; each is worked out once. */
const remembered = (form: UnitForm, values: Values): ValueOf => {
  const known = new Map<string, Map<string, Cell | Computed>>();
  return (row, column) => {
    const columns = known.get(row) ?? new Map<string, Cell | Computed>();
    const found = columns.get(column) ?? valueAt(form, values, row, column);
    known.set(row, columns.set(column, found));
    return found;
  };
};

type Shown = { readonly value: Amount; readonly parts?: { readonly of: Amount; readonly by: Amount } };

const total = (values: ValueOf, refs: readonly Ref[]): Amount | undefined => {
  if (refs.length === 0) return undefined;
  const added = addCells(refs.map((r) => values(r.row, r.column)));
  return added.kind === 'amount' ? added.amount : added.kind === 'nil' ? '0' : undefined;
};

/** Undefined while a cell that it rests on is blank: what is not there contradicts nothing. */
const shownBy = (values: ValueOf, measure: Measure): Shown | undefined => {
  if (measure.kind === 'sum') {
    const value = total(values, measure.refs);
    return value === undefined ? undefined : { value };
  }
  const [of, by] = [total(values, measure.of), total(values, measure.by)];
  if (of === undefined || by === undefined) return undefined;
  const value = percent(of, by, 10);
  return value === undefined ? undefined : { value, parts: { of, by } };
};

/**
 * A percentage is told rounded; nobody rounds up to everything, though: 'đạt 100%' with one late dossier of two
 * thousand is not so.
 */
const bearsOut = (claim: Claim, { value, parts }: Shown): boolean => {
  if (!claim.percent) return compare(claim.said, value) === 0;
  if (compare(claim.said, '100') === 0 || compare(claim.said, '0') === 0)
    return compare(claim.said, value) === 0;
  const rounded = parts ? percent(parts.of, parts.by, claim.decimals) : ratio(value, '1', claim.decimals);
  return rounded !== undefined && compare(rounded, claim.said) === 0;
};

const refsOf = (measure: Measure): readonly Ref[] =>
  measure.kind === 'sum' ? measure.refs : [...measure.of, ...measure.by];

const sameRefs = (a: readonly Ref[], b: readonly Ref[], row: string): boolean =>
  a.length === b.length &&
  a.every((x) => b.some((y) => x.column === y.column && (y.row === '*' ? row : y.row) === x.row));

/** The one cell that shows this measure: itself, or the computed column with the same formula. */
const cellOf = (form: UnitForm, measure: Measure): Ref | undefined => {
  const refs = refsOf(measure);
  const row = refs[0]?.row ?? '';
  if (measure.kind === 'sum' && refs.length === 1) return refs[0];
  const column = form.columns.find(({ formula }) => {
    if (!formula) return false;
    if ('sum' in formula) return measure.kind === 'sum' && sameRefs(measure.refs, formula.sum, row);
    return (
      measure.kind === 'percent' &&
      sameRefs(measure.of, formula.percent.of, row) &&
      sameRefs(measure.by, formula.percent.by, row)
    );
  });
  return column && isComputed(form, row, column.id) ? { row, column: column.id } : undefined;
};

const contradictionOf = (
  form: UnitForm,
  values: ValueOf,
  text: string,
  sectionId: string,
  claim: Claim,
): Contradiction | undefined => {
  const shown = claim.measures.map((m) => shownBy(values, m));
  const first = shown[0];
  const measure = claim.measures[0];
  if (!first || !measure || shown.some((s) => s === undefined || bearsOut(claim, s))) return undefined;
  const cell = cellOf(form, measure);
  const refs = refsOf(measure);
  const decimals = claim.percent ? Math.max(2, claim.decimals) : claim.decimals;
  const number = claim.number && text.slice(claim.number.start, claim.number.end);
  return {
    key: `${sectionId}:words:${form.id}/${cell?.row ?? refs[0]?.row}/${cell?.column ?? refs.map((r) => r.column).join('+')}:${claim.said}<>${formatAmount(first.value, claim.percent ? 4 : undefined)}`,
    formId: form.id,
    rowId: refs[0]?.row ?? '',
    columns: [...new Set([...(cell ? [cell.column] : []), ...refs.map((r) => r.column)])],
    quote: text.slice(claim.start, claim.end),
    ...(number === undefined ? {} : { number }),
    ...{ said: claim.said, shown: first.value, percent: claim.percent, decimals },
    ...(first.parts ? { parts: first.parts } : {}),
    ...(cell ? { cell } : {}),
  };
};

/** Whoever types figures under a text asks for its claims with each key; they stay until the text changes. */
const read = new WeakMap<UnitForm, Map<string, readonly Claim[]>>();
const MOST_TEXTS = 300;

const claimsOf = (form: UnitForm, text: string): readonly Claim[] => {
  const texts = read.get(form) ?? new Map<string, readonly Claim[]>();
  read.set(form, texts);
  const known = texts.get(text);
  if (known) return known;
  const clauses = clausesOf(text);
  const claims = isDossierForm(form) ? dossierClaims(form, clauses) : rowClaims(form, clauses);
  if (texts.size >= MOST_TEXTS) texts.clear();
  texts.set(text, claims);
  return claims;
};

/**
 * Where the words of a section contradict its own tables: percentages, counts, 'không có hồ sơ quá hạn', as real
 * reports write them. Careful rather than clever: what can be read two ways, and is right in one, is left alone.
 */
export const contradictionsOf = (
  sectionId: string,
  text: string,
  forms: readonly UnitForm[],
  valuesOf: (form: UnitForm) => Values,
): readonly Contradiction[] => {
  if (forms.length === 0 || text.trim() === '') return [];
  const found = new Map<string, Contradiction>();
  for (const form of forms) {
    const values = remembered(form, valuesOf(form));
    for (const claim of claimsOf(form, text)) {
      const wrong = contradictionOf(form, values, text, sectionId, claim);
      if (wrong && !found.has(wrong.key)) found.set(wrong.key, wrong);
    }
  }
  return [...found.values()];
};
