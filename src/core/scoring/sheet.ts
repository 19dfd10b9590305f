import type { Amount } from '../kernel/amount.ts';
import type { Answer } from './answer.ts';
import type { CriteriaSet, Level, Role } from './criteria.ts';
import { rounded } from './fraction.ts';
import type { Mark, Status } from './mark.ts';
import type { Line } from './prepare.ts';
import { ruleText } from './ruleText.ts';
import type { Lack } from './worked.ts';

/** One line of a scoring sheet, as shown and sent: amounts are decimal text. */
export type LineScore = {
  readonly code: string;
  readonly name: string;
  readonly level: Level;
  readonly role: Role;
  readonly area: string;
  /** The line it is part of. */
  readonly parent: string | null;
  readonly isLeaf: boolean;
  /** As the set declares it; null where the source gives none. */
  readonly declaredMaximum: Amount | null;
  /** After what does not concern the unit was taken out. */
  readonly maximum: Amount;
  readonly points: Amount | null;
  readonly status: Status;
  readonly explanation: string;
  readonly ruleText: string;
  readonly lack?: Lack;
  readonly leadUnit?: string;
  readonly partners?: readonly string[];
  readonly source?: string;
};

/** Results as they are published: appraised | survey | total | %. */
export type Sums = {
  readonly appraised: Amount;
  readonly appraisedMaximum: Amount;
  /** null while a survey that the set asks for has no result. */
  readonly survey: Amount | null;
  readonly surveyMaximum: Amount;
  readonly bonus: Amount;
  readonly penalty: Amount;
  readonly achieved: Amount;
  readonly maximum: Amount;
  /** achieved / maximum × 100; null when the maximum is 0: "không tính được". */
  readonly percent: Amount | null;
};

export type AreaTotal = Sums & {
  readonly code: string;
  readonly name: string;
  readonly role: Role;
  readonly leadUnit?: string;
  readonly missing: number;
};

export type Index = {
  /** The figure to speak of, and what it holds. */
  readonly percent: Amount | null;
  readonly basis: 'with-survey' | 'without-survey' | 'no-survey-criteria';
  readonly withSurvey: Amount | null;
  readonly withoutSurvey: Amount | null;
  readonly class: string | null;
  /** Every line that a unit answers has points. */
  readonly complete: boolean;
  readonly note: string;
};

export type Missing = { readonly code: string; readonly name: string; readonly why: string };

export type Problem = { readonly code: string; readonly criterion: string; readonly words: string };

export type ScoreSheet = {
  readonly set: {
    readonly id: string;
    readonly title: string;
    readonly year: number | null;
    readonly version: number;
  };
  readonly index: Index;
  readonly total: Sums;
  readonly areas: readonly AreaTotal[];
  readonly lines: readonly LineScore[];
  readonly missing: readonly Missing[];
  readonly problems: readonly Problem[];
};

// The words of a rule do not change with the answers.
const texts = new WeakMap<Line, string>();
const textOf = (line: Line): string => {
  const known = texts.get(line);
  if (known !== undefined) return known;
  const { rule, maxPoints } = line.criterion;
  const text = rule ? ruleText(rule, maxPoints ?? undefined) : '';
  texts.set(line, text);
  return text;
};

export const presentLine = (
  line: Line,
  mark: Mark,
  answer: Answer | undefined,
  set: CriteriaSet,
): LineScore => {
  const c = line.criterion;
  const amount = (v: Mark['maximum']): Amount => rounded(v, set.rounding.decimals, set.rounding.mode);
  return {
    code: c.code,
    name: c.name,
    level: c.level,
    role: line.role,
    area: line.area,
    parent: line.parent,
    isLeaf: line.children.length === 0,
    declaredMaximum: c.maxPoints,
    maximum: amount(mark.maximum),
    points: mark.points && amount(mark.points),
    status: mark.status,
    explanation: mark.explanation,
    ruleText: textOf(line),
    ...(mark.lack ? { lack: mark.lack } : {}),
    ...(line.leadUnit === undefined ? {} : { leadUnit: line.leadUnit }),
    ...(line.partners.length === 0 ? {} : { partners: line.partners }),
    ...(answer?.kind === 'given' && answer.source ? { source: answer.source } : {}),
  };
};
