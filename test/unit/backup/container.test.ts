import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fileFailure } from '../../../src/server/backup/failures.ts';
import {
  END,
  FIXED_BYTES,
  FORMAT,
  HASH_BYTES,
  type Header,
  MAGIC,
  type Part,
  prefixOf,
} from '../../../src/server/backup/format.ts';
import { keyFrom } from '../../../src/server/backup/frames.ts';
import { keyOf, openBackup, readParts } from '../../../src/server/backup/read.ts';
import { pour, writeBackup } from '../../../src/server/backup/write.ts';

const folder = mkdtempSync(join(tmpdir(), 'cchc-container-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

// Little work for the key: what is tested is the file, not the patience.
const key = { kdf: 'scrypt', N: 1024, r: 8, p: 1, salt: Buffer.alloc(32, 7).toString('base64') } as const;
const header: Header = {
  program: '0.1.0',
  mode: 'demo',
  madeAt: '2024-02-28T01:00:00.000Z',
  migrations: [{ id: 1, name: '0001_directory.sql', hash: 'a' }],
  counts: { tables: 1, rows: 2, files: 2, fileBytes: 600_000 },
  key,
};
const PASSPHRASE = 'hoa hồi mùa hạ';
const hashOf = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');
const rows = Buffer.from('1\tXã Bảo Lâm\n2\t\\N\n');
// Bytes that no compression makes smaller, so that there are several frames.
const large = Buffer.concat(
  Array.from({ length: 20_000 }, (_, i) => createHash('sha256').update(String(i)).digest()),
).subarray(0, 600_000);

const content: Part[] = [
  { kind: 'table', name: 'unit', columns: ['id', 'name'] },
  { kind: 'rows', bytes: rows.subarray(0, 5) },
  { kind: 'rows', bytes: rows.subarray(5) },
  { kind: 'tableEnd', rows: 2, sha256: hashOf(rows) },
  { kind: 'file', hash: hashOf(large), size: large.length },
  { kind: 'bytes', bytes: large.subarray(0, 300_000) },
  { kind: 'bytes', bytes: large.subarray(300_000) },
  { kind: 'file', hash: hashOf(Buffer.alloc(0)), size: 0 },
  {
    kind: 'end',
    summary: { tables: 1, rows: 2, files: 2, missingFiles: [], chains: 0, root: 'r', sequences: [] },
  },
];

async function* stream(parts: Part[]): AsyncGenerator<Part> {
  yield* parts;
}

let made = 0;
async function fileOf(parts: Part[], changes: Partial<Header> = {}): Promise<string> {
  const path = join(folder, `${made++}.cchc`);
  await writeBackup(path, { ...header, ...changes }, PASSPHRASE, stream(parts));
  return path;
}

async function readAll(path: string, passphrase = PASSPHRASE): Promise<Part[]> {
  const backup = await openBackup(path);
  const seen: Part[] = [];
  await readParts(backup, await keyOf(backup, passphrase), (part) => void seen.push(part));
  return seen;
}

let whole: Buffer;
let good: string;
beforeAll(async () => {
  good = await fileOf(content);
  whole = readFileSync(good);
});

function put(bytes: Buffer): string {
  const path = join(folder, `${made++}.cchc`);
  writeFileSync(path, bytes);
  return path;
}

/** Changed by somebody who also makes the checksum fit. */
function resealed(change: (bytes: Buffer) => void): string {
  const body = Buffer.from(whole.subarray(0, whole.length - HASH_BYTES - END.length));
  change(body);
  return put(Buffer.concat([body, createHash('sha256').update(body).digest(), END]));
}

describe('a file of a backup', () => {
  it('gives back what went in, and shows nothing of it without the key', async () => {
    expect(await readAll(good)).toEqual(content);
    expect(whole.includes('Bảo Lâm')).toBe(false);
    expect((await openBackup(good)).header).toEqual(header);
    expect(existsSync(`${good}.half`)).toBe(false);
  });

  it('opens with the same words typed decomposed', async () => {
    expect(await readAll(good, PASSPHRASE.normalize('NFD'))).toHaveLength(content.length);
  });

  it('is refused with any other key, at once and as that', async () => {
    await expect(readAll(good, 'hoa hồi mùa đông')).rejects.toThrow('Cụm mật khẩu chưa đúng');
  });

  it('is refused when it was cut anywhere', async () => {
    for (const length of [FIXED_BYTES, 200, whole.length - 1024, whole.length - 1]) {
      await expect(readAll(put(whole.subarray(0, length)))).rejects.toThrow('bị cụt');
    }
    for (const bytes of [Buffer.alloc(0), whole.subarray(0, MAGIC.length - 1), Buffer.from('%PDF-1.7\n…')]) {
      await expect(readAll(put(bytes))).rejects.toThrow('chưa phải là bản sao lưu');
    }
  });

  it('is refused when any byte of it is another', async () => {
    const places = [MAGIC.length + 1, FIXED_BYTES + 3, 500, whole.length >> 1, whole.length - END.length - 1];
    for (const at of places) {
      const bytes = Buffer.from(whole);
      bytes.writeUInt8(bytes.readUInt8(at) ^ 1, at);
      await expect(readAll(put(bytes)), `byte ${at}`).rejects.toThrow(
        /đã bị thay đổi|bản chương trình mới hơn/,
      );
    }
  });

  it('is refused when the checksum was made to fit a changed frame, header or order', async () => {
    const from = prefixOf(header).length;
    const frame = 4 + whole.readUInt32BE(from) + 16;
    await expect(
      readAll(resealed((b) => void b.writeUInt8(b.readUInt8(b.length - 1) ^ 1, b.length - 1))),
    ).rejects.toThrow('đã bị thay đổi');
    const swapped = Buffer.from(whole.toString('latin1').replace('"mode":"demo"', '"mode":"demO"'), 'latin1');
    await expect(readAll(resealed((b) => void swapped.copy(b, 0, 0, from)))).rejects.toThrow(
      'đã bị thay đổi',
    );
    // Another count in the header: it is bound to every frame, so that none opens.
    const counted = Buffer.from(whole.toString('latin1').replace('"rows":2', '"rows":3'), 'latin1');
    await expect(readAll(resealed((b) => void counted.copy(b, 0, 0, from)))).rejects.toThrow('Cụm mật khẩu');
    const body = whole.subarray(0, whole.length - HASH_BYTES - END.length);
    expect(body.length).toBeGreaterThan(from + 2 * frame);
    const without = body.subarray(0, from + frame);
    const fitting = Buffer.concat([without, createHash('sha256').update(without).digest(), END]);
    await expect(readAll(put(fitting))).rejects.toThrow('Cụm mật khẩu');
  });

  it('of a newer format is refused as newer, whatever follows', async () => {
    const newer = Buffer.from(whole);
    newer.writeUInt16BE(FORMAT + 1, MAGIC.length);
    await expect(readAll(put(newer.subarray(0, 100)))).rejects.toThrow('bản chương trình mới hơn');
  });

  it('is refused when its content does not fit its own counts and hashes', async () => {
    const wrong: Part[][] = [
      content.slice(0, -1),
      content.with(3, { kind: 'tableEnd', rows: 2, sha256: hashOf(large) }),
      content.with(3, { kind: 'tableEnd', rows: 3, sha256: hashOf(rows) }),
      content.toSpliced(5, 1),
      content.toSpliced(1, 1),
      [...content, content[0]!],
    ];
    for (const parts of wrong) await expect(readAll(await fileOf(parts))).rejects.toThrow('đã bị thay đổi');
  });

  it('asks for no more work or memory than ours do', async () => {
    const path = join(folder, `${made++}.cchc`);
    const hostile = { ...header, key: { ...key, N: 2 ** 30 } };
    const handle = await open(path, 'wx');
    await pour(handle, hostile, await keyFrom(PASSPHRASE, key), stream(content));
    await handle.close();
    await expect(openBackup(path)).rejects.toThrow('đã bị thay đổi');
  });
});

describe('writing', () => {
  it('never replaces a file that stands, and leaves nothing when its source fails', async () => {
    await expect(writeBackup(good, header, PASSPHRASE, stream(content))).rejects.toThrow('Đã có tệp');
    expect(readFileSync(good).equals(whole)).toBe(true);
    const path = join(folder, 'broken.cchc');
    async function* breaking(): AsyncGenerator<Part> {
      yield* content.slice(0, 4);
      throw new Error('the database is gone');
    }
    await expect(writeBackup(path, header, PASSPHRASE, breaking())).rejects.toThrow('the database is gone');
    expect([existsSync(path), existsSync(`${path}.half`)]).toEqual([false, false]);
  });

  it('takes the place of a half that a killed backup left', async () => {
    const path = join(folder, 'again.cchc');
    writeFileSync(`${path}.half`, 'half');
    await writeBackup(path, header, PASSPHRASE, stream(content));
    expect(await readAll(path)).toEqual(content);
  });

  it.skipIf(!existsSync('/dev/full'))('says that the disk is full', async () => {
    const handle = await open('/dev/full', 'w');
    const error = await pour(handle, header, await keyFrom(PASSPHRASE, key), stream(content)).then(
      () => undefined,
      (failed: unknown) => fileFailure('/mnt/usb/a.cchc', failed, 'write'),
    );
    await handle.close();
    expect(String(error)).toContain('Ổ đĩa đã đầy khi ghi /mnt/usb/a.cchc');
  });

  it('says which folder cannot be written', async () => {
    const path = join(folder, 'none', 'a.cchc');
    await expect(writeBackup(path, header, PASSPHRASE, stream(content))).rejects.toThrow('ENOENT');
  });
});
