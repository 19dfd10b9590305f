import type { Amount } from '../kernel/amount.ts';
import { cellName } from '../kernel/sheet.ts';
import { formulaOf } from '../template/compute.ts';
import type { UnitForm } from '../template/outline.ts';
import type { Ref } from '../template/template.ts';
import { quoted } from './book.ts';

export const SCOPES = { commune: 'Cấp xã', agency: 'Cấp huyện' } as const;

/** The sheet of details that formulas of one form reach into. */
export type Ground = {
  readonly form: UnitForm;
  readonly sheet: string;
  readonly from: number;
  readonly to: number;
  readonly columns: readonly string[];
  /** Cells of which two units were the last at the same moment: which of them counts no formula can say. */
  readonly tied: ReadonlySet<string>;
  /** Cells with a figure below zero, beside which other rows' zeros would be the largest. */
  readonly negative: ReadonlySet<string>;
};

type Said = {
  readonly row: string;
  readonly column: string;
  readonly amount: Amount | null;
  readonly at: number | null;
};

const tiedIn = (said: readonly Said[]): ReadonlySet<string> => {
  const tied = new Set<string>();
  for (const [key, own] of Map.groupBy(said, (one) => `${one.row}/${one.column}`)) {
    const last = Math.max(...own.map((one) => one.at ?? 0));
    if (own.filter((one) => (one.at ?? 0) === last).length > 1) tied.add(key);
  }
  return tied;
};

export const groundOf = (
  form: UnitForm,
  said: readonly Said[],
  sheet: string,
  headRow: number,
  lastRow: number,
): Ground => ({
  form,
  sheet,
  from: headRow + 1,
  to: Math.max(headRow + 1, lastRow),
  columns: form.columns.filter((c) => c.kind === 'figure').map((c) => c.id),
  tied: tiedIn(said),
  negative: new Set(said.filter((s) => s.amount?.startsWith('-')).map((s) => `${s.row}/${s.column}`)),
});

const range = (ground: Ground, column: number): string => {
  const letter = cellName(column, 0).replace('0', '');
  return `${quoted(ground.sheet)}!$${letter}$${ground.from}:$${letter}$${ground.to}`;
};

const ROW_IDS = 2;
const VALUES = 4;

/** A typed cell by the rule of its row; undefined where the rule is none that a formula can follow. */
const typedFormula = (ground: Ground, rowId: string, columnId: string): string | undefined => {
  const at = ground.columns.indexOf(columnId);
  const row = ground.form.rows.find((r) => r.id === rowId);
  if (at < 0 || !row) return undefined;
  const values = range(ground, VALUES + at);
  const ids = range(ground, ROW_IDS);
  const own = `${ids}="${rowId}"`;
  switch (row.aggregation ?? 'sum') {
    case 'sum':
      return `SUMIFS(${values},${ids},"${rowId}")`;
    case 'count-of-ones':
      return `COUNTIFS(${values},1,${ids},"${rowId}")`;
    // Every spreadsheet program since 2007 has it; a formula of its own for the largest under a condition is younger.
    case 'max':
      return ground.negative.has(`${rowId}/${columnId}`) ? undefined : `SUMPRODUCT(MAX((${own})*${values}))`;
    case 'latest': {
      if (ground.tied.has(`${rowId}/${columnId}`)) return undefined;
      const sent = range(ground, VALUES + ground.columns.length);
      const mine = `(${own})*(${values}<>"")`;
      return `SUMPRODUCT(${mine}*(${sent}=SUMPRODUCT(MAX(${mine}*${sent})))*${values})`;
    }
    default:
      return undefined;
  }
};

const LONGEST = 8_000;

/** How a total comes out of what units said, as a formula that every spreadsheet program reads. */
export const totalFormula = (
  ground: Ground,
  rowId: string,
  columnId: string,
  depth = 0,
): string | undefined => {
  const { form } = ground;
  const rule = formulaOf(form, rowId, columnId);
  if (!rule) return typedFormula(ground, rowId, columnId);
  if (depth > 6) return undefined;
  const column = ground.columns.indexOf(columnId);
  // The total of all rows is all that stands in the column, however long the table is.
  const summed = form.rows.every((r) => r.id === 'total' || (r.aggregation ?? 'sum') === 'sum');
  const isTotal = rowId === 'total' && form.totalRow && !form.columns.find((c) => c.id === columnId)?.formula;
  if (isTotal && summed && column >= 0) return `SUM(${range(ground, VALUES + column)})`;
  const parts = (refs: readonly Ref[]): string | undefined => {
    const all = refs.map((ref) =>
      totalFormula(ground, ref.row === '*' ? rowId : ref.row, ref.column, depth + 1),
    );
    return all.every((one) => one !== undefined) ? `SUM(${all.join(',')})` : undefined;
  };
  const made = ((): string | undefined => {
    if ('sum' in rule) return parts(rule.sum);
    const [of, by] = [parts(rule.percent.of), parts(rule.percent.by)];
    return of && by && `IF(${by}=0,"không tính được",${of}/${by}*100)`;
  })();
  return made !== undefined && made.length < LONGEST ? made : undefined;
};
