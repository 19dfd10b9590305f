import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
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

  it('an outline that came as a file of its own is read; a file without headings is refused with advice', async () => {
    const send = (text: string) =>
      mai.upload('/api/letters/outline', 'đề cương.txt', new TextEncoder().encode(text), 'text/plain');
    const read = await send(
      'ĐỀ CƯƠNG\n\nI. Chỉ đạo, điều hành\nII. Kết quả thực hiện\n1. Thể chế\nIII. Kiến nghị (nếu có)',
    );
    expect(read.status).toBe(200);
    expect(read.body.parts.map((p: { title: string }) => p.title)).toEqual([
      'Chỉ đạo, điều hành',
      'Kết quả thực hiện',
      'Kiến nghị',
    ]);
    expect([(await send('Không có mục nào.')).status, (await send('Không có mục nào.')).body.code]).toEqual([
      422,
      'letter.noOutline',
    ]);
  });

  it('the command compares an outline of its own file with the one of each group of recipients', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'cchc-outline-'));
    const file = join(folder, 'đề cương.txt');
    await writeFile(
      file,
      'ĐỀ CƯƠNG\n\nI. Công tác chỉ đạo, điều hành cải cách hành chính\nII. Sáng kiến, mô hình mới\nIII. Kiến nghị, đề xuất',
    );
    const printed = cchc(['letter', LETTER.pathname, '--outline', file, '--json'], {});
    const { outline } = JSON.parse(printed.out);
    expect(outline.parts).toHaveLength(3);
    const of = (recipient: string) =>
      outline.compared.find((c: { recipients: string[] }) => c.recipients.includes(recipient));
    const communes = of('UBND các xã, thị trấn');
    expect(communes.parts[0].section.title).toContain('chỉ đạo');
    expect(communes.parts[1].section).toBeNull();
    expect(communes.unnamed.length).toBe(5);
    expect(of('Phòng Tư pháp').outline.id).not.toBe(communes.outline.id);
    await rm(folder, { recursive: true });
  });

  it('what a request leaves out, renames and adds stands in its letter, which reads as that again (A6)', async () => {
    const text = await readFile(LETTER, 'utf8');
    const draft = await mai.post('/api/campaigns', { text, fileName: null });
    const [communes] = draft.body.outlines as {
      id: string;
      parts: { id: string; title: string; depth: number }[];
    }[];
    const top = communes?.parts.filter((p) => p.depth === 0) ?? [];
    const parts = {
      leftOut: [top[4]?.id],
      added: [{ id: 'x1', outlines: [communes?.id], title: 'Sáng kiến, mô hình mới', guidance: null }],
      renamed: [{ id: top[5]?.id, title: 'Nhiệm vụ trọng tâm quý sau' }],
    };
    const at = `/api/campaigns/${draft.body.id}`;
    const saved = await mai.put(at, {
      version: draft.body.version,
      request: { ...draft.body.request, parts },
    });
    expect(saved.status).toBe(200);
    const word = await mai.download(`${at}/request.docx`);
    const again = await mai.upload(
      '/api/letters',
      'in lại.docx',
      new Uint8Array(word.body),
      'application/octet-stream',
    );
    const titles = again.body.groups[0].parts.map((p: { title: string }) => p.title);
    expect(titles).toContain('Sáng kiến, mô hình mới');
    expect(titles).toContain('Nhiệm vụ trọng tâm quý sau');
    expect(titles.length).toBe(top.length);
    expect(titles.some((title: string) => /tác động/i.test(title))).toBe(false);
  });

  it('what is no letter is refused with a sentence that helps', async () => {
    const empty = await mai.post('/api/letters', { text: '   ' });
    expect([empty.status, empty.body.code]).toEqual([422, 'letter.empty']);
    expect((await mai.post('/api/letters', {})).body.code).toBe('upload.fileMissing');
  });
});
