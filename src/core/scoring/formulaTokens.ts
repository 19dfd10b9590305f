import type { Amount } from '../kernel/amount.ts';
import { isFault, readNumber } from './number.ts';

export type Token =
  | { readonly kind: 'number'; readonly value: Amount; readonly at: number }
  | { readonly kind: 'text'; readonly value: string; readonly at: number }
  | { readonly kind: 'name'; readonly value: string; readonly at: number }
  | { readonly kind: 'sign'; readonly value: string; readonly at: number };

export class FormulaFault {
  readonly at: number;
  readonly words: string;
  constructor(at: number, words: string) {
    this.at = at;
    this.words = words;
  }
}

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
  '[': '(',
  ']': ')',
  '==': '=',
};

const NUMBER = /^\d+(?:[.,]\d+)?/;
const NAME = /^[\p{L}_][\p{L}\p{M}\p{N}_]*/u;
const QUOTED = /^["“”]([^"“”]*)["“”]/;
const TWO = /^(?:>=|<=|!=|<>|=>|=<|==)/;
const ONE = /^[+\-*/()=<>;,×·÷:−–≥≤≠[\]]/u;

/** Words of a name stand apart: 'tỷ lệ' is one name. A per cent sign says nothing: rates are counted in per cent. */
export const tokens = (text: string): readonly Token[] | FormulaFault => {
  const out: Token[] = [];
  let at = 0;
  while (at < text.length) {
    const rest = text.slice(at);
    const space = /^[\s%]+/.exec(rest);
    if (space) {
      at += space[0].length;
      continue;
    }
    const number = NUMBER.exec(rest);
    const name = NAME.exec(rest);
    const quoted = QUOTED.exec(rest);
    const sign = TWO.exec(rest) ?? ONE.exec(rest);
    if (number) {
      const value = readNumber(number[0]);
      if (isFault(value))
        return new FormulaFault(
          at,
          `số “${number[0]}” đọc được hai cách; viết liền không dấu chấm hoặc dùng dấu phẩy thập phân`,
        );
      out.push({ kind: 'number', value, at });
      at += number[0].length;
    } else if (quoted) {
      out.push({ kind: 'text', value: quoted[1] ?? '', at });
      at += quoted[0].length;
    } else if (name) {
      const last = out.at(-1);
      const joined =
        last?.kind === 'name' && !CONNECTIVES.has(last.value) && !CONNECTIVES.has(lower(name[0]));
      if (joined) out[out.length - 1] = { ...last, value: `${last.value} ${lower(name[0])}` };
      else out.push({ kind: 'name', value: lower(name[0]), at });
      at += name[0].length;
    } else if (sign) {
      out.push({ kind: 'sign', value: SIGNS[sign[0]] ?? sign[0], at });
      at += sign[0].length;
    } else return new FormulaFault(at, `ký tự “${[...rest][0]}” chưa hiểu được`);
    if (out.length > 2_000) return new FormulaFault(at, 'công thức quá dài');
  }
  return out;
};

const lower = (text: string): string => text.normalize('NFC').toLocaleLowerCase('vi');

/** Words that stand between conditions. */
const CONNECTIVES: ReadonlySet<string> = new Set(['và', 'hoặc', 'and', 'or']);
