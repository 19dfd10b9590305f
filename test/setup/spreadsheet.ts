import { openXlsx, saveXlsx } from 'hucre/xlsx';

type Value = string | number | null;

/** A downloaded form with cells filled as a person would; a place is sheet title, row title and column id. */
export const fillForm = async (
  bytes: Uint8Array,
  fills: readonly {
    readonly sheet: RegExp;
    readonly row: string;
    readonly column: string;
    readonly value: Value;
    readonly comment?: string;
  }[],
): Promise<Uint8Array<ArrayBuffer>> => {
  const workbook = await openXlsx(bytes);
  for (const fill of fills) {
    const sheet = workbook.sheets.find((s) => fill.sheet.test(s.name));
    const keys = sheet?.rows.find((row) => row[0] === '#cchc');
    // In the hidden sheet of keys a column is its place.
    const column = sheet?.name === 'cchc' ? Number(fill.column) : (keys?.indexOf(fill.column) ?? -1);
    const at = sheet?.rows.findIndex((row) => row[0] === fill.row) ?? -1;
    const line = sheet?.rows[at];
    if (!sheet || !line || column < 0) throw new Error(`no cell ${fill.row}/${fill.column}`);
    line[column] = fill.value;
    const known = sheet.cells?.get(`${at},${column}`);
    sheet.cells ??= new Map();
    sheet.cells.set(`${at},${column}`, {
      ...known,
      value: fill.value,
      type: typeof fill.value === 'number' ? 'number' : 'string',
      ...(fill.comment ? { comment: { text: fill.comment } } : {}),
    });
  }
  return new Uint8Array(await saveXlsx(workbook));
};

export const sheetsIn = async (bytes: Uint8Array) => (await openXlsx(bytes)).sheets;
