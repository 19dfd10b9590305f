import { inflateSync } from 'node:zlib';
import type { LetterRefusalCode } from '../../core/letter/refusals.ts';

const STREAM_LIMIT = 64_000_000;
const TOTAL_LIMIT = 200_000_000;
const STREAMS = 60_000;

/**
 * Names that make a viewer run something. The entry /JS alone runs nothing without /S /JavaScript or /Rendition, and
 * its three letters stand by chance in one of twenty scans of 20 MB.
 */
const RUNS = /\/(?:JavaScript|Launch|RichMedia|Rendition|XFA)[\s/<([\d]/;

/** Objects may lie packed in a stream, where the names above would not be seen. */
const hidesScript = (bytes: Buffer, at: number, data: Buffer): boolean => {
  const before = bytes.toString('latin1', Math.max(0, at - 400), at);
  if (!/\/ObjStm\b/.test(before.slice(before.lastIndexOf('obj')))) return false;
  try {
    const out = inflateSync(data, { maxOutputLength: STREAM_LIMIT, finishFlush: 2 });
    return RUNS.test(plainNames(out.toString('latin1')));
  } catch {
    return false;
  }
};

/** "/J#61vaScript" is "/JavaScript". */
const plainNames = (text: string): string =>
  text.replace(/#([0-9a-fA-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));

/** Inflates like the parser would, with a cap: twice when filters are chained. */
const inflatedSize = (data: Buffer, depth = 0): number | 'bomb' => {
  try {
    const out = inflateSync(data, { maxOutputLength: STREAM_LIMIT, finishFlush: 2 });
    if (depth < 3 && out.length > 2 && out[0] === 0x78 && ((out[0] << 8) | (out[1] ?? 0)) % 31 === 0) {
      const inner = inflatedSize(out, depth + 1);
      return inner === 'bomb' ? 'bomb' : out.length + inner;
    }
    return out.length;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE' ? 'bomb' : 0;
  }
};

export const pdfGate = (bytes: Buffer): { ok: true } | { ok: false; code: LetterRefusalCode } => {
  const text = plainNames(bytes.toString('latin1'));
  if (!/%%EOF|startxref/.test(text)) return { ok: false, code: 'upload.damaged' };
  if (/\/Encrypt[\s/<\d]/.test(text)) return { ok: false, code: 'upload.encrypted' };
  if (RUNS.test(text)) return { ok: false, code: 'upload.script' };
  let total = 0;
  let count = 0;
  let end = 0;
  for (let at = bytes.indexOf('stream'); at >= 0; at = bytes.indexOf('stream', at + 6)) {
    if (bytes.toString('latin1', Math.max(0, at - 3), at) === 'end') continue;
    if (++count > STREAMS) return { ok: false, code: 'upload.zipBomb' };
    let start = at + 6;
    if (bytes[start] === 0x0d) start++;
    if (bytes[start] === 0x0a) start++;
    if (bytes[start] !== 0x78) continue;
    if (end < start) end = bytes.indexOf('endstream', start);
    // None left: looking for it again behind each beginning would take hours.
    if (end < 0) end = bytes.length;
    const size = inflatedSize(bytes.subarray(start, end));
    if (size === 'bomb') return { ok: false, code: 'upload.zipBomb' };
    if (hidesScript(bytes, at, bytes.subarray(start, end))) return { ok: false, code: 'upload.script' };
    total += size;
    if (total > TOTAL_LIMIT) return { ok: false, code: 'upload.zipBomb' };
  }
  return { ok: true };
};
