import { type Amount, compare } from '../kernel/amount.ts';
import { accept, type Decision, refuse } from '../kernel/decision.ts';
import type { Fact } from '../kernel/fact.ts';
import type { Day } from '../kernel/instant.ts';

export const REMEDIES = ['open', 'working', 'closed'] as const;
export type RemedyStatus = (typeof REMEDIES)[number];

/** The words of part IV of the reports; there and here they are the same value. */
export const REMEDY_WORDS: Readonly<Record<RemedyStatus, string>> = {
  open: 'chưa khắc phục',
  working: 'đang khắc phục',
  closed: 'đã khắc phục',
};
export const remedyOf = (words: string): RemedyStatus | undefined =>
  REMEDIES.find((status) => REMEDY_WORDS[status] === words);

export type Remedy = {
  readonly owner: string;
  readonly due: Day | null;
  readonly cause: string;
  readonly measure: string;
  readonly result: string;
  /** Number and day of the paper, where it is not in the store. */
  readonly evidence: string;
  readonly status: RemedyStatus;
};

type At = { readonly unitId: string; readonly year: number; readonly criterion: string };

/** I9: what a unit does about a low mark; it is closed only with evidence, a document or its number and day. */
export const changeRemedy = (
  at: At,
  stands: { readonly version: number },
  version: number,
  now: Remedy,
  cited: number,
): Decision<Fact> => {
  if (stands.version !== version) return refuse('remediation.stale');
  if (now.status !== 'open' && now.measure.trim().length < 5) return refuse('remediation.measureMissing');
  if (now.status === 'closed' && cited === 0 && now.evidence.trim().length < 5)
    return refuse('remediation.evidenceMissing');
  return accept({
    type: 'remediation.changed',
    chain: `remediation:${at.unitId}`,
    unitId: at.unitId,
    data: { ...at, ...now, statusWords: REMEDY_WORDS[now.status] },
  });
};

export const setThreshold = (authorityUnitId: string, year: number, share: Amount): Decision<Fact> =>
  compare(share, '0') <= 0 || compare(share, '1') > 0
    ? refuse('remediation.thresholdOutside')
    : accept({
        type: 'remediation.thresholdSet',
        chain: `remediation:${authorityUnitId}`,
        unitId: authorityUnitId,
        data: { year, share },
      });

/** Whether it worked: next year's mark against last year's, by their shares of the maximum. */
export const outcomeOf = (
  before: { readonly points: Amount; readonly max: Amount },
  after: { readonly points: Amount; readonly max: Amount } | undefined,
): 'better' | 'same' | 'worse' | 'unknown' => {
  if (!after) return 'unknown';
  const [a, b] = [Number(before.points) / Number(before.max), Number(after.points) / Number(after.max)];
  return b > a ? 'better' : b < a ? 'worse' : 'same';
};
