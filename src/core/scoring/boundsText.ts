import { type Amount, compare } from '../kernel/amount.ts';
import { amountWords } from './answer.ts';
import type { Bounds } from './expression.ts';

type End = { readonly at: Amount; readonly open: boolean };

const lowerOf = (b: Bounds): End | undefined =>
  b.gt !== undefined
    ? { at: b.gt, open: true }
    : b.gte !== undefined
      ? { at: b.gte, open: false }
      : undefined;
const upperOf = (b: Bounds): End | undefined =>
  b.lt !== undefined
    ? { at: b.lt, open: true }
    : b.lte !== undefined
      ? { at: b.lte, open: false }
      : undefined;

/** Where the bands above begin, this one ends: "70 %" after "trên 90 %" means 70 to 90. */
const impliedUpper = (bands: readonly Bounds[], index: number): End | undefined => {
  let upper: End | undefined;
  for (const band of bands.slice(0, index)) {
    const lower = lowerOf(band);
    if (lower && upperOf(band) === undefined && (!upper || compare(lower.at, upper.at) < 0))
      upper = { at: lower.at, open: !lower.open };
    else if (lower && upper === undefined) upper = { at: lower.at, open: !lower.open };
  }
  return upper;
};

/** Which values fall into a band, in words: 'từ 80% đến dưới 100%', 'dưới 70%', 'trên 90%'. */
export const boundsText = (bands: readonly Bounds[], index: number, unit: string): string => {
  const band = bands[index];
  if (!band) return 'còn lại';
  const lower = lowerOf(band);
  const upper = upperOf(band) ?? impliedUpper(bands, index);
  const words = (end: End): string => amountWords(end.at, unit);
  const last = index === bands.length - 1;
  if (lower && upper && lower.at === upper.at) return `bằng ${words(lower)}`;
  if (lower && upper && !(last && lower.at === '0' && !lower.open)) {
    return `${lower.open ? 'trên' : 'từ'} ${words(lower)} đến ${upper.open ? 'dưới ' : ''}${words(upper)}`;
  }
  if (upper) return upper.open ? `dưới ${words(upper)}` : `không quá ${words(upper)}`;
  if (lower) return lower.open ? `trên ${words(lower)}` : `từ ${words(lower)} trở lên`;
  return 'mọi giá trị';
};
