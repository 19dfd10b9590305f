import { cellName, type SheetOfCells } from '../../kernel/sheet.ts';
import type { UnitForm } from '../../template/outline.ts';
import {
  type Base,
  ESTIMATE_COLUMN,
  type FileCell,
  type FormIdentity,
  KEY_FIELDS,
  KEY_ROW,
  KEY_SHEET,
  type ReadForm,
  type WrongForm,
} from './identity.ts';

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const text = (value: unknown): string =>
  typeof value === 'string' ? value.normalize('NFC').trim() : typeof value === 'number' ? String(value) : '';

const keyOf = (form: string, row: string, column: string): string => `${form}\u0000${row}\u0000${column}`;

/** Whose form it is; undefined for any other file. */
export const identityOf = (sheets: readonly SheetOfCells[]): FormIdentity | undefined => {
  const rows = sheets.find((s) => s.name === KEY_SHEET)?.rows ?? [];
  if (text(rows[0]?.[0]) !== KEY_ROW) return undefined;
  const said = new Map(rows.slice(1, KEY_FIELDS).map((row) => [text(row[0]), text(row[1])]));
  const [campaignId, unitId] = [said.get('campaign') ?? '', said.get('unit') ?? ''];
  const templateId = said.get('template') ?? '';
  const templateVersion = Number(said.get('templateVersion'));
  if (!UUID.test(campaignId) || !UUID.test(unitId) || templateId === '' || !Number.isInteger(templateVersion))
    return undefined;
  return { campaignId, unitId, templateId, templateVersion };
};

const basesOf = (sheets: readonly SheetOfCells[]): ReadonlyMap<string, Base> => {
  const rows = sheets.find((s) => s.name === KEY_SHEET)?.rows.slice(KEY_FIELDS) ?? [];
  const bases = new Map<string, Base>();
  for (const row of rows)
    for (let i = 0; i + KEY_FIELDS <= row.length; i += KEY_FIELDS) {
      const [form, id, column, version] = [
        text(row[i]),
        text(row[i + 1]),
        text(row[i + 2]),
        Number(row[i + 3]),
      ];
      if (form && Number.isInteger(version))
        bases.set(keyOf(form, id, column), { version, mark: String(row[i + 4] ?? '') });
    }
  return bases;
};

/** 'estimate' of which columns: numbers as on the paper, 'x' or 'tất cả' for all of the row. */
const estimatesOf = (said: string): ((label: string) => boolean) => {
  if (/^(?:x|tất cả|tat ca)$/i.test(said)) return () => true;
  const labels = new Set(said.split(/[;,\s]+/).map((part) => part.replace(/[()]/g, '')));
  return (label) => labels.has(label);
};

const readSheet = (
  sheet: SheetOfCells,
  forms: readonly UnitForm[],
  labelOf: (form: UnitForm, column: UnitForm['columns'][number]) => string,
  bases: ReadonlyMap<string, Base>,
): FileCell[] | 'excel.twoRows' => {
  const keyRow = sheet.rows.findIndex((row) => text(row[0]) === KEY_ROW);
  const form = forms.find((f) => f.id === text(sheet.rows[0]?.[0]));
  if (keyRow < 0) return [];
  const formId = text(sheet.rows[0]?.[0]);
  const columns = (sheet.rows[keyRow] ?? []).map(text);
  const estimateAt = columns.indexOf(ESTIMATE_COLUMN);
  const notes = new Map(sheet.notes?.map((n) => [`${n.row}/${n.column}`, n.text]));
  const unknown = new Set(sheet.uncomputed?.map((n) => `${n.row}/${n.column}`));
  const seen = new Set<string>();
  const cells: FileCell[] = [];
  for (let r = keyRow + 1; r < sheet.rows.length; r++) {
    const row = sheet.rows[r] ?? [];
    const rowId = text(row[0]);
    if (rowId === '') continue;
    // A row that was copied bears its key twice: which one counts cannot be known.
    if (seen.has(rowId)) return 'excel.twoRows';
    seen.add(rowId);
    const isEstimate = estimatesOf(estimateAt < 0 ? '' : text(row[estimateAt]));
    columns.forEach((columnId, c) => {
      const base = bases.get(keyOf(formId, rowId, columnId));
      if (!base) return;
      const column = form?.columns.find((x) => x.id === columnId);
      cells.push({
        form: formId,
        row: rowId,
        column: columnId,
        sheet: sheet.name,
        at: cellName(c, r + 1),
        value: row[c] ?? null,
        estimate: column !== undefined && form !== undefined && isEstimate(labelOf(form, column)),
        note: notes.get(`${r}/${c}`)?.normalize('NFC').trim() || null,
        uncomputed: unknown.has(`${r}/${c}`),
        base,
      });
    });
  }
  return cells;
};

/** Reads a form that came back, by its hidden keys: rows may have been moved, columns too, and nothing is mixed up. */
export const readSheets = (
  sheets: readonly SheetOfCells[],
  forms: readonly UnitForm[],
  labelOf: (form: UnitForm, column: UnitForm['columns'][number]) => string,
): ReadForm | { readonly wrong: WrongForm } => {
  const identity = identityOf(sheets);
  if (!identity) return { wrong: 'excel.notOurForm' };
  const bases = basesOf(sheets);
  const cells: FileCell[] = [];
  for (const sheet of sheets) {
    if (sheet.name === KEY_SHEET) continue;
    const read = readSheet(sheet, forms, labelOf, bases);
    if (read === 'excel.twoRows') return { wrong: read };
    cells.push(...read);
  }
  return { identity, cells };
};
