import { type Comparison, type Cond, constant, type Expr } from './expression.ts';
import { FormulaFault, type Token, tokens } from './formulaTokens.ts';

/**
 * Formulas as offices write them in a cell: 'nếu(tỷ lệ >= 80; 2; b/a × 2)'. Arguments are parted by ';', because ','
 * is the decimal sign. In the tables of the Ministry a is the total and b what was done.
 */
type Cursor = { readonly list: readonly Token[]; at: number; depth: number; nesting: number };

const FIELDS: Readonly<Record<string, Expr>> = {
  'tỷ lệ': { kind: 'field', name: 'value', or: ['ratio'], unit: '%' },
  'tỉ lệ': { kind: 'field', name: 'value', or: ['ratio'], unit: '%' },
  'giá trị': { kind: 'field', name: 'value', or: ['count', 'ratio'] },
  value: { kind: 'field', name: 'value', or: ['count', 'ratio'] },
  'số lượng': { kind: 'field', name: 'count', or: ['value'] },
  count: { kind: 'field', name: 'count', or: ['value'] },
  n: { kind: 'field', name: 'count', or: ['value'] },
  'số ngày': { kind: 'field', name: 'days', or: ['value'] },
  'số ngày chậm': { kind: 'field', name: 'days', or: ['value'] },
  a: { kind: 'field', name: 'denominator', label: 'a' },
  b: { kind: 'field', name: 'numerator', label: 'b' },
  'mẫu số': { kind: 'field', name: 'denominator' },
  'tử số': { kind: 'field', name: 'numerator' },
  'năm nay': { kind: 'field', name: 'current' },
  'năm trước': { kind: 'field', name: 'previous' },
  'điểm tối đa': { kind: 'maximum' },
};

type Lists = 'plus' | 'min' | 'max' | 'average';
const LISTS: Readonly<Record<string, Lists>> = {
  tổng: 'plus',
  sum: 'plus',
  'nhỏ nhất': 'min',
  min: 'min',
  'lớn nhất': 'max',
  max: 'max',
  'trung bình': 'average',
  average: 'average',
};
const COMPARISONS: ReadonlySet<string> = new Set(['>=', '>', '<=', '<', '=', '!=']);

const peek = (c: Cursor): Token | undefined => c.list[c.at];
const is = (c: Cursor, value: string, kind: Token['kind'] = 'sign', ahead = 0): boolean => {
  const t = c.list[c.at + ahead];
  return t?.kind === kind && t.value === value;
};
const fault = (c: Cursor, words: string): FormulaFault =>
  new FormulaFault(peek(c)?.at ?? c.list.at(-1)?.at ?? 0, words);
const expect = (c: Cursor, sign: string): FormulaFault | undefined => {
  if (!is(c, sign)) return fault(c, `thiếu dấu “${sign}”`);
  c.at++;
  return undefined;
};
const isArgumentEnd = (c: Cursor): boolean => is(c, ';') || is(c, ',');

/** ('a'; 'b'; …) after a function's name. */
const args = <T>(c: Cursor, read: (c: Cursor, index: number) => T | FormulaFault): T[] | FormulaFault => {
  const open = expect(c, '(');
  if (open) return open;
  const out: T[] = [];
  while (true) {
    const one = read(c, out.length);
    if (one instanceof FormulaFault) return one;
    out.push(one);
    if (!isArgumentEnd(c)) break;
    c.at++;
  }
  const close = expect(c, ')');
  return close ?? out;
};

const quoted = (c: Cursor): string | FormulaFault => {
  const t = peek(c);
  if (t?.kind !== 'text') return fault(c, 'cần mã hoặc nhãn trong ngoặc kép');
  c.at++;
  return t.value;
};

const reference = (c: Cursor, name: string): Expr | FormulaFault => {
  const given = args(c, quoted);
  if (given instanceof FormulaFault) return given;
  const [first = '', second] = given;
  if (name === 'điểm' || name === 'points') return { kind: 'points', of: first };
  if (name === 'điểm tối đa') return { kind: 'maximum', of: first };
  if (name === 'tham chiếu' || name === 'context') return { kind: 'context', name: first };
  const field = second === undefined ? FIELDS.value : FIELDS[second.toLocaleLowerCase('vi')];
  return field?.kind === 'field'
    ? { ...field, of: first }
    : { kind: 'field', name: second ?? 'value', of: first };
};
const REFERENCES: ReadonlySet<string> = new Set([
  'điểm',
  'points',
  'điểm tối đa',
  'tham chiếu',
  'context',
  'trả lời',
  'answer',
]);

const call = (c: Cursor, name: string): Expr | FormulaFault => {
  if (REFERENCES.has(name)) return reference(c, name);
  if (name === 'nếu' || name === 'if') {
    const open = expect(c, '(');
    if (open) return open;
    const test = anyOf(c);
    if (test instanceof FormulaFault) return test;
    if (!isArgumentEnd(c)) return fault(c, 'thiếu dấu “;” sau điều kiện');
    c.at++;
    const gives = sum(c);
    if (gives instanceof FormulaFault) return gives;
    let other: Expr | FormulaFault = constant('0');
    if (isArgumentEnd(c)) {
      c.at++;
      other = sum(c);
    }
    if (other instanceof FormulaFault) return other;
    return expect(c, ')') ?? { kind: 'when', if: test, gives, else: other };
  }
  const given = args(c, sum);
  if (given instanceof FormulaFault) return given;
  const [first, second] = given;
  const list = Object.hasOwn(LISTS, name) ? LISTS[name] : undefined;
  if (list) return { kind: list, of: given };
  if ((name === 'không quá' || name === 'không dưới') && first && second)
    return { kind: name === 'không quá' ? 'at-most' : 'at-least', of: first, bound: second };
  if (name === 'làm tròn' && first && (!second || second.kind === 'const'))
    return { kind: 'round', of: first, decimals: Math.min(10, Math.max(0, Number(second?.value ?? '0'))) };
  return fault(c, `chưa có hàm “${name}”`);
};

const primary = (c: Cursor): Expr | FormulaFault => {
  const t = peek(c);
  if (!t) return fault(c, 'công thức còn thiếu ở cuối');
  if (++c.depth > 2_000) return fault(c, 'công thức quá dài');
  c.at++;
  if (t.kind === 'number') return constant(t.value);
  if (t.kind === 'sign' && t.value === '(') {
    const inner = sum(c);
    return inner instanceof FormulaFault ? inner : (expect(c, ')') ?? inner);
  }
  // A figure of the answer whose name holds signs or words of the formula's own: "không hoàn thành".
  if (t.kind === 'text' && t.value.trim() !== '')
    return { kind: 'field', name: t.value.normalize('NFC').trim() };
  if (t.kind === 'name') {
    if (is(c, '(')) {
      // A bracket after a known field is a product that lacks its sign; any other name is a function.
      return call(c, t.value);
    }
    if (t.value === 'x') return { kind: 'x' };
    if (Object.hasOwn(FIELDS, t.value)) return FIELDS[t.value] ?? fault(c, t.value);
    return { kind: 'field', name: t.value };
  }
  c.at--;
  return fault(c, `chưa hiểu “${t.value}” ở đây`);
};

const MAX_NESTING = 60;

const unary = (c: Cursor): Expr | FormulaFault => {
  if (is(c, '-')) {
    c.at++;
    const of = unary(c);
    if (of instanceof FormulaFault) return of;
    return of.kind === 'const' && !of.value.startsWith('-') && of.value !== '0'
      ? constant(`-${of.value}`)
      : { kind: 'minus', left: constant('0'), right: of };
  }
  if (is(c, '+')) c.at++;
  if (c.nesting > MAX_NESTING) return fault(c, 'công thức lồng quá sâu');
  c.nesting++;
  try {
    return primary(c);
  } finally {
    c.nesting--;
  }
};

const product = (c: Cursor): Expr | FormulaFault => {
  let left = unary(c);
  while (!(left instanceof FormulaFault) && (is(c, '*') || is(c, '/'))) {
    const isProduct = is(c, '*');
    c.at++;
    const right = unary(c);
    if (right instanceof FormulaFault) return right;
    left = isProduct ? { kind: 'times', of: [left, right] } : { kind: 'over', left, right };
  }
  return left;
};

const sum = (c: Cursor): Expr | FormulaFault => {
  let left = product(c);
  while (!(left instanceof FormulaFault) && (is(c, '+') || is(c, '-'))) {
    const isSum = is(c, '+');
    c.at++;
    const right = product(c);
    if (right instanceof FormulaFault) return right;
    left = isSum ? { kind: 'plus', of: [left, right] } : { kind: 'minus', left, right };
  }
  return left;
};

const single = (c: Cursor): Cond | FormulaFault => {
  const t = peek(c);
  if (t?.kind === 'name' && is(c, '(', 'sign', 1)) {
    if (t.value === 'không' || t.value === 'not') {
      c.at += 2;
      const of = anyOf(c);
      return of instanceof FormulaFault ? of : (expect(c, ')') ?? { kind: 'not', of });
    }
    if (t.value === 'chọn' || t.value === 'không phát sinh') {
      c.at++;
      const given = args(c, quoted);
      if (given instanceof FormulaFault) return given;
      const [first = '', second] = given;
      if (t.value === 'không phát sinh') return { kind: 'nil', of: first };
      const id = (label: string): string => (label === 'có' ? 'yes' : label === 'không' ? 'no' : label);
      return second === undefined
        ? { kind: 'chosen', id: id(first) }
        : { kind: 'chosen', of: first, id: id(second) };
    }
  }
  if (is(c, '(') && c.nesting < MAX_NESTING) {
    // A bracket opens a condition or an expression; which one shows at its end.
    const start = c.at++;
    c.nesting++;
    const inner = anyOf(c);
    c.nesting--;
    if (!(inner instanceof FormulaFault) && is(c, ')')) {
      c.at++;
      return inner;
    }
    c.at = start;
  }
  const left = sum(c);
  if (left instanceof FormulaFault) return left;
  const sign = peek(c);
  if (sign?.kind !== 'sign' || !COMPARISONS.has(sign.value)) return fault(c, 'thiếu dấu so sánh');
  c.at++;
  const right = sum(c);
  if (right instanceof FormulaFault) return right;
  return { kind: 'compare', left, op: sign.value as Comparison, right };
};

const joined = (
  c: Cursor,
  kind: 'all' | 'any',
  words: readonly string[],
  read: (c: Cursor) => Cond | FormulaFault,
): Cond | FormulaFault => {
  const of: Cond[] = [];
  while (true) {
    const one = read(c);
    if (one instanceof FormulaFault) return one;
    of.push(one);
    if (!words.some((w) => is(c, w, 'name'))) break;
    c.at++;
  }
  const [first] = of;
  return of.length === 1 && first ? first : { kind, of };
};
const allOf = (c: Cursor): Cond | FormulaFault => joined(c, 'all', ['và', 'and'], single);
const anyOf = (c: Cursor): Cond | FormulaFault => joined(c, 'any', ['hoặc', 'or'], allOf);

const whole = <T>(text: string, read: (c: Cursor) => T | FormulaFault): T | FormulaFault => {
  const list = tokens(text.normalize('NFC').replace(/^\s*=/, ''));
  if (list instanceof FormulaFault) return list;
  const c: Cursor = { list, at: 0, depth: 0, nesting: 0 };
  const result = read(c);
  if (result instanceof FormulaFault) return result;
  return c.at < list.length ? fault(c, `chưa hiểu “${peek(c)?.value}” ở đây`) : result;
};

export const parseFormula = (text: string): Expr | FormulaFault => whole(text, sum);
export const parseCondition = (text: string): Cond | FormulaFault => whole(text, anyOf);
