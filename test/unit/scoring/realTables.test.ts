import { describe, expect, test } from 'vitest';
import type { Cell } from '../../../src/core/kernel/sheet.ts';
import { readForm } from '../../../src/core/scoring/form.ts';
import { readAnswers } from '../../../src/core/scoring/readAnswers.ts';
import { score } from '../../../src/core/scoring/score.ts';

/**
 * Wordings as provincial tables and those of the Ministry write them, each with how it is written in the form, answers
 * and the points they must come to. Every one is data: none needs code of its own.
 */
type Case = {
  readonly words: string;
  readonly max: number | '';
  readonly type: string;
  readonly parameters: string;
  readonly more?: Readonly<Record<string, string>>;
  readonly tries: readonly (readonly [answer: unknown, points: string | null])[];
};

const CASES: readonly Case[] = [
  {
    words:
      'Ban hành kế hoạch CCHC năm kịp thời (trước 31/12 năm trước): 0,5; không kịp thời: 0,25; không ban hành: 0',
    max: 0.5,
    type: 'lựa chọn',
    parameters: 'kịp thời = 0,5; không kịp thời = 0,25; không ban hành = 0',
    tries: [
      ['kịp thời', '0.5'],
      ['không kịp thời', '0.25'],
      ['không ban hành', '0'],
    ],
  },
  {
    words: 'Mức độ hoàn thành kế hoạch: 100%: 2; từ 80% đến dưới 100%: 1; dưới 80%: 0',
    max: 2,
    type: 'bậc',
    parameters: 'từ 100% trở lên = 2; từ 80% đến dưới 100% = 1; dưới 80% = 0',
    tries: [
      ['40/40', '2'],
      ['39/40', '1'],
      ['31/40', '0'],
    ],
  },
  {
    words:
      'Hoàn thành 100% kế hoạch: 1; từ 80% - dưới 100% thì tính theo công thức (tỷ lệ % × 1)/100; dưới 80%: 0',
    max: 1,
    type: 'công thức',
    parameters: 'nếu(tỷ lệ >= 100; 1; nếu(tỷ lệ >= 80; tỷ lệ × 1/100; 0))',
    tries: [
      ['100', '1'],
      ['87,5', '0.88'],
      ['79,99', '0'],
    ],
  },
  {
    words: 'Tính điểm theo công thức b/a × 2; nếu b/a < 0,7 thì 0',
    max: 2,
    type: 'công thức',
    parameters: 'nếu(b/a < 0,7; 0; b/a × 2)',
    tries: [
      [{ a: 10, b: 9 }, '1.8'],
      [{ a: 10, b: 6 }, '0'],
    ],
  },
  {
    words: 'Báo cáo đủ số lượng và đúng thời gian: 4 báo cáo, mỗi báo cáo đúng hạn 0,25',
    max: 1,
    type: 'đếm',
    parameters: 'mỗi đơn vị = 0,25; tối đa = 1',
    tries: [
      [{ count: 3 }, '0.75'],
      [{ count: 6 }, '1'],
    ],
  },
  {
    words: 'Báo cáo gửi chậm: mỗi ngày trừ 0,1, quá 5 ngày: 0',
    max: 1,
    type: 'trừ do chậm',
    parameters: 'đúng hạn = 1; mỗi ngày trừ = 0,1; quá số ngày = 5; điểm khi quá = 0',
    tries: [
      [{ days: 0 }, '1'],
      [{ days: 3 }, '0.7'],
      [{ days: 6 }, '0'],
    ],
  },
  {
    words: 'Chậm tính theo giờ hệ thống',
    max: 1,
    type: 'trừ do chậm',
    parameters: 'đúng hạn = 1; mỗi ngày trừ = 0,25',
    tries: [
      [{ dueBefore: '2026-03-01T00:00:00+07:00', sentAt: '2026-03-02T08:00:00+07:00' }, '0.5'],
      [{ dueBefore: '2026-03-01T00:00:00+07:00', sentAt: '2026-02-28T23:59:59+07:00' }, '1'],
    ],
  },
  {
    words: 'Kiểm tra từ 30% số cơ quan, đơn vị trở lên: 1; từ 20% đến dưới 30%: 0,5; dưới 20%: 0',
    max: 1,
    type: 'bậc',
    parameters: 'từ 30% trở lên = 1; từ 20% đến dưới 30% = 0,5; dưới 20% = 0',
    tries: [
      ['7/22', '1'],
      ['5/22', '0.5'],
      ['4/22', '0'],
    ],
  },
  {
    words: 'Xử lý vấn đề phát hiện qua kiểm tra: không có vấn đề: đủ điểm; b/a × 1',
    max: 1,
    type: 'tuyến tính',
    parameters: '',
    more: { whenNil: 'đủ điểm' },
    tries: [
      ['không phát sinh', '1'],
      ['3/4', '0.75'],
    ],
  },
  {
    words: 'Có sáng kiến được công nhận: 01 sáng kiến: 1; từ 02 sáng kiến: 2',
    max: 2,
    type: 'bậc',
    parameters: '{"unit":"count","bands":[{"gte":2,"points":2},{"gte":1,"points":1},{"gte":0,"points":0}]}',
    tries: [
      [{ count: 0 }, '0'],
      [{ count: 1 }, '1'],
      [{ count: 5 }, '2'],
    ],
  },
  {
    words:
      '100% nhiệm vụ đúng hạn: 1,5; có nhiệm vụ hoàn thành muộn: trừ 0,1 mỗi nhiệm vụ; không hoàn thành: trừ 0,25',
    max: 1.5,
    type: 'công thức',
    parameters: 'không dưới(1,5 - muộn × 0,1 - "không hoàn thành" × 0,25; 0)',
    tries: [
      [{ muộn: 2, 'không hoàn thành': 1 }, '1.05'],
      [{ muộn: 0, 'không hoàn thành': 9 }, '0'],
    ],
  },
  {
    words: 'Đối thoại với người dân ít nhất 2 lần/năm: 1; 1 lần: 0,5',
    max: 1,
    type: 'đếm',
    parameters: 'mỗi đơn vị = 0,5; tối đa = 1',
    tries: [
      [{ count: 2 }, '1'],
      [{ count: 1 }, '0.5'],
    ],
  },
  {
    words: 'Tất cả văn bản đúng thẩm quyền: 1; có từ 1 văn bản sai: 0',
    max: 1,
    type: 'bậc',
    parameters: '{"unit":"count","bands":[{"gte":1,"points":0},{"gte":0,"points":1}]}',
    tries: [
      [{ count: 0 }, '1'],
      [{ count: 1 }, '0'],
    ],
  },
  {
    words: 'Thực hiện đủ 3 nội dung: kế hoạch 0,25, báo cáo 0,25, xử lý 0,5',
    max: 1,
    type: 'cộng các phần',
    parameters: 'Có kế hoạch = 0,25; Có báo cáo = 0,25; Xử lý kết quả = 0,5',
    tries: [
      [[true, false, true], '0.75'],
      [{ 'Có kế hoạch': true, 'Có báo cáo': true, 'Xử lý kết quả': true }, '1'],
    ],
  },
  {
    words: 'Công khai đầy đủ, đúng quy định tại 100% đơn vị: 1; dưới 100%: 0 (tất cả hoặc không)',
    max: 1,
    type: 'bậc',
    parameters: 'từ 100% trở lên = 1; dưới 100% = 0',
    tries: [
      ['22/22', '1'],
      ['21/22', '0'],
    ],
  },
  {
    words: 'Tỷ lệ hồ sơ đúng hạn từ 98% trở lên: 3; từ 95% đến dưới 98%: tăng đều từ 1,5 đến 3; dưới 95%: 0',
    max: 3,
    type: 'bậc',
    parameters: 'từ 98% trở lên = 3; từ 95% đến dưới 98% = 1,5 đến 3; dưới 95% = 0',
    tries: [
      ['98', '3'],
      ['96,5', '2.25'],
      ['94,9', '0'],
    ],
  },
  {
    words: 'Trên 60%: 2; từ 40% đến 60%: 1; dưới 40%: 0 (đầu kín)',
    max: 2,
    type: 'bậc',
    parameters: 'trên 60% = 2; từ 40% đến 60% = 1; dưới 40% = 0',
    tries: [
      ['60', '1'],
      ['60,01', '2'],
      ['40', '1'],
      ['39,99', '0'],
    ],
  },
  {
    words: 'Hồ sơ trễ có văn bản xin lỗi: 100%: 1; không có hồ sơ trễ: 1',
    max: 1,
    type: 'bậc',
    parameters: 'từ 100% trở lên = 1; dưới 100% = 0',
    more: { whenNil: 'đủ điểm', zeroDenominatorIsNil: 'không phát sinh' },
    tries: [
      ['0/0', '1'],
      ['2/2', '1'],
      ['1/2', '0'],
    ],
  },
  {
    words: 'Không có đơn vị sự nghiệp thì không đánh giá, giảm trừ điểm tối đa',
    max: 2,
    type: 'tuyến tính',
    parameters: '',
    more: { whenNil: 'giảm trừ' },
    tries: [
      ['không phát sinh', '0'],
      ['50', '1'],
    ],
  },
  {
    words: 'Biên chế không vượt: 1; vượt: 0',
    max: 1,
    type: 'công thức',
    parameters: 'nếu("có mặt" <= "được giao"; 1; 0)',
    tries: [
      [{ 'có mặt': 20, 'được giao': 20 }, '1'],
      [{ 'có mặt': 21, 'được giao': 20 }, '0'],
    ],
  },
  {
    words: 'Tinh giản đạt từ 10% so với 2015: 1; từ 8% đến dưới 10%: 0,5',
    max: 1,
    type: 'công thức',
    parameters:
      'nếu((năm trước - năm nay)/năm trước × 100 >= 10; 1; nếu((năm trước - năm nay)/năm trước × 100 >= 8; 0,5; 0))',
    tries: [
      [{ previous: 100, current: 90 }, '1'],
      [{ previous: 100, current: 92 }, '0.5'],
      [{ previous: 100, current: 93 }, '0'],
    ],
  },
  {
    words: 'Có cán bộ bị kỷ luật: khiển trách trừ 0,25, cảnh cáo trừ 0,5, từ cách chức: 0',
    max: 2,
    type: 'công thức',
    parameters: 'nếu("cách chức" > 0; 0; không dưới(2 - "khiển trách" × 0,25 - "cảnh cáo" × 0,5; 0))',
    tries: [
      [{ 'khiển trách': 1, 'cảnh cáo': 1, 'cách chức': 0 }, '1.25'],
      [{ 'khiển trách': 0, 'cảnh cáo': 0, 'cách chức': 1 }, '0'],
    ],
  },
  {
    words: 'Giải ngân từ 95%: 2; dưới 95%: tỷ lệ/95 × 2; dưới 70%: 0',
    max: 2,
    type: 'tuyến tính có ngưỡng',
    parameters: 'ngưỡng = 95; bằng 0 khi dưới = 70',
    tries: [
      ['95', '2'],
      ['80,75', '1.7'],
      ['69', '0'],
    ],
  },
  {
    words: 'Kiến nghị kiểm toán đã thực hiện: số tiền nộp/số phải nộp',
    max: 1,
    type: 'công thức',
    parameters: 'không quá("đã nộp"/"phải nộp" × 1; 1)',
    tries: [[{ 'đã nộp': 450, 'phải nộp': 600 }, '0.75']],
  },
  {
    words: 'Tăng đơn vị tự chủ so với năm trước: có tăng 1, không tăng 0',
    max: 1,
    type: 'so với năm trước',
    parameters: 'cách đo = chênh lệch; trên 0 = 1; đến 0 = 0',
    tries: [
      [{ current: 5, previous: 4 }, '1'],
      [{ current: 4, previous: 4 }, '0'],
    ],
  },
  {
    words: 'Thu ngân sách tăng từ 10%: 1; tăng dưới 10%: 0,5; không tăng: 0',
    max: 1,
    type: 'so với năm trước',
    parameters: 'từ 10 trở lên = 1; trên 0 đến dưới 10 = 0,5; đến 0 = 0',
    tries: [
      [{ current: 112, previous: 100 }, '1'],
      [{ current: 105, previous: 100 }, '0.5'],
      [{ current: 99, previous: 100 }, '0'],
    ],
  },
  {
    words: 'Chỉ số hài lòng (SIPAS) × 10 (điều tra xã hội học)',
    max: 10,
    type: 'điều tra',
    parameters: '',
    tries: [],
  },
  {
    words: 'Điểm cộng: mỗi mô hình mới 0,5, tối đa 2',
    max: 2,
    type: 'điểm thưởng',
    parameters: 'cộng mỗi trường hợp = 0,5; tối đa = 2',
    more: { role: 'thưởng' },
    tries: [
      [{ count: 3 }, '1.5'],
      [{ count: 7 }, '2'],
    ],
  },
  {
    words: 'Điểm trừ: mỗi văn bản chậm trừ 0,1, tối đa 1',
    max: 1,
    type: 'điểm trừ',
    parameters: 'trừ mỗi trường hợp = 0,1; trừ tối đa = 1',
    more: { role: 'trừ' },
    tries: [
      [{ count: 4 }, '-0.4'],
      [{ count: 40 }, '-1'],
    ],
  },
  {
    words: 'Nộp hồ sơ tự chấm chậm: trừ 0,5 mỗi ngày, không quá 3',
    max: 3,
    type: 'trừ do chậm',
    parameters: 'mỗi ngày trừ = 0,5; trừ tối đa = 3',
    more: { role: 'trừ' },
    tries: [
      [{ days: 2 }, '-1'],
      [{ days: 30 }, '-3'],
      [{ days: 0 }, '0'],
    ],
  },
  {
    words: 'Số liệu sai lệch quá 10% so với thẩm định: 0 điểm cả tiêu chí',
    max: 1,
    type: 'công thức',
    parameters: 'nếu("sai lệch" > 10; 0; tỷ lệ/100)',
    tries: [
      [{ 'sai lệch': 12, value: 90 }, '0'],
      [{ 'sai lệch': 3, value: 90 }, '0.9'],
    ],
  },
  {
    words: 'So với đơn vị cao nhất: giá trị/cao nhất × 2',
    max: 2,
    type: 'công thức',
    parameters: 'giá trị/tham chiếu("cao nhất") × 2',
    tries: [['40', '1']],
  },
  {
    words: 'Trung bình của hai tỷ lệ × 2',
    max: 2,
    type: 'công thức',
    parameters: 'trung bình("tỷ lệ 1"; "tỷ lệ 2")/100 × 2',
    tries: [[{ 'tỷ lệ 1': 100, 'tỷ lệ 2': 50 }, '1.5']],
  },
  {
    words: 'Lấy điểm thấp nhất của các nội dung',
    max: 1,
    type: 'nhỏ nhất',
    parameters: 'Niêm yết = 1; Đăng tải = 1',
    tries: [
      [[true, false], '0'],
      [[true, true], '1'],
    ],
  },
  {
    words: 'Dịch vụ công toàn trình từ 50%: 2; dưới 50%: 0, đạt thêm 10% cộng 0,25 (tối đa 2,5)',
    max: 2.5,
    type: 'công thức',
    parameters: 'nếu(tỷ lệ < 50; 0; không quá(2 + (tỷ lệ - 50)/10 × 0,25; 2,5))',
    tries: [
      ['49', '0'],
      ['60', '2.25'],
      ['90', '2.5'],
    ],
  },
  {
    words: 'Hội đồng thẩm định cho điểm từ 0 đến 3',
    max: 3,
    type: 'người chấm cho điểm',
    parameters: '',
    tries: [
      [{ points: 2.5 }, '2.5'],
      [{ points: 4 }, '3'],
    ],
  },
  {
    words: 'Thời gian giải quyết trung bình (theo dõi)',
    max: '',
    type: 'chỉ theo dõi',
    parameters: '',
    tries: [],
  },
  {
    words: 'Vị trí việc làm: 100% đúng 1,5; một phần: 0,75; chưa: 0',
    max: 1.5,
    type: 'lựa chọn',
    parameters: 'đúng toàn bộ = 1,5; đúng một phần = 0,75; chưa thực hiện = 0',
    tries: [['Đúng một phần', '0.75']],
  },
  {
    words: 'Tập huấn: từ 2 lớp 1 điểm; 1 lớp 0,5, có báo cáo kết quả thêm điều kiện',
    max: 1,
    type: 'công thức',
    parameters: 'nếu("báo cáo" = 0; 0; nếu("số lớp" >= 2; 1; nếu("số lớp" = 1; 0,5; 0)))',
    tries: [
      [{ 'báo cáo': 1, 'số lớp': 1 }, '0.5'],
      [{ 'báo cáo': 0, 'số lớp': 3 }, '0'],
    ],
  },
  {
    words: 'Làm tròn đến 0,25',
    max: 2,
    type: 'công thức',
    parameters: 'làm tròn(tỷ lệ/100 × 2 × 4; 0)/4',
    tries: [
      ['60', '1.25'],
      ['55', '1'],
    ],
  },
  {
    words: 'Không vi phạm: 2; mỗi vi phạm trừ 0,5; trên 3 vi phạm: 0',
    max: 2,
    type: 'công thức',
    parameters: 'nếu(số lượng > 3; 0; 2 - số lượng × 0,5)',
    tries: [
      [{ count: 3 }, '0.5'],
      [{ count: 4 }, '0'],
    ],
  },
  {
    words: 'Không thuộc phạm vi thì không áp dụng, giảm trừ',
    max: 1,
    type: 'có/không',
    parameters: 'có = 1; không = 0',
    more: { whenNotApplicable: 'giảm trừ' },
    tries: [
      ['không áp dụng', '0'],
      [true, '1'],
    ],
  },
];

const HEAD = [
  'Mã',
  'Tên',
  'Điểm tối đa',
  'Loại quy tắc',
  'Tham số',
  'Không phát sinh',
  'Không áp dụng',
  'Mẫu số bằng 0',
  'Thưởng/trừ',
  'Cách chấm (nguyên văn)',
];
const KEYS = ['whenNil', 'whenNotApplicable', 'zeroDenominatorIsNil', 'role'] as const;
const normal = CASES.filter((c) => c.more?.role === undefined && c.max !== '');
const total = normal.reduce((n, c) => n + Number(c.max) * 100, 0) / 100;
const rows: Cell[][] = [
  HEAD,
  ['1', 'Mọi tiêu chí', total],
  ...CASES.map((c, i): Cell[] => [
    `1.${i + 1}`,
    c.words,
    c.max === '' ? null : c.max,
    c.type,
    c.parameters,
    ...KEYS.map((key) => c.more?.[key] ?? null),
    c.words,
  ]),
];
const read = readForm(
  [
    {
      name: 'Thông tin',
      rows: [
        ['Mã bộ tiêu chí', 'tinh-2026'],
        ['Năm', 2026],
        ['Cấp được chấm', 'commune'],
        ['Tổng điểm', total],
      ],
    },
    { name: 'Tiêu chí', rows },
  ],
  'tinh-2026',
);

describe('wordings of real tables are data', () => {
  test('more than forty go in without an error', () => {
    expect(CASES.length).toBeGreaterThanOrEqual(40);
    expect(read.problems.filter((p) => p.severity === 'error')).toEqual([]);
    expect(read.set).toBeDefined();
  });

  test.each(CASES.map((c, i) => [`1.${i + 1}`, c] as const))('%s', (code, { tries, words }) => {
    if (!read.set) throw new Error('no set');
    for (const [answer, points] of tries) {
      const { answers, problems } = readAnswers({ answers: { [code]: answer } });
      expect(problems).toEqual([]);
      const line = score(read.set, answers, { values: { 'cao nhất': '80' } }).lines.find(
        (l) => l.code === code,
      );
      expect([words, JSON.stringify(answer), line?.points]).toEqual([words, JSON.stringify(answer), points]);
    }
  });
});
