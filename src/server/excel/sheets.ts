import { readXlsx } from 'hucre/xlsx';
import type { Cell, SheetOfCells } from '../../core/kernel/sheet.ts';

const cellOf = (value: unknown): Cell => {
  if (value instanceof Date) {
    const time = value.getTime();
    return Number.isFinite(time) ? { date: value.toISOString().slice(0, 10) } : null;
  }
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : null;
};

/** Cells of what the gate let through. */
export const sheetsOf = async (clean: Uint8Array): Promise<SheetOfCells[]> => {
  // A dense rectangle is read: its size is bounded, whatever corner a stray cell lies in.
  const workbook = await readXlsx(clean, { range: 'A1:AZ4000', maxRows: 4_000 });
  return workbook.sheets
    .slice(0, 30)
    .map((sheet) => ({ name: sheet.name, rows: sheet.rows.map((row) => row.map(cellOf)) }));
};
