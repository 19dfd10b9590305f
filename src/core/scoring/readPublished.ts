import { compare } from '../kernel/amount.ts';
import { type Cell, cellName, type SheetOfCells } from '../kernel/sheet.ts';
import { plain, textOf } from './cellText.ts';
import { isFault, readNumber } from './number.ts';
import type {
  PublishedPreview,
  PublishedProblem,
  PublishedRow,
  PublishedTotal,
} from './remediationAnswers.ts';

/** Columns of the Excel form; found again by their headings, in any order. */
export const PUBLISHED_COLUMNS = [
  { id: 'unit', title: 'Đơn vị', also: ['ten don vi', 'xa', 'xa, thi tran'], width: 28 },
  { id: 'code', title: 'Mã tiêu chí', also: ['ma', 'ma so', 'stt'], width: 12 },
  { id: 'name', title: 'Tên tiêu chí', also: ['tieu chi', 'noi dung'], width: 56 },
  { id: 'points', title: 'Điểm đạt', also: ['diem', 'ket qua'], width: 12 },
  { id: 'max', title: 'Điểm tối đa', also: ['toi da', 'diem chuan'], width: 12 },
  { id: 'percent', title: 'Chỉ số (%)', also: ['chi so', 'ty le'], width: 12 },
  { id: 'rank', title: 'Xếp thứ', also: ['xep hang', 'hang'], width: 10 },
] as const;
type ColumnId = (typeof PUBLISHED_COLUMNS)[number]['id'];

const headingsIn = (row: readonly Cell[]): ReadonlyMap<ColumnId, number> => {
  const found = new Map<ColumnId, number>();
  row.forEach((cell, at) => {
    const words = plain(textOf(cell));
    const column = PUBLISHED_COLUMNS.find(
      (c) => plain(c.title) === words || (c.also as readonly string[]).includes(words),
    );
    if (column && !found.has(column.id)) found.set(column.id, at);
  });
  return found;
};

const LIMIT = 200_000;

/**
 * A line with a code is a mark; one without is the unit's index. Every cell that cannot be taken is named, the row is
 * left out whole, and nothing is guessed.
 */
export const readPublished = (
  sheets: readonly SheetOfCells[],
  units: readonly { readonly id: string; readonly name: string }[],
): Omit<PublishedPreview, 'fileName'> => {
  const marks: PublishedRow[] = [];
  const totals: PublishedTotal[] = [];
  const refused: PublishedProblem[] = [];
  const byName = new Map(units.map((u) => [plain(u.name), u]));
  const seen = new Set<string>();
  let isForm = false;
  for (const sheet of sheets) {
    const heading = sheet.rows.findIndex((row) => {
      const found = headingsIn(row);
      return found.has('unit') && (found.has('points') || found.has('percent'));
    });
    if (heading < 0) continue;
    isForm = true;
    const columns = headingsIn(sheet.rows[heading] ?? []);
    sheet.rows.slice(heading + 1, heading + 1 + LIMIT).forEach((cells, i) => {
      const row = heading + 2 + i;
      const at = (id: ColumnId): string => {
        const column = columns.get(id);
        return column === undefined ? '' : textOf(cells[column]);
      };
      const before = refused.length;
      const blame = (code: string, id: ColumnId, details: PublishedProblem['details'] = {}): void => {
        const column = columns.get(id);
        refused.push({
          sheet: sheet.name,
          row,
          cell: column === undefined ? null : cellName(column, row),
          code,
          details,
        });
      };
      const number = (id: ColumnId): string => {
        const read = readNumber(at(id).replace('%', ''));
        if (isFault(read)) {
          blame('published.number', id, { typed: at(id).slice(0, 60) });
          return '0';
        }
        return read;
      };
      const unitWords = at('unit');
      if (unitWords === '' && at('code') === '' && at('points') === '') return;
      const unit = byName.get(plain(unitWords));
      if (!unit) blame('published.unitUnknown', 'unit', { name: unitWords.slice(0, 120) });
      const code = at('code').replace(/\.$/, '');
      const key = `${unit?.id ?? unitWords} ${code}`;
      if (seen.has(key)) blame('published.twice', 'code', { code: code || unitWords });
      seen.add(key);
      if (code === '') {
        const percent = number('percent');
        const rank = at('rank') === '' ? null : Number(number('rank'));
        if (refused.length === before && unit)
          totals.push({
            unitId: unit.id,
            unitName: unit.name,
            percent,
            rank: rank === null ? null : Math.round(rank),
          });
        return;
      }
      const [points, max] = [number('points'), number('max')];
      if (
        refused.length === before &&
        (compare(max, '0') <= 0 || compare(points, max) > 0 || compare(points, '0') < 0)
      )
        blame('published.outside', 'points', { points, max });
      if (refused.length === before && unit)
        marks.push({
          unitId: unit.id,
          unitName: unit.name,
          criterion: code,
          name: at('name') || code,
          points,
          max,
        });
    });
  }
  if (!isForm)
    return {
      marks: [],
      totals: [],
      refused: [
        {
          sheet: sheets[0]?.name ?? '',
          row: null,
          cell: null,
          code: 'published.noHeadings',
          details: { headings: PUBLISHED_COLUMNS.map((c) => c.title).join(', ') },
        },
      ],
    };
  return { marks, totals, refused };
};
