import type { Column, Row } from '../template/template.ts';

/**
 * What a cell measures, whichever form it stands in: the same indicator of a commune, an agency and a whole area is
 * one measure in three scopes. Rows of a form whose columns are indicators are part of it.
 */
export const measureOf = (
  row: Pick<Row, 'id' | 'indicator'>,
  column: Pick<Column, 'indicator' | 'kind'>,
): string | undefined => {
  if (column.kind !== 'figure') return undefined;
  if (column.indicator) return `${column.indicator}/${row.id}`;
  return row.indicator;
};
