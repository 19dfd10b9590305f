import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { letterReadingWire } from '../../src/core/letter/wire.ts';
import { type Client, signIn } from '../setup/client.ts';
import { cchc } from '../setup/command.ts';
import { startTestServer, type TestServer } from '../setup/server.ts';

const LETTER = new URL('../letters/cao-loc/letter.txt', import.meta.url);
let server: TestServer;
let mai: Client;

beforeAll(async () => {
  server = await startTestServer({ stage: 'before-issue' });
  mai = await signIn(server.url, 'mai');
});
afterAll(() => server?.close());

describe('A1: one letter is read alike by the command and over HTTP', () => {
  it('from a file and from pasted text, and nothing is stored', async () => {
    const text = await readFile(LETTER, 'utf8');
    const before = await server.db.selectFrom('campaign').select('id').execute();
    const uploaded = await mai.upload(
      '/api/letters',
      'công văn.txt',
      new TextEncoder().encode(text),
      'text/plain',
    );
    const pasted = await mai.post('/api/letters', { text });
    expect([uploaded.status, pasted.status]).toEqual([200, 200]);
    const { file, check, ...reading } = uploaded.body;
    expect(file).toMatchObject({ name: 'công văn.txt', kind: 'text' });
    expect(check.deadlines[0]).toMatchObject({ lastMoment: '24:00 ngày 29/02/2024', workingDaysLeft: 1 });
    expect(letterReadingWire.safeParse(reading).success).toBe(true);
    expect(pasted.body.deadlines).toEqual(reading.deadlines);
    const printed = cchc(['letter', LETTER.pathname, '--json'], {});
    expect(JSON.parse(printed.out)).toEqual(reading);
    expect(await server.db.selectFrom('campaign').select('id').execute()).toEqual(before);
  });

  it('what is no letter is refused with a sentence that helps', async () => {
    const empty = await mai.post('/api/letters', { text: '   ' });
    expect([empty.status, empty.body.code]).toEqual([422, 'letter.empty']);
    expect((await mai.post('/api/letters', {})).body.code).toBe('upload.fileMissing');
  });
});
