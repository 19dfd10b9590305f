import { sql } from 'kysely';
import type { ChangeAnswer } from '../../core/consolidation/answers.ts';
import { addTallies, type Tally, withCorrection } from '../../core/consolidation/tally.ts';
import { sum } from '../../core/kernel/amount.ts';
import type { ReadContext } from '../http/context.ts';
import { type Counted, countedReports, keyOf, untouched } from './counted.ts';
import { keptTallies } from './keptTallies.ts';

type TallyRow = {
  readonly form_id: string;
  readonly row_id: string;
  readonly column_id: string;
  readonly sum: string | null;
  readonly max: string | null;
  readonly ones: string;
  readonly amounts: string;
  readonly nil: string;
  readonly not_applicable: string;
  readonly other: string;
};

const tallyOf = (r: TallyRow): Tally => ({
  sum: r.sum === null ? null : sum([r.sum]),
  max: r.max === null ? null : sum([r.max]),
  ones: Number(r.ones),
  amounts: Number(r.amounts),
  nil: Number(r.nil),
  notApplicable: Number(r.not_applicable),
  other: Number(r.other),
});

type CountedCorrection = ChangeAnswer & { readonly submittedAt: number | null };

/** Corrected cells that count at all: a correction of a unit that is left out moves nothing. */
export const correctedThatCount = async (
  ctx: ReadContext,
  campaignId: string,
  counted: Counted,
): Promise<CountedCorrection[]> => {
  const corrections = counted.changes.filter((c) => c.kind === 'correct');
  if (corrections.length === 0) return [];
  const { rows } = await sql<{ unit_id: string; submitted_at: number | null }>`
    select unit_id, submitted_at from report where ${countedReports(campaignId, counted)}
      and report.unit_id = any(${[...new Set(corrections.map((c) => c.unitId))]}::uuid[])`.execute(ctx.db);
  const sent = new Map(rows.map((r) => [r.unit_id, r.submitted_at]));
  return corrections
    .filter(
      (c) =>
        sent.has(c.unitId) &&
        (counted.forms === null || counted.forms.includes(c.form ?? '')) &&
        !counted.changes.some((o) => o.kind === 'leave-out' && o.unitId === c.unitId && o.form === c.form),
    )
    .map((c) => ({ ...c, submittedAt: sent.get(c.unitId) ?? null }));
};

/** One pass over the cells that count; the database adds, the core decides what the sums mean. */
const addedTallies = async (
  ctx: ReadContext,
  campaignId: string,
  counted: Counted,
  /** null: of all that count. */
  units: readonly string[] | null = null,
): Promise<Map<string, Tally>> => {
  const { rows } = await sql<TallyRow>`
    select form_id, row_id, column_id, sum(amount) as sum, max(amount) as max,
      count(*) filter (where amount = 1) as ones, count(amount) as amounts,
      count(*) filter (where cell.kind = 'nil') as nil,
      count(*) filter (where cell.kind = 'not-applicable') as not_applicable,
      count(*) filter (where cell.kind in ('empty', 'unparsed')) as other
    from cell join report using (campaign_id, unit_id)
    where ${countedReports(campaignId, counted)} and cell.kind <> 'text'
      ${units ? sql`and cell.unit_id = any(${[...units]}::uuid[])` : sql``}
      ${counted.forms ? sql`and cell.form_id = any(${[...counted.forms]}::text[])` : sql``}
      ${untouched(counted.changes)}
    group by form_id, row_id, column_id`.execute(ctx.db);
  return new Map(rows.map((r) => [keyOf(r.form_id, r.row_id, r.column_id), tallyOf(r)]));
};

/** Units whose figures are not taken as they stand: they are added by themselves, beside what is kept. */
const unitsApart = (changes: readonly ChangeAnswer[]): string[] => [
  ...new Set(changes.filter((c) => c.form !== null).map((c) => c.unitId)),
];

const uncorrected = async (
  ctx: ReadContext,
  campaignId: string,
  counted: Counted,
): Promise<Map<string, Tally>> => {
  // A node of the tree is a part of the whole that is quickly added; drafts change with every key.
  if (counted.basis === 'drafts' || counted.under !== null) return addedTallies(ctx, campaignId, counted);
  const apart = unitsApart(counted.changes);
  const kept = await keptTallies(ctx, campaignId, counted, apart);
  if (apart.length === 0) return kept;
  for (const [key, own] of await addedTallies(ctx, campaignId, counted, apart)) {
    const known = kept.get(key);
    kept.set(key, known ? addTallies([known, own]) : own);
  }
  return kept;
};

/** What the counted units together put into each cell, with the values that a person put in their place. */
export const talliesOf = async (
  ctx: ReadContext,
  campaignId: string,
  counted: Counted,
): Promise<(form: string, row: string, column: string) => Tally | undefined> => {
  const tallies = await uncorrected(ctx, campaignId, counted);
  for (const { form, row, column, amount } of await correctedThatCount(ctx, campaignId, counted)) {
    const key = keyOf(form ?? '', row ?? '', column ?? '');
    tallies.set(key, withCorrection(tallies.get(key), amount ?? '0'));
  }
  return (form, row, column) => tallies.get(keyOf(form, row, column));
};
