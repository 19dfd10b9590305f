import { type Amount, parseAmount } from '../kernel/amount.ts';

/** Words of the language; a person may write them with either spelling. */
const WORDS = {
  ifWord: ['nếu'],
  thenWord: ['thì'],
  and: ['và'],
  or: ['hoặc'],
  when: ['khi'],
  adjoins: ['liền kề'],
  cumulative: ['lũy kế', 'luỹ kế'],
  filled: ['có'],
  from: ['từ'],
  to: ['đến'],
  previous: ['kỳ trước', 'kì trước'],
  communes: ['các xã', 'cấp xã'],
  departments: ['các phòng'],
  sum: ['tổng'],
  percent: ['tỷ lệ', 'tỉ lệ'],
  max: ['lớn nhất'],
  min: ['nhỏ nhất'],
} as const;
export type Word = keyof typeof WORDS;

/** What a person writes for a word; the first spelling is the one that is shown. */
export const spelling = (word: Word): string => WORDS[word][0];

const PHRASES = (Object.entries(WORDS) as [Word, readonly string[]][])
  .flatMap(([word, phrases]) => phrases.map((text) => ({ word, text })))
  .sort((a, b) => b.text.length - a.text.length)
  .map(({ word, text }) => ({
    word,
    pattern: new RegExp(`^${text.replace(' ', '\\s+')}(?![\\p{L}\\p{M}\\p{N}])`, 'iu'),
  }));

const SIGNS: Readonly<Record<string, string>> = {
  '×': '*',
  '·': '*',
  '÷': '/',
  ':': '/',
  '−': '-',
  '–': '-',
  '≥': '>=',
  '≤': '<=',
  '≠': '!=',
  '<>': '!=',
  '=>': '>=',
  '=<': '<=',
  '==': '=',
};

export type Token = { readonly at: number; readonly text: string } & (
  | { readonly kind: 'number'; readonly value: Amount }
  /** What stands between square brackets. */
  | { readonly kind: 'place'; readonly name: string }
  | { readonly kind: 'word'; readonly word: Word }
  | { readonly kind: 'sign'; readonly sign: string }
);

/** What is wrong with a rule as it was typed, and at which letter (from 0). */
export type RuleFault = {
  readonly at: number;
  readonly code:
    | 'rule.empty'
    | 'rule.tooLong'
    | 'rule.unknownSign'
    | 'rule.unknownWord'
    | 'rule.numberUnread'
    | 'rule.bracketOpen'
    | 'rule.expected'
    | 'rule.unexpected'
    | 'rule.unfinished'
    | 'rule.strict'
    | 'rule.placeOnly'
    | 'rule.unknownPlace'
    | 'rule.ambiguousPlace'
    | 'rule.columnNeeded'
    | 'rule.notFigure'
    | 'rule.formulaShape'
    | 'rule.noIndicator';
  /** The piece of the text that it is about, or what is lacking. */
  readonly found: string;
};

export const fault = (code: RuleFault['code'], at: number, found = ''): { readonly fault: RuleFault } => ({
  fault: { at, code, found },
});

export const LONGEST_RULE = 500;

const NUMBER = /^\d[\d.]*(?:,\d+)?/;
const SIGN = /^(?:>=|<=|!=|<>|=>|=<|==|[+\-*/()=<>;×·÷:−–≥≤≠])/u;
const LETTERS = /^\p{L}[\p{L}\p{M}]*/u;

const phraseAt = (rest: string): { word: Word; text: string } | undefined => {
  for (const { word, pattern } of PHRASES) {
    const text = pattern.exec(rest)?.[0];
    if (text !== undefined) return { word, text };
  }
  return undefined;
};

/** Cuts a rule into its pieces; a percent sign says nothing, since rates are counted in per cent. */
export const tokensOf = (typed: string): readonly Token[] | { readonly fault: RuleFault } => {
  if (typed.length > LONGEST_RULE) return fault('rule.tooLong', LONGEST_RULE);
  const tokens: Token[] = [];
  let at = 0;
  while (at < typed.length) {
    const rest = typed.slice(at);
    const skip = /^[\s%]+/.exec(rest)?.[0].length;
    if (skip) {
      at += skip;
      continue;
    }
    const number = NUMBER.exec(rest)?.[0];
    const sign = SIGN.exec(rest)?.[0];
    const phrase = phraseAt(rest);
    if (rest.startsWith('[')) {
      const end = rest.indexOf(']');
      if (end < 0) return fault('rule.bracketOpen', at);
      const text = rest.slice(0, end + 1);
      tokens.push({ kind: 'place', name: text.slice(1, -1).trim(), at, text });
      at += text.length;
    } else if (number) {
      const value = parseAmount(number);
      if (value === undefined) return fault('rule.numberUnread', at, number);
      tokens.push({ kind: 'number', value, at, text: number });
      at += number.length;
    } else if (phrase) {
      tokens.push({ kind: 'word', at, ...phrase });
      at += phrase.text.length;
    } else if (sign) {
      tokens.push({ kind: 'sign', sign: SIGNS[sign] ?? sign, at, text: sign });
      at += sign.length;
    } else {
      const word = LETTERS.exec(rest)?.[0];
      return word ? fault('rule.unknownWord', at, word) : fault('rule.unknownSign', at, [...rest][0]);
    }
  }
  return tokens;
};
