import { accept, type Decision, refuse } from '../kernel/decision.ts';
import { chainOfCampaign, type Fact } from '../kernel/fact.ts';
import type { Instant } from '../kernel/instant.ts';
import type { ChangeAnswer, TotalForm } from './answers.ts';
import type { Piece, PieceProblem } from './draft.ts';
import type { DraftOutlineSection } from './outline.ts';

/** One obliged unit at the moment of freezing: which sending of it counted, or why none did. */
export type FrozenUnit = {
  readonly unitId: string;
  readonly name: string;
  readonly kind: string;
  readonly state: string;
  readonly revision: number;
  readonly contentHash: string | null;
  readonly counted: boolean;
};

export type FrozenSection = Omit<DraftOutlineSection, 'sources'> & {
  readonly version: number;
  readonly pieces: readonly Piece[];
};

/** Figures, words and sources as they stood at a second. Everything that is printed of it is in it (G5). */
export type FrozenContent = {
  readonly campaignId: string;
  readonly number: number;
  readonly title: string;
  readonly basis: 'received' | 'sent';
  readonly at: Instant;
  readonly units: readonly FrozenUnit[];
  readonly changes: readonly ChangeAnswer[];
  readonly sections: readonly FrozenSection[];
  /** Names of the units that are sources. */
  readonly names: Readonly<Record<string, string>>;
  readonly forms: readonly TotalForm[];
};

export const AFTER_FREEZE = ['reissue', 'erratum', 'next-period'] as const;
export type AfterFreeze = (typeof AFTER_FREEZE)[number];

const fact = (campaignId: string, type: string, data: Record<string, unknown>): Fact => ({
  type,
  chain: chainOfCampaign(campaignId),
  campaignId,
  data,
});

const MIN_NOTE = 5;

/** Freezes what stands. A later version replaces the one before and says why; sentences need sources that stand. */
export const freeze = (
  content: FrozenContent,
  sealed: { readonly hash: string; readonly code: string },
  problems: readonly (PieceProblem & { readonly section: string })[],
  before: { readonly number: number; readonly same: boolean } | null,
  note: string,
): Decision<Fact> => {
  if (!content.units.some((u) => u.counted)) return refuse('consolidation.nothingToFreeze');
  if (problems.length > 0)
    return refuse('consolidation.sourcesOpen', { count: problems.length, problems: problems.slice(0, 50) });
  if (before?.same) return refuse('consolidation.nothingChanged', { number: before.number });
  if (before && note.trim().length < MIN_NOTE) return refuse('consolidation.noteMissing');
  return accept(
    fact(content.campaignId, 'consolidation.frozen', {
      number: content.number,
      basis: content.basis,
      hash: sealed.hash,
      code: sealed.code,
      units: content.units.filter((u) => u.counted).length,
      replaces: before?.number ?? null,
      note: note.trim(),
    }),
  );
};

/**
 * What is done about changes after a version was frozen, when it is not replaced: a correction of form only, or the
 * next period. An erratum is for slips of form and layout; wrong content of an issued document is put right by one
 * that replaces it (Nghị định 30/2020/NĐ-CP, Điều 18).
 */
export const decideAfter = (
  campaignId: string,
  wanted: {
    readonly number: number;
    readonly choice: Exclude<AfterFreeze, 'reissue'>;
    readonly note: string;
    readonly seen: string;
  },
  now: {
    readonly latest: number;
    readonly movedHash: string;
    readonly figuresMoved: boolean;
    readonly decided: boolean;
  },
): Decision<Fact> => {
  if (wanted.number !== now.latest) return refuse('consolidation.notLatest', { number: now.latest });
  if (wanted.note.trim().length < MIN_NOTE) return refuse('consolidation.noteMissing');
  if (wanted.seen !== now.movedHash) return refuse('consolidation.movedSince');
  if (now.decided) return refuse('consolidation.alreadyDecided');
  if (wanted.choice === 'erratum' && now.figuresMoved) return refuse('consolidation.erratumFormOnly');
  if (wanted.choice === 'next-period' && !now.figuresMoved) return refuse('consolidation.nothingMoved');
  return accept(
    fact(campaignId, 'consolidation.decided', {
      number: wanted.number,
      choice: wanted.choice,
      note: wanted.note.trim(),
      moved: wanted.seen,
    }),
  );
};
