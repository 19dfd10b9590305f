import type { UnitKind } from '../directory/unit.ts';
import { withoutMarks } from '../kernel/search.ts';
import type { Claim, Comparison, Cond, Expr, Rule } from './rule.ts';
import { fault, type RuleFault, spelling, type Token, tokensOf, type Word } from './ruleTokens.ts';
import type { Column, Form, Formula, Ref, Row } from './template.ts';

/**
 * The language in which an office writes what its figures must satisfy:
 *   [3] = [7] + [11]                          columns of the row at hand, by number
 *   [CCHC.1.03] <= [CCHC.1.02]                rows, by the code of their indicator
 *   [6] = kỳ trước([11]) khi liền kề          the period before, when the windows adjoin
 *   [4] >= kỳ trước([4]) khi lũy kế           growth of cumulative figures
 *   tỷ lệ([8] + [9]; [7]) từ 0 đến 100        ratio and range
 *   nếu [10] > 0 thì có [note]                a comment is asked for
 *   [CCHC.3.P5] = các xã([CCHC.3.P5])         against the sum of other units
 * Arguments are parted by ';', because ',' is the decimal sign. Nothing of it is code: it is read into data.
 */
type Fault = { readonly fault: RuleFault };
type Cursor = { readonly form: PlaceForm; readonly list: readonly Token[]; at: number; readonly end: number };

/** What of a form names its places. */
export type PlaceForm = Pick<Form, 'columns' | 'totalRow'> & { readonly rows: Form['rows'] };

const isFault = (value: object): value is Fault => 'fault' in value;

const peek = (c: Cursor): Token | undefined => c.list[c.at];
const isSign = (c: Cursor, sign: string): boolean => {
  const token = peek(c);
  return token?.kind === 'sign' && token.sign === sign;
};
const isWord = (c: Cursor, word: Word): boolean => {
  const token = peek(c);
  return token?.kind === 'word' && token.word === word;
};
const wrong = (c: Cursor): Fault => {
  const token = peek(c);
  return token ? fault('rule.unexpected', token.at, token.text) : fault('rule.unfinished', c.end);
};
const lacks = (c: Cursor, what: string): Fault => fault('rule.expected', peek(c)?.at ?? c.end, what);

const take = (c: Cursor, sign: string): Fault | undefined => {
  if (!isSign(c, sign)) return lacks(c, sign);
  c.at++;
  return undefined;
};

const plain = (text: string): string => withoutMarks(text).replace(/\s+/g, ' ').trim();
const bare = (number: string | undefined): string | undefined => number?.replace(/[()]/g, '');

const columnsNamed = (form: PlaceForm, name: string): readonly Column[] => {
  const exact = form.columns.filter(
    (c) => c.id === name || bare(c.number) === bare(name) || c.indicator === name,
  );
  return exact.length > 0 ? exact : form.columns.filter((c) => plain(c.title) === plain(name));
};

const rowsNamed = (form: PlaceForm, name: string): readonly Pick<Row, 'id'>[] => {
  if (form.totalRow && (name === 'total' || plain(name) === 'tong')) return [{ id: 'total' }];
  if ('from' in form.rows) return [];
  const exact = form.rows.filter((r) => r.id === name || r.indicator === name);
  return exact.length > 0 ? exact : form.rows.filter((r) => plain(r.title) === plain(name));
};

const one = <T>(found: readonly T[], at: number, name: string): T | Fault => {
  const [first] = found;
  if (first === undefined) return fault('rule.unknownPlace', at, name);
  return found.length > 1 ? fault('rule.ambiguousPlace', at, name) : first;
};

/** '3', 'CCHC.1.03', 'ho-tich; 3' as a place of the form; a column alone means the row at hand. */
const placeOf = (form: PlaceForm, name: string, at: number): Ref | Fault => {
  const [first = '', second] = name.split(';').map((part) => part.trim());
  if (second !== undefined) {
    const row = one(rowsNamed(form, first), at, first);
    if (isFault(row)) return row;
    const column = one(columnsNamed(form, second), at, second);
    return isFault(column) ? column : { row: row.id, column: column.id };
  }
  const columns = columnsNamed(form, first);
  if (columns.length > 0) {
    const column = one(columns, at, first);
    return isFault(column) ? column : { row: '*', column: column.id };
  }
  const row = one(rowsNamed(form, first), at, first);
  if (isFault(row)) return row;
  const figures = form.columns.filter((c) => c.kind === 'figure');
  const [only] = figures;
  return only && figures.length === 1
    ? { row: row.id, column: only.id }
    : fault('rule.columnNeeded', at, first);
};

const placeHere = (c: Cursor, figure: boolean): Ref | Fault => {
  const token = peek(c);
  if (token?.kind !== 'place') return token ? fault('rule.placeOnly', token.at, token.text) : wrong(c);
  const ref = placeOf(c.form, token.name, token.at);
  if (isFault(ref)) return ref;
  const column = c.form.columns.find((x) => x.id === ref.column);
  if (figure && column?.kind !== 'figure') return fault('rule.notFigure', token.at, token.name);
  c.at++;
  return ref;
};

/** Other units are known by the indicator alone: their tables may be laid out otherwise. */
const indicatorOf = (form: PlaceForm, ref: Ref): string | undefined =>
  form.columns.find((c) => c.id === ref.column)?.indicator ??
  ('from' in form.rows ? undefined : form.rows.find((r) => r.id === ref.row)?.indicator);

const elsewhere = (c: Cursor, kind: 'previous' | UnitKind): Expr | Fault => {
  const open = take(c, '(');
  if (open) return open;
  const at = peek(c)?.at ?? c.end;
  const ref = placeHere(c, true);
  if (isFault(ref)) return ref;
  if (kind !== 'previous' && indicatorOf(c.form, ref) === undefined) return fault('rule.noIndicator', at);
  return take(c, ')') ?? (kind === 'previous' ? { kind, ref } : { kind: 'units', of: kind, ref });
};

type Called = 'sum' | 'max' | 'min' | 'percent';
const isCalled = (word: Word): word is Called =>
  word === 'sum' || word === 'max' || word === 'min' || word === 'percent';

const call = (c: Cursor, kind: Called): Expr | Fault => {
  const open = take(c, '(');
  if (open) return open;
  const of: Expr[] = [];
  while (true) {
    const part = sum(c);
    if (isFault(part)) return part;
    of.push(part);
    if (!isSign(c, ';')) break;
    c.at++;
  }
  const [left, right, more] = of;
  if (kind !== 'percent') return take(c, ')') ?? { kind, of };
  if (!left || !right || more) return lacks(c, more ? ')' : ';');
  return take(c, ')') ?? { kind, left, right };
};

const factor = (c: Cursor): Expr | Fault => {
  const token = peek(c);
  if (token?.kind === 'number') {
    c.at++;
    return { kind: 'number', value: token.value };
  }
  if (token?.kind === 'place') {
    const ref = placeHere(c, true);
    return isFault(ref) ? ref : { kind: 'cell', ref };
  }
  if (isSign(c, '(')) {
    c.at++;
    const inner = sum(c);
    return isFault(inner) ? inner : (take(c, ')') ?? inner);
  }
  if (token?.kind !== 'word') return wrong(c);
  c.at++;
  if (token.word === 'previous') return elsewhere(c, 'previous');
  if (token.word === 'communes') return elsewhere(c, 'commune');
  if (token.word === 'departments') return elsewhere(c, 'department');
  if (isCalled(token.word)) return call(c, token.word);
  c.at--;
  return wrong(c);
};

const product = (c: Cursor): Expr | Fault => {
  let left = factor(c);
  while (!isFault(left) && (isSign(c, '*') || isSign(c, '/'))) {
    const kind = isSign(c, '*') ? 'times' : 'over';
    c.at++;
    const right = factor(c);
    if (isFault(right)) return right;
    left = { kind, left, right };
  }
  return left;
};

/** Sums are kept as one list, so that 'không áp dụng' is passed over and a blank makes the whole silent. */
const plus = (left: Expr, right: Expr): Expr => ({
  kind: 'sum',
  of: [...(left.kind === 'sum' ? left.of : [left]), right],
});

const sum = (c: Cursor): Expr | Fault => {
  let left = product(c);
  while (!isFault(left) && (isSign(c, '+') || isSign(c, '-'))) {
    const adds = isSign(c, '+');
    c.at++;
    const right = product(c);
    if (isFault(right)) return right;
    left = adds ? plus(left, right) : { kind: 'minus', left, right };
  }
  return left;
};

const COMPARISONS: ReadonlySet<string> = new Set(['=', '<=', '>=', '<', '>', '!=']);

const comparisonHere = (c: Cursor): Comparison | undefined => {
  const token = peek(c);
  return token?.kind === 'sign' && COMPARISONS.has(token.sign) ? (token.sign as Comparison) : undefined;
};

const filledHere = (c: Cursor): { readonly kind: 'filled'; readonly ref: Ref } | Fault => {
  c.at++;
  const ref = placeHere(c, false);
  return isFault(ref) ? ref : { kind: 'filled', ref };
};

const single = (c: Cursor): Cond | Fault => {
  if (isWord(c, 'filled')) return filledHere(c);
  const left = sum(c);
  if (isFault(left)) return left;
  const op = comparisonHere(c);
  if (!op) return lacks(c, '=');
  c.at++;
  const right = sum(c);
  return isFault(right) ? right : { kind: 'compare', left, op, right };
};

const joined = (c: Cursor, kind: 'all' | 'any', read: (c: Cursor) => Cond | Fault): Cond | Fault => {
  const of: Cond[] = [];
  while (true) {
    const part = read(c);
    if (isFault(part)) return part;
    of.push(part);
    if (!isWord(c, kind === 'all' ? 'and' : 'or')) break;
    c.at++;
  }
  const [first] = of;
  return of.length === 1 && first ? first : { kind, of };
};
const condition = (c: Cursor) => joined(c, 'any', (x) => joined(x, 'all', single));

const claim = (c: Cursor): Claim | Fault => {
  if (isWord(c, 'filled')) return filledHere(c);
  const left = sum(c);
  if (isFault(left)) return left;
  if (isWord(c, 'from')) {
    c.at++;
    const from = sum(c);
    if (isFault(from)) return from;
    if (!isWord(c, 'to')) return lacks(c, spelling('to'));
    c.at++;
    const to = sum(c);
    return isFault(to) ? to : { kind: 'between', of: left, from, to };
  }
  const op = comparisonHere(c);
  if (!op) return lacks(c, '=');
  // "Less than" cannot say by how much it is broken; counts are whole numbers, so "at most" says the same.
  if (op !== '=' && op !== '<=' && op !== '>=') return fault('rule.strict', peek(c)?.at ?? c.end, op);
  c.at++;
  const right = sum(c);
  return isFault(right) ? right : { kind: 'compare', left, op, right };
};

const relation = (c: Cursor): Rule['relation'] | Fault => {
  if (!isWord(c, 'when')) return undefined;
  c.at++;
  const found = isWord(c, 'adjoins') ? 'adjoins' : isWord(c, 'cumulative') ? 'same-start' : undefined;
  if (!found) return lacks(c, spelling('adjoins'));
  c.at++;
  return found;
};

const cursorOf = (form: PlaceForm, typed: string): Cursor | Fault => {
  const text = typed.normalize('NFC');
  const list = tokensOf(text);
  if (isFault(list)) return list;
  return list.length === 0 ? fault('rule.empty', 0) : { form, list, at: 0, end: text.trimEnd().length };
};

const done = <T extends object>(c: Cursor, result: T): T | Fault =>
  c.at < c.list.length ? wrong(c) : result;

/** A rule as it was typed, for the places of this form; or what is wrong with it and where. */
export const readRule = (form: PlaceForm, typed: string): Rule | Fault => {
  const c = cursorOf(form, typed);
  if (isFault(c)) return c;
  let when: Cond | undefined;
  if (isWord(c, 'ifWord')) {
    c.at++;
    const asked = condition(c);
    if (isFault(asked)) return asked;
    if (!isWord(c, 'thenWord')) return lacks(c, spelling('thenWord'));
    c.at++;
    when = asked;
  }
  const said = claim(c);
  if (isFault(said)) return said;
  const how = relation(c);
  if (how !== undefined && typeof how !== 'string') return how;
  return done(c, { ...(when ? { when } : {}), claim: said, ...(how ? { relation: how } : {}) });
};

/** The places of a plain sum of cells; undefined for anything else. */
export const sumOfCells = (expr: Expr): readonly Ref[] | undefined => {
  if (expr.kind === 'cell') return [expr.ref];
  if (expr.kind !== 'sum') return undefined;
  const refs = expr.of.map((e) => (e.kind === 'cell' ? e.ref : undefined));
  return refs.some((r) => r === undefined) ? undefined : (refs as Ref[]);
};

/** How a computed cell is reckoned, in the same language: a sum of cells, or the ratio of two. */
export const readFormula = (form: PlaceForm, typed: string): Formula | Fault => {
  const c = cursorOf(form, typed.replace(/^\s*=/, ' '));
  if (isFault(c)) return c;
  const expr = sum(c);
  if (isFault(expr)) return expr;
  const whole = done(c, expr);
  if (isFault(whole)) return whole;
  if (expr.kind === 'percent') {
    const of = sumOfCells(expr.left);
    const by = sumOfCells(expr.right);
    if (of && by) return { percent: { of, by } };
  }
  const refs = sumOfCells(expr);
  return refs ? { sum: refs } : fault('rule.formulaShape', 0, typed.trim());
};
