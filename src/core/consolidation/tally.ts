import { type Amount, compare, sum } from '../kernel/amount.ts';
import { type Cell, EMPTY } from '../template/cell.ts';
import type { Aggregation } from '../template/template.ts';

/** What units together put into one cell, counted once by the database. */
export type Tally = {
  readonly sum: Amount | null;
  readonly max: Amount | null;
  /** Units whose amount is 1: for yes/no indicators. */
  readonly ones: number;
  readonly amounts: number;
  readonly nil: number;
  readonly notApplicable: number;
  /** Blank or unreadable in a report that counts; none in what was received. */
  readonly other: number;
};

const NOTHING: Tally = { sum: null, max: null, ones: 0, amounts: 0, nil: 0, notApplicable: 0, other: 0 };

const largest = (amounts: readonly Amount[]): Amount | null =>
  amounts.reduce<Amount | null>((most, one) => (most === null || compare(one, most) > 0 ? one : most), null);

const given = (amounts: readonly (Amount | null)[]): Amount[] => amounts.filter((one) => one !== null);

/** What several groups of units together put into the same cell. */
export const addTallies = (all: readonly Tally[]): Tally => {
  const sums = given(all.map((one) => one.sum));
  const count = (of: (one: Tally) => number): number => all.reduce((n, one) => n + of(one), 0);
  return {
    sum: sums.length > 0 ? sum(sums) : null,
    max: largest(given(all.map((one) => one.max))),
    ones: count((one) => one.ones),
    amounts: count((one) => one.amounts),
    nil: count((one) => one.nil),
    notApplicable: count((one) => one.notApplicable),
    other: count((one) => one.other),
  };
};

/** Counts the value that a person put in place of a unit's own (G2). */
export const withCorrection = (tally: Tally = NOTHING, amount: Amount): Tally => ({
  ...tally,
  sum: sum([tally.sum ?? '0', amount]),
  max: tally.max === null || compare(amount, tally.max) > 0 ? amount : tally.max,
  ones: tally.ones + (compare(amount, '1') === 0 ? 1 : 0),
  amounts: tally.amounts + 1,
});

/**
 * The total by the indicator's own rule, never a blind sum: a catalogue common to all communes takes the largest
 * value, yes/no indicators count the units that say yes. Nothing but "không phát sinh" stays "không phát sinh".
 */
export const cellOfTally = (tally: Tally | undefined, aggregation: Aggregation): Cell => {
  if (!tally) return EMPTY;
  if (tally.amounts === 0)
    return tally.nil > 0 ? { kind: 'nil' } : tally.notApplicable > 0 ? { kind: 'not-applicable' } : EMPTY;
  switch (aggregation) {
    case 'sum':
      return { kind: 'amount', amount: tally.sum ?? '0' };
    case 'max':
      return { kind: 'amount', amount: tally.max ?? '0' };
    case 'count-of-ones':
      return { kind: 'amount', amount: String(tally.ones) };
    case 'ratio-of-sums':
    case 'latest':
    case 'list':
    case 'none':
      return EMPTY;
  }
};
