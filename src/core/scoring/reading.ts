import type { Amount } from '../kernel/amount.ts';
import { isFault, readNumber } from './number.ts';
import type { ProblemCode, SetProblem } from './problems.ts';

export type Raw = Readonly<Record<string, unknown>>;

/** Reads foreign JSON: says everything that is wrong, with its place, and goes on. */
export type Reading = { readonly problems: SetProblem[]; criterion: string };

export const isRaw = (value: unknown): value is Raw =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const has = (raw: Raw, key: string): boolean =>
  Object.hasOwn(raw, key) && raw[key] !== undefined && raw[key] !== null;

export const get = (raw: Raw, ...keys: readonly string[]): unknown => {
  for (const key of keys) if (has(raw, key)) return raw[key];
  return undefined;
};

/** What stood there, for a sentence; never the whole of a structure, which may be nested without end. */
export const said = (value: unknown): string => {
  if (Array.isArray(value)) return '[…]';
  if (typeof value === 'object' && value !== null) return '{…}';
  return String(value).slice(0, 120);
};

export const blame = (
  r: Reading,
  code: ProblemCode,
  path: string,
  details: Readonly<Record<string, string>> = {},
  severity: 'error' | 'warning' = 'error',
): undefined => {
  if (r.problems.length < 500)
    r.problems.push({ code, severity, path, details: { criterion: r.criterion, ...details } });
  return undefined;
};

// Without the line ends, which a cell of several lines keeps.
const CONTROLS = /(?![\t\n])\p{Cc}/gu;

/** A text without control characters, in NFC; undefined for anything else. */
export const textOf = (value: unknown, max = 4_000): string | undefined => {
  if (typeof value === 'number' && Number.isFinite(value)) return String(value);
  if (typeof value !== 'string') return undefined;
  const text = value.normalize('NFC').replace(CONTROLS, ' ').trim();
  return text === '' ? undefined : text.slice(0, max);
};

export const textsOf = (value: unknown): string[] => {
  const list = Array.isArray(value) ? value : value === undefined || value === null ? [] : [value];
  return list.flatMap((v) => textOf(v) ?? []).slice(0, 200);
};

/** A number under one of several names; absent is undefined, wrong is blamed. */
export const amountAt = (
  r: Reading,
  raw: Raw,
  path: string,
  ...keys: readonly string[]
): Amount | undefined => {
  const key = keys.find((k) => has(raw, k));
  return key === undefined ? undefined : amountOf(r, raw[key], `${path}.${key}`, key);
};

export const amountOf = (r: Reading, value: unknown, path: string, name: string): Amount | undefined => {
  const read = readNumber(value);
  if (!isFault(read)) return read;
  return blame(r, read === 'twoReadings' ? 'rule.twoReadings' : 'rule.number', path, {
    name,
    value: said(value),
  });
};

export const needed = (
  r: Reading,
  raw: Raw,
  path: string,
  ...keys: readonly string[]
): Amount | undefined => {
  if (!keys.some((k) => has(raw, k))) return blame(r, 'rule.missing', path, { name: keys[0] ?? '' });
  return amountAt(r, raw, path, ...keys);
};

export const positive = (value: Amount | undefined): Amount | undefined => value?.replace('-', '');
