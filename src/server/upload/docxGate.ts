import { zipSync } from 'fflate';
import type { LetterRefusalCode } from '../../core/letter/refusals.ts';
import { readDirectory, readEntry, type ZipFault } from './zip.ts';

/** Parts that hold text; pictures, fonts and embedded files are never opened. */
const NEEDED =
  /^(?:\[Content_Types\]\.xml|_rels\/\.rels|word\/(?:document|styles|numbering|footnotes|endnotes|comments)\d*\.xml|word\/_rels\/[\w.]+\.rels)$/;
const MACRO = /vbaProject|vbaData|macrosheets/i;
/** Names of entries that climb out of the archive. */
const CLIMBS = /(?:^|[\\/])\.\.(?:[\\/]|$)|^[\\/]|^[A-Za-z]:/;

const refusalOf: Readonly<Record<ZipFault, LetterRefusalCode>> = {
  damaged: 'upload.damaged',
  bomb: 'upload.zipBomb',
  encrypted: 'upload.encrypted',
};

type Gate = { ok: true; clean: Uint8Array } | { ok: false; code: LetterRefusalCode };

const xmlText = (data: Buffer): string => {
  if (data[0] === 0xff && data[1] === 0xfe) return data.toString('utf16le');
  if (data[0] === 0xfe && data[1] === 0xff) return Buffer.from(data).swap16().toString('utf16le');
  return data.toString('utf8');
};

const externalOtherThanLinks = (rels: string): boolean => {
  for (const m of rels.matchAll(/<Relationship\s[^>]{0,4000}>/g))
    if (
      /TargetMode\s*=\s*["']External["']/i.test(m[0]) &&
      !/relationships\/(?:hyperlink|image)["']/i.test(m[0])
    )
      return true;
  return false;
};

/** Checks a Word file and packs only the parts with text anew, so that the parser sees nothing else. */
export const docxGate = (bytes: Buffer): Gate => {
  const directory = readDirectory(bytes);
  if (!directory.ok) return { ok: false, code: refusalOf[directory.fault] };
  const { entries } = directory;
  if (entries.some((e) => CLIMBS.test(e.name))) return { ok: false, code: 'upload.damaged' };
  if (entries.some((e) => MACRO.test(e.name))) return { ok: false, code: 'upload.macro' };
  if (!entries.some((e) => e.name === 'word/document.xml')) {
    const isOffice = entries.some((e) => e.name === '[Content_Types].xml');
    return { ok: false, code: isOffice ? 'upload.unknownKind' : 'upload.extensionMismatch' };
  }
  const clean: Record<string, Uint8Array> = {};
  for (const entry of entries) {
    if (!/\.(?:xml|rels)$/i.test(entry.name)) continue;
    const read = readEntry(bytes, entry);
    if (!read.ok) return { ok: false, code: refusalOf[read.fault] };
    const text = xmlText(read.data);
    if (/<!(?:DOCTYPE|ENTITY)/i.test(text)) return { ok: false, code: 'upload.xmlEntities' };
    if (entry.name.endsWith('.rels') && externalOtherThanLinks(text))
      return { ok: false, code: 'upload.externalLink' };
    if (entry.name === '[Content_Types].xml' && /macroEnabled/i.test(text))
      return { ok: false, code: 'upload.macro' };
    if (NEEDED.test(entry.name)) clean[entry.name] = new Uint8Array(read.data);
  }
  return { ok: true, clean: zipSync(clean, { level: 0 }) };
};
