import { type Amount, isAmount } from '../kernel/amount.ts';
import { accept, type Decision, refuse } from '../kernel/decision.ts';
import { chainOfCampaign, type Fact } from '../kernel/fact.ts';
import { type Cell, sameCell } from '../template/cell.ts';

/** Something changed for the totals alone; the unit's own report is untouched (G2). */
export type StandingChange = {
  readonly id: string;
  readonly kind: 'leave-out' | 'correct';
  readonly unitId: string;
  /** null: the whole unit is left out. */
  readonly form: string | null;
  readonly takenBack: boolean;
};

const MIN_REASON = 5;

const reasonGap = (reason: string): Decision<never> | undefined =>
  reason.trim().length < MIN_REASON ? refuse('consolidation.reasonMissing') : undefined;

const fact = (campaignId: string, type: string, data: Record<string, unknown>): Fact => ({
  type,
  chain: chainOfCampaign(campaignId),
  campaignId,
  data,
});

/** Leaves a unit out of all totals, or out of one form: a form goes as a whole, or its sums would no longer hold. */
export const leaveOut = (
  campaignId: string,
  wanted: { readonly unitId: string; readonly form: string | null; readonly reason: string },
  standing: readonly StandingChange[],
): Decision<Fact> => {
  const gap = reasonGap(wanted.reason);
  if (gap) return gap;
  const already = standing.some(
    (s) =>
      s.kind === 'leave-out' && s.unitId === wanted.unitId && (s.form === null || s.form === wanted.form),
  );
  if (already) return refuse('consolidation.alreadyLeftOut', { unitId: wanted.unitId });
  return accept(fact(campaignId, 'consolidation.leftOut', { ...wanted, reason: wanted.reason.trim() }));
};

type Wanted = {
  readonly unitId: string;
  readonly form: string;
  readonly row: string;
  readonly column: string;
  readonly amount: Amount;
  readonly reason: string;
};

/** Another value for the total than the unit reported; every sum that rests on the cell moves with it. */
export const correct = (
  campaignId: string,
  wanted: Wanted,
  reported: {
    readonly cell: Cell;
    readonly seen: Cell;
    readonly computed: boolean;
    readonly counted: boolean;
  },
  corrected: boolean,
): Decision<Fact> => {
  const gap = reasonGap(wanted.reason);
  if (gap) return gap;
  if (!isAmount(wanted.amount)) return refuse('consolidation.notANumber');
  if (reported.computed) return refuse('consolidation.computedCell');
  if (!reported.counted) return refuse('consolidation.notCounted');
  if (corrected) return refuse('consolidation.alreadyCorrected');
  if (!sameCell(reported.cell, reported.seen))
    return refuse('consolidation.reportedChanged', { current: reported.cell });
  if (reported.cell.kind === 'amount' && reported.cell.amount === wanted.amount)
    return refuse('consolidation.sameValue');
  return accept(
    fact(campaignId, 'consolidation.corrected', {
      ...wanted,
      before: reported.cell,
      reason: wanted.reason.trim(),
    }),
  );
};

export const takeBack = (campaignId: string, change: StandingChange): Decision<Fact> =>
  change.takenBack
    ? refuse('consolidation.alreadyTakenBack')
    : accept(
        fact(campaignId, 'consolidation.takenBack', {
          change: change.id,
          kind: change.kind,
          unitId: change.unitId,
        }),
      );
