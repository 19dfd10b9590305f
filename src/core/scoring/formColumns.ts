import { withoutMarks } from '../kernel/search.ts';

/** The columns of the Excel form, in their order. Found again by their headings, in any order. */
export const FORM_COLUMNS = [
  { id: 'code', title: 'Mã', also: ['stt', 'ma so', 'ma tieu chi'], width: 9 },
  {
    id: 'name',
    title: 'Tên',
    also: ['ten tieu chi', 'noi dung', 'linh vuc/tieu chi', 'tieu chi'],
    width: 48,
  },
  { id: 'level', title: 'Cấp', also: [], width: 18 },
  { id: 'maxPoints', title: 'Điểm tối đa', also: ['diem', 'diem chuan'], width: 11 },
  { id: 'type', title: 'Loại quy tắc', also: ['quy tac', 'loai'], width: 22 },
  { id: 'parameters', title: 'Tham số', also: ['tham so quy tac'], width: 52 },
  { id: 'whenNil', title: 'Không phát sinh', also: ['khi khong phat sinh'], width: 16 },
  { id: 'whenNotApplicable', title: 'Không áp dụng', also: ['khi khong ap dung'], width: 16 },
  { id: 'zeroDenominatorIsNil', title: 'Mẫu số bằng 0', also: [], width: 16 },
  { id: 'zeroWhen', title: 'Bằng 0 khi', also: [], width: 28 },
  { id: 'role', title: 'Thưởng/trừ', also: ['thuong, tru'], width: 12 },
  { id: 'combine', title: 'Cách cộng', also: [], width: 14 },
  { id: 'leadUnit', title: 'Chủ trì', also: ['don vi chu tri'], width: 24 },
  { id: 'partners', title: 'Phối hợp', also: ['don vi phoi hop'], width: 24 },
  { id: 'evidence', title: 'Tài liệu kiểm chứng', also: ['tai lieu kiem chung (tlkc)', 'tlkc'], width: 36 },
  { id: 'inputs', title: 'Chỉ tiêu số liệu', also: ['ma chi tieu'], width: 20 },
  { id: 'feed', title: 'Nguồn số liệu', also: ['nguon so lieu bao cao'], width: 34 },
  { id: 'field', title: 'Lĩnh vực báo cáo', also: [], width: 16 },
  { id: 'ruleSource', title: 'Cách chấm (nguyên văn)', also: ['cach cham', 'cach cham diem'], width: 40 },
  { id: 'addedBy', title: 'Cấp bổ sung', also: [], width: 18 },
  { id: 'note', title: 'Ghi chú', also: [], width: 30 },
] as const;

export type ColumnId = (typeof FORM_COLUMNS)[number]['id'];

/** Settings of the set on the first sheet: what is written on the left, and the key it means. */
export const FORM_SETTINGS = [
  { id: 'id', title: 'Mã bộ tiêu chí' },
  { id: 'title', title: 'Tên bộ tiêu chí' },
  { id: 'year', title: 'Năm' },
  { id: 'subjectLevel', title: 'Cấp được chấm' },
  { id: 'decision', title: 'Số quyết định' },
  { id: 'decisionDate', title: 'Ngày quyết định' },
  { id: 'totalPoints', title: 'Tổng điểm' },
  { id: 'decimals', title: 'Làm tròn điểm (số chữ số)' },
  { id: 'percentDecimals', title: 'Làm tròn chỉ số (số chữ số)' },
  { id: 'roundingMode', title: 'Cách làm tròn' },
  { id: 'roundingAt', title: 'Làm tròn ở' },
  { id: 'bonusMax', title: 'Điểm thưởng tối đa' },
  { id: 'penaltyMax', title: 'Điểm trừ tối đa' },
  { id: 'indexMax', title: 'Chỉ số tối đa (%)' },
  { id: 'noSurvey', title: 'Khi không điều tra' },
  { id: 'zeroWhen', title: 'Cả bộ bằng 0 khi' },
  { id: 'classes', title: 'Xếp loại' },
] as const;

export const ROUNDING_WORDS = {
  mode: { 'half-up': 'nửa lên', 'half-even': 'nửa về số chẵn', down: 'bỏ phần thừa' },
  at: { line: 'từng tiêu chí', total: 'khi cộng' },
} as const;

export type SettingId = (typeof FORM_SETTINGS)[number]['id'];

export const plainTitle = (text: string): string =>
  withoutMarks(text)
    .replace(/\s+/g, ' ')
    .replace(/[:*]+$/, '')
    .trim();
