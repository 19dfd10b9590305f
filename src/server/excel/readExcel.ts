import type { SheetOfCells } from '../../core/kernel/sheet.ts';
import { parseWatched } from '../upload/watchedChild.ts';

const LIMIT = 10_000_000;

export type ExcelRefusal =
  | 'excel.tooLarge'
  | 'excel.empty'
  | 'excel.notSpreadsheet'
  | 'excel.old'
  | 'excel.macro'
  | 'excel.damaged'
  | 'excel.bomb'
  | 'excel.encrypted'
  | 'excel.tooHeavy'
  | 'upload.busy';

const starts = (bytes: Uint8Array, ...magic: readonly number[]): boolean =>
  magic.every((b, i) => bytes[i] === b);

const refusalOf = (code: string): ExcelRefusal => {
  if (code.startsWith('excel.')) return code as ExcelRefusal;
  if (code === 'upload.busy') return code;
  return code === 'upload.damaged' ? 'excel.damaged' : 'excel.tooHeavy';
};

/** A foreign spreadsheet by its content, whatever its name says: gate and parser run in a process of their own. */
export const readExcel = async (
  bytes: Buffer,
  name = '',
): Promise<
  | { readonly ok: true; readonly sheets: readonly SheetOfCells[] }
  | { readonly ok: false; readonly code: ExcelRefusal }
> => {
  if (bytes.length > LIMIT) return { ok: false, code: 'excel.tooLarge' };
  if (bytes.length === 0) return { ok: false, code: 'excel.empty' };
  if (starts(bytes, 0xd0, 0xcf, 0x11, 0xe0))
    return {
      ok: false,
      code: bytes.includes(Buffer.from('EncryptedPackage', 'utf16le')) ? 'excel.encrypted' : 'excel.old',
    };
  const isZip = starts(bytes, 0x50, 0x4b);
  if (!isZip && !/\.csv$/i.test(name)) return { ok: false, code: 'excel.notSpreadsheet' };
  const parsed = await parseWatched(isZip ? 'xlsx' : 'csv', bytes);
  if (!parsed.ok) return { ok: false, code: refusalOf(parsed.code) };
  return { ok: true, sheets: JSON.parse(parsed.text) as SheetOfCells[] };
};
