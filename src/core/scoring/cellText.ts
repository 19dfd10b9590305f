import { withoutMarks } from '../kernel/search.ts';
import type { Cell } from '../kernel/sheet.ts';

/** Headings and names as they are compared: without marks, doubled spaces and what ends a label. */
export const plain = (text: string): string =>
  withoutMarks(text)
    .replace(/\s+/g, ' ')
    .replace(/[\s:*.]+$/, '')
    .trim();

/** What stands in a cell, as text; a day as yyyy-mm-dd. */
export const textOf = (cell: Cell | undefined): string =>
  cell === null || cell === undefined
    ? ''
    : typeof cell === 'object'
      ? cell.date
      : String(cell).normalize('NFC').trim();
