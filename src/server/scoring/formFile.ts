import { type CellValue, writeXlsx } from 'hucre/xlsx';
import { type ColumnId, FORM_COLUMNS, FORM_SETTINGS } from '../../core/scoring/formColumns.ts';
import { TYPE_WORDS } from '../../core/scoring/parameters.ts';
import type { FormRow, FormSettings } from '../../core/scoring/writeForm.ts';

const LEVELS = ['lĩnh vực', 'tiêu chí', 'tiêu chí thành phần'];
const LISTS: readonly (readonly [ColumnId, readonly string[]])[] = [
  ['level', LEVELS],
  ['type', TYPE_WORDS],
  ['whenNil', ['đủ điểm', 'giảm trừ', '0 điểm']],
  ['whenNotApplicable', ['đủ điểm', 'giảm trừ', '0 điểm']],
  ['zeroDenominatorIsNil', ['không phát sinh', 'không tính được']],
  ['role', ['thưởng', 'trừ', 'trong thang điểm']],
  ['combine', ['cộng', 'cộng có trần', 'nhỏ nhất', 'lớn nhất', 'trung bình']],
];

const letter = (id: ColumnId): string => String.fromCharCode(65 + FORM_COLUMNS.findIndex((c) => c.id === id));

/** A set of criteria as the Excel form: to fill, or to mend and bring back. */
export const criteriaFormXlsx = (settings: FormSettings, lines: readonly FormRow[]): Promise<Uint8Array> => {
  const bold = { font: { bold: true } };
  const choices = [...TYPE_WORDS].map((word): CellValue[] => [word]);
  return writeXlsx({
    sheets: [
      {
        name: 'Thông tin',
        columns: [{ width: 30 }, { width: 70 }],
        rows: FORM_SETTINGS.map((s) => [s.title, settings[s.id] ?? null]),
      },
      {
        name: 'Tiêu chí',
        // Codes are text: Excel would make a number of 1.10 and a date of 1.2.2026.
        columns: FORM_COLUMNS.map((c) => ({
          width: c.width,
          ...(c.id === 'code' ? { style: { numFmt: '@' } } : {}),
        })),
        rows: [
          FORM_COLUMNS.map((c) => c.title),
          ...lines.map((row) => FORM_COLUMNS.map((c) => row[c.id] ?? null)),
        ],
        cells: new Map(FORM_COLUMNS.map((c, i) => [`0,${i}`, { value: c.title, style: bold }])),
        freezePane: { rows: 1, columns: 2 },
        dataValidations: LISTS.map(([id, values]) => ({
          type: 'list' as const,
          range: `${letter(id)}2:${letter(id)}2000`,
          allowBlank: true,
          showErrorMessage: id !== 'type',
          ...(id === 'type' ? { formula1: `'Danh mục'!$A$1:$A$${choices.length}` } : { values: [...values] }),
        })),
      },
      { name: 'Danh mục', columns: [{ width: 30 }], rows: choices },
    ],
  });
};
