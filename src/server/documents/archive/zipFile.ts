import type { FileHandle } from 'node:fs/promises';
import { crc32 } from 'node:zlib';

/** One file inside the archive, stored as it is: PDF and Word files are compressed already. */
export type ZipPart = {
  readonly name: Buffer;
  readonly crc: number;
  readonly size: number;
  readonly at: number;
};

const LOCAL = 0x04034b50;
const CENTRAL = 0x02014b50;
const END = 0x06054b50;
const UTF8 = 0x0800;
const VERSION = 20;
/** 05/03/2020, the day NĐ 30/2020 took effect: the same documents give the same bytes. */
const DOS_DAY = ((2020 - 1980) << 9) | (3 << 5) | 5;

/** What a reader of plain zip (without ZIP64) still opens. */
export const ZIP_LIMIT = { parts: 65_000, bytes: 4_000_000_000 } as const;

export const localPart = (name: string, data: Uint8Array, at: number): { part: ZipPart; header: Buffer } => {
  const part = { name: Buffer.from(name), crc: crc32(data), size: data.length, at };
  const header = Buffer.alloc(30);
  header.writeUInt32LE(LOCAL, 0);
  header.writeUInt16LE(VERSION, 4);
  header.writeUInt16LE(UTF8, 6);
  header.writeUInt16LE(DOS_DAY, 12);
  header.writeUInt32LE(part.crc, 14);
  header.writeUInt32LE(part.size, 18);
  header.writeUInt32LE(part.size, 22);
  header.writeUInt16LE(part.name.length, 26);
  return { part, header: Buffer.concat([header, part.name]) };
};

/** The list at the end, by which every program opens the archive. */
export const directoryOf = (parts: readonly ZipPart[], at: number): Buffer => {
  const lines = parts.map((part) => {
    const line = Buffer.alloc(46);
    line.writeUInt32LE(CENTRAL, 0);
    line.writeUInt16LE(VERSION, 4);
    line.writeUInt16LE(VERSION, 6);
    line.writeUInt16LE(UTF8, 8);
    line.writeUInt16LE(DOS_DAY, 14);
    line.writeUInt32LE(part.crc, 16);
    line.writeUInt32LE(part.size, 20);
    line.writeUInt32LE(part.size, 24);
    line.writeUInt16LE(part.name.length, 28);
    line.writeUInt32LE(part.at, 42);
    return Buffer.concat([line, part.name]);
  });
  const list = Buffer.concat(lines);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(END, 0);
  end.writeUInt16LE(parts.length, 8);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(list.length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([list, end]);
};

/** The parts that an interrupted archive holds up to a length: their headers say where the next one stands. */
export const partsUpTo = async (file: FileHandle, length: number): Promise<ZipPart[]> => {
  const parts: ZipPart[] = [];
  const header = Buffer.alloc(30);
  for (let at = 0; at < length; ) {
    await file.read(header, 0, 30, at);
    if (header.readUInt32LE(0) !== LOCAL) throw new Error(`no part at ${at} of ${length}`);
    const size = header.readUInt32LE(18);
    const name = Buffer.alloc(header.readUInt16LE(26));
    await file.read(name, 0, name.length, at + 30);
    parts.push({ name, crc: header.readUInt32LE(14), size, at });
    at += 30 + name.length + size;
  }
  return parts;
};
