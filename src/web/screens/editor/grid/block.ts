import { type Cell, EMPTY, readFigure } from '../../../../core/template/cell.ts';
import type { Shape } from './shape.ts';

/** Rows and cells of a block copied from Excel or Word: tabs, line ends, and quotes around cells with line ends. */
export const parseBlock = (text: string): readonly (readonly string[])[] => {
  const rows: string[][] = [[]];
  let cell = '';
  let quoted = false;
  let started = false;
  const end = (): void => {
    rows.at(-1)?.push(cell);
    cell = '';
    started = false;
  };
  for (let i = 0; i < text.length; i++) {
    const c = text.charAt(i);
    if (quoted) {
      if (c !== '"') cell += c;
      else if (text.charAt(i + 1) === '"') {
        cell += '"';
        i++;
      } else quoted = false;
    } else if (c === '"' && !started) {
      // Excel quotes a cell only when it holds a tab, a line end or a quote; elsewhere a quote is a letter.
      const close = text.slice(i + 1).search(/"(?=[\t\r\n]|$)/);
      const inside = close < 0 ? '' : text.slice(i + 1, i + 1 + close);
      quoted = /[\t\n"]/.test(inside);
      if (!quoted) cell += c;
      started = true;
    } else if (c === '\t') end();
    else if (c === '\n' || c === '\r') {
      if (c === '\r' && text.charAt(i + 1) === '\n') i++;
      end();
      rows.push([]);
    } else {
      cell += c;
      started = true;
    }
  }
  end();
  // A block ends with a line end, which begins no row of its own.
  if (rows.length > 1 && rows.at(-1)?.every((c) => c === '')) rows.pop();
  return rows;
};

export const isBlock = (text: string): boolean => /\t|\r?\n(?!\s*$)/.test(text);

/** Text of a cell as its column keeps it; undefined when the column cannot hold it. */
export const readCell = (shape: Shape, row: string, column: string, typed: string): Cell | undefined => {
  const kind = shape.kind(row, column);
  const text = typed.normalize('NFC').trim();
  if (kind === 'figure') return readFigure(typed);
  if (kind === 'text') return text === '' ? EMPTY : { kind: 'text', text: text.slice(0, 10_000) };
  if (kind !== 'choice') return undefined;
  if (text === '') return EMPTY;
  const choices = shape.form.columns.find((c) => c.id === column)?.choices ?? [];
  const choice = choices.find((c) => c.toLowerCase() === text.toLowerCase());
  return choice === undefined ? undefined : { kind: 'text', text: choice };
};

export type Spread = {
  readonly cells: readonly { readonly row: string; readonly column: string; readonly cell: Cell }[];
  /** Fell on a sum or a given cell, which the program fills by itself. */
  readonly computed: number;
  /** Reached over the edge of the form. */
  readonly outside: number;
  /** A word that is not among the choices of its column. */
  readonly refused: number;
};

/** Lays a block over the form from one cell on, place by place, as it stood in the sheet it came from. */
export const spread = (
  shape: Shape,
  from: { readonly row: string; readonly column: string },
  block: readonly (readonly (string | undefined)[])[],
): Spread => {
  const top = shape.rows.findIndex((r) => r.id === from.row);
  const left = shape.columns.findIndex((c) => c.id === from.column);
  const cells: Spread['cells'][number][] = [];
  let [computed, outside, refused] = [0, 0, 0];
  block.forEach((line, down) => {
    line.forEach((text, right) => {
      if (text === undefined) return;
      const row = shape.rows[top + down];
      const column = shape.columns[left + right];
      if (!row || !column) {
        if (text.trim() !== '') outside++;
        return;
      }
      if (['computed', 'given'].includes(shape.kind(row.id, column.id))) {
        if (text.trim() !== '') computed++;
        return;
      }
      const cell = readCell(shape, row.id, column.id, text);
      if (cell) cells.push({ row: row.id, column: column.id, cell });
      else refused++;
    });
  });
  return { cells, computed, outside, refused };
};

/** A block for the clipboard; a cell with a tab, a line end or a quote is quoted as Excel does. */
export const writeBlock = (rows: readonly (readonly string[])[]): string =>
  rows
    .map((row) => row.map((c) => (/[\t\n"]/.test(c) ? `"${c.replace(/"/g, '""')}"` : c)).join('\t'))
    .join('\n');
