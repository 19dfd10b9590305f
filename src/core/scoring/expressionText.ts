import { formatAmount } from '../kernel/amount.ts';
import { boundsText } from './boundsText.ts';
import type { Comparison, Cond, Expr } from './expression.ts';

const SIGNS: Readonly<Record<Comparison, string>> = {
  '>=': '≥',
  '>': '>',
  '<=': '≤',
  '<': '<',
  '=': '=',
  '!=': '≠',
};

const FIELDS: Readonly<Record<string, string>> = {
  value: 'giá trị',
  count: 'số lượng',
  days: 'số ngày chậm',
  current: 'năm nay',
  previous: 'năm trước',
  numerator: 'tử số',
  denominator: 'mẫu số',
  points: 'điểm',
};

const fieldText = (e: Expr & { kind: 'field' }): string => {
  const name = e.label ?? (e.name === 'value' && e.unit === '%' ? 'tỷ lệ' : (FIELDS[e.name] ?? e.name));
  return e.of === undefined ? name : `${name} của ${e.of}`;
};

const choiceText = (id: string): string => (id === 'yes' ? 'có' : id === 'no' ? 'không' : id);

export const condText = (c: Cond): string => {
  switch (c.kind) {
    case 'compare':
      return `${exprText(c.left)} ${SIGNS[c.op]} ${exprText(c.right)}`;
    case 'chosen':
      return `trả lời${c.of === undefined ? '' : ` ${c.of}`} là “${choiceText(c.id)}”`;
    case 'nil':
      return `${c.of === undefined ? '' : `${c.of} `}không phát sinh`;
    case 'all':
      return c.of.map(condText).join(' và ');
    case 'any':
      return c.of.map(condText).join(' hoặc ');
    case 'not':
      return `không phải (${condText(c.of)})`;
    default: {
      const never: never = c;
      return never;
    }
  }
};

const bracketed = (e: Expr): string => {
  const needs = e.kind === 'plus' || e.kind === 'minus' || e.kind === 'when';
  return needs ? `(${exprText(e)})` : exprText(e);
};
const denominator = (e: Expr): string =>
  e.kind === 'times' || e.kind === 'over' ? `(${exprText(e)})` : bracketed(e);

/** An expression as an office would write it: 'tỷ lệ/100 × 2'. */
export const exprText = (e: Expr): string => {
  switch (e.kind) {
    case 'const':
      return formatAmount(e.value);
    case 'field':
      return fieldText(e);
    case 'x':
      return 'x';
    case 'points':
      return `điểm ${e.of}`;
    case 'maximum':
      return e.of === undefined ? 'điểm tối đa' : `điểm tối đa ${e.of}`;
    case 'context':
      return `“${e.name}” của đợt chấm`;
    case 'plus':
      return e.of.map(exprText).join(' + ');
    case 'times':
      return e.of.map(bracketed).join(' × ');
    case 'min':
      return `nhỏ nhất(${e.of.map(exprText).join('; ')})`;
    case 'max':
      return `lớn nhất(${e.of.map(exprText).join('; ')})`;
    case 'average':
      return `trung bình(${e.of.map(exprText).join('; ')})`;
    case 'minus':
      return e.left.kind === 'const' && e.left.value === '0'
        ? `-${bracketed(e.right)}`
        : `${exprText(e.left)} - ${bracketed(e.right)}`;
    case 'over':
      return `${bracketed(e.left)}/${denominator(e.right)}`;
    case 'at-most':
      return `${exprText(e.of)} (tối đa ${exprText(e.bound)})`;
    case 'at-least':
      return `${exprText(e.of)} (không dưới ${exprText(e.bound)})`;
    case 'round':
      return `làm tròn(${exprText(e.of)}; ${e.decimals} số)`;
    case 'when':
      return `nếu ${condText(e.if)} thì ${exprText(e.gives)}; nếu không thì ${exprText(e.else)}`;
    case 'choice':
      return e.choices.map((c) => `${c.label}: ${exprText(c.gives)}`).join('; ');
    case 'bands':
      return [
        ...e.bands.map((b, i) => `${boundsText(e.bands, i, e.unit)}: ${exprText(b.gives)}`),
        ...(e.otherwise ? [`còn lại: ${exprText(e.otherwise)}`] : []),
      ].join('; ');
    case 'part':
      return `${e.label}: ${exprText(e.gives)}`;
    default: {
      const never: never = e;
      return never;
    }
  }
};
