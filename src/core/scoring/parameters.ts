import { isFault, readNumber } from './number.ts';
import { bandOf, changeOf, directionOf, plainWords, rangeOf, withoutUnit } from './parameterRanges.ts';
import type { Raw } from './reading.ts';
import type { Rule } from './rule.ts';

/** Names of rule types as offices write them in a cell. */
const TYPES: Readonly<Record<string, Rule['type']>> = {
  'có/không': 'boolean',
  'đạt/không đạt': 'boolean',
  'đúng/sai': 'boolean',
  'đúng/không đúng': 'boolean',
  'lựa chọn': 'options',
  'chọn một': 'options',
  mức: 'options',
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
  'điều tra xã hội học': 'survey',
  'khảo sát': 'survey',
  xhh: 'survey',
  'điểm trừ': 'penalty',
  'trừ điểm': 'penalty',
  'trừ do chậm': 'late-penalty',
  'nộp chậm': 'late-penalty',
  'chậm ngày': 'late-penalty',
  'điểm thưởng': 'bonus',
  'điểm cộng': 'bonus',
  'cộng điểm': 'bonus',
  'so với năm trước': 'year-on-year',
  'chỉ theo dõi': 'monitor-only',
  'theo dõi': 'monitor-only',
  'không chấm': 'monitor-only',
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

const COUNTED: ReadonlySet<string> = new Set(['count', 'số lượng']);

/** Bands with their settings; in a survey words that are no range are levels, each worth a percentage. */
const bandsFrom = (list: readonly string[], type: string): Raw | Unclear => {
  const spec: Record<string, unknown> = {};
  const bands: Raw[] = [];
  const levels: Raw[] = [];
  const direction = directionOf(list);
  const pairs = list.map(keyAndValue);
  const known = pairs.map((pair) => (pair ? setting(pair) : undefined));
  for (const one of known) if (one && one[0] !== 'max') spec[one[0]] = one[1];
  const unit = plainWords(String(spec.unit ?? ''));
  const isCount = unit !== '' && unit !== '%' && (COUNTED.has(unit) || !/^(?:percent|tỷ lệ)$/.test(unit));
  const side = spec.direction === 'decrease' ? 'decrease' : direction;
  for (const [i, one] of list.entries()) {
    const pair = pairs[i];
    if (!pair) return unclear(one);
    const range = type === 'year-on-year' ? changeOf(pair[0], side) : rangeOf(pair[0], isCount);
    const band = range && bandOf(pair[1]);
    if (band) bands.push({ ...range, ...band });
    else if (!range && known[i]) spec[known[i][0]] = known[i][1];
    else if (!range && type === 'survey' && !isFault(readNumber(withoutUnit(pair[1]).replace('%', ''))))
      levels.push({ label: pair[0], percent: withoutUnit(pair[1]).replace('%', '') });
    else return unclear(one);
  }
  if (type === 'year-on-year' && side === 'decrease') spec.direction = 'decrease';
  return {
    ...spec,
    ...(bands.length > 0 ? { bands } : {}),
    ...(levels.length > 0 ? { levels } : {}),
  };
};

/** 'mỗi báo cáo chậm trừ', 'trừ mỗi đơn vị': whatever is counted, it is so much for each. */
const EACH = /^(?:(?:trừ|cộng|thêm|được cộng)\s+)?(?:cứ\s+)?(?:mỗi|một|01|1)\s+(\p{L}.*)$/u;
const AFTER_DAYS = /^(?:chậm\s+)?quá\s+(\d+)\s+ngày(?:\s.*)?$/;

const setting = ([words, said]: readonly [string, string]): readonly [string, string] | undefined => {
  const plain = plainWords(words);
  const each = EACH.exec(plain);
  const key = Object.hasOwn(KEYS, plain)
    ? KEYS[plain]
    : each
      ? /(?:^|\s)ngày(?:\s|$)/.test(each[1] ?? '')
        ? 'perDay'
        : 'perUnit'
      : /^[a-z][A-Za-z]+$/.test(words)
        ? words
        : undefined;
  if (key === undefined) return undefined;
  const value = withoutUnit(said);
  const plainValue = plainWords(value);
  return [key, (Object.hasOwn(VALUES, plainValue) ? VALUES[plainValue] : undefined) ?? value];
};

const NUMBER = String.raw`(-?\d+(?:[.,]\d+)?)`;
/** Sentences without an equals sign, as decisions write them. */
const SENTENCES: readonly (readonly [RegExp, (n: string, words: string) => Raw])[] = [
  [
    new RegExp(
      `^(?:trừ|cộng|thêm|thưởng)?\\s*${NUMBER}\\s*(?:điểm|đ)?\\s*(?:/|cho|cho mỗi|mỗi)\\s*(?:1|01|một|mỗi)?\\s*(\\p{L}.*)$`,
      'u',
    ),
    (n, words) => ({ [/^ngày/.test(words) ? 'perDay' : 'perUnit']: n }),
  ],
  [
    new RegExp(
      `^(?:cứ\\s+)?(?:mỗi|một|01|1)\\s+(\\p{L}[\\p{L}\\s]*?)\\s+(?:thì\\s+)?(?:bị\\s+|được\\s+)?(?:trừ|cộng|thêm|tính)?\\s*${NUMBER}\\s*(?:điểm|đ)?$`,
      'u',
    ),
    (words, n) => ({ [/(?:^|\s)ngày/.test(words) ? 'perDay' : 'perUnit']: n }),
  ],
  [new RegExp(`^(?:trừ\\s+)(?:tối đa|không quá)\\s+${NUMBER}\\s*(?:điểm|đ)?$`), (n) => ({ penaltyMax: n })],
  [
    new RegExp(
      `^(?:cộng\\s+|tổng\\s+|nhưng\\s+)?(?:tối đa|không quá|không vượt quá)\\s+${NUMBER}\\s*(?:điểm|đ)?$`,
    ),
    (n) => ({ max: n }),
  ],
  [new RegExp(`^(?:không dưới|thấp nhất)\\s+${NUMBER}\\s*(?:điểm|đ)?$`), (n) => ({ floor: n })],
];

const sentenceOf = (words: string): Raw | undefined => {
  const plain = plainWords(words);
  for (const [form, spec] of SENTENCES) {
    const m = form.exec(plain);
    if (m?.[1] !== undefined) return spec(m[1], m[2] ?? '');
  }
  return undefined;
};

const settingsFrom = (list: readonly string[]): Raw | Unclear => {
  const spec: Record<string, unknown> = {};
  for (const one of list) {
    const pair = keyAndValue(one);
    const days = pair && AFTER_DAYS.exec(plainWords(pair[0]));
    if (pair && days) {
      spec.hardStopDays = days[1];
      // 'quá 5 ngày không chấm' is no number and takes everything, as the reader of rules has it.
      if (!isFault(readNumber(withoutUnit(pair[1])))) spec.hardStopPoints = withoutUnit(pair[1]);
      continue;
    }
    const known = pair && setting(pair);
    const said = known ? { [known[0]]: known[1] } : sentenceOf(one);
    if (!said) return unclear(one);
    Object.assign(spec, said);
  }
  return spec;
};

const labelled = (list: readonly string[], key: 'options' | 'parts'): Raw | Unclear => {
  const out: Raw[] = [];
  const spec: Record<string, unknown> = {};
  for (const one of list) {
    const pair = keyAndValue(one);
    if (!pair) return unclear(one);
    if (key === 'parts' && plainWords(pair[0]) === 'tối đa') spec.max = withoutUnit(pair[1]);
    else out.push({ label: pair[0], points: withoutUnit(pair[1]) });
  }
  return { ...spec, [key]: out };
};

const YES = /^(?:có|đạt|đúng|yes)$/;
const NO = /^(?:không|không đạt|chưa đạt|không đúng|không có|chưa|no|sai)$/;
/** Labels of the office's own ('kịp thời', 'không kịp thời') stay what may be answered. */
const yesNo = (list: readonly string[], max: string): Raw | Unclear => {
  // A maximum that is no number is told at its own cell.
  if (list.length === 0) return { yes: isFault(readNumber(max)) ? '0' : max, no: '0' };
  const spec: Record<string, unknown> = {};
  const options: Raw[] = [];
  for (const one of list) {
    const pair = keyAndValue(one);
    if (!pair) return unclear(one);
    const label = plainWords(pair[0]);
    const points = withoutUnit(pair[1]);
    options.push({ label: pair[0], points });
    if (YES.test(label)) spec.yes = points;
    else if (NO.test(label)) spec.no = points;
  }
  return Object.keys(spec).length === options.length || spec.yes !== undefined
    ? spec
    : { type: 'options', options };
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
      return tell(bandsFrom(list, type));
    case 'conditional':
    case 'formula':
      return { type: 'formula', expr: trimmed };
    default:
      return tell(settingsFrom(list));
  }
};
