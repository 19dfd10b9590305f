import type { SheetOfCells } from '../../kernel/sheet.ts';
import { EMPTY } from '../../template/cell.ts';
import type { UnitSection } from '../../template/outline.ts';
import { typedCells } from '../gaps.ts';
import type { FileCell, FormIdentity, ReadForm, WrongForm } from './identity.ts';
import { wordsOf } from './mark.ts';
import { formsOf, type Stored } from './sheets.ts';

const MARK = 'cchc-csv';
const HEAD = [
  'Mã biểu',
  'Biểu',
  'Mã hàng',
  'Nội dung',
  'Mã cột',
  'Cột',
  'Giá trị',
  'Ước',
  'Ghi chú',
  'Lần lưu',
];

/** One line a cell, for programs that read no spreadsheet: values as people write them. */
export const csvOfReport = (
  sections: readonly UnitSection[],
  id: FormIdentity,
  stored: Stored,
): readonly (readonly string[])[] => [
  [MARK, id.campaignId, id.unitId, id.templateId, String(id.templateVersion)],
  HEAD,
  ...formsOf(sections).flatMap((form) =>
    typedCells(form).map(({ rowId, columnId }) => {
      const now = stored(form.id, rowId, columnId);
      const cell = now?.cell ?? EMPTY;
      return [
        form.id,
        form.title,
        rowId,
        form.rows.find((r) => r.id === rowId)?.title ?? '',
        columnId,
        form.columns.find((c) => c.id === columnId)?.title ?? '',
        wordsOf(cell),
        cell.kind === 'amount' && cell.estimate ? 'x' : '',
        now?.note ?? '',
        String(now?.version ?? 0),
      ];
    }),
  ),
];

export const isCsvForm = (sheets: readonly SheetOfCells[]): boolean => sheets[0]?.rows[0]?.[0] === MARK;

const said = (value: unknown): string => (typeof value === 'string' ? value.normalize('NFC').trim() : '');

/** The lines of such a file; what stood is known by the count of saves only, so an equal value is no change. */
export const readCsv = (sheets: readonly SheetOfCells[]): ReadForm | { readonly wrong: WrongForm } => {
  const rows = sheets[0]?.rows ?? [];
  const [, campaignId, unitId, templateId, version] = (rows[0] ?? []).map(said);
  if (!campaignId || !unitId || !templateId || !Number.isInteger(Number(version)))
    return { wrong: 'excel.notOurForm' };
  const cells: FileCell[] = [];
  const seen = new Set<string>();
  for (const [at, line] of rows.entries()) {
    const [form, , row, , column, , value, estimate, note, base] = line.map(said);
    if (at < 2 || !form || !row || !column) continue;
    const key = `${form}\u0000${row}\u0000${column}`;
    if (seen.has(key)) return { wrong: 'excel.twoRows' };
    seen.add(key);
    cells.push({
      form,
      row,
      column,
      sheet: 'CSV',
      at: `dòng ${at + 1}`,
      value: value || null,
      estimate: /^x$/i.test(estimate ?? ''),
      note: note || null,
      uncomputed: false,
      base: { version: Number(base) || 0, mark: '\u0000' },
    });
  }
  return { identity: { campaignId, unitId, templateId, templateVersion: Number(version) }, cells };
};
