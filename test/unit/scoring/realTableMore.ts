import type { Case } from './realTableCases.ts';

export const MORE: readonly Case[] = [
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
