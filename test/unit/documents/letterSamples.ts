import {
  correctionLetter,
  extensionLetter,
  numberedTree,
  replacing,
  returnLetter,
  signedTree,
} from '../../../src/core/documents/letters.ts';
import { reminderLetter } from '../../../src/core/documents/reminderLetter.ts';
import { resultsAnnexes } from '../../../src/core/documents/resultsAnnex.ts';
import type { DocumentTree } from '../../../src/core/documents/tree.ts';
import { instantAt } from '../../../src/core/kernel/instant.ts';

/** The receiving office's own letters; names and numbers are invented. */
const common = {
  head: {
    superior: 'UBND huyện Cao Lộc',
    body: 'Phòng Nội vụ',
    bodyInText: 'Phòng Nội vụ',
    symbol: 'PNV-CCHC',
    place: 'Cao Lộc',
    month: { year: 2024, month: 2 },
  },
  we: 'Phòng Nội vụ',
  unit: 'UBND xã Bảo Lâm',
  subject: 'báo cáo công tác cải cách hành chính quý I năm 2024',
  order: 'Công văn số 112/UBND-NV ngày 06/02/2024 của UBND huyện Cao Lộc',
  note: 'Trường hợp vướng mắc, đề nghị liên hệ trực tiếp để được hướng dẫn.',
  signature: { authority: null, position: 'Trưởng phòng', name: null },
  copies: ['Như trên', 'UBND huyện (báo cáo)', 'Lưu: VT, NV'],
  illustration: true,
} as const;

/** As văn thư lets it go: signed, with its number and day. */
const issued = (tree: DocumentTree): DocumentTree =>
  numberedTree(signedTree(tree, 'Nông Văn Quang'), { number: '7', symbol: 'PNV-CCHC', day: '2024-02-29' });

const owing = (n: number) =>
  Array.from({ length: n }, (_, i) => ({
    name: `UBND xã thứ ${i + 1}`,
    state: i % 3 === 0 ? 'Trả lại, chưa gửi lại' : 'Chưa gửi',
    time: `quá hạn ${i + 1} ngày`,
    missing: 'Biểu 2, mục II.3 và phần kiến nghị, đề xuất',
  }));

const reminder = (n: number): DocumentTree =>
  reminderLetter({
    ...common,
    deadline: '24:00 ngày 29/02/2024',
    asOf: '09:00 ngày 01/3/2024',
    units: owing(n),
    obliged: 27,
    sent: 27 - n,
  });

const wrong = 'Báo cáo số 31/BC-UBND ngày 28 tháng 02 năm 2024 của UBND xã Bảo Lâm' as const;

const line = (name: string, n: number) => ({
  name,
  survey: n % 4 === 0 ? null : '9.25',
  appraised: String(60 + n),
  total: String(69 + n),
  percent: String(70 + n),
});

export const letterSamples: Readonly<Record<string, DocumentTree>> = {
  'công văn gia hạn': issued(
    extensionLetter({
      ...common,
      until: instantAt('2024-03-05'),
      before: instantAt('2024-03-01'),
      ground: { number: '15/UBND-VP', day: '2024-02-27' },
      reason: 'đường truyền của xã bị hỏng do mưa lớn',
    }),
  ),
  'công văn trả lại': returnLetter({
    ...common,
    revision: 2,
    submittedAt: instantAt('2024-02-29', 16, 40, 5),
    points: Array.from({ length: 14 }, (_, i) => ({
      place: `Mục II.${i + 1}, Giải quyết hồ sơ thủ tục hành chính: Hộ tịch, cột ${i + 3}`,
      reason: 'Số liệu',
      sentence:
        'Đối chiếu lại với Cổng dịch vụ công: số tiếp nhận chưa khớp với số đã giải quyết và đang giải quyết.',
    })),
    resendBy: instantAt('2024-03-04', 17, 0, 0),
  }),
  'công văn đôn đốc': reminder(4),
  'công văn đôn đốc nhiều đơn vị': reminder(19),
  'công văn đính chính': issued(
    correctionLetter({
      ...common,
      to: ['UBND huyện Cao Lộc', 'Các phòng, cơ quan chuyên môn thuộc UBND huyện'],
      of: wrong,
      points: [
        { place: 'trang 2, dòng 5', printed: 'quý IV năm 2023', right: 'quý I năm 2024' },
        { place: 'phần nơi nhận', printed: 'Phòng Nội vu', right: 'Phòng Nội vụ' },
      ],
    }),
  ),
  'công văn thay thế': issued(
    replacing(
      extensionLetter({
        ...common,
        until: instantAt('2024-03-05'),
        before: instantAt('2024-03-01'),
        ground: { number: '15/UBND-VP', day: '2024-02-27' },
        reason: 'đường truyền của xã bị hỏng do mưa lớn',
      }),
      'Công văn số 06/PNV-CCHC ngày 28 tháng 02 năm 2024 của Phòng Nội vụ',
    ),
  ),
  'phụ lục kết quả chỉ số': issued({
    ...reminder(4),
    annexes: resultsAnnexes(
      'Chỉ số CCHC năm 2023',
      Array.from({ length: 22 }, (_, u) => ({
        unit: `UBND xã thứ ${u + 1}`,
        rank: u + 1,
        class: u < 5 ? 'Tốt' : 'Khá',
        fields: [
          'Chỉ đạo, điều hành cải cách hành chính',
          'Cải cách thể chế',
          'Cải cách thủ tục hành chính',
          'Xây dựng và phát triển chính quyền điện tử, chính quyền số',
        ].map((name, i) => line(name, i)),
        whole: line('Chỉ số', u),
      })),
    ),
  }),
};
