import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readLetter } from '../../../src/core/letter/read.ts';
import { readUpload } from '../../../src/server/upload/readUpload.ts';
import { parseWatched } from '../../../src/server/upload/watchedChild.ts';
import { docxOf, docxWithColumns, pdfOf } from '../../letters/makeFiles.ts';

const letter = readFileSync(new URL('../../letters/cao-loc/letter.txt', import.meta.url), 'utf8');
const essence = (text: string): unknown => {
  const r = readLetter(text);
  return {
    symbol: r.symbol.value,
    subject: r.subject.value,
    period: r.period.value,
    recipients: r.recipients.map((x) => x.text),
    bases: r.legalBases.map((b) => b.number),
    groups: r.groups.map((g) => g.parts.map((p) => p.title)),
    leads: r.leads.map((l) => [l.lead, l.field, l.partners]),
    windows: r.windows.map((w) => [w.from, w.to]),
    deadlines: r.deadlines.map((d) => d.at),
    receiver: r.receiver.value,
    signer: [r.signer.authority, r.signer.position, r.signer.name],
  };
};
const read = async (bytes: Uint8Array, name: string): Promise<string> => {
  const answer = await readUpload(bytes, name);
  if (!answer.ok) throw new Error(answer.refusal.code);
  return answer.text;
};

test('the letter of Cao Lộc reads the same from Word', async () => {
  expect(essence(await read(await docxOf(letter), 'a.docx'))).toEqual(essence(letter));
});

test('and from a PDF with a text layer', async () => {
  expect(essence(await read(pdfOf(letter), 'a.pdf'))).toEqual(essence(letter));
});

test('a letterhead in a Word table gives both columns', async () => {
  const bytes = await docxWithColumns(
    ['ỦY BAN NHÂN DÂN', 'HUYỆN TRÀNG LÂM', 'Số: 415/UBND-NV', 'V/v báo cáo CCHC quý III năm 2023'],
    [
      'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
      'Độc lập - Tự do - Hạnh phúc',
      'Tràng Lâm, ngày 05 tháng 9 năm 2023',
    ],
    'Kính gửi: UBND các xã, thị trấn.\nUBND huyện yêu cầu UBND các xã, thị trấn báo cáo, gửi về Phòng Nội vụ trước ngày 15/9/2023./.',
  );
  const reading = readLetter(await read(bytes, 'a.docx'));
  expect(reading.issuer.value).toBe('UBND huyện Tràng Lâm');
  expect(reading.subject.value).toBe('báo cáo CCHC quý III năm 2023');
  expect(reading.place.value).toBe('Tràng Lâm');
  expect(reading.date.value).toBe('2023-09-05');
  expect(reading.deadlines.map((d) => d.at)).toEqual(['2023-09-15T00:00:00+07:00']);
});

test('a parser that takes too long is killed', async () => {
  const long = Array.from({ length: 4000 }, () => 'Kính gửi các xã, thị trấn báo cáo kết quả').join('\n');
  expect(await parseWatched('pdf', pdfOf(long), 30)).toEqual({ ok: false, code: 'upload.timeout' });
});

test('the server keeps reading after it', async () => {
  expect(essence(await read(pdfOf(letter), 'a.pdf'))).toEqual(essence(letter));
});
