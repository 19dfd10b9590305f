import { type RawBuilder, sql } from 'kysely';
import type { ChangeAnswer } from '../../core/consolidation/answers.ts';
import { type Basis, statesOf } from '../../core/consolidation/basis.ts';

export const keyOf = (form: string, row: string, column: string): string =>
  `${form}\u0000${row}\u0000${column}`;

/** Which reports and forms are counted. */
export type Counted = {
  readonly basis: Basis;
  /** Only units at or below this node of the tree. */
  readonly under: string | null;
  readonly kind: string | null;
  /** null: all forms. */
  readonly forms: readonly string[] | null;
  readonly changes: readonly ChangeAnswer[];
};

type Place = Pick<Counted, 'under' | 'kind'>;

/** Reports at or below a node of the tree, of one kind of unit; all where nothing was chosen. */
export const reportsAt = ({ under, kind }: Place): RawBuilder<boolean> => sql<boolean>`(true
    ${
      under
        ? sql`and report.unit_id in (
            with recursive below as (
              select id from unit where id = ${under}
              union select unit.id from unit join below on unit.parent_id = below.id
            ) select id from below)`
        : sql``
    }
    ${kind ? sql`and exists (select 1 from unit where unit.id = report.unit_id and unit.kind = ${kind})` : sql``})`;

/** Reports that count: by state, node of the tree, kind of unit, and without those that are left out. */
export const countedReports = (campaignId: string, counted: Counted): RawBuilder<unknown> => {
  const out = counted.changes.filter((c) => c.kind === 'leave-out' && c.form === null).map((c) => c.unitId);
  return sql`report.campaign_id = ${campaignId} and report.released_at is null and report.state = any(${[...statesOf(counted.basis)]}::text[])
    ${out.length > 0 ? sql`and report.unit_id <> all(${out}::uuid[])` : sql``} and ${reportsAt(counted)}`;
};

/** Cells that a person changed for the total, or whose form was left out: not added with the others. */
export const untouched = (changes: readonly ChangeAnswer[]): RawBuilder<unknown> => {
  const forms = changes.filter((c) => c.kind === 'leave-out' && c.form !== null);
  const cells = changes.filter((c) => c.kind === 'correct');
  return sql`${
    forms.length > 0
      ? sql`and (cell.unit_id, cell.form_id) not in (select * from unnest(
          ${forms.map((c) => c.unitId)}::uuid[], ${forms.map((c) => c.form)}::text[]))`
      : sql``
  } ${
    cells.length > 0
      ? sql`and (cell.unit_id, cell.form_id, cell.row_id, cell.column_id) not in (select * from unnest(
          ${cells.map((c) => c.unitId)}::uuid[], ${cells.map((c) => c.form)}::text[],
          ${cells.map((c) => c.row)}::text[], ${cells.map((c) => c.column)}::text[]))`
      : sql``
  }`;
};
