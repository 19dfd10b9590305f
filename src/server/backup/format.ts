/**
 * One file: what it is and how its key is made, readable by anybody; then encrypted frames; then the SHA-256 of all
 * that stands before it and a mark, so that a file that was cut is known at once.
 */
export const MAGIC = Buffer.from('CCHC-BACKUP\n', 'latin1');
export const END = Buffer.from('CCHC-END\n', 'latin1');
export const FORMAT = 1;
export const HASH_BYTES = 32;
/** Magic, version of the format (2 bytes), length of the header (4 bytes). */
export const FIXED_BYTES = MAGIC.length + 6;
export const HEADER_LIMIT = 1 << 20;

export interface KeyRecipe {
  kdf: 'scrypt';
  N: number;
  r: number;
  p: number;
  salt: string;
}

export interface AppliedStep {
  id: number;
  name: string;
  hash: string;
}

export interface Header {
  program: string;
  mode: 'demo' | 'office';
  madeAt: string;
  /** The version of the schema: every step that had been taken, by its content. */
  migrations: AppliedStep[];
  counts: { tables: number; rows: number; files: number; fileBytes: number };
  key: KeyRecipe;
}

/** What stands at the end of the encrypted part. */
export interface Summary {
  tables: number;
  rows: number;
  files: number;
  /** Files whose bytes were no longer in the data folder, or no longer what their hash says. */
  missingFiles: string[];
  chains: number;
  /** One hash over the heads of all chains of facts. */
  root: string;
  sequences: { name: string; value: string }[];
  /** What small secrets in the rows are sealed with, so that they open again wherever they are restored. */
  sealKey?: string;
}

export type Part =
  | { kind: 'table'; name: string; columns: string[] }
  | { kind: 'rows'; bytes: Buffer }
  | { kind: 'tableEnd'; rows: number; sha256: string }
  | { kind: 'file'; hash: string; size: number }
  | { kind: 'bytes'; bytes: Buffer }
  | { kind: 'end'; summary: Summary };

export function prefixOf(header: Header): Buffer {
  const text = Buffer.from(JSON.stringify(header), 'utf8');
  const fixed = Buffer.alloc(6);
  fixed.writeUInt16BE(FORMAT, 0);
  fixed.writeUInt32BE(text.length, 2);
  return Buffer.concat([MAGIC, fixed, text]);
}
