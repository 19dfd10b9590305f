import { zipSync } from 'fflate';
import { readDirectory, readEntry } from '../upload/zip.ts';

/** Parts with cells and their comments; pictures, links to other files and embedded objects are never opened. */
const NEEDED =
  /^(?:\[Content_Types\]\.xml|_rels\/\.rels|xl\/(?:workbook|styles|sharedStrings|comments\d*)\.xml|xl\/comments\/comment\d*\.xml|xl\/_rels\/workbook\.xml\.rels|xl\/worksheets\/(?:_rels\/)?[\w-]+\.xml(?:\.rels)?)$/;
const MACRO = /vbaProject|vbaData|macrosheets/i;
const CLIMBS = /(?:^|[\\/])\.\.(?:[\\/]|$)|^[\\/]|^[A-Za-z]:/;
/** A table of criteria has a thousand rows; a sheet of this size holds a hundred times that. */
const PART_LIMIT = 30_000_000;

export type GateFault = 'damaged' | 'bomb' | 'encrypted' | 'macro' | 'notSpreadsheet';

const textOf = (data: Buffer): string => {
  if (data[0] === 0xff && data[1] === 0xfe) return data.toString('utf16le');
  if (data[0] === 0xfe && data[1] === 0xff && data.length % 2 === 0)
    return Buffer.from(data).swap16().toString('utf16le');
  return data.toString('utf8');
};

/** Checks a spreadsheet and packs only the parts with cells anew, so that the reader sees nothing else. */
export const xlsxGate = (
  bytes: Buffer,
): { ok: true; clean: Uint8Array } | { ok: false; fault: GateFault } => {
  const directory = readDirectory(bytes);
  if (!directory.ok) return { ok: false, fault: directory.fault };
  const { entries } = directory;
  if (entries.some((e) => CLIMBS.test(e.name))) return { ok: false, fault: 'damaged' };
  if (entries.some((e) => MACRO.test(e.name))) return { ok: false, fault: 'macro' };
  if (!entries.some((e) => e.name === 'xl/workbook.xml')) return { ok: false, fault: 'notSpreadsheet' };
  const clean: Record<string, Uint8Array> = {};
  for (const entry of entries) {
    if (!NEEDED.test(entry.name)) continue;
    if (entry.size > PART_LIMIT) return { ok: false, fault: 'bomb' };
    const read = readEntry(bytes, entry);
    if (!read.ok) return { ok: false, fault: read.fault };
    if (/<!(?:DOCTYPE|ENTITY)/i.test(textOf(read.data))) return { ok: false, fault: 'damaged' };
    clean[entry.name] = new Uint8Array(read.data);
  }
  return { ok: true, clean: zipSync(clean, { level: 0 }) };
};
