import type { From } from './reading.ts';

/**
 * The normalised text in four views of the same length, so that an offset in one is an offset in all:
 * text as returned; flat without markup and page chrome; low in lower case; bare without marks (OCR slips such as
 * "truớc" and "trước" are one word there).
 */
export type Source = {
  readonly text: string;
  readonly flat: string;
  readonly low: string;
  readonly bare: string;
};

const bareOf = new Map<string, string>();

/** One letter without marks, one unit long whatever goes in. */
const bareLetter = (letter: string): string => {
  const known = bareOf.get(letter);
  if (known !== undefined) return known;
  let base = letter.normalize('NFD').charAt(0).toLowerCase();
  if (base === 'đ' || base === 'ð') base = 'd';
  if (base.length !== 1) base = letter;
  // Bounded: a hostile text may hold every code unit.
  if (bareOf.size < 70_000) bareOf.set(letter, base);
  return base;
};

const lowLetter = (letter: string): string => {
  const low = letter.toLowerCase();
  return low.length === 1 ? low : letter;
};

const NOT_ASCII = /[\u0080-\uffff]/g;

/** Lower case of the same length: "İ" alone would grow. */
const lowOf = (text: string): string => {
  const low = text.toLowerCase();
  return low.length === text.length ? low : text.replace(/[A-Z\u0080-\uffff]/g, lowLetter);
};

const FLAT: Readonly<Record<string, string>> = {
  '*': ' ',
  '\u00a0': ' ',
  '\u202f': ' ',
  '\u2007': ' ',
  '\u2009': ' ',
  '\u3000': ' ',
  '|': '\t',
  '\u2010': '-',
  '\u2011': '-',
  '\u2012': '-',
  '\u2013': '-',
  '\u2014': '-',
  '\u2212': '-',
  '\u2019': "'",
  '\u2018': "'",
  '`': "'",
  '\u00b4': "'",
  '\u2032': "'",
  '\u201c': '"',
  '\u201d': '"',
  '\u2022': '-',
  '\u25cf': '-',
  '\u25aa': '-',
  '\uf0b7': '-',
  '\u2026': '.',
};

const spaces = (length: number): string => ' '.repeat(length);

/** Page numbers and page marks alone on a line: they break sentences in two and mean nothing. */
const PAGE_LINE =
  /^[ \t]*(?:[-–—]?[ \t]{0,3}\d{1,3}[ \t]{0,3}[-–—]?|(?:Trang|Page)[ \t]{0,3}\d{1,3}(?:[ \t]{0,3}(?:\/|of)[ \t]{0,3}\d{1,3})?)[ \t]*$/i;

/** What a digital signature prints into a PDF; it names a body and a time that are no part of the letter. */
const STAMP =
  /(?:^|\n)[ \t]*(?:Người ký|Ký bởi|Được ký bởi|Digitally signed by|Signature Not Verified)[ \t]{0,3}:?(?:[^\n]{0,160}\n){0,6}?[^\n]{0,120}?(?:Thời gian ký|Ngày ký|Date)[ \t]{0,3}:[ \t]{0,3}[\d.:/T -]{8,24}(?:[ ]?[+]\d{2}[:']?\d{2}'?)?|(?:^|\n)[ \t]*(?:Người ký|Ký bởi|Thời gian ký|Ngày ký)[ \t]{0,3}:[^\n]{0,150}/gu;
const withoutStamps = (flat: string): string => flat.replace(STAMP, (words) => words.replace(/[^\n]/gu, ' '));

const withoutPageMarks = (flat: string): string =>
  flat
    .split('\n')
    .map((line) => (line.trim().length < 24 && PAGE_LINE.test(line) ? spaces(line.length) : line))
    .join('\n');

/** NFC, LF, no byte order mark, no invisible characters: what every offset counts in. */
export const normalise = (raw: string): string =>
  raw
    .replace(/\r\n?/g, '\n')
    .replace(/[\u2028\u2029\v\f\u0085]/g, '\n')
    .replace(/[\ufeff\u200b-\u200f\u202a-\u202e\u2060-\u2064\u00ad]/g, '')
    // Word's non-breaking hyphen comes out of some readers as this control character.
    .replaceAll('\u001e', '-')
    .replace(/(?![\n\t])\p{Cc}/gu, '')
    // Leaders and blanks by the thousand mean nothing and would cost time.
    .replace(/([^\p{L}\p{N}])\1{120,}/gu, (run) => run.slice(0, 120))
    .replace(/\s{160,}/g, (run) => run.slice(0, 160))
    .normalize('NFC');

/** Scans read 1 as l or I, 0 as O. Only beside a stroke or behind "ngày", "tháng", "năm", and never without a digit. */
const SCANNED_DIGITS =
  /(?<![\p{L}\d])[\dlIO]{1,4}(?=\s?\/\s?[\dlIO]{1,4}(?!\p{L}))|(?<=\/\s?)[\dlIO]{1,4}(?![\p{L}\d])|(?<=(?:[Nn]gày|[Tt]háng|[Nn]ăm)\s{1,3})[\dlIO]{1,4}(?![\p{L}\d])/gu;
/** "NỘl VỤ": a small l among capitals is an I. */
const SCANNED_CAPITAL = /(?<=\p{Lu}{2})l(?=\p{Lu}|[ \t\n]|$)/gu;
const withoutSlips = (flat: string): string =>
  flat
    .replace(SCANNED_DIGITS, (token) =>
      /\d/.test(token) ? token.replace(/[lI]/g, '1').replace(/O/g, '0') : token,
    )
    .replace(SCANNED_CAPITAL, 'I');

export const sourceOf = (raw: string): Source => {
  const text = normalise(raw);
  // A star before a blank at the start of a line is a bullet; any other star is markup.
  const bulleted = text.replace(/(^|\n)([ \t]{0,20})\*(?=[ \t])/g, '$1$2-');
  const flat = withoutSlips(
    withoutPageMarks(
      withoutStamps(bulleted.replace(/[*|`\u0080-\uffff]/g, (letter) => FLAT[letter] ?? letter)),
    ).replace(/_{2,}|#{1,6}(?= )/g, (run) => spaces(run.length)),
  );
  const low = lowOf(flat);
  return { text, flat, low, bare: low.replace(NOT_ASCII, bareLetter) };
};

const EDGE = /[\s*|]/;

/** The words between two offsets, without blanks and markup at the ends. */
export const cite = (source: Source, start: number, end: number): From => {
  let [a, b] = [Math.max(0, start), Math.min(source.text.length, end)];
  while (a < b && EDGE.test(source.text.charAt(a))) a++;
  while (b > a && EDGE.test(source.text.charAt(b - 1))) b--;
  return { start: a, end: b, text: source.text.slice(a, b) };
};

/** One line of plain words: markup and line ends become single spaces. */
export const squash = (words: string): string => words.replace(/[\s*|]+/g, ' ').trim();

/** The words between two offsets as one line. */
export const wordsAt = (source: Source, start: number, end: number): string =>
  squash(source.flat.slice(start, end));

/** A pattern for the bare view: syllables may be joined or parted by line ends ("Kínhgửi", "truớc\nngày"). */
export const joined = (phrase: string): string => phrase.split(' ').join('\\s{0,20}');

/** A sticky match at one place. */
export const matchAt = (pattern: RegExp, view: string, at: number): RegExpExecArray | null => {
  pattern.lastIndex = at;
  return pattern.exec(view);
};
