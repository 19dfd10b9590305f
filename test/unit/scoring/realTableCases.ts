/**
 * Wordings as provincial tables and those of the Ministry write them, each with how it is written in the form, answers
 * and the points they must come to. Every one is data: none needs code of its own.
 */
export type Case = {
  readonly words: string;
  readonly max: number | '';
  readonly type: string;
  readonly parameters: string;
  readonly more?: Readonly<Record<string, string>>;
  readonly tries: readonly (readonly [answer: unknown, points: string | null])[];
};

export const CASES: readonly Case[] = [
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
];
