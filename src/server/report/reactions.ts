import type { Fact } from '../../core/kernel/fact.ts';
import { progressOf } from '../../core/report/gaps.ts';
import type { WriteContext } from '../http/context.ts';
import { reactTo } from '../record/record.ts';
import { setProgress, setReport } from './store.ts';
import { takeHandedUp } from './takeHandedUp.ts';
import { contentsOf, filledOf, sectionsOf } from './views/contents.ts';
import { loadReport } from './views/load.ts';
import { previousOf } from './views/previous.ts';

type At = { readonly campaignId: string; readonly unitId: string };

const placeOf = (fact: Fact): At => {
  if (!fact.campaignId || !fact.unitId) throw new Error(`${fact.type} names no report`);
  return { campaignId: fact.campaignId, unitId: fact.unitId };
};

/** What is still being written follows the newest version; what was signed or sent keeps its own (A8). */
const followVersion = async (ctx: WriteContext, fact: Fact): Promise<void> => {
  await ctx.trx
    .updateTable('report')
    .set({ request_version: Number(fact.data.version) })
    .where('campaign_id', '=', fact.campaignId ?? '')
    .where('state', 'in', ['not-opened', 'drafting', 'awaiting-signature', 'returned'])
    .execute();
};

/** Asked for again: what was sent comes back like a return without remarks, what waited for văn thư to its writer. */
const askAgain = async (ctx: WriteContext, at: At, version: number, resendBy: number): Promise<void> => {
  const { report } = await loadReport(ctx, at.campaignId, at.unitId);
  if (report.state === 'signed')
    await setReport(ctx, at, {
      state: 'drafting',
      request_version: version,
      passed_at: null,
      signed_by: null,
    });
  if (report.state !== 'submitted' && report.state !== 'received') return;
  await setReport(ctx, at, {
    state: 'returned',
    request_version: version,
    returned_by: ctx.person.personId,
    returned_at: new Date(ctx.now),
    resend_by: new Date(resendBy),
    passed_at: null,
    begun_by: null,
    begun_at: null,
    received_by: null,
    received_at: null,
  });
};

const requestChanged = async (ctx: WriteContext, fact: Fact): Promise<void> => {
  const at = placeOf(fact);
  const version = Number(fact.data.version);
  if (typeof fact.data.resendBy === 'number') await askAgain(ctx, at, version, fact.data.resendBy);
  await setReport(ctx, at, { told_version: version });
  const loaded = await loadReport(ctx, at.campaignId, at.unitId);
  // How far it is changes with what is asked; what nobody has begun has nothing to reckon.
  if (loaded.requestVersion !== version || loaded.report.state === 'not-opened') return;
  const contents = await contentsOf(ctx, at.campaignId, at.unitId);
  const progress = progressOf(
    await sectionsOf(ctx, loaded),
    filledOf(contents, await previousOf(ctx, loaded)),
  );
  await setProgress(ctx, at, progress, loaded.report.state);
};

const release = (ctx: WriteContext, fact: Fact): Promise<void> =>
  setReport(ctx, placeOf(fact), { released_at: new Date(ctx.now) });

/** A unit that comes back finds its report as it left it. */
const obligeAgain = async (ctx: WriteContext, fact: Fact): Promise<void> => {
  if (fact.data.again === true) await setReport(ctx, placeOf(fact), { released_at: null });
};

/** Called once, where the rooms are wired. */
export const registerReportReactions = (): void => {
  reactTo('consolidation.handedUp', takeHandedUp);
  reactTo('campaign.amended', followVersion);
  reactTo('report.requestChanged', requestChanged);
  reactTo('report.released', release);
  reactTo('report.obliged', obligeAgain);
};
