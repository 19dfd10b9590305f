import { type Amount, formatAmount } from '../kernel/amount.ts';
import { ruleFromCells, TYPE_WORDS, typeOf } from './parameters.ts';
import { readRule } from './readRule.ts';
import type { Rule, RuleBand } from './rule.ts';

const n = (amount: Amount): string => formatAmount(amount).replaceAll('.', '');

const setting = (name: string, amount: Amount | undefined): string[] =>
  amount === undefined ? [] : [`${name} = ${n(amount)}`];

const rangeOf = ({ gte, gt, lt, lte }: RuleBand): string => {
  const low = gte !== undefined ? `từ ${n(gte)}` : gt !== undefined ? `trên ${n(gt)}` : '';
  const high = lt !== undefined ? `dưới ${n(lt)}` : lte !== undefined ? n(lte) : '';
  if (low === '') return lt !== undefined ? `dưới ${n(lt)}` : lte !== undefined ? `đến ${n(lte)}` : '';
  return high === '' ? (gte !== undefined ? `${low} trở lên` : low) : `${low} đến ${high}`;
};

/** Points that a formula works out have no plain words beside their band. */
const isPlain = (rule: Rule): rule is Rule & { type: 'tiers' } =>
  rule.type === 'tiers' && rule.bands.every((band) => band.expr === undefined);

const bandsOf = (rule: Rule & { type: 'tiers' }): string[] => [
  ...(rule.unit === '%' ? [] : [`đơn vị = ${rule.unit}`]),
  ...rule.bands.map(
    (band) =>
      `${rangeOf(band)} = ${band.from !== undefined && band.to !== undefined ? `${n(band.from)} đến ${n(band.to)}` : n(band.points ?? '')}`,
  ),
  ...(rule.otherwise === undefined ? [] : [`còn lại = ${n(rule.otherwise)}`]),
];

/** The statements of the cell "Tham số" in plain words; undefined where the type has none. */
const statementsOf = (rule: Rule): string[] | undefined => {
  switch (rule.type) {
    case 'boolean':
      return [`có = ${n(rule.yes)}`, `không = ${n(rule.no)}`];
    case 'options':
      return rule.options.map((o) => `${o.label} = ${n(o.points)}`);
    case 'tiers':
      return isPlain(rule) ? bandsOf(rule) : undefined;
    case 'linear':
      return rule.per === '100' ? [] : [`chia cho = ${n(rule.per)}`];
    case 'linear-cap':
      return [...setting('ngưỡng', rule.threshold), ...setting('bằng 0 khi dưới', rule.zeroBelow)];
    case 'count':
      return [
        ...setting('mỗi đơn vị', rule.per),
        ...setting('tối đa', rule.max),
        ...(rule.start === '0' ? [] : setting('ban đầu', rule.start)),
      ];
    case 'ratio-with-penalty':
      return [
        ...setting('trừ mỗi', rule.penaltyPerUnit),
        ...setting('trừ tối đa', rule.penaltyMax),
        ...setting('không dưới', rule.floor),
      ];
    case 'deduct':
      return [
        ...setting('ban đầu', rule.start),
        ...setting('trừ mỗi', rule.perUnit),
        ...setting('trừ tối đa', rule.deductMax),
        ...setting('không dưới', rule.floor),
      ];
    case 'penalty':
      return [...setting('trừ mỗi trường hợp', rule.per), ...setting('trừ tối đa', rule.max)];
    case 'bonus':
      return [...setting('cộng mỗi trường hợp', rule.per), ...setting('tối đa', rule.max)];
    case 'late-penalty':
      return [
        ...(rule.start === '0' ? [] : setting('đúng hạn', rule.start)),
        ...setting('mỗi ngày trừ', rule.perDay),
        ...setting('trừ tối đa', rule.max),
        ...(rule.graceDays === '0' ? [] : setting('miễn trừ ngày', rule.graceDays)),
        ...setting('quá số ngày', rule.hardStop?.afterDays),
        ...setting('điểm khi quá', rule.hardStop?.points),
      ];
    case 'sum':
    case 'average':
    case 'min':
    case 'max':
      return rule.parts.map((p) => `${p.label} = ${p.rule.type === 'boolean' ? n(p.rule.yes) : '?'}`);
    case 'year-on-year':
      return isPlain(rule.rule)
        ? [
            ...(rule.measure === 'difference' ? ['cách đo = chênh lệch'] : []),
            ...(rule.direction === 'decrease' ? ['chiều = giảm'] : []),
            ...bandsOf(rule.rule),
          ]
        : undefined;
    case 'survey':
      return rule.rule === undefined ? [] : isPlain(rule.rule) ? bandsOf(rule.rule) : undefined;
    case 'formula':
      return rule.text === undefined ? undefined : [rule.text];
    case 'given':
    case 'monitor-only':
      return [];
    case 'conditional':
      return undefined;
    default: {
      const never: never = rule;
      return never;
    }
  }
};

/** Keys in one order: whether two pieces of data say the same. */
export const sameData = (a: unknown, b: unknown): boolean => ordered(a) === ordered(b);
const ordered = (value: unknown): string =>
  JSON.stringify(value, (_key, one: unknown) =>
    one !== null && typeof one === 'object' && !Array.isArray(one)
      ? Object.fromEntries(Object.entries(one).sort(([x], [y]) => (x < y ? -1 : 1)))
      : one,
  ) ?? '';

const readsBack = (type: string, text: string, max: string, rule: Rule): boolean => {
  const spec = ruleFromCells(typeOf(type), text, max);
  if ('unclear' in spec) return false;
  const reading = { problems: [], criterion: '' };
  const read = readRule(reading, spec, '');
  return reading.problems.length === 0 && sameData(read, rule);
};

/** A rule as the cells of the form: in plain words where they read back as the same rule, else as data. */
export const ruleCells = (
  rule: Rule,
  max: Amount | null,
): { readonly type: string; readonly parameters: string } => {
  const type = TYPE_WORDS.find((word) => typeOf(word) === rule.type) ?? rule.type;
  const words = statementsOf(rule)?.join('; ');
  if (words !== undefined && readsBack(type, words, max ?? '', rule)) return { type, parameters: words };
  return { type, parameters: JSON.stringify(rule) };
};
