import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { EMPTY_REQUEST, type Request } from '../../../src/core/campaign/request.ts';
import { parseInstant } from '../../../src/core/kernel/instant.ts';
import type { Choosable } from '../../../src/core/letter/choosable.ts';
import { chooseFor } from '../../../src/core/letter/chooseFor.ts';
import { doubtsOf } from '../../../src/core/letter/doubts.ts';
import { matchOutline } from '../../../src/core/letter/matchOutline.ts';
import { readOutline } from '../../../src/core/letter/outline.ts';
import { readLetter } from '../../../src/core/letter/read.ts';
import { requestFromLetter } from '../../../src/core/letter/toRequest.ts';

const letter = readLetter(readFileSync(new URL('../../letters/cao-loc/letter.txt', import.meta.url), 'utf8'));
const UNITS = [
  { id: 'a', name: 'Phòng Tư pháp', kind: 'department' as const },
  { id: 'b', name: 'Xã Bảo Lâm', kind: 'commune' as const },
];
const choose = (what: Choosable, words: string, request: Request = EMPTY_REQUEST): Request | undefined => {
  const start = letter.text.indexOf(words);
  expect(start, words).toBeGreaterThanOrEqual(0);
  return chooseFor(what, letter, { start, end: start + words.length }, request, {
    units: UNITS,
    outlines: ['commune'],
    wording: () => 'trước ngày …',
  });
};

test('words of the letter become the value they say, and the value keeps them', () => {
  const deadline = choose('deadline', '01/3/2024');
  // The word in front of the date decides, also when only the date is chosen.
  expect(deadline?.deadline?.at).toBe(parseInstant('2024-03-01T00:00:00+07:00'));
  expect(deadline?.deadline?.wording).toBe('trước ngày …');
  const window = choose(
    'window',
    'từ ngày 01 tháng 12 của năm trước kỳ báo cáo đến ngày 28 tháng 02 thuộc kỳ báo cáo',
  );
  expect(window?.window).toEqual({ from: '2023-12-01', to: '2024-02-28' });
  expect(window?.words?.[0]?.key).toBe('window');
  expect(choose('period', 'quý I, năm 2024')?.period).toEqual({ kind: 'quý', index: 1, year: 2024 });
  expect(choose('subject', 'công tác cải cách hành chính')?.subject).toBe('công tác cải cách hành chính');
  const basis = choose('basis', 'Công văn số 983/SNV-TCBC ngày 30/6/2023 của Sở Nội vụ tỉnh Lạng Sơn');
  expect(basis?.legalBases[0]).toMatchObject({ number: '983/SNV-TCBC', date: '2023-06-30' });
  expect(choose('recipient', 'UBND các xã, thị trấn')?.recipients).toEqual([
    { text: 'UBND các xã, thị trấn', unitIds: ['b'] },
  ]);
  const part = choose('part', 'Phương hướng, nhiệm vụ cải cách hành chính trọng tâm');
  expect(part?.parts?.added).toMatchObject([{ id: 'x1', outlines: ['commune'] }]);
});

test('words that do not say a value are not made to', () => {
  expect(choose('deadline', 'Phòng Tư pháp')).toBeUndefined();
  expect(choose('window', 'trước ngày')).toBeUndefined();
  expect(choose('basis', 'Phòng Tư pháp')).toBeUndefined();
});

test('a value chosen twice rests on its last words only', () => {
  const once = choose('subject', 'cải cách hành chính');
  const twice = choose('subject', 'công tác cải cách hành chính', once);
  expect(twice?.words?.filter((w) => w.key === 'subject').length).toBe(1);
});

const ordering = (sentence: string) =>
  readLetter(
    [
      'UBND HUYỆN A',
      'Số: 1/UBND-NV',
      'V/v báo cáo quý I năm 2024',
      'A, ngày 05 tháng 02 năm 2024',
      '',
      'Kính gửi:',
      '- Phòng Tư pháp;',
      '- Phòng Lạ.',
      '',
      sentence,
    ].join('\n'),
  );

test('what is missing or in doubt comes first: several deadlines, an addressee that is no unit', () => {
  const many = ordering(
    'UBND huyện đề nghị các đơn vị gửi báo cáo quý I năm 2024 về Phòng Nội vụ trước ngày 01/3/2024; gửi bản giấy về Phòng Nội vụ trước ngày 03/3/2024.',
  );
  const doubts = doubtsOf(requestFromLetter(many, UNITS), many);
  const kinds = doubts.map((d) => d.kind);
  expect(kinds.lastIndexOf('missing')).toBeLessThan(kinds.indexOf('deadlines'));
  expect(doubts).toContainEqual(expect.objectContaining({ kind: 'recipients', words: ['Phòng Lạ'] }));
  expect(doubts).toContainEqual(
    expect.objectContaining({ kind: 'deadlines', words: ['trước ngày 01/3/2024', 'trước ngày 03/3/2024'] }),
  );
});

test('several deadlines that each bind their own addressees are no doubt: each has its own', () => {
  const many = ordering(
    'UBND huyện đề nghị các đơn vị báo cáo quý I năm 2024: Phòng Tư pháp gửi trước ngày 01/3/2024; Phòng Lạ gửi trước ngày 03/3/2024 về Phòng Nội vụ.',
  );
  const request = requestFromLetter(many, UNITS);
  expect(doubtsOf(request, many).map((d) => d.kind)).not.toContain('deadlines');
  expect(request.deadline?.wording).toBe('trước ngày 01/3/2024');
  expect(request.recipients.map((r) => r.deadline?.wording)).toEqual([undefined, 'trước ngày 03/3/2024']);
});

test('an outline of its own file is read: Roman numbers, divisions, letters, or the whole file', () => {
  const titles = (text: string) => readOutline(text).parts.map((p) => p.title);
  expect(
    titles(
      'ĐỀ CƯƠNG BÁO CÁO\n(Kèm theo Công văn số 5)\n\nI. CHỈ ĐẠO\n1. Kế hoạch\nII. KẾT QUẢ\nIII. KIẾN NGHỊ (nếu có)',
    ),
  ).toEqual(['CHỈ ĐẠO', 'KẾT QUẢ', 'KIẾN NGHỊ']);
  expect(
    titles('ĐỀ CƯƠNG\nPhần thứ nhất\nKẾT QUẢ THỰC HIỆN\nI. Chỉ đạo\nPhần thứ hai\nPHƯƠNG HƯỚNG\nI. Mục tiêu'),
  ).toEqual(['KẾT QUẢ THỰC HIỆN', 'PHƯƠNG HƯỚNG']);
  expect(titles('A. ĐÁNH GIÁ CHUNG\n1. Thuận lợi\nB. KẾT QUẢ CỤ THỂ\n1. Thể chế')).toEqual([
    'ĐÁNH GIÁ CHUNG',
    'KẾT QUẢ CỤ THỂ',
  ]);
  expect(titles('Không có mục nào ở đây cả.')).toEqual([]);
});

test('parts that are named meet the sections that answer them, whatever small words differ', () => {
  const sections = [
    { id: 's1', title: 'Công tác chỉ đạo, điều hành' },
    { id: 's2', title: 'Kết quả thực hiện các lĩnh vực' },
    { id: 's3', title: 'Kiến nghị, đề xuất (nếu có)' },
  ];
  expect(
    matchOutline(['KIẾN NGHỊ', 'Công tác chỉ đạo điều hành CCHC', 'Sáng kiến, mô hình mới', 'x'], sections),
  ).toEqual({
    parts: ['s3', 's1', null, null],
    unnamed: ['s2'],
  });
});
