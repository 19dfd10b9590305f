import { strToU8, zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ReportReading } from '../../src/core/letter/readReport.ts';
import { fromTcvn3 } from '../../src/core/letter/tcvn3.ts';
import type { ReportAnswer } from '../../src/core/report/answers.ts';
import { doc, fillAndPass, theCampaign } from '../setup/campaign.ts';
import { type Client, signIn } from '../setup/client.ts';
import { startTestServer, type TestServer } from '../setup/server.ts';

type ReadFile = {
  encoding: string;
  notes: { converted: boolean; confirm: boolean };
  reading: ReportReading;
};

const TEXT = `ỦY BAN NHÂN DÂN XÃ BẢO LÂM
BÁO CÁO
Kết quả công tác cải cách hành chính quý I năm 2024

I. Công tác chỉ đạo điều hành cải cách hành chính
Xã đã ban hành Kế hoạch số 05/KH-UBND, tổ chức 02 cuộc họp quán triệt đến toàn thể công chức.

II. Kết quả thực hiện nhiệm vụ trên 05 lĩnh vực cải cách hành chính
1. Cải cách thể chế
Không phát sinh.
2. Cải cách thủ tục hành chính
Đã niêm yết công khai đầy đủ thủ tục hành chính tại Bộ phận Tiếp nhận và Trả kết quả.

VII. Kiến nghị, đề xuất
Đề nghị Ủy ban nhân dân huyện bố trí kinh phí sửa chữa trụ sở.

Nơi nhận:
- Ủy ban nhân dân huyện;
`;

let server: TestServer;
let lan: Client;
let path = '';

beforeAll(async () => {
  server = await startTestServer({ stage: 'issued' });
  lan = await signIn(server.url, 'lan');
  const mai = await signIn(server.url, 'mai');
  path = (await theCampaign(mai)).path('Xã Bảo Lâm');
});
afterAll(() => server?.close());

const read = (bytes: Uint8Array, name: string) =>
  lan.upload<ReadFile>(`${path}/read-file`, name, new Uint8Array(bytes), 'application/octet-stream');
const report = async () => (await lan.get<ReportAnswer>(path)).body;
const wordsIn = (answer: ReadFile, section: string): string | undefined =>
  answer.reading.sections.find((s) => s.section === section)?.paragraphs.join('\n');

/** The bytes of an old font: the table of the reader, turned round. */
const toTcvn3 = (text: string): Uint8Array => {
  const codes = new Map<string, number>();
  for (let code = 0x80; code < 0x100; code++) {
    const letter = fromTcvn3(String.fromCharCode(code));
    if (letter !== String.fromCharCode(code)) codes.set(letter, code);
  }
  codes.set('ý', 0xfd);
  return Uint8Array.from([...text.normalize('NFC')], (letter) => {
    const code =
      letter.charCodeAt(0) < 128
        ? letter.charCodeAt(0)
        : (codes.get(letter) ?? codes.get(letter.toLowerCase()));
    if (code === undefined) throw new Error(`no code for ${letter}`);
    return code;
  });
};

describe('H4: a report that was written in Word is read into its sections, with a preview', () => {
  it('the Word and PDF files that the product prints come back as the words that were typed', async () => {
    const empty = await report();
    const words = empty.sections
      .filter((s) => s.words && s.applicability === 'asked')
      .map((s, at) => ({
        section: s.id,
        kind: 'text',
        doc: doc(`Trong kỳ, xã đã triển khai ${at + 1} nội dung theo Kế hoạch số 05/KH-UBND, đúng thời hạn.`),
        version: empty.words.find((w) => w.section === s.id)?.version ?? 0,
      }));
    const saved = await lan.post(`${path}/save`, { words });
    expect(saved.status).toBe(200);
    const before = await report();
    const typed = before.words.filter((w) => w.kind === 'text' && w.plain.trim() !== '');
    expect(typed.length).toBeGreaterThan(8);
    for (const format of ['docx', 'pdf']) {
      const file = await lan.download(`${path}/document.${format}`);
      const answer = await read(file.body, `bao-cao.${format}`);
      expect(answer.status).toBe(200);
      for (const words of typed)
        expect(wordsIn(answer.body, words.section)?.replace(/\s+/g, ' '), `${format} ${words.section}`).toBe(
          words.plain.replace(/\s+/g, ' ').trim(),
        );
      // Figures are listed apart, beside their section, and never entered.
      expect(answer.body.reading.apart.some((a) => a.why === 'table' && a.section === 's1')).toBe(true);
      for (const { from, paragraphs } of answer.body.reading.sections)
        expect(answer.body.reading.text.slice(from.start, from.end)).toContain(
          paragraphs[0]?.split(' ').slice(0, 3).join(' '),
        );
    }
    const after = await report();
    expect([after.version, after.words, after.cells]).toEqual([before.version, before.words, before.cells]);
  });

  it('decomposed letters (NFD) are composed, nothing has to be confirmed', async () => {
    const answer = await read(Buffer.from(TEXT.normalize('NFD'), 'utf8'), 'bao-cao.txt');
    expect(answer.body.notes).toMatchObject({ converted: false, confirm: false });
    expect(answer.body.reading.text).toBe(answer.body.reading.text.normalize('NFC'));
    expect(wordsIn(answer.body, 's1')).toMatch(/^Xã đã ban hành Kế hoạch số 05\/KH-UBND/);
    expect(answer.body.reading.sections.find((s) => s.section === 's2.1')?.nil).toBe(true);
  });

  it('TCVN3 is converted and asks to be compared', async () => {
    const answer = await read(toTcvn3(TEXT), 'bao-cao.txt');
    expect(answer.body).toMatchObject({ encoding: 'tcvn3', notes: { converted: true, confirm: true } });
    expect(wordsIn(answer.body, 's2.2')).toBe(
      'Đã niêm yết công khai đầy đủ thủ tục hành chính tại Bộ phận Tiếp nhận và Trả kết quả.',
    );
    expect(answer.body.reading.apart.map((a) => a.why)).toEqual(['before', 'after']);
  });

  const blank =
    '%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n' +
    '3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF';
  const cases: [string, () => Uint8Array, string, string][] = [
    ['a scanned PDF', () => strToU8(blank), 'bao-cao.pdf', 'upload.scanned'],
    ['a photograph', () => Uint8Array.of(0xff, 0xd8, 0xff, 0xe0), 'bao-cao.jpg', 'upload.scanned'],
    [
      'macros',
      () => zipSync({ 'word/document.xml': strToU8('<a/>'), 'word/vbaProject.bin': strToU8('x') }),
      'bao-cao.docx',
      'upload.macro',
    ],
    ['another file under the name of Word', () => strToU8('chữ'), 'bao-cao.docx', 'upload.extensionMismatch'],
  ];
  it.each(cases)('%s is refused with advice', async (_, make, name, code) => {
    const answer = await read(make(), name);
    expect([answer.status, (answer.body as unknown as { code: string }).code]).toEqual([422, code]);
  });

  it('only who may write in the report, while it is open', async () => {
    const bytes = new Uint8Array(strToU8(TEXT));
    for (const login of ['hung', 'mai', 'thu', 'quan']) {
      const client = await signIn(server.url, login);
      const answer = await client.upload(`${path}/read-file`, 'bao-cao.txt', bytes, 'text/plain');
      expect([login, answer.status]).toEqual([login, 403]);
    }
    await fillAndPass(lan, path);
    const closed = await read(bytes, 'bao-cao.txt');
    expect([closed.status, (closed.body as unknown as { code: string }).code]).toEqual([
      409,
      'report.wrongState',
    ]);
  });
});
