import { isFault, readNumber } from './number.ts';
import type { Raw } from './reading.ts';
import type { Rule } from './rule.ts';

/** Names of rule types as offices write them in a cell. */
const TYPES: Readonly<Record<string, Rule['type']>> = {
  'có/không': 'boolean',
  'đạt/không đạt': 'boolean',
  'đúng/sai': 'boolean',
  'lựa chọn': 'options',
  bậc: 'tiers',
  'theo bậc': 'tiers',
  'tuyến tính': 'linear',
  'tỷ lệ': 'linear',
  'tuyến tính có ngưỡng': 'linear-cap',
  'tỷ lệ có ngưỡng': 'linear-cap',
  đếm: 'count',
  'theo số lượng': 'count',
  'tỷ lệ có trừ': 'ratio-with-penalty',
  'trừ dần': 'deduct',
  'có điều kiện': 'conditional',
  'điều tra': 'survey',
  'điều tra xhh': 'survey',
  'điểm trừ': 'penalty',
  'trừ do chậm': 'late-penalty',
  'chậm ngày': 'late-penalty',
  'điểm thưởng': 'bonus',
  'so với năm trước': 'year-on-year',
  'chỉ theo dõi': 'monitor-only',
  'theo dõi': 'monitor-only',
  'người chấm cho điểm': 'given',
  'cộng các phần': 'sum',
  cộng: 'sum',
  'trung bình': 'average',
  'nhỏ nhất': 'min',
  'lớn nhất': 'max',
  'công thức': 'formula',
};

/** Offered in the form's list of choices. */
export const TYPE_WORDS: readonly string[] = [
  'có/không',
  'lựa chọn',
  'bậc',
  'tuyến tính',
  'tuyến tính có ngưỡng',
  'đếm',
  'tỷ lệ có trừ',
  'trừ dần',
  'có điều kiện',
  'điều tra',
  'điểm trừ',
  'trừ do chậm',
  'điểm thưởng',
  'so với năm trước',
  'chỉ theo dõi',
  'người chấm cho điểm',
  'cộng các phần',
  'trung bình',
  'nhỏ nhất',
  'lớn nhất',
  'công thức',
];

export const plainWords = (text: string): string =>
  text.normalize('NFC').trim().replace(/\s+/g, ' ').toLocaleLowerCase('vi');

export const typeOf = (words: string): string => {
  const plain = plainWords(words).replace(/\s*\/\s*/g, '/');
  return (Object.hasOwn(TYPES, plain) ? TYPES[plain] : undefined) ?? plain;
};

const KEYS: Readonly<Record<string, string>> = {
  ngưỡng: 'threshold',
  'bằng 0 khi dưới': 'zeroBelow',
  'bằng 0 dưới': 'zeroBelow',
  'mỗi đơn vị': 'perUnit',
  'mỗi trường hợp': 'perUnit',
  mỗi: 'perUnit',
  'trừ mỗi': 'perUnit',
  'trừ mỗi trường hợp': 'perUnit',
  'cộng mỗi trường hợp': 'perUnit',
  'mỗi ngày': 'perDay',
  'mỗi ngày trừ': 'perDay',
  'trừ tối đa': 'penaltyMax',
  'tối đa': 'max',
  'cộng tối đa': 'max',
  'ban đầu': 'start',
  'đúng hạn': 'start',
  'không dưới': 'floor',
  'chia cho': 'per',
  'quá ngày': 'hardStopDays',
  'quá số ngày': 'hardStopDays',
  'điểm khi quá': 'hardStopPoints',
  'miễn trừ ngày': 'graceDays',
  'đơn vị': 'unit',
  'cách đo': 'measure',
  chiều: 'direction',
};

const VALUES: Readonly<Record<string, string>> = {
  'số lượng': 'count',
  ngày: 'day',
  'tỷ lệ': 'percent',
  'phần trăm': '%',
  'chênh lệch': 'difference',
  giảm: 'decrease',
  tăng: 'increase',
};

export type Unclear = { readonly unclear: string };
const unclear = (text: string): Unclear => ({ unclear: text });

/** Statements parted by ';' or new lines, outside brackets and quotes. */
const statements = (text: string): string[] => {
  const out: string[] = [];
  let [depth, quoted, start] = [0, false, 0];
  for (let i = 0; i <= text.length; i++) {
    const c = text[i];
    if (c === '"' || c === '“' || c === '”') quoted = c === '"' ? !quoted : c === '“';
    else if (!quoted && c === '(') depth++;
    else if (!quoted && c === ')') depth--;
    if (c === undefined || (!quoted && depth <= 0 && (c === ';' || c === '\n'))) {
      const piece = text.slice(start, i).trim();
      if (piece !== '') out.push(piece);
      start = i + 1;
    }
  }
  return out;
};

/** 'ngưỡng = 80', 'từ 80% trở lên: 2'. The sign of a comparison is no equals sign. */
const keyAndValue = (text: string): readonly [string, string] | undefined => {
  const colon = /^(.*?)\s*(?::|→|=>)\s*(.+)$/s.exec(text);
  const equals = /^(.*?[^<>=!\s]|[<>]=?\s*[\d.,]+\s*%?)\s*=\s*([^=].*)$/s.exec(text);
  const found = equals ?? colon;
  return found?.[1] !== undefined && found[2] !== undefined ? [found[1].trim(), found[2].trim()] : undefined;
};

const NUM = String.raw`(-?[\d.,]+)\s*%?`;
const RANGES: readonly (readonly [RegExp, (a: string, b: string) => Raw])[] = [
  [new RegExp(`^từ ${NUM} đến dưới ${NUM}$`), (a, b) => ({ gte: a, lt: b })],
  [new RegExp(`^từ ${NUM} đến ${NUM}$`), (a, b) => ({ gte: a, lte: b })],
  [new RegExp(`^(?:trên|lớn hơn) ${NUM} đến dưới ${NUM}$`), (a, b) => ({ gt: a, lt: b })],
  [new RegExp(`^(?:trên|lớn hơn) ${NUM} đến ${NUM}$`), (a, b) => ({ gt: a, lte: b })],
  [new RegExp(`^${NUM}\\s*[-–]\\s*<\\s*${NUM}$`), (a, b) => ({ gte: a, lt: b })],
  [new RegExp(`^${NUM}\\s*[-–]\\s*${NUM}$`), (a, b) => ({ gte: a, lte: b })],
  [new RegExp(`^từ ${NUM}(?: trở lên)?$`), (a) => ({ gte: a })],
  [new RegExp(`^(?:>=|≥|ít nhất|tối thiểu)\\s*${NUM}$`), (a) => ({ gte: a })],
  [new RegExp(`^(?:>|trên|lớn hơn|vượt)\\s*${NUM}$`), (a) => ({ gt: a })],
  [new RegExp(`^(?:<=|≤|không quá|đến|tối đa)\\s*${NUM}$`), (a) => ({ lte: a })],
  [new RegExp(`^(?:<|dưới|nhỏ hơn)\\s*${NUM}$`), (a) => ({ lt: a })],
  [new RegExp(`^(?:=|bằng|đúng|đạt)?\\s*${NUM}$`), (a) => ({ gte: a, lte: a })],
];

const rangeOf = (words: string): Raw | undefined => {
  const plain = plainWords(words).replace(/^(?:tỷ lệ|tỉ lệ|tăng|giảm|đạt|chậm|có)\s+(?=[\d<>≥≤=tdkn])/, '');
  if (/^(?:còn lại|khác|trường hợp khác|mọi giá trị)$/.test(plain)) return {};
  for (const [form, bounds] of RANGES) {
    const m = form.exec(plain);
    if (m?.[1] !== undefined) return bounds(m[1], m[2] ?? '');
  }
  return undefined;
};

/** '2', '0,5 đến 1' (evenly between), or a formula. */
const bandOf = (words: string): Raw | undefined => {
  const even = new RegExp(`^(?:từ )?${NUM} (?:đến|lên|→) ${NUM}$`).exec(plainWords(words));
  if (even) return { from: even[1], to: even[2] };
  if (!isFault(readNumber(words))) return { points: words };
  // A bare word is a slip of the pen, not a formula.
  return /[\d×*/+(]/.test(words) ? { expr: words } : undefined;
};

const bandsFrom = (list: readonly string[]): Raw | Unclear => {
  const spec: Record<string, unknown> = {};
  const bands: Raw[] = [];
  for (const one of list) {
    const pair = keyAndValue(one);
    if (!pair) return unclear(one);
    const range = rangeOf(pair[0]);
    const key = setting(pair);
    const band = range && bandOf(pair[1]);
    if (range && !band) return unclear(one);
    if (band) bands.push({ ...range, ...band });
    else if (key) spec[key[0]] = key[1];
    else return unclear(one);
  }
  return { ...spec, ...(bands.length > 0 ? { bands } : {}) };
};

const setting = ([words, value]: readonly [string, string]): readonly [string, string] | undefined => {
  const plain = plainWords(words);
  const key = Object.hasOwn(KEYS, plain) ? KEYS[plain] : /^[a-z][A-Za-z]+$/.test(words) ? words : undefined;
  if (key === undefined) return undefined;
  const said = plainWords(value);
  return [key, (Object.hasOwn(VALUES, said) ? VALUES[said] : undefined) ?? value];
};

const settingsFrom = (list: readonly string[]): Raw | Unclear => {
  const spec: Record<string, unknown> = {};
  for (const one of list) {
    const pair = keyAndValue(one);
    const known = pair && setting(pair);
    if (!known) return unclear(one);
    spec[known[0]] = known[1];
  }
  return spec;
};

const labelled = (list: readonly string[], key: 'options' | 'parts'): Raw | Unclear => {
  const out: Raw[] = [];
  const spec: Record<string, unknown> = {};
  for (const one of list) {
    const pair = keyAndValue(one);
    if (!pair) return unclear(one);
    if (key === 'parts' && plainWords(pair[0]) === 'tối đa') spec.max = pair[1];
    else out.push({ label: pair[0], points: pair[1] });
  }
  return { ...spec, [key]: out };
};

const YES = /^(?:có|đạt|đúng|yes)$/;
const yesNo = (list: readonly string[], max: string): Raw | Unclear => {
  // A maximum that is no number is told at its own cell.
  if (list.length === 0) return { yes: isFault(readNumber(max)) ? '0' : max, no: '0' };
  const spec: Record<string, unknown> = {};
  for (const one of list) {
    const pair = keyAndValue(one);
    if (!pair) return unclear(one);
    spec[YES.test(plainWords(pair[0])) ? 'yes' : 'no'] = pair[1];
  }
  return spec;
};

/** The cell "Tham số" as the data of a rule. JSON is taken as it is. */
export const ruleFromCells = (type: string, text: string, max: string): Raw | Unclear => {
  const trimmed = text.normalize('NFC').trim();
  if (trimmed.startsWith('{')) {
    try {
      return { type, ...(JSON.parse(trimmed) as Raw) };
    } catch {
      return unclear(trimmed.slice(0, 80));
    }
  }
  const list = statements(trimmed);
  const tell = (spec: Raw | Unclear): Raw | Unclear => ('unclear' in spec ? spec : { type, ...spec });
  switch (type) {
    case 'boolean':
      return tell(yesNo(list, max));
    case 'options':
      return tell(labelled(list, 'options'));
    case 'sum':
    case 'average':
    case 'min':
    case 'max':
      return tell(labelled(list, 'parts'));
    case 'tiers':
    case 'year-on-year':
    case 'survey':
      return tell(bandsFrom(list));
    case 'conditional':
    case 'formula':
      return { type: 'formula', expr: trimmed };
    default:
      return tell(settingsFrom(list));
  }
};
