import { isFault, readNumber } from './number.ts';
import type { Raw } from './reading.ts';

export const plainWords = (text: string): string =>
  text.normalize('NFC').trim().replace(/\s+/g, ' ').toLocaleLowerCase('vi');

const NUM = String.raw`(-?[\d.,]+)\s*%?`;
const TO = String.raw`\s*(?:đến|tới|[-–])\s*`;
const RANGES: readonly (readonly [RegExp, (a: string, b: string) => Raw])[] = [
  [new RegExp(`^(?:từ )?${NUM}${TO}(?:dưới|<|nhỏ hơn)\\s*${NUM}$`), (a, b) => ({ gte: a, lt: b })],
  [new RegExp(`^(?:trên|lớn hơn|>) ?${NUM}${TO}(?:dưới|<|nhỏ hơn)\\s*${NUM}$`), (a, b) => ({ gt: a, lt: b })],
  [new RegExp(`^(?:trên|lớn hơn|>) ?${NUM}${TO}${NUM}$`), (a, b) => ({ gt: a, lte: b })],
  [new RegExp(`^(?:từ )?${NUM}${TO}${NUM}$`), (a, b) => ({ gte: a, lte: b })],
  [new RegExp(`^${NUM}\\s*(?:≤|<=)\\s*[\\p{L} ]*\\s*<\\s*${NUM}$`, 'u'), (a, b) => ({ gte: a, lt: b })],
  [
    new RegExp(`^${NUM}\\s*(?:≤|<=)\\s*[\\p{L} ]*\\s*(?:≤|<=)\\s*${NUM}$`, 'u'),
    (a, b) => ({ gte: a, lte: b }),
  ],
  [new RegExp(`^${NUM}\\s*<\\s*[\\p{L} ]*\\s*<\\s*${NUM}$`, 'u'), (a, b) => ({ gt: a, lt: b })],
  [new RegExp(`^${NUM}\\s*<\\s*[\\p{L} ]*\\s*(?:≤|<=)\\s*${NUM}$`, 'u'), (a, b) => ({ gt: a, lte: b })],
  [new RegExp(`^từ ${NUM}(?: trở lên)?$`), (a) => ({ gte: a })],
  [new RegExp(`^${NUM} trở lên$`), (a) => ({ gte: a })],
  [new RegExp(`^(?:từ )?${NUM} trở xuống$`), (a) => ({ lte: a })],
  [new RegExp(`^(?:>=|≥|=>|ít nhất|tối thiểu|không dưới)\\s*${NUM}$`), (a) => ({ gte: a })],
  [new RegExp(`^(?:>|trên|lớn hơn|vượt|hơn|quá)\\s*${NUM}$`), (a) => ({ gt: a })],
  [new RegExp(`^(?:<=|≤|=<|không quá|đến|tối đa)\\s*${NUM}$`), (a) => ({ lte: a })],
  [new RegExp(`^(?:<|dưới|nhỏ hơn|chưa đến|chưa đạt)\\s*${NUM}$`), (a) => ({ lt: a })],
  [new RegExp(`^(?:=|bằng|đúng|đạt|chỉ có)?\\s*${NUM}$`), (a) => ({ gte: a, lte: a })],
];

const matched = (plain: string): Raw | undefined => {
  for (const [form, bounds] of RANGES) {
    const m = form.exec(plain);
    if (m?.[1] !== undefined) return bounds(m[1], m[2] ?? '');
  }
  return undefined;
};

const REST =
  /^(?:còn lại|khác|trường hợp khác|các trường hợp (?:còn lại|khác)|mọi giá trị|ngoài ra|(?:không|chưa) (?:hoàn thành|đạt|thực hiện|bảo đảm|đáp ứng)(?: .*)?)$/;
const NONE = /^(?:không có|không|không có (?:trường hợp|văn bản|sáng kiến|đơn vị)(?: nào)?)$/;

/** Words around the numbers say of what they are counted: 'đạt từ 80% kế hoạch', '100% số văn bản'. */
const bare = (plain: string): string =>
  plain
    .replace(/\([^()]*\)/g, ' ')
    .replace(
      /^[^\d<>≥≤=-]*?(?=(?:từ|trên|dưới|lớn hơn|nhỏ hơn|ít nhất|tối thiểu|không quá|không dưới|vượt|bằng|chưa đến)\s*-?\d|[<>≥≤=]|-?\d)/u,
      '',
    )
    .replace(/([\d%])\s+(?!trở|đến|tới|dưới)[\p{L}][^\d<>≥≤]*$/u, '$1')
    .replace(/([\d%])\s+(?!trở|đến|tới|dưới)[\p{L}][\p{L} ]*?(?=\s+(?:đến|tới)\s)/u, '$1')
    .replace(/\s+/g, ' ')
    .trim();

/** 'từ 80% đến dưới 100%' as bounds; {} for what remains; undefined where the words are no range. */
export const rangeOf = (words: string, isCount = false): Raw | undefined => {
  const plain = plainWords(words);
  if (REST.test(plain)) return {};
  if (NONE.test(plain)) return isCount ? { gte: '0', lte: '0' } : {};
  return matched(plain) ?? matched(bare(plain));
};

const negative = (amount: string): string => (amount.startsWith('-') ? amount.slice(1) : `-${amount}`);

const mirrored = (bounds: Raw): Raw => {
  const out: Record<string, unknown> = {};
  const other = { gte: 'lte', gt: 'lt', lt: 'gt', lte: 'gte' } as const;
  for (const [key, value] of Object.entries(bounds))
    out[other[key as keyof typeof other] ?? key] = negative(String(value));
  return out;
};

/**
 * Ranges of a comparison with the year before. The change is counted in one direction; what goes the other way is
 * below nothing: 'giảm từ 5%' where growth is counted means -5 and less.
 */
export const changeOf = (words: string, direction: 'increase' | 'decrease'): Raw | undefined => {
  const plain = plainWords(words);
  const along = direction === 'increase' ? 'tăng' : 'giảm';
  const against = direction === 'increase' ? 'giảm' : 'tăng';
  if (/^(?:giữ nguyên|không đổi|bằng năm trước|như năm trước)$/.test(plain)) return { gte: '0', lte: '0' };
  if (plain === along || plain === `có ${along}`) return { gt: '0' };
  if (plain === `không ${along}`) return { lte: '0' };
  if (plain === `không ${against}`) return { gte: '0' };
  if (plain === against || plain === `có ${against}`) return { lt: '0' };
  if (plain.startsWith(`${against} `)) {
    const inner = rangeOf(plain.slice(against.length + 1));
    if (!inner) return undefined;
    const turned = mirrored(inner);
    // 'giảm dưới 5%' still went down.
    return turned.gt !== undefined && turned.lt === undefined && turned.lte === undefined
      ? { ...turned, lt: '0' }
      : turned;
  }
  return rangeOf(plain.startsWith(`${along} `) ? plain.slice(along.length + 1) : plain);
};

/** 'giảm' in every statement that names a direction: then that is the one that counts. */
export const directionOf = (list: readonly string[]): 'increase' | 'decrease' => {
  const said = list.map(plainWords);
  const down = said.some((one) => /^giảm (?:từ|trên|ít nhất|[\d≥>])/.test(one));
  return down && !said.some((one) => /^tăng\b/.test(one)) ? 'decrease' : 'increase';
};

const POINTS = /\s*(?:điểm|đ)\.?$/;

/** '0,5 điểm' is 0,5. */
export const withoutUnit = (words: string): string => words.trim().replace(POINTS, '');

/** '2', '0,5 đến 1' (evenly between), or a formula. */
export const bandOf = (given: string): Raw | undefined => {
  const words = withoutUnit(given);
  const even = new RegExp(`^(?:từ )?${NUM} (?:đến|lên|→) ${NUM}$`).exec(plainWords(words));
  if (even) return { from: even[1], to: even[2] };
  if (!isFault(readNumber(words))) return { points: words };
  // A bare word is a slip of the pen, not a formula.
  return /[\d×*/+(]/.test(words) ? { expr: words } : undefined;
};
