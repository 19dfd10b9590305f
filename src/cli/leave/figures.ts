import { type CellValue, writeXlsx } from 'hucre/xlsx';
import type { ReportAnswer } from '../../core/report/answers.ts';

const WORDS: Record<string, string> = {
  empty: '',
  nil: 'Không phát sinh',
  'not-applicable': 'Không áp dụng',
};

/** One line a typed value: a blank, a zero and "không phát sinh" stay three things. */
const rowsOf = (report: ReportAnswer): CellValue[][] => {
  const forms = new Map(report.sections.flatMap((s) => s.forms).map((f) => [f.id, f]));
  return report.cells.map(({ form, row, column, cell, note }) => {
    const at = forms.get(form);
    const value =
      cell.kind === 'amount'
        ? Number(cell.amount)
        : cell.kind === 'text'
          ? cell.text
          : cell.kind === 'unparsed'
            ? cell.typed
            : WORDS[cell.kind];
    return [
      report.unit.name,
      at?.title ?? form,
      at?.rows.find((r) => r.id === row)?.title ?? row,
      at?.columns.find((c) => c.id === column)?.title ?? column,
      value ?? '',
      cell.kind === 'amount' && cell.estimate ? 'ước' : '',
      note ?? '',
    ];
  });
};

const HEADS = ['Đơn vị', 'Biểu', 'Dòng', 'Cột', 'Giá trị', 'Ước', 'Ghi chú'];
const WIDTHS = [24, 40, 40, 40, 18, 8, 40];

export const figuresBook = (reports: readonly ReportAnswer[]): Promise<Uint8Array> =>
  writeXlsx({
    sheets: [
      {
        name: 'Số liệu',
        columns: WIDTHS.map((width) => ({ width })),
        rows: [HEADS, ...reports.flatMap(rowsOf)],
        freezePane: { rows: 1 },
      },
    ],
  });
