import type { Cell, CellStyle, DataValidation, MergeRange, WriteSheet } from 'hucre/xlsx';
import { writeXlsx } from 'hucre/xlsx';
import { cellName } from '../../core/kernel/sheet.ts';
import type { FormSheet, SheetCell } from '../../core/report/excel/sheets.ts';

const THIN = { style: 'thin' as const, color: { rgb: 'FF8A949C' } };
const BOX = { top: THIN, right: THIN, bottom: THIN, left: THIN };
const fill = (rgb: string) => ({ type: 'pattern' as const, pattern: 'solid' as const, fgColor: { rgb } });
const FIGURES = '#,##0.##########';

/** Only white cells are to be typed in; everything else is locked and grey. */
const LOOKS: Readonly<Record<SheetCell['look'], CellStyle>> = {
  title: { font: { bold: true, size: 13 }, alignment: { wrapText: true, vertical: 'top' } },
  say: { alignment: { wrapText: true, vertical: 'top' } },
  key: { font: { size: 8 }, numFmt: '@' },
  head: {
    font: { bold: true },
    fill: fill('FFE8ECEF'),
    border: BOX,
    alignment: { wrapText: true, horizontal: 'center', vertical: 'center' },
  },
  label: { fill: fill('FFF4F6F7'), border: BOX, alignment: { wrapText: true, vertical: 'top' } },
  given: { fill: fill('FFF4F6F7'), border: BOX, alignment: { wrapText: true, vertical: 'top' } },
  computed: {
    fill: fill('FFE8ECEF'),
    border: BOX,
    numFmt: FIGURES,
    alignment: { wrapText: true, horizontal: 'right', vertical: 'top' },
  },
  figure: {
    border: BOX,
    numFmt: FIGURES,
    alignment: { horizontal: 'right', vertical: 'top' },
    protection: { locked: false },
  },
  text: {
    border: BOX,
    numFmt: '@',
    alignment: { wrapText: true, vertical: 'top' },
    protection: { locked: false },
  },
  choice: {
    border: BOX,
    alignment: { wrapText: true, vertical: 'top' },
    protection: { locked: false },
  },
};

/** Excel takes at most 255 characters of a list in the sheet itself. */
const LIST_LETTERS = 250;

const validationOf = (cell: SheetCell, range: string): DataValidation | undefined => {
  const messages = { allowBlank: true, showErrorMessage: true, errorStyle: 'stop' as const, range };
  if (cell.look === 'choice' && cell.choices && cell.choices.join(',').length <= LIST_LETTERS)
    return {
      ...messages,
      type: 'list',
      values: [...cell.choices],
      errorTitle: 'Chưa có trong danh sách',
      errorMessage: 'Chọn một giá trị trong danh sách của ô.',
    };
  if (cell.look !== 'figure') return undefined;
  const bounds = [
    ...(cell.min === undefined ? [] : [`${range}>=${cell.min}`]),
    ...(cell.max === undefined ? [] : [`${range}<=${cell.max}`]),
  ];
  const number = ['ISNUMBER(', range, ')'].join('');
  const figure = bounds.length > 0 ? `AND(${[number, ...bounds].join(',')})` : number;
  const between = [
    cell.min === undefined ? '' : ` từ ${cell.min}`,
    cell.max === undefined ? '' : ` đến ${cell.max}`,
  ].join('');
  return {
    ...messages,
    type: 'custom',
    formula1: `OR(${figure},UPPER(${range})="KPS",UPPER(${range})="KAD")`,
    errorTitle: 'Chưa phải số',
    errorMessage: `Ghi số${between}; KPS: không phát sinh; KAD: không áp dụng; để trống: chưa nhập.`,
  };
};

/** A heading over several columns is one field. */
const groupsOf = (sheet: FormSheet): MergeRange[] => {
  const at = sheet.headings?.groups;
  if (!at) return [];
  const row = sheet.rows[at - 1] ?? [];
  const starts = row.flatMap((cell, c) => (cell?.value ? [c] : []));
  return starts.flatMap((start, i) => {
    const end = (starts[i + 1] ?? row.length) - 1;
    return end > start ? [{ startRow: at - 1, endRow: at - 1, startCol: start, endCol: end }] : [];
  });
};

const sheetOf = (sheet: FormSheet): WriteSheet => {
  const cells = new Map<string, Partial<Cell>>();
  const dataValidations: DataValidation[] = [];
  sheet.rows.forEach((row, r) => {
    row.forEach((cell, c) => {
      if (!cell) return;
      cells.set(`${r},${c}`, {
        value: cell.value,
        style: LOOKS[cell.look],
        ...(cell.formula ? { formula: cell.formula, formulaResult: cell.value ?? '' } : {}),
        ...(cell.comment ? { comment: { text: cell.comment } } : {}),
      });
      const validation = validationOf(cell, cellName(c, r + 1));
      if (validation) dataValidations.push(validation);
    });
  });
  const last = Math.max(1, sheet.widths.length - 1);
  const merges: MergeRange[] = sheet.hidden
    ? []
    : [0, 1, 2].map((row) => ({ startRow: row, endRow: row, startCol: 1, endCol: last }));
  return {
    name: sheet.name,
    rows: sheet.rows.map((row) => row.map((cell) => cell?.value ?? null)),
    cells,
    dataValidations,
    merges: [...merges, ...groupsOf(sheet)],
    columns: sheet.widths.map((width) => (width === 0 ? { width: 4, hidden: true } : { width })),
    rowDefs: new Map([
      ...(sheet.hiddenRow === null ? [] : [[sheet.hiddenRow - 1, { hidden: true }] as const]),
      ...(sheet.hidden ? [] : ([[2, { height: 48 }]] as const)),
      ...(sheet.headings ? ([[sheet.headings.titles - 1, { height: 64 }]] as const) : []),
    ]),
    ...(sheet.frozen ? { freezePane: sheet.frozen } : {}),
    // A help against slips of the hand, no secret: comments may be written, columns made wider.
    protection: { sheet: true, formatColumns: false, formatRows: false, objects: false, scenarios: false },
    ...(sheet.hidden ? { veryHidden: true } : {}),
    pageSetup: { paperSize: 'a4', orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
  };
};

/** The forms of a report as a spreadsheet that opens without repair in Excel and LibreOffice. */
export const writeForm = (sheets: readonly FormSheet[]): Promise<Uint8Array> =>
  writeXlsx({
    sheets: sheets.map(sheetOf),
    defaultFont: { name: 'Times New Roman', size: 12 },
    properties: { title: 'Biểu báo cáo cải cách hành chính' },
  });
