import { accept, type Decision, refuse } from '../kernel/decision.ts';
import type { Fact } from '../kernel/fact.ts';

/**
 * What a document is cited by: a place of a report, a criterion of the index, a task. One table for all, so that
 * evidence once kept serves everywhere (I5). The room that owns the subject says who may cite and in which chain.
 */
export type Subject = {
  readonly kind: 'report' | 'criterion' | 'task';
  /** The campaign of a report, the round of a criterion, the task. */
  readonly id: string;
  /** Whose report, whose score, whose task. */
  readonly unitId: string;
  /** Who receives it, and for which authority: they may read what is cited. */
  readonly receiverUnitId: string;
  readonly authorityUnitId: string;
  /** Where the fact belongs. */
  readonly chain: string;
  readonly campaignId?: string;
};

/** One document at one place: 's2.1' of a report, 'TC-1.2' of a round. */
export type CitationPlace = { readonly place: string; readonly evidenceId: string };

type Cited = {
  readonly unitId: string;
  readonly withdrawn: boolean;
  readonly abstract: string;
  readonly infected: boolean;
};

const factOf = (type: string, subject: Subject, data: Record<string, unknown>): Fact => ({
  type,
  chain: subject.chain,
  unitId: subject.unitId,
  ...(subject.campaignId === undefined ? {} : { campaignId: subject.campaignId }),
  data: { subject: subject.kind, subjectId: subject.id, ...data },
});

/** Only the unit's own papers, and none that was taken away or is known to carry a virus. */
export const cite = (
  subject: Subject,
  at: CitationPlace & { readonly pages: string },
  evidence: Cited | undefined,
): Decision<Fact> => {
  if (!evidence || evidence.unitId !== subject.unitId || evidence.withdrawn)
    return refuse('evidence.unknown');
  if (evidence.infected) return refuse('evidence.infectedKept');
  return accept(factOf('evidence.cited', subject, { ...at, abstract: evidence.abstract }));
};

export const uncite = (subject: Subject, at: CitationPlace, abstract: string | undefined): Decision<Fact> =>
  abstract === undefined
    ? refuse('evidence.notCited')
    : accept(factOf('evidence.uncited', subject, { ...at, abstract }));
