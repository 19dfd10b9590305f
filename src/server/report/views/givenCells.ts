import { sql } from 'kysely';
import type { Instant } from '../../../core/kernel/instant.ts';
import type { ReadContext } from '../../http/context.ts';

/** What reports last said in one cell of a row that the program gave: a task, a low mark. */
export type GivenCell = {
  readonly value: string | null;
  readonly at: Instant;
  readonly by: string;
};
export type GivenTelling = {
  readonly cells: Readonly<Record<string, GivenCell>>;
  /** Goes up with every change, so that a list can tell whether it is stale. */
  readonly version: number;
};

/** By unit and row: of each column the latest word, whichever report it stands in. */
export const givenCells = async (
  ctx: Pick<ReadContext, 'db'>,
  wanted: {
    readonly unitIds: readonly string[];
    readonly rows: readonly string[];
    readonly columns: readonly string[];
    readonly year?: number;
  },
): Promise<ReadonlyMap<string, GivenTelling>> => {
  const found = new Map<string, GivenTelling>();
  if (wanted.unitIds.length === 0 || wanted.rows.length === 0) return found;
  let query = ctx.db
    .selectFrom('cell')
    .innerJoin('person', 'person.id', 'cell.changed_by')
    .where('cell.unit_id', 'in', [...wanted.unitIds])
    .where('cell.row_id', 'in', [...wanted.rows])
    .where('cell.column_id', 'in', [...wanted.columns])
    // One word a cell, the latest: what is read grows with the lines and not with the years of reports.
    .distinctOn(['cell.unit_id', 'cell.row_id', 'cell.column_id'])
    .orderBy('cell.unit_id')
    .orderBy('cell.row_id')
    .orderBy('cell.column_id')
    .orderBy('cell.changed_at', 'desc')
    .orderBy('cell.campaign_id')
    .select([
      'cell.unit_id',
      'cell.row_id',
      'cell.column_id',
      'cell.kind',
      'cell.amount',
      'cell.typed',
      sql<number>`sum(cell.version) over (partition by cell.unit_id, cell.row_id, cell.column_id)::integer`.as(
        'version',
      ),
      'cell.changed_at',
      'person.name',
    ]);
  if (wanted.year !== undefined)
    query = query
      .innerJoin('campaign', 'campaign.id', 'cell.campaign_id')
      .where('campaign.period_year', '=', wanted.year);
  for (const row of await query.execute()) {
    const key = `${row.unit_id} ${row.row_id}`;
    const before = found.get(key);
    const value = row.kind === 'amount' ? row.amount : row.kind === 'text' ? row.typed : null;
    found.set(key, {
      cells: { ...before?.cells, [row.column_id]: { value, at: row.changed_at, by: row.name } },
      version: (before?.version ?? 0) + row.version,
    });
  }
  return found;
};

/** The later word counts: of the list, or of a report. */
export const latest = (
  own: { readonly value: string | null; readonly at: Instant | null },
  told: GivenCell | undefined,
): string | null => (told && (own.at === null || told.at >= own.at) ? told.value : own.value);
