import { type Amount, compare, sum } from '../kernel/amount.ts';
import type { Rule, RuleBand } from './rule.ts';

const largest = (amounts: readonly (Amount | undefined)[]): Amount | undefined => {
  let best: Amount | undefined;
  for (const a of amounts) {
    if (a === undefined) return undefined;
    if (best === undefined || compare(a, best) > 0) best = a;
  }
  return best;
};

const ofBand = (band: RuleBand): Amount | undefined =>
  band.expr ? undefined : (band.points ?? largest([band.from, band.to]));

/** The most that a rule can give; undefined where that depends on figures. */
export const highestOf = (rule: Rule, max: Amount): Amount | undefined => {
  switch (rule.type) {
    case 'boolean':
      return largest([rule.yes, rule.no]);
    case 'options':
      return largest(rule.options.map((o) => o.points));
    case 'tiers':
      return largest([...rule.bands.map(ofBand), ...(rule.otherwise === undefined ? [] : [rule.otherwise])]);
    case 'linear':
    case 'linear-cap':
    case 'ratio-with-penalty':
    case 'count':
    case 'bonus':
      return rule.max ?? max;
    case 'deduct':
      return rule.start ?? max;
    case 'survey':
      return rule.rule ? highestOf(rule.rule, max) : (rule.max ?? max);
    case 'penalty':
      return '0';
    case 'late-penalty':
      return rule.start;
    case 'year-on-year':
      return highestOf(rule.rule, max);
    case 'conditional':
      return largest([
        ...rule.cases.map((c) => highestOf(c.gives, max)),
        ...(rule.otherwise ? [highestOf(rule.otherwise, max)] : []),
      ]);
    case 'sum': {
      const parts = rule.parts.map((p) => highestOf(p.rule, max));
      const known = parts.filter((p) => p !== undefined);
      if (known.length !== parts.length) return undefined;
      const total = sum(known);
      return rule.max !== undefined && compare(total, rule.max) > 0 ? rule.max : total;
    }
    case 'average':
    case 'min':
    case 'max':
      return rule.max;
    case 'monitor-only':
    case 'given':
    case 'formula':
      return undefined;
    default: {
      const never: never = rule;
      return never;
    }
  }
};
