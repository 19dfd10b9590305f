import type { Cell, CellStyle, WriteSheet } from 'hucre/xlsx';
import { writeXlsx } from 'hucre/xlsx';
import { type BookCell, type BookSheet, quoted } from '../../core/documents/book.ts';

const THIN = { style: 'thin' as const, color: { rgb: 'FF000000' } };
const BOX = { top: THIN, right: THIN, bottom: THIN, left: THIN };

const LOOKS: Readonly<Record<BookCell['look'], CellStyle>> = {
  title: { font: { bold: true, size: 14 } },
  note: { font: { italic: true } },
  head: {
    font: { bold: true },
    border: BOX,
    alignment: { wrapText: true, horizontal: 'center', vertical: 'center' },
  },
  label: { border: BOX, numFmt: '@', alignment: { wrapText: true, vertical: 'top' } },
  moment: { border: BOX, numFmt: 'dd/mm/yyyy hh:mm:ss', alignment: { horizontal: 'right', vertical: 'top' } },
  figure: { border: BOX, numFmt: '#,##0.##', alignment: { horizontal: 'right', vertical: 'top' } },
};

const sheetOf = (sheet: BookSheet): WriteSheet => {
  const cells = new Map<string, Partial<Cell>>();
  sheet.rows.forEach((row, r) => {
    row.forEach((cell, c) => {
      if (!cell) return;
      // A text is written as a text whatever it begins with: '=', '+' or '@' of somebody's words never count.
      cells.set(`${r},${c}`, {
        value: cell.value,
        style: LOOKS[cell.look],
        ...(cell.formula ? { formula: cell.formula, formulaResult: cell.value ?? '' } : {}),
      });
    });
  });
  return {
    name: sheet.name,
    rows: sheet.rows.map((row) => row.map((cell) => cell?.value ?? null)),
    cells,
    columns: sheet.widths.map((width) => ({ width })),
    freezePane: { rows: sheet.headRow },
    pageSetup: { paperSize: 'a4', orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
  };
};

/** A workbook that an office sends on: headings repeat on every printed page, nothing in it runs. */
export const writeBook = (sheets: readonly BookSheet[], title: string): Promise<Uint8Array> =>
  writeXlsx({
    sheets: sheets.map(sheetOf),
    defaultFont: { name: 'Times New Roman', size: 12 },
    namedRanges: sheets.map((sheet) => ({
      name: '_xlnm.Print_Titles',
      range: `${quoted(sheet.name)}!$${sheet.headRow}:$${sheet.headRow}`,
      scope: sheet.name,
    })),
    properties: { title },
  });
