import type { Refusal } from '../../core/kernel/decision.ts';
import { gapsOf, isNearEmpty, progressOf } from '../../core/report/gaps.ts';
import { type Compared, receiveUnread } from '../../core/report/receiveUnread.ts';
import type { WriteContext } from '../http/context.ts';
import { Refused } from '../http/failures.ts';
import { record } from '../record/record.ts';
import { lockFor } from './permit.ts';
import { setReport } from './store.ts';
import { contentsOf, filledOf, sectionsOf } from './views/contents.ts';
import { differences } from './views/differences.ts';
import type { Loaded } from './views/load.ts';
import { pinsOf } from './views/pieces.ts';

export type ReceivedTogether = {
  readonly units: readonly ({ readonly unitId: string; readonly done: boolean } & Partial<Refusal>)[];
};

const compare = async (ctx: WriteContext, loaded: Loaded): Promise<Compared> => {
  const { campaignId, unitId, revision } = loaded.report;
  const pins = (await pinsOf(ctx, campaignId, unitId)).filter((p) => p.revision === revision - 1);
  if (pins.length === 0) return { pins: 0, openPins: 0, gaps: 0, nearEmpty: false, elsewhere: 0 };
  const sections = await sectionsOf(ctx, loaded);
  const filled = filledOf(await contentsOf(ctx, campaignId, unitId));
  const changes = await differences(ctx, campaignId, unitId);
  return {
    pins: pins.length,
    openPins: pins.filter((p) => p.answer === null).length,
    gaps: gapsOf(sections, filled).length,
    nearEmpty: isNearEmpty(progressOf(sections, filled)),
    elsewhere: [...changes.cells, ...changes.words].filter((c) => !c.pinned).length,
  };
};

const receiveOne = async (ctx: WriteContext, at: { campaignId: string; unitId: string }): Promise<void> => {
  const loaded = await lockFor(ctx, at, 'receive');
  const { personId } = ctx.person;
  await record(ctx, receiveUnread(loaded.report, await compare(ctx, loaded), personId));
  const now = new Date(ctx.now);
  await setReport(ctx, at, {
    ...(loaded.report.begunAt === null ? { begun_by: personId, begun_at: now } : {}),
    state: 'received',
    received_by: personId,
    received_at: now,
  });
};

/**
 * Several sendings in one act; each that may not go is answered with its reason and the others go. A refusal comes
 * before anything of its unit is written. One order of units, so that two officers never wait in a circle.
 */
export const receiveTogether = async (
  ctx: WriteContext,
  campaignId: string,
  unitIds: readonly string[],
): Promise<ReceivedTogether> => {
  const units: ReceivedTogether['units'][number][] = [];
  for (const unitId of [...new Set(unitIds)].sort()) {
    try {
      await receiveOne(ctx, { campaignId, unitId });
      units.push({ unitId, done: true });
    } catch (error) {
      // Who may receive nothing here is refused as a whole.
      if (!(error instanceof Refused) || error.status === 403) throw error;
      units.push({ unitId, done: false, ...error.refusal });
    }
  }
  return { units };
};
