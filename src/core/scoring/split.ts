import { exact, type Fraction, minus, order, plus, smaller, times, ZERO } from './fraction.ts';

/** Points by where they come from: results are told as survey | appraised | total | %. */
export type Split = {
  readonly appraised: Fraction;
  readonly appraisedMaximum: Fraction;
  readonly survey: Fraction;
  readonly surveyMaximum: Fraction;
  readonly bonus: Fraction;
  /** Zero or below. */
  readonly penalty: Fraction;
};

export const NOTHING: Split = {
  appraised: ZERO,
  appraisedMaximum: ZERO,
  survey: ZERO,
  surveyMaximum: ZERO,
  bonus: ZERO,
  penalty: ZERO,
};

export const addSplits = (a: Split, b: Split): Split => ({
  appraised: plus(a.appraised, b.appraised),
  appraisedMaximum: plus(a.appraisedMaximum, b.appraisedMaximum),
  survey: plus(a.survey, b.survey),
  surveyMaximum: plus(a.surveyMaximum, b.surveyMaximum),
  bonus: plus(a.bonus, b.bonus),
  penalty: plus(a.penalty, b.penalty),
});

export const achievedOf = (s: Split): Fraction => plus(plus(s.appraised, s.survey), plus(s.bonus, s.penalty));
export const maximumOf = (s: Split): Fraction => plus(s.appraisedMaximum, s.surveyMaximum);

/** Penalties take away what was achieved, not more. */
export const notBelowZero = (s: Split): Split => {
  const total = achievedOf(s);
  return order(total, ZERO) < 0 ? { ...s, penalty: minus(s.penalty, total) } : s;
};

/** Nothing achieved, the maximum as it was. */
export const withoutPoints = (s: Split): Split => ({
  ...s,
  appraised: ZERO,
  survey: ZERO,
  bonus: ZERO,
  penalty: ZERO,
});

/** The set's limits on all bonuses and on all penalties together. */
export const limitOutside = (
  s: Split,
  bonusMax: Fraction | undefined,
  penaltyMax: Fraction | undefined,
): Split => {
  const lost = times(s.penalty, exact('-1'));
  return {
    ...s,
    bonus: bonusMax ? smaller(s.bonus, bonusMax) : s.bonus,
    penalty: penaltyMax ? times(smaller(lost, penaltyMax), exact('-1')) : s.penalty,
  };
};
