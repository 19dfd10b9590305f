import { inflateRawSync } from 'node:zlib';

/** A reader of zip archives that trusts nothing the archive says about itself. */
export type ZipEntry = {
  readonly name: string;
  readonly method: number;
  readonly flags: number;
  readonly packed: number;
  readonly size: number;
  readonly offset: number;
};

export type ZipFault = 'damaged' | 'bomb' | 'encrypted';

const LIMITS = {
  entries: 2_000,
  entry: 60_000_000,
  total: 150_000_000,
  /** Real documents stay under 30; styles and empty tables reach 60. */
  ratio: 150,
} as const;

const END = 0x06054b50;
const CENTRAL = 0x02014b50;
const LOCAL = 0x04034b50;

export const readDirectory = (
  bytes: Buffer,
): { ok: true; entries: ZipEntry[] } | { ok: false; fault: ZipFault } => {
  let end = -1;
  for (let i = bytes.length - 22; i >= Math.max(0, bytes.length - 22 - 65_535); i--)
    if (bytes.readUInt32LE(i) === END) {
      end = i;
      break;
    }
  if (end < 0) return { ok: false, fault: 'damaged' };
  const count = bytes.readUInt16LE(end + 10);
  let at = bytes.readUInt32LE(end + 16);
  if (count > LIMITS.entries || count === 0xffff) return { ok: false, fault: 'bomb' };
  const entries: ZipEntry[] = [];
  const seen = new Set<string>();
  let total = 0;
  let packed = 0;
  for (let i = 0; i < count; i++) {
    if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== CENTRAL) return { ok: false, fault: 'damaged' };
    const nameLength = bytes.readUInt16LE(at + 28);
    const next = at + 46 + nameLength + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
    if (next > bytes.length) return { ok: false, fault: 'damaged' };
    const entry: ZipEntry = {
      name: bytes.toString('utf8', at + 46, at + 46 + nameLength),
      flags: bytes.readUInt16LE(at + 8),
      method: bytes.readUInt16LE(at + 10),
      packed: bytes.readUInt32LE(at + 20),
      size: bytes.readUInt32LE(at + 24),
      offset: bytes.readUInt32LE(at + 42),
    };
    if (entry.flags & 1) return { ok: false, fault: 'encrypted' };
    // Two entries of one name: readers disagree on which one counts.
    if (seen.has(entry.name)) return { ok: false, fault: 'damaged' };
    seen.add(entry.name);
    total += entry.size;
    packed += entry.packed;
    if (entry.size > LIMITS.entry || total > LIMITS.total) return { ok: false, fault: 'bomb' };
    if (entry.size > 1_000_000 && entry.size > entry.packed * LIMITS.ratio)
      return { ok: false, fault: 'bomb' };
    // Bytes that several entries share would be read once for each of them.
    if (packed > bytes.length) return { ok: false, fault: 'bomb' };
    entries.push(entry);
    at = next;
  }
  return { ok: true, entries };
};

/** The content of one entry, never more than its declared size. */
export const readEntry = (
  bytes: Buffer,
  entry: ZipEntry,
): { ok: true; data: Buffer } | { ok: false; fault: ZipFault } => {
  const at = entry.offset;
  if (at + 30 > bytes.length || bytes.readUInt32LE(at) !== LOCAL) return { ok: false, fault: 'damaged' };
  const start = at + 30 + bytes.readUInt16LE(at + 26) + bytes.readUInt16LE(at + 28);
  const end = start + entry.packed;
  if (end > bytes.length) return { ok: false, fault: 'damaged' };
  const packed = bytes.subarray(start, end);
  if (entry.method === 0)
    return entry.packed === entry.size ? { ok: true, data: packed } : { ok: false, fault: 'damaged' };
  if (entry.method !== 8) return { ok: false, fault: 'damaged' };
  try {
    return { ok: true, data: inflateRawSync(packed, { maxOutputLength: Math.max(1, entry.size) }) };
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    return { ok: false, fault: code === 'ERR_BUFFER_TOO_LARGE' ? 'bomb' : 'damaged' };
  }
};
