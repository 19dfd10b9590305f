import type { Fact } from '../../core/kernel/fact.ts';
import { mayOnReport } from '../../core/report/allow.ts';
import type { Cell } from '../../core/template/cell.ts';
import type { UnitForm } from '../../core/template/outline.ts';
import type { WriteContext } from '../http/context.ts';
import { reactTo } from '../record/record.ts';
import { saveHeld } from './save.ts';
import { contentsOf, sectionsOf } from './views/contents.ts';
import { loadReport } from './views/load.ts';

/** A row that the program gave, and what is now known of it, by column. */
type Given = { readonly row: string; readonly values: Readonly<Record<string, string | null>> };

const cellOf = (form: UnitForm, column: string, value: string | null): Cell | undefined => {
  const found = form.columns.find((c) => c.id === column);
  if (!found || found.kind === 'given') return undefined;
  if (value === null || value === '') return { kind: 'empty' };
  if (found.kind === 'figure') return { kind: 'amount', amount: value };
  return found.choices && !found.choices.includes(value) ? undefined : { kind: 'text', text: value };
};

const isSame = (a: Cell | undefined, b: Cell): boolean =>
  JSON.stringify(a ?? { kind: 'empty' }) === JSON.stringify(b);

/** I9 I10: the unit's open reports say the same as the list of tasks and of low marks; sealed ones stay as they were sent. */
const follow = async (ctx: WriteContext, unitId: string, { row, values }: Given): Promise<void> => {
  const open = await ctx.trx
    .selectFrom('report')
    .innerJoin('campaign', 'campaign.id', 'report.campaign_id')
    .where('report.unit_id', '=', unitId)
    .where('campaign.state', '=', 'issued')
    .where('report.state', 'in', ['not-opened', 'drafting', 'returned'])
    .select('report.campaign_id')
    .execute();
  for (const { campaign_id: campaignId } of open) {
    const loaded = await loadReport(ctx, campaignId, unitId);
    if (!mayOnReport(loaded.report, loaded.stances, ctx.person.personId).includes('edit')) continue;
    const sections = await sectionsOf(ctx, loaded);
    const form = sections
      .flatMap((s) => s.forms)
      .find(
        (f) =>
          f.rows.some((r) => r.id === row) &&
          Object.keys(values).every((id) => f.columns.some((c) => c.id === id)),
      );
    if (!form) continue;
    const contents = await contentsOf(ctx, campaignId, unitId);
    const cells = Object.entries(values).flatMap(([column, value]) => {
      const cell = cellOf(form, column, value);
      const stored = contents.cells.find((c) => c.form === form.id && c.row === row && c.column === column);
      if (!cell || isSame(stored?.cell, cell)) return [];
      return [{ form: form.id, row, column, cell, version: stored?.version ?? 0 }];
    });
    if (cells.length > 0) await saveHeld(ctx, { campaignId, unitId }, { cells, words: [] });
  }
};

const text = (value: unknown): string | null => (typeof value === 'string' ? value : null);

export const registerGivenReactions = (): void => {
  reactTo('tasks.progressed', (ctx, fact: Fact) =>
    follow(ctx, fact.unitId ?? '', {
      row: String(fact.data.taskId),
      values: {
        status: text(fact.data.status),
        progress: text(fact.data.progress),
        result: text(fact.data.result),
      },
    }),
  );
  reactTo('remediation.changed', (ctx, fact: Fact) =>
    follow(ctx, fact.unitId ?? '', {
      row: String(fact.data.criterion),
      values: {
        cause: text(fact.data.cause),
        measure: text(fact.data.measure),
        result: text(fact.data.result),
        status: text(fact.data.statusWords),
      },
    }),
  );
};
