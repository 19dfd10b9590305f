import type { FormSettings, FormRow as Row } from '../../core/scoring/writeForm.ts';
import { criteriaFormXlsx } from './formFile.ts';

/** Example values: every one is to be replaced by the office. */
const SETTINGS: FormSettings = {
  id: 'vi-du-2026',
  title: 'Bộ tiêu chí ví dụ (số liệu minh họa), thay bằng bộ tiêu chí của cơ quan',
  year: 2026,
  subjectLevel: 'commune',
  totalPoints: 100,
  decimals: 2,
  percentDecimals: 2,
  bonusMax: 2,
  penaltyMax: 5,
  noSurvey: 'quy về 100',
  classes: 'Tốt = 90; Khá = 80; Trung bình = 65; Yếu = 0',
};

const area = (code: string, name: string, maxPoints: number, more: Row = {}): Row => ({
  code,
  name,
  level: 'lĩnh vực',
  maxPoints,
  ...more,
});
const criterion = (code: string, name: string, maxPoints: number, more: Row = {}): Row => ({
  code,
  name,
  level: 'tiêu chí',
  maxPoints,
  ...more,
});
const component = (
  code: string,
  name: string,
  maxPoints: number,
  type: string,
  parameters: string,
  more: Row = {},
): Row => ({
  code,
  name,
  level: 'tiêu chí thành phần',
  maxPoints,
  type,
  parameters,
  ...more,
});

/** One line for each rule type, adding up to 100: the form explains itself by example. */
const ROWS: readonly Row[] = [
  area('1', 'Chỉ đạo, điều hành', 40, { leadUnit: 'Phòng Nội vụ' }),
  criterion('1.1', 'Kế hoạch cải cách hành chính', 14),
  component(
    '1.1.1',
    'Ban hành kế hoạch',
    2,
    'lựa chọn',
    'kịp thời = 2; không kịp thời = 1; không ban hành = 0',
    {
      evidence: 'Kế hoạch (số, ngày ký)',
    },
  ),
  component('1.1.2', 'Kế hoạch đủ nội dung', 2, 'có/không', 'có = 2; không = 0'),
  component(
    '1.1.3',
    'Mức độ hoàn thành kế hoạch',
    4,
    'bậc',
    'từ 100% trở lên = 4; từ 80% đến dưới 100% = 2 đến 4; dưới 80% = 0',
    {
      ruleSource:
        'Hoàn thành 100%: 4 điểm; từ 80% đến dưới 100%: tính theo tỷ lệ từ 2 đến 4 điểm; dưới 80%: 0 điểm',
    },
  ),
  component('1.1.4', 'Xử lý sau kiểm tra', 2, 'tuyến tính', '', { whenNil: 'đủ điểm' }),
  component('1.1.5', 'Sáng kiến được công nhận', 2, 'đếm', 'mỗi đơn vị = 1; tối đa = 2'),
  component('1.1.6', 'Góp ý văn bản đúng hạn', 2, 'có/không', 'có = 2; không = 0', { whenNil: 'giảm trừ' }),
  criterion('1.2', 'Nhiệm vụ được giao', 12),
  component('1.2.1', 'Nhiệm vụ hoàn thành đúng hạn', 4, 'tỷ lệ có trừ', 'trừ mỗi = 0,25; không dưới = 0'),
  component('1.2.2', 'Chấp hành kỷ luật', 4, 'trừ dần', 'ban đầu = 4; trừ mỗi = 1; không dưới = 0'),
  component(
    '1.2.3',
    'Báo cáo định kỳ',
    4,
    'trừ do chậm',
    'đúng hạn = 4; mỗi ngày trừ = 0,5; quá ngày = 5; điểm khi quá = 0',
  ),
  criterion('1.3', 'Theo dõi thi hành pháp luật', 14),
  component(
    '1.3.1',
    'Các bước thực hiện',
    4,
    'cộng các phần',
    'Có kế hoạch = 1; Có báo cáo = 1; Xử lý kết quả = 2',
  ),
  component('1.3.2', 'Mức độ thực hiện', 5, 'công thức', 'nếu(b/a >= 0,9; 5; b/a × 5)', {
    ruleSource: 'a: tổng số nhiệm vụ; b: số nhiệm vụ đã làm',
  }),
  component('1.3.3', 'Kết quả xử lý', 5, 'có điều kiện', 'nếu(điểm("1.3.2") = 0; 0; tỷ lệ/100 × 5)', {
    zeroWhen: 'chọn("1.1.1"; "không ban hành")',
  }),
  area('2', 'Thủ tục hành chính, chính quyền số', 40, {
    leadUnit: 'Văn phòng',
    partners: 'Phòng Văn hóa - Xã hội',
  }),
  criterion('2.1', 'Hồ sơ giải quyết đúng hạn', 20, {
    type: 'tuyến tính có ngưỡng',
    parameters: 'ngưỡng = 98; bằng 0 khi dưới = 90',
    inputs: 'KSTT.06.08; KSTT.06.09; KSTT.06.07',
    feed: 'tử số = KSTT.06.08 + KSTT.06.09; mẫu số = KSTT.06.07',
  }),
  criterion('2.2', 'Hồ sơ trực tuyến', 10, { type: 'tuyến tính có ngưỡng', parameters: 'ngưỡng = 50' }),
  criterion('2.3', 'Tăng trưởng hồ sơ trực tuyến', 10, {
    type: 'so với năm trước',
    parameters: 'từ 10 trở lên = 10; từ 0 đến dưới 10 = 5; dưới 0 = 0',
  }),
  area('3', 'Tác động của cải cách hành chính', 20),
  criterion('3.1', 'Mức độ hài lòng', 12, { type: 'điều tra' }),
  criterion('3.2', 'Đánh giá của Hội đồng thẩm định', 8, { type: 'người chấm cho điểm' }),
  { code: '3.3', name: 'Thời gian giải quyết trung bình', level: 'tiêu chí', type: 'chỉ theo dõi' },
  { code: 'T', name: 'Điểm thưởng', level: 'lĩnh vực', role: 'thưởng', maxPoints: 2 },
  criterion('T.1', 'Mô hình mới được nhân rộng', 2, {
    type: 'điểm thưởng',
    parameters: 'cộng mỗi trường hợp = 0,5; tối đa = 2',
  }),
  { code: 'P', name: 'Điểm trừ', level: 'lĩnh vực', role: 'trừ', maxPoints: 5 },
  criterion('P.1', 'Văn bản chậm', 0.5, {
    type: 'điểm trừ',
    parameters: 'trừ mỗi trường hợp = 0,1; trừ tối đa = 0,5',
  }),
  criterion('P.2', 'Nộp hồ sơ tự chấm chậm', 4.5, {
    type: 'trừ do chậm',
    parameters: 'mỗi ngày trừ = 0,5; trừ tối đa = 4,5; quá ngày = 10',
  }),
];

/** The empty form with examples, as an Excel file. */
export const criteriaTemplate = (): Promise<Uint8Array> => criteriaFormXlsx(SETTINGS, ROWS);
