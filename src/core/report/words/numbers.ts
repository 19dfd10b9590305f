import { type Amount, parseAmount } from '../../kernel/amount.ts';

/** A number as a text says it, with its place: '1.234', '97,2 %', '02', 'hai mươi lăm', 'một trăm phần trăm'. */
export type Said = {
  readonly start: number;
  readonly end: number;
  readonly amount: Amount;
  readonly percent: boolean;
  /** Digits after the comma: how exactly it was said. */
  readonly decimals: number;
  /** '330/331': the number after the stroke, and where the first one ends. */
  readonly of?: Said;
  readonly firstEnd?: number;
};

const DIGITS = /\d+(?:[.\u00a0\u202f]\d{3}(?!\d))*(?:[.,]\d+)?/gu;
const PERCENT = /^[ \u00a0]{0,2}(?:%|phần trăm)/u;

/** What stands before a number that counts nothing: a date, a paragraph of a law, the number of a document. */
const NAMED =
  /(?:năm|tháng|ngày|quý|quí|số|điều|khoản|điểm|mục|mức độ|mức|đề án|giai đoạn|khóa|phụ lục|biểu|cột|lúc|từ \d+ đến|lần thứ|thứ|hạng|cấp độ|phiên bản)[ \u00a0]*$/iu;
/** And what stands after it: '14/KH-UBND', '01/3/2024', '2021-2025', '15h30'. */
const NAMES = /^(?:[/-]\p{L}|\/\d{1,4}\/|-\d{4}|h\d|[ \u00a0]giờ)/u;
const DATE = /\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}|\d{1,2}\/\d{4}|(?:19|20)\d\d\s*[-–]\s*(?:19|20)\d\d/gu;

const DIGIT_WORDS: Readonly<Record<string, number>> = {
  không: 0,
  một: 1,
  mốt: 1,
  hai: 2,
  ba: 3,
  bốn: 4,
  tư: 4,
  năm: 5,
  lăm: 5,
  nhăm: 5,
  sáu: 6,
  bảy: 7,
  bẩy: 7,
  tám: 8,
  chín: 9,
};
const SPELLED =
  /(?<![\p{L}\p{N}])(?:(?:không|một|mốt|hai|ba|bốn|tư|năm|lăm|nhăm|sáu|bảy|bẩy|tám|chín|mười|mươi|trăm|nghìn|ngàn|linh|lẻ)(?:[ \u00a0]+|(?![\p{L}\p{N}])))+/gu;
/** Words that are counted: only before them is a spelled number a number ('một cửa', 'năm 2024' are none). */
const COUNTED =
  /^[ \u00a0]*(?:hồ sơ|trường hợp|văn bản|nhiệm vụ|cuộc|lượt|người|phần trăm|%|kiến nghị|phản ánh|thủ tục|tthc|tin|phiếu|vấn đề|nội dung|sáng kiến|mô hình|chỉ tiêu|đơn vị|cơ quan|cán bộ|công chức|vụ|buổi|lớp)/u;

const valueOfWords = (text: string): number | undefined => {
  let [total, thousands, hundreds, tens, last] = [0, 0, 0, 0, undefined as number | undefined];
  for (const word of text.trim().split(/[ \u00a0]+/)) {
    const digit = DIGIT_WORDS[word];
    if (digit !== undefined) {
      if (last !== undefined) return undefined;
      last = digit;
    } else if (word === 'mười') {
      if (last !== undefined) return undefined;
      tens = 10;
    } else if (word === 'mươi') {
      if (last === undefined) return undefined;
      [tens, last] = [last * 10, undefined];
    } else if (word === 'trăm') {
      if (last === undefined) return undefined;
      [hundreds, last] = [last * 100, undefined];
    } else if (word === 'nghìn' || word === 'ngàn') {
      thousands = (hundreds + tens + (last ?? 0)) * 1000;
      if (thousands === 0) return undefined;
      [hundreds, tens, last] = [0, 0, undefined];
    } else if (last !== undefined) return undefined;
  }
  total = thousands + hundreds + tens + (last ?? 0);
  return total;
};

const withPercent = (text: string, end: number): { end: number; percent: boolean } => {
  const sign = PERCENT.exec(text.slice(end, end + 12));
  return sign ? { end: end + sign[0].length, percent: true } : { end, percent: false };
};

const inFigures = (text: string): Said[] => {
  const dates = [...text.matchAll(DATE)].map((d) => [d.index, d.index + d[0].length] as const);
  const found: Said[] = [];
  for (const match of text.matchAll(DIGITS)) {
    const start = match.index;
    const raw = match[0];
    const after = text.slice(start + raw.length, start + raw.length + 8);
    const before = text.slice(Math.max(0, start - 14), start);
    const { end, percent } = withPercent(text, start + raw.length);
    if (/[\p{L}\d][./-]?$/u.test(before) && !/\d\/$/.test(before)) continue;
    if (NAMES.test(after) || (!percent && NAMED.test(before))) continue;
    if (!percent && dates.some(([from, to]) => start >= from && start < to)) continue;
    // '97.2' is a decimal written with a point; '1.234' are thousands.
    const amount = parseAmount(percent && /^\d+\.\d{3}$/.test(raw) ? raw.replace('.', ',') : raw);
    if (amount === undefined) continue;
    const decimals = Math.max(decimalsOf(raw), amount.split('.')[1]?.length ?? 0);
    found.push({ start, end, amount, percent, decimals });
  }
  return found;
};

/** '99,40' says two decimals although the amount is 99.4. */
const decimalsOf = (raw: string): number => /,(\d+)$/.exec(raw)?.[1]?.length ?? 0;

const inWords = (text: string): Said[] => {
  const found: Said[] = [];
  for (const match of text.matchAll(SPELLED)) {
    const words = match[0].trimEnd();
    const start = match.index;
    const rest = text.slice(start + words.length, start + words.length + 24);
    if (!COUNTED.test(rest) || words === 'không' || /^(?:linh|lẻ|trăm|nghìn|ngàn|mươi)/.test(words)) continue;
    // 'trong năm hồ sơ nhiều lên' speaks of the year.
    if (words === 'năm' && !/(?:có|còn|là|gồm|được|nhận|quyết)[ \u00a0]$/u.test(text.slice(0, start)))
      continue;
    const value = valueOfWords(words);
    if (value === undefined) continue;
    const { end, percent } = withPercent(text, start + words.length);
    found.push({ start, end, amount: String(value), percent, decimals: 0 });
  }
  return found;
};

/** Every number that counts something, in order; '330/331' is one with what it is out of. */
export const numbersIn = (text: string): readonly Said[] => {
  const all = [...inFigures(text), ...inWords(text)].sort((a, b) => a.start - b.start);
  const joined: Said[] = [];
  for (const said of all) {
    const last = joined.at(-1);
    const between = last && text.slice(last.end, said.start);
    if (last && !last.of && !last.percent && /^[ \u00a0]?\/[ \u00a0]?$/.test(between ?? ''))
      joined[joined.length - 1] = { ...last, end: said.end, of: said, firstEnd: last.end };
    else joined.push(said);
  }
  return joined;
};
