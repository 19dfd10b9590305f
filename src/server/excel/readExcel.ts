import type { SheetOfCells } from '../../core/kernel/sheet.ts';
import { parseWatched } from '../upload/watchedChild.ts';
import { type GateFault, xlsxGate } from './xlsxGate.ts';

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
  | 'excel.tooHeavy';

const FAULTS: Readonly<Record<GateFault, ExcelRefusal>> = {
  damaged: 'excel.damaged',
  bomb: 'excel.bomb',
  encrypted: 'excel.encrypted',
  macro: 'excel.macro',
  notSpreadsheet: 'excel.notSpreadsheet',
};

const starts = (bytes: Uint8Array, ...magic: readonly number[]): boolean =>
  magic.every((b, i) => bytes[i] === b);

/** A foreign spreadsheet by its content, whatever its name says: the gate, then the parser in its own process. */
export const readExcel = async (
  bytes: Buffer,
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
  if (!starts(bytes, 0x50, 0x4b)) return { ok: false, code: 'excel.notSpreadsheet' };
  const gate = xlsxGate(bytes);
  if (!gate.ok) return { ok: false, code: FAULTS[gate.fault] };
  const parsed = await parseWatched('xlsx', gate.clean);
  if (!parsed.ok)
    return { ok: false, code: parsed.code === 'upload.damaged' ? 'excel.damaged' : 'excel.tooHeavy' };
  return { ok: true, sheets: JSON.parse(parsed.text) as SheetOfCells[] };
};
