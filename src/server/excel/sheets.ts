import { readXlsx } from 'hucre/xlsx';
import type { Cell, SheetOfCells } from '../../core/kernel/sheet.ts';

const SHEETS = 60;

const cellOf = (value: unknown): Cell => {
  if (value instanceof Date) {
    const time = value.getTime();
    return Number.isFinite(time) ? { date: value.toISOString().slice(0, 10) } : null;
  }
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : null;
};

/** Cells of what the gate let through, with their comments, and formulas that hold no value. */
export const sheetsOf = async (clean: Uint8Array): Promise<SheetOfCells[]> => {
  // A dense rectangle is read: its size is bounded, whatever corner a stray cell lies in.
  const workbook = await readXlsx(clean, { range: 'A1:AZ4000', maxRows: 4_000 });
  return workbook.sheets.slice(0, SHEETS).map((sheet) => {
    const notes: { row: number; column: number; text: string }[] = [];
    const uncomputed: { row: number; column: number }[] = [];
    for (const [key, cell] of sheet.cells ?? []) {
      const [row = 0, column = 0] = key.split(',').map(Number);
      if (cell.comment?.text) notes.push({ row, column, text: cell.comment.text.slice(0, 10_000) });
      const value = sheet.rows[row]?.[column] ?? null;
      if (cell.formula && value === null && (cell.formulaResult ?? null) === null)
        uncomputed.push({ row, column });
    }
    return {
      name: sheet.name,
      rows: sheet.rows.map((row) => row.map(cellOf)),
      ...(notes.length > 0 ? { notes } : {}),
      ...(uncomputed.length > 0 ? { uncomputed } : {}),
    };
  });
};
