import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { createPress } from '../../../src/server/documents/pdf/compile.ts';
import {
  createPrinter,
  type Printer,
  type PrinterLimits,
} from '../../../src/server/documents/pdf/printer.ts';
import { Refused } from '../../../src/server/http/failures.ts';
import { samples } from './samples.ts';

const letter = samples['công văn']!;
const slow = { ...letter, noiNhan: ['chậm'] };
const ends = { ...letter, noiNhan: ['chết'] };

/** Does what a process can do wrong; otherwise answers with its own number as the file. */
const BAD_PROCESS = `
process.on('message', ({ id, tree }) => {
  const [order] = tree.noiNhan;
  if (order === 'chậm') for (;;);
  if (order === 'chết') process.exit(7);
  const memory = order === 'nặng' ? 9e12 : 1;
  process.send({ id, ok: true, file: new Uint8Array(Buffer.from(String(process.pid))), memory });
});
process.on('disconnect', () => process.exit(0));
`;

let folder = '';
let script = '';
let printer: Printer | undefined;
const log: string[] = [];
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'cchc-printer-'));
  script = join(folder, 'process.mjs');
  writeFileSync(script, BAD_PROCESS);
});
afterEach(() => {
  printer?.close();
  log.length = 0;
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const bad = (limits: Partial<PrinterLimits> = {}): Printer => {
  printer = createPrinter((why) => log.push(why), limits, script);
  return printer;
};
const pid = async (print: Promise<Uint8Array>): Promise<string> => Buffer.from(await print).toString();
const code = (print: Promise<unknown>): Promise<string> =>
  print.then(
    () => 'printed',
    (error: unknown) => (error instanceof Refused ? error.refusal.code : String(error)),
  );

describe('the printing process', () => {
  it('gives the same bytes as the press in this process, to several who ask at once', async () => {
    printer = createPrinter((why) => log.push(why));
    const kinds = ['công văn', 'báo cáo của xã', 'giấy xác nhận', 'công văn'];
    const files = await Promise.all(kinds.map((kind) => printer!.print(samples[kind]!)));
    const press = createPress();
    kinds.forEach((kind, i) => {
      expect(Buffer.compare(files[i]!, press.print(samples[kind]!))).toBe(0);
    });
    expect(log).toEqual([]);
  });

  it('a document that cannot be set is refused, and the next one is printed', async () => {
    printer = createPrinter((why) => log.push(why));
    const broken = { ...letter, blocks: [{ kind: 'paragraph', inlines: null }] } as never;
    const both = [code(printer.print(broken)), code(printer.print(letter))];
    expect(await Promise.all(both)).toEqual(['documents.failed', 'printed']);
    expect(log).toHaveLength(1);
  });

  it('is killed when it takes too long; who waits behind gets a new one', async () => {
    const p = bad({ timeMs: 4000 });
    const before = await pid(p.print(letter));
    const stuck = code(p.print(slow));
    const after = pid(p.print(letter));
    expect(await stuck).toBe('documents.failed');
    expect(await after).not.toBe(before);
    expect(log).toEqual(['no answer in 4000 ms']);
    await expect.poll(() => isAlive(Number(before))).toBe(false);
  });

  it('may end by itself in the middle of a document', async () => {
    const p = bad();
    expect(await code(p.print(ends))).toBe('documents.failed');
    expect(await code(p.print(letter))).toBe('printed');
  });

  it('is replaced after so many documents, or when it has grown', async () => {
    const p = bad({ documents: 2 });
    const pids = [];
    for (let i = 0; i < 5; i++) pids.push(await pid(p.print(letter)));
    expect(pids[0]).toBe(pids[1]);
    expect(new Set(pids).size).toBe(3);
    p.close();
    const q = bad();
    const heavy = await pid(q.print({ ...letter, noiNhan: ['nặng'] }));
    expect(await pid(q.print(letter))).not.toBe(heavy);
  });

  it('is watched for memory while it works', async () => {
    printer = createPrinter((why) => log.push(why), { memory: 1_000_000 });
    expect(await code(printer.print(letter))).toBe('documents.failed');
    expect(log[0]).toContain('SIGKILL');
  });

  it('refuses when too many wait, and who has waited too long', async () => {
    const p = bad({ waiting: 1, waitMs: 300, timeMs: 4000 });
    const [stuck, patient, third] = [p.print(slow), p.print(letter), p.print(letter)].map(code);
    expect(await third).toBe('documents.busy');
    expect(await patient).toBe('documents.busy');
    expect(await stuck).toBe('documents.failed');
    expect(await code(p.print(letter))).toBe('printed');
  });

  it('serves people in turn: who asks for many keeps nobody waiting longer than one document', async () => {
    const p = bad({ waitingOfOne: 6 });
    const order: string[] = [];
    const ask = (owner: string, name: string) =>
      p.print(letter, owner).then(
        () => order.push(name),
        (error: unknown) => order.push(`${name}: ${(error as Refused).refusal.code}`),
      );
    const all = [
      ...Array.from({ length: 8 }, (_, i) => ask('mai', `mai ${i + 1}`)),
      ask('binh', 'binh 1'),
      ask('nga', 'nga 1'),
      ask('binh', 'binh 2'),
    ];
    await Promise.all(all);
    // The eighth of the one person is refused; the first was under way when the others came.
    expect(order).toEqual([
      'mai 8: documents.busy',
      'mai 1',
      'mai 2',
      'binh 1',
      'nga 1',
      'mai 3',
      'binh 2',
      'mai 4',
      'mai 5',
      'mai 6',
      'mai 7',
    ]);
  });

  it('ends with the server, and leaves nobody waiting', async () => {
    const p = bad();
    const first = await pid(p.print(letter));
    const both = [code(p.print(slow)), code(p.print(letter))];
    p.close();
    expect(await Promise.all(both)).toEqual(['documents.failed', 'documents.busy']);
    await expect.poll(() => isAlive(Number(first))).toBe(false);
  });
});

const isAlive = (id: number): boolean => {
  try {
    return process.kill(id, 0);
  } catch {
    return false;
  }
};
