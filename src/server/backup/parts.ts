import { createHash, type Hash } from 'node:crypto';
import type { Part, Summary } from './format.ts';

const CODES = { table: 1, rows: 2, tableEnd: 3, file: 4, bytes: 5, end: 6 } as const;
const HEAD_BYTES = 5;
const PART_LIMIT = 64 << 20;

/** The content is not what a backup writes, although its frames opened. */
export class BrokenContent extends Error {}

function encodePart(part: Part): Buffer[] {
  const { kind, ...rest } = part;
  const payload = 'bytes' in part ? part.bytes : Buffer.from(JSON.stringify(rest), 'utf8');
  const head = Buffer.alloc(HEAD_BYTES);
  head.writeUInt8(CODES[kind], 0);
  head.writeUInt32BE(payload.length, 1);
  return [head, payload];
}

export async function* encodeParts(parts: AsyncIterable<Part>): AsyncGenerator<Buffer> {
  for await (const part of parts) yield* encodePart(part);
}

/** The parts as they were written, each table and file checked against its own count and hash on the way. */
export async function* decodeParts(source: AsyncIterable<Buffer>): AsyncGenerator<Part> {
  const check = new Checker();
  for await (const part of splitParts(source)) {
    check.take(part);
    yield part;
  }
  check.end();
}

async function* splitParts(source: AsyncIterable<Buffer>): AsyncGenerator<Part> {
  let kept: Buffer[] = [];
  let size = 0;
  let wanted = HEAD_BYTES;
  for await (const chunk of source) {
    kept.push(chunk);
    size += chunk.length;
    if (size < wanted) continue;
    let rest = Buffer.concat(kept);
    for (;;) {
      wanted = rest.length < HEAD_BYTES ? HEAD_BYTES : HEAD_BYTES + rest.readUInt32BE(1);
      if (wanted > PART_LIMIT) throw new BrokenContent('a part is too long');
      if (rest.length < wanted) break;
      yield partOf(rest.readUInt8(0), rest.subarray(HEAD_BYTES, wanted));
      rest = rest.subarray(wanted);
    }
    kept = [rest];
    size = rest.length;
  }
  if (size > 0) throw new BrokenContent('the content ends inside a part');
}

function partOf(code: number, payload: Buffer): Part {
  if (code === CODES.rows) return { kind: 'rows', bytes: payload };
  if (code === CODES.bytes) return { kind: 'bytes', bytes: payload };
  const kind = (Object.keys(CODES) as Part['kind'][]).find((one) => CODES[one] === code);
  if (kind === undefined) throw new BrokenContent(`a part of kind ${code}`);
  return { kind, ...JSON.parse(payload.toString('utf8')) } as Part;
}

class Checker {
  #open: { what: 'table' | 'file'; hash: Hash; expected: string; left: number } | undefined;
  #seen = { tables: 0, rows: 0, files: 0 };
  #summary: Summary | undefined;

  take(part: Part): void {
    if (this.#summary !== undefined) throw new BrokenContent('something stands after the end');
    if (part.kind === 'table') this.#begin('table', '', 0);
    if (part.kind === 'file') this.#begin('file', part.hash, part.size);
    if (part.kind === 'rows') this.#add('table', part.bytes);
    if (part.kind === 'bytes') this.#add('file', part.bytes);
    if (part.kind === 'tableEnd') {
      this.#seen.rows += part.rows;
      this.#finish('table', part.sha256);
    }
    // A file ends with its last byte, an empty one at once.
    if (this.#open?.what === 'file' && this.#open.left === 0) this.#finish('file', this.#open.expected);
    if (part.kind === 'end') {
      if (this.#open !== undefined) throw new BrokenContent('a table or file has no end');
      this.#summary = part.summary;
    }
  }

  end(): void {
    const { tables, rows, files } = this.#summary ?? { tables: -1, rows: -1, files: -1 };
    const same = tables === this.#seen.tables && rows === this.#seen.rows && files === this.#seen.files;
    if (!same) throw new BrokenContent('the counts do not fit');
  }

  #begin(what: 'table' | 'file', expected: string, left: number): void {
    if (this.#open !== undefined) throw new BrokenContent('a table or file has no end');
    this.#open = { what, hash: createHash('sha256'), expected, left };
  }

  #add(what: 'table' | 'file', bytes: Buffer): void {
    if (this.#open?.what !== what) throw new BrokenContent('bytes stand outside their table or file');
    this.#open.hash.update(bytes);
    this.#open.left -= bytes.length;
  }

  #finish(what: 'table' | 'file', expected: string): void {
    if (this.#open?.what !== what || this.#open.hash.digest('hex') !== expected) {
      throw new BrokenContent(`a ${what} does not fit its hash`);
    }
    this.#seen[what === 'table' ? 'tables' : 'files']++;
    this.#open = undefined;
  }
}
