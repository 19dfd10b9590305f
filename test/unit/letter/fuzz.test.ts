import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decodeText } from '../../../src/core/letter/decode.ts';
import { htmlToText } from '../../../src/core/letter/html.ts';
import { readLetter } from '../../../src/core/letter/read.ts';
import { normalise } from '../../../src/core/letter/source.ts';
import { letterReadingWire } from '../../../src/core/letter/wire.ts';

const letter = readFileSync(new URL('../../letters/cao-loc/letter.txt', import.meta.url), 'utf8');

/** Every { start, end, text } anywhere in a reading. */
const origins = function* (value: unknown): Generator<{ start: number; end: number; text: string }> {
  if (Array.isArray(value)) for (const item of value) yield* origins(item);
  else if (value && typeof value === 'object') {
    const v = value as Record<string, unknown>;
    if (typeof v.start === 'number' && typeof v.end === 'number' && typeof v.text === 'string')
      yield v as { start: number; end: number; text: string };
    else for (const key of Object.keys(v)) yield* origins(v[key]);
  }
};

const holds = (raw: string): void => {
  const reading = readLetter(raw);
  letterReadingWire.parse(reading);
  for (const from of origins(reading)) expect(reading.text.slice(from.start, from.end)).toBe(from.text);
};

/** Pieces that make rules fire, in any order. */
const pieces = fc.constantFrom(
  'Kính gửi:',
  'Nơi nhận:',
  'Số: /UBND-NV',
  'V/v báo cáo quý I năm 2024',
  'trước ngày 31/02/2024',
  'chậm nhất ngày',
  'trước 25 giờ 61 ngày 01/3/2024',
  'từ ngày 15/12 đến ngày',
  'tính từ ngày 01/12/2023 đến ngày 28/02/2024',
  'Quyết định số 362/QĐ-UBND ngày 05/02/2024 của UBND huyện về việc',
  'TL. CHỦ TỊCH',
  'CHÁNH VĂN PHÒNG',
  '- Phòng Nội vụ: báo cáo các tiêu chí: a, b; c',
  'Ngoài việc báo cáo các nội dung theo quy định tại mục 1, báo cáo kết quả (nếu có)',
  '1. UBND các xã, thị trấn:',
  'báo cáo các nội dung sau:',
  'gửi về UBND huyện (qua Phòng Nội vụ)',
  'hằng quý trước ngày 20 của tháng cuối quý',
  '\n',
  '\n\n',
  ' ',
  ';',
  '**',
  '\u0301',
  '\ud800',
);

test('any text is read without a crash, and every origin is a piece of the text', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 400 }), holds), { numRuns: 300 });
  fc.assert(
    fc.property(
      fc.array(pieces, { maxLength: 40 }).map((p) => p.join(' ')),
      holds,
    ),
    { numRuns: 500 },
  );
});

test('the real letter, cut and mixed anywhere', () => {
  const at = fc.integer({ min: 0, max: letter.length });
  fc.assert(
    fc.property(at, at, fc.string({ unit: 'grapheme', maxLength: 5 }), (a, b, noise) => {
      holds(letter.slice(0, a) + noise + letter.slice(b));
    }),
    { numRuns: 200 },
  );
});

test('any bytes are decoded or refused, never thrown', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 600 }), (bytes) => {
      const decoded = decodeText(bytes);
      if (decoded.ok) readLetter(decoded.text);
    }),
    { numRuns: 500 },
  );
});

test('any page is stripped without a crash', () => {
  const tags = fc.constantFrom(
    '<p>',
    '</p>',
    '<td>',
    '<script>',
    '</script>',
    '<!--',
    '-->',
    '<',
    '>',
    '&amp;',
    '&#0;',
    '&#xffffff;',
    '<li>',
    '<ol>',
    '</ol>',
    'chữ ',
  );
  fc.assert(
    fc.property(fc.array(tags, { maxLength: 60 }), (t) => typeof htmlToText(t.join('')) === 'string'),
  );
});

test('normalising twice changes nothing', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary' }), (t) => normalise(normalise(t)) === normalise(t)));
});
