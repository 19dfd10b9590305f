/** What is wrong with a set, where, and what to do. Details fill the braces. */
const sentences = {
  'set.notObject': {
    vi: 'Nội dung chưa phải là một bộ tiêu chí. Cần một đối tượng JSON có "areas", hoặc {"sets": […]}.',
    en: 'This is not a set of criteria. A JSON object with "areas" is needed, or {"sets": […]}.',
  },
  'set.noAreas': {
    vi: 'Bộ tiêu chí chưa có lĩnh vực nào.',
    en: 'The set has no area.',
  },
  'set.total': {
    vi: 'Tổng điểm các lĩnh vực là {sum}, bộ tiêu chí ghi {total}. Kiểm tra điểm tối đa của từng lĩnh vực.',
    en: 'The areas add up to {sum}, the set says {total}. Check the maximum of each area.',
  },
  'set.tooLarge': {
    vi: 'Bộ tiêu chí quá lớn (hơn {limit} dòng) hoặc lồng quá sâu.',
    en: 'The set is too large (over {limit} lines) or nested too deep.',
  },
  'set.decision': {
    vi: 'Ngày quyết định “{value}” chưa đúng. Viết theo dạng 2024-02-05 hoặc 05/02/2024.',
    en: 'The date of the decision “{value}” is not a date. Write 2024-02-05 or 05/02/2024.',
  },
  'set.setting': {
    vi: 'Giá trị “{value}” của “{name}” chưa hiểu được.',
    en: 'The value “{value}” of “{name}” is not understood.',
  },
  'line.noCode': { vi: 'Dòng chưa có mã.', en: 'The line has no code.' },
  'line.noName': { vi: 'Tiêu chí {criterion} chưa có tên.', en: 'Criterion {criterion} has no name.' },
  'line.sameCode': {
    vi: 'Mã {criterion} dùng cho nhiều dòng. Mỗi dòng cần một mã riêng.',
    en: 'The code {criterion} is used by several lines. Each line needs its own.',
  },
  'line.points': {
    vi: 'Điểm tối đa “{value}” của {criterion} chưa phải là số.',
    en: 'The maximum “{value}” of {criterion} is not a number.',
  },
  'line.sum': {
    vi: '{criterion}: tổng điểm các dòng con là {sum}, dòng này ghi {max}.',
    en: '{criterion}: its lines add up to {sum}, it says {max}.',
  },
  'line.noRule': {
    vi: '{criterion} chưa có quy tắc chấm và chưa có dòng con.',
    en: '{criterion} has no rule and no lines below it.',
  },
  'line.partial': {
    vi: '{criterion}: nguồn chưa đầy đủ, phần này chưa chấm được.',
    en: '{criterion}: the source is partial, this part cannot be scored yet.',
  },
  'line.noMaximum': {
    vi: '{criterion} chưa có điểm tối đa: chỉ theo dõi, không chấm.',
    en: '{criterion} has no maximum: it is followed, not scored.',
  },
  'line.policy': {
    vi: 'Cách chấm khi không phát sinh “{value}” của {criterion} chưa hiểu được. Dùng: đủ điểm, giảm trừ, 0 điểm.',
    en: 'The policy for nothing arising “{value}” of {criterion} is not understood. Use full, reduce-max or zero.',
  },
  'line.value': {
    vi: 'Giá trị “{value}” của “{name}” ở {criterion} chưa hiểu được.',
    en: 'The value “{value}” of “{name}” at {criterion} is not understood.',
  },
  'rule.type': {
    vi: 'Loại quy tắc “{value}” của {criterion} chưa có. Các loại: {known}.',
    en: 'The rule type “{value}” of {criterion} is not known. The types: {known}.',
  },
  'rule.missing': {
    vi: 'Quy tắc của {criterion} thiếu “{name}”.',
    en: 'The rule of {criterion} lacks “{name}”.',
  },
  'rule.number': {
    vi: 'Quy tắc của {criterion}: “{name}” là “{value}”, cần một số.',
    en: 'The rule of {criterion}: “{name}” is “{value}”, a number is needed.',
  },
  'rule.twoReadings': {
    vi: 'Quy tắc của {criterion}: “{value}” đọc được hai cách (nghìn hoặc thập phân). Viết liền không dấu chấm, hoặc dùng dấu phẩy thập phân.',
    en: 'The rule of {criterion}: “{value}” can be read in two ways. Leave out the point, or use a decimal comma.',
  },
  'rule.formula': {
    vi: 'Công thức của {criterion}: {words} (vị trí {at}).',
    en: 'The formula of {criterion} is not understood at position {at} ({words}).',
  },
  'rule.parameters': {
    vi: 'Tham số “{value}” của {criterion} chưa hiểu được.',
    en: 'The parameter “{value}” of {criterion} is not understood.',
  },
  'rule.overMaximum': {
    vi: 'Quy tắc của {criterion} cho tới {value} điểm, điểm tối đa là {max}.',
    en: 'The rule of {criterion} gives up to {value}, the maximum is {max}.',
  },
  'rule.underMaximum': {
    vi: 'Quy tắc của {criterion} cho nhiều nhất {value} điểm, chưa tới điểm tối đa {max}.',
    en: 'The rule of {criterion} gives {value} at most, below the maximum {max}.',
  },
  'rule.sameLabel': {
    vi: 'Quy tắc của {criterion}: lựa chọn “{value}” ghi hai lần.',
    en: 'The rule of {criterion} has the option “{value}” twice.',
  },
  'bands.gap': {
    vi: 'Các bậc điểm của {criterion} bỏ trống khoảng {range}.',
    en: 'The bands of {criterion} leave {range} open.',
  },
  'bands.overlap': {
    vi: 'Các bậc điểm của {criterion} chồng nhau ở {range}: bậc cao hơn được tính.',
    en: 'The bands of {criterion} overlap at {range}: the higher one counts.',
  },
  'bands.never': {
    vi: 'Bậc “{range}” của {criterion} không bao giờ được dùng.',
    en: 'The band “{range}” of {criterion} is never used.',
  },
  'reference.unknown': {
    vi: '{criterion} dựa vào tiêu chí {value}, bộ tiêu chí chưa có tiêu chí này.',
    en: '{criterion} depends on criterion {value}, which the set does not have.',
  },
  'reference.circle': {
    vi: 'Các tiêu chí phụ thuộc vòng tròn: {value}.',
    en: 'The criteria depend on each other in a circle: {value}.',
  },
} as const satisfies Record<string, { vi: string; en: string }>;

export type ProblemCode = keyof typeof sentences;

export type SetProblem = {
  readonly code: ProblemCode;
  /** A warning lets the set be used; an error does not. */
  readonly severity: 'error' | 'warning';
  /** 'areas[0].children[1].ruleSpec.bands[2].points' */
  readonly path: string;
  readonly details: Readonly<Record<string, string>>;
};

export const problemText = (
  problem: { readonly code: ProblemCode; readonly details: Readonly<Record<string, string>> },
  language: 'vi' | 'en' = 'vi',
): string =>
  sentences[problem.code][language].replace(
    /\{(\w+)\}/g,
    (_all, name: string) => problem.details[name] ?? '…',
  );
