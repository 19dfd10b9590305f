import { sql } from 'kysely';
import { countsIn } from '../../core/consolidation/basis.ts';
import { type PieceProblem, problemsOfPieces } from '../../core/consolidation/draft.ts';
import type { FrozenContent } from '../../core/consolidation/frozen.ts';
import { movedCells, type UnitCell } from '../../core/consolidation/moved.ts';
import type { CellRow } from '../../core/report/content.ts';
import type { ReadContext } from '../http/context.ts';
import { cellOfRow } from '../report/views/contents.ts';
import { standingChanges } from './changes.ts';
import { current, outlineOf, sourcesIn, standsOf, storedSections } from './draft.ts';
import { formsOf } from './forms.ts';
import type { Opened } from './open.ts';
import { totalsOf } from './views/totals.ts';

export type Changes = FrozenContent['changes'];

/** Everything that a version holds, as it stands now. */
export const contentNow = async (
  ctx: ReadContext,
  opened: Opened,
  basis: 'received' | 'sent',
  number: number,
): Promise<{
  content: FrozenContent;
  problems: (PieceProblem & { section: string })[];
}> => {
  const { id } = opened;
  const totals = await totalsOf(ctx, opened, { basis });
  const changes = await standingChanges(ctx, id);
  const out = new Set(changes.filter((c) => c.kind === 'leave-out' && c.form === null).map((c) => c.unitId));
  const units = await sql<{
    unit_id: string;
    name: string;
    kind: string;
    state: string;
    revision: number;
    content_hash: string | null;
  }>`
    select report.unit_id, unit.name, unit.kind, report.state, report.revision, s.content_hash
    from report join unit on unit.id = report.unit_id
      left join submission s on s.campaign_id = report.campaign_id and s.unit_id = report.unit_id
        and s.revision = report.revision
    where report.campaign_id = ${id} and report.released_at is null order by report.unit_id`.execute(ctx.db);
  const stored = await storedSections(ctx, id);
  const outline = await outlineOf(ctx, opened);
  const sources = outline.flatMap((s) => sourcesIn(stored.get(s.id)?.pieces ?? []));
  const stands = await standsOf(ctx, opened, sources);
  const unitName = new Map(units.rows.map((u) => [u.unit_id, u.name]));
  return {
    content: {
      campaignId: id,
      number,
      title: opened.title,
      basis,
      at: Math.floor(ctx.now),
      units: units.rows.map((u) => ({
        unitId: u.unit_id,
        name: u.name,
        kind: u.kind,
        state: u.state,
        revision: u.revision,
        contentHash: u.content_hash,
        counted: countsIn(basis, u.state) && !out.has(u.unit_id),
      })),
      changes,
      sections: outline.map(({ sources: _, ...section }) => ({
        ...section,
        version: stored.get(section.id)?.version ?? 0,
        pieces: current(stored.get(section.id)?.pieces ?? [], totals.forms),
      })),
      names: Object.fromEntries(sources.map((s) => [s.unitId, unitName.get(s.unitId) ?? ''])),
      forms: totals.forms.map((f) => ({ ...f, cells: f.cells.map((c) => ({ ...c, last: null })) })),
    },
    problems: outline.flatMap((s) =>
      problemsOfPieces(stored.get(s.id)?.pieces ?? [], stands).map((p) => ({ ...p, section: s.id })),
    ),
  };
};

/** What of a unit's cells a total takes: without forms left out, with corrected values. */
const asCounted = (cells: readonly UnitCell[], unitId: string, changes: Changes): UnitCell[] => {
  const own = changes.filter((c) => c.unitId === unitId);
  const out = new Set(own.filter((c) => c.kind === 'leave-out').map((c) => c.form));
  const corrected = own.filter((c) => c.kind === 'correct');
  const put: UnitCell[] = corrected.map((c) => ({
    form: c.form ?? '',
    row: c.row ?? '',
    column: c.column ?? '',
    cell: { kind: 'amount', amount: c.amount ?? '0' },
  }));
  return [
    ...cells.filter((c) => !put.some((p) => p.form === c.form && p.row === c.row && p.column === c.column)),
    ...put,
  ].filter((c) => !out.has(c.form));
};

const summedForms = (opened: Opened): ReadonlySet<string> =>
  new Set(
    (['commune', 'agency', 'area'] as const).flatMap((s) =>
      formsOf(opened.template, s).map((f) => f.form.id),
    ),
  );

/** How one unit's part differs between what was frozen and what counts now. */
export const unitMoves = async (
  ctx: ReadContext,
  opened: Opened,
  unitId: string,
  frozen: { readonly revision: number | null; readonly changes: Changes },
  now: { readonly counted: boolean; readonly changes: Changes },
): Promise<ReturnType<typeof movedCells>> => {
  const forms = summedForms(opened);
  const figures = (cells: readonly UnitCell[]): UnitCell[] =>
    cells.filter((c) => forms.has(c.form) && c.cell.kind !== 'text');
  const sent =
    frozen.revision === null
      ? undefined
      : await ctx.db
          .selectFrom('submission')
          .select('content')
          .where('campaign_id', '=', opened.id)
          .where('unit_id', '=', unitId)
          .where('revision', '=', frozen.revision)
          .executeTakeFirst();
  const before = (sent?.content as unknown as { cells: readonly CellRow[] } | undefined)?.cells ?? [];
  const rows = now.counted
    ? await ctx.db
        .selectFrom('cell')
        .select(['form_id', 'row_id', 'column_id', 'kind', 'amount', 'typed', 'estimate'])
        .where('campaign_id', '=', opened.id)
        .where('unit_id', '=', unitId)
        .execute()
    : [];
  const after = rows.map((r) => ({
    form: r.form_id,
    row: r.row_id,
    column: r.column_id,
    cell: cellOfRow(r),
  }));
  return movedCells(
    frozen.revision === null ? [] : asCounted(figures(before), unitId, frozen.changes),
    now.counted ? asCounted(figures(after), unitId, now.changes) : [],
  );
};
