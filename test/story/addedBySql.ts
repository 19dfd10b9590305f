import { sql } from 'kysely';
import { expect } from 'vitest';
import type { TotalsAnswer } from '../../src/core/consolidation/answers.ts';
import type { Database } from '../../src/server/database/connect.ts';

/** A second implementation: every typed figure of every form added in the database, by the states that count. */
export const addedBySql = async (
  db: Database,
  campaignId: string,
  states: readonly string[],
): Promise<Map<string, number>> => {
  const { rows } = await sql<{ at: string; total: string }>`
    select form_id || '/' || row_id || '/' || column_id as at, sum(amount)::text as total
    from cell join report using (campaign_id, unit_id)
    where campaign_id = ${campaignId} and report.released_at is null and report.state = any(${[...states]}::text[])
      and scope = 'commune' and kind = 'amount' group by 1`.execute(db);
  return new Map(rows.map((r) => [r.at, Number(r.total)]));
};

/** Every total of the answer whose rule is to add is what SQL finds, and no total is missing. */
export const expectAdded = (answer: TotalsAnswer, added: ReadonlyMap<string, number>): void => {
  const said = new Map<string, number>();
  const others = new Set<string>();
  // Rows that tasks and criteria give are no indicators and are added nowhere.
  const forms = new Set(answer.forms.map((f) => f.id));
  for (const form of answer.forms)
    for (const { row, column, commune } of form.cells) {
      const at = `${form.id}/${row}/${column}`;
      const rule = form.rows.find((r) => r.id === row)?.aggregation ?? 'sum';
      if (rule !== 'sum') others.add(at);
      else if (added.has(at) && commune.kind === 'amount') said.set(at, Number(commune.amount));
    }
  expect(said.size).toBeGreaterThan(100);
  expect(Object.fromEntries(said)).toEqual(
    Object.fromEntries([...added].filter(([at]) => forms.has(at.split('/')[0] ?? '') && !others.has(at))),
  );
};
