import type { Bounds, Comparison, Cond, Expr } from './expression.ts';
import { constant } from './expression.ts';
import { parseCondition, parseFormula } from './formula.ts';
import { FormulaFault } from './formulaTokens.ts';
import { isFault, readNumber } from './number.ts';
import {
  amountAt,
  amountOf,
  blame,
  get,
  has,
  isRaw,
  type Raw,
  type Reading,
  said,
  textOf,
} from './reading.ts';

const MAX_DEPTH = 40;
const OPS: readonly Comparison[] = ['>=', '>', '<=', '<', '=', '!='];

const formulaBlame = (r: Reading, fault: FormulaFault, path: string): undefined =>
  blame(r, 'rule.formula', path, { words: fault.words, at: String(fault.at + 1) });

const list = (r: Reading, raw: unknown, path: string, depth: number): Expr[] | undefined => {
  if (!Array.isArray(raw) || raw.length === 0 || raw.length > 200)
    return blame(r, 'rule.missing', path, { name: 'of' });
  const read = raw.map((one, i) => readExpr(r, one, `${path}[${i}]`, depth + 1));
  const known = read.filter((e) => e !== undefined);
  return known.length === read.length ? known : undefined;
};

const pair = (
  r: Reading,
  raw: Raw,
  path: string,
  a: string,
  b: string,
  depth: number,
): [Expr, Expr] | undefined => {
  const left = readExpr(r, raw[a], `${path}.${a}`, depth + 1);
  const right = readExpr(r, raw[b], `${path}.${b}`, depth + 1);
  return left && right ? [left, right] : undefined;
};

const fieldExpr = (r: Reading, raw: Raw, path: string): Expr | undefined => {
  const name = textOf(raw.name, 80);
  if (name === undefined) return blame(r, 'rule.missing', path, { name: 'name' });
  const or = Array.isArray(raw.or) ? raw.or.flatMap((n) => textOf(n, 80) ?? []) : [];
  const [of, unit, label] = [textOf(raw.of, 80), textOf(raw.unit, 40), textOf(raw.label, 200)];
  return {
    kind: 'field',
    name,
    ...(or.length > 0 ? { or } : {}),
    ...(of === undefined ? {} : { of }),
    ...(unit === undefined ? {} : { unit }),
    ...(label === undefined ? {} : { label }),
  };
};

export const readBounds = (r: Reading, raw: Raw, path: string): Bounds => {
  const bounds: Record<string, string> = {};
  for (const key of ['gte', 'gt', 'lt', 'lte'] as const) {
    const value = amountAt(r, raw, path, key);
    if (value !== undefined) bounds[key] = value;
  }
  if (Object.keys(bounds).length > 0) return bounds;
  // Ends under other names; the upper end of a band is where the next higher one begins.
  const min = amountAt(r, raw, path, 'min');
  const max = amountAt(r, raw, path, 'max');
  if (min !== undefined) bounds.gte = min;
  else if (max !== undefined) bounds.lte = max;
  return bounds;
};

const bandsExpr = (r: Reading, raw: Raw, path: string, depth: number): Expr | undefined => {
  const on = readExpr(r, raw.on, `${path}.on`, depth + 1);
  if (!Array.isArray(raw.bands) || raw.bands.length === 0 || raw.bands.length > 100)
    return blame(r, 'rule.missing', `${path}.bands`, { name: 'bands' });
  const bands = raw.bands.map((band: unknown, i) => {
    const at = `${path}.bands[${i}]`;
    if (!isRaw(band)) return blame(r, 'rule.missing', at, { name: 'bands' });
    const gives = readExpr(r, get(band, 'gives', 'points'), `${at}.gives`, depth + 1);
    return gives && { ...readBounds(r, band, at), gives };
  });
  const known = bands.filter((b) => b !== undefined);
  const otherwise = has(raw, 'otherwise')
    ? readExpr(r, raw.otherwise, `${path}.otherwise`, depth + 1)
    : undefined;
  if (!on || known.length !== bands.length) return undefined;
  return {
    kind: 'bands',
    on,
    unit: textOf(raw.unit, 40) ?? '',
    bands: known,
    ...(otherwise ? { otherwise } : {}),
  };
};

/** An expression of a file: a number, a formula in words, or the data themselves. */
export const readExpr = (r: Reading, raw: unknown, path: string, depth = 0): Expr | undefined => {
  if (depth > MAX_DEPTH) return blame(r, 'rule.parameters', path, { value: '…' });
  if (typeof raw === 'number') {
    const value = amountOf(r, raw, path, 'expr');
    return value === undefined ? undefined : constant(value);
  }
  if (typeof raw === 'string') {
    const value = readNumber(raw);
    if (!isFault(value)) return constant(value);
    const parsed = parseFormula(raw.slice(0, 4_000));
    return parsed instanceof FormulaFault ? formulaBlame(r, parsed, path) : parsed;
  }
  if (!isRaw(raw)) return blame(r, 'rule.missing', path, { name: 'expr' });
  switch (raw.kind) {
    case 'const': {
      const value = amountAt(r, raw, path, 'value');
      return value === undefined ? undefined : constant(value);
    }
    case 'field':
      return fieldExpr(r, raw, path);
    case 'x':
      return { kind: 'x' };
    case 'points':
    case 'maximum': {
      const of = textOf(raw.of, 80);
      if (raw.kind === 'maximum') return { kind: 'maximum', ...(of === undefined ? {} : { of }) };
      return of === undefined ? blame(r, 'rule.missing', path, { name: 'of' }) : { kind: 'points', of };
    }
    case 'context': {
      const name = textOf(raw.name, 80);
      return name === undefined
        ? blame(r, 'rule.missing', path, { name: 'name' })
        : { kind: 'context', name };
    }
    case 'plus':
    case 'times':
    case 'min':
    case 'max':
    case 'average': {
      const of = list(r, raw.of, `${path}.of`, depth);
      return of && { kind: raw.kind, of };
    }
    case 'minus':
    case 'over': {
      const both = pair(r, raw, path, 'left', 'right', depth);
      return both && { kind: raw.kind, left: both[0], right: both[1] };
    }
    case 'at-most':
    case 'at-least': {
      const both = pair(r, raw, path, 'of', 'bound', depth);
      return both && { kind: raw.kind, of: both[0], bound: both[1] };
    }
    case 'round': {
      const of = readExpr(r, raw.of, `${path}.of`, depth + 1);
      const decimals = Number(raw.decimals ?? 2);
      return of && { kind: 'round', of, decimals: Math.trunc(Math.min(10, Math.max(0, decimals || 0))) };
    }
    case 'when': {
      const test = readCond(r, raw.if, `${path}.if`, depth + 1);
      const both = pair(r, raw, path, 'gives', 'else', depth);
      return test && both && { kind: 'when', if: test, gives: both[0], else: both[1] };
    }
    case 'choice': {
      if (!Array.isArray(raw.choices)) return blame(r, 'rule.missing', path, { name: 'choices' });
      const choices = raw.choices.map((one: unknown, i) => {
        const at = `${path}.choices[${i}]`;
        const label = isRaw(one) ? textOf(one.label, 300) : undefined;
        if (!isRaw(one) || label === undefined) return blame(r, 'rule.missing', at, { name: 'label' });
        const gives = readExpr(r, get(one, 'gives', 'points'), at, depth + 1);
        return gives && { id: textOf(one.id, 300) ?? label, label, gives };
      });
      const known = choices.filter((c) => c !== undefined);
      return known.length === choices.length ? { kind: 'choice', choices: known } : undefined;
    }
    case 'bands':
      return bandsExpr(r, raw, path, depth);
    case 'part': {
      const gives = readExpr(r, raw.gives, `${path}.gives`, depth + 1);
      const id = textOf(raw.id, 80);
      if (id === undefined) return blame(r, 'rule.missing', path, { name: 'id' });
      return gives && { kind: 'part', id, label: textOf(raw.label, 300) ?? id, gives };
    }
    default:
      return blame(r, 'rule.parameters', path, { value: said(raw.kind ?? raw) });
  }
};

const conds = (r: Reading, raw: unknown, path: string, depth: number): Cond[] | undefined => {
  if (!Array.isArray(raw) || raw.length === 0 || raw.length > 100)
    return blame(r, 'rule.missing', path, { name: 'of' });
  const read = raw.map((one, i) => readCond(r, one, `${path}[${i}]`, depth + 1));
  const known = read.filter((c) => c !== undefined);
  return known.length === read.length ? known : undefined;
};

/** Short form of a condition: {"of": "3.1", "is": "đạt"}, {"points": "1.1", "eq": 0}, {"of": "3.2", "gte": 80}. */
const shortCond = (r: Reading, raw: Raw, path: string): Cond | undefined => {
  const of = textOf(get(raw, 'of', 'on', 'criterion', 'code'), 80);
  const points = textOf(raw.points, 80);
  if (has(raw, 'is')) {
    const id = raw.is === true ? 'yes' : raw.is === false ? 'no' : textOf(raw.is, 300);
    if (id === undefined) return blame(r, 'rule.missing', path, { name: 'is' });
    return { kind: 'chosen', id, ...(of === undefined ? {} : { of }) };
  }
  if (raw.nil === true) return { kind: 'nil', ...(of === undefined ? {} : { of }) };
  const left: Expr =
    points === undefined
      ? {
          kind: 'field',
          name: textOf(raw.field, 80) ?? 'value',
          or: ['ratio', 'count', 'days'],
          unit: '%',
          ...(of === undefined ? {} : { of }),
        }
      : { kind: 'points', of: points };
  const signs: readonly [string, Comparison][] = [
    ['gte', '>='],
    ['gt', '>'],
    ['lte', '<='],
    ['lt', '<'],
    ['eq', '='],
    ['ne', '!='],
  ];
  const tests = signs.flatMap(([key, op]): Cond[] => {
    const value = amountAt(r, raw, path, key);
    return value === undefined ? [] : [{ kind: 'compare', left, op, right: constant(value) }];
  });
  const [first] = tests;
  if (!first) return blame(r, 'rule.parameters', path, { value: said(raw) });
  return tests.length === 1 ? first : { kind: 'all', of: tests };
};

export const readCond = (r: Reading, raw: unknown, path: string, depth = 0): Cond | undefined => {
  if (depth > MAX_DEPTH) return blame(r, 'rule.parameters', path, { value: '…' });
  if (typeof raw === 'string') {
    const parsed = parseCondition(raw.slice(0, 4_000));
    return parsed instanceof FormulaFault ? formulaBlame(r, parsed, path) : parsed;
  }
  if (!isRaw(raw)) return blame(r, 'rule.missing', path, { name: 'when' });
  switch (raw.kind) {
    case 'compare': {
      const both = pair(r, raw, path, 'left', 'right', depth);
      const op = OPS.find((o) => o === raw.op);
      if (!op) return blame(r, 'rule.parameters', path, { value: said(raw.op) });
      return both && { kind: 'compare', left: both[0], op, right: both[1] };
    }
    case 'chosen': {
      const [id, of] = [textOf(raw.id, 300), textOf(raw.of, 80)];
      if (id === undefined) return blame(r, 'rule.missing', path, { name: 'id' });
      return { kind: 'chosen', id, ...(of === undefined ? {} : { of }) };
    }
    case 'nil': {
      const of = textOf(raw.of, 80);
      return { kind: 'nil', ...(of === undefined ? {} : { of }) };
    }
    case 'all':
    case 'any': {
      const of = conds(r, raw.of, `${path}.of`, depth);
      return of && { kind: raw.kind, of };
    }
    case 'not': {
      const of = readCond(r, raw.of, `${path}.of`, depth + 1);
      return of && { kind: 'not', of };
    }
    default:
      if (has(raw, 'all')) return readCond(r, { kind: 'all', of: raw.all }, path, depth + 1);
      if (has(raw, 'any')) return readCond(r, { kind: 'any', of: raw.any }, path, depth + 1);
      if (has(raw, 'not')) return readCond(r, { kind: 'not', of: raw.not }, path, depth + 1);
      return shortCond(r, raw, path);
  }
};
