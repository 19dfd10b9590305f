import { nextOfArchive } from '../../../core/documents/archive.ts';
import { chainOfCampaign } from '../../../core/kernel/fact.ts';
import type { WriteContext } from '../../http/context.ts';
import { refused } from '../../http/failures.ts';
import { record } from '../../record/record.ts';
import { readsWholeCampaign } from '../whoReads.ts';
import { addArchive, moveArchive } from './store.ts';
import { ARCHIVES } from './worker.ts';
import { ZIP_LIMIT } from './zipFile.ts';

/** The reports that were sent, as one file: for those who read every one of them. */
export const askForArchive = async (
  ctx: WriteContext,
  campaignId: string,
  format: 'pdf' | 'docx',
): Promise<{ id: string }> => {
  await readsWholeCampaign(ctx, campaignId);
  const units = await ctx.trx
    .selectFrom('report')
    .innerJoin('unit', 'unit.id', 'report.unit_id')
    .where('campaign_id', '=', campaignId)
    .where('report.state', 'in', ['submitted', 'received'])
    .orderBy('unit.kind')
    .orderBy('unit.name')
    .select(['unit.id', 'unit.name'])
    .execute();
  if (units.length === 0) throw refused('documents.nothingSent');
  if (units.length > ZIP_LIMIT.parts) throw refused('documents.archiveTooLarge', { n: units.length });
  const id = await addArchive(ctx, campaignId, format, units);
  if (!id) throw refused('documents.archiveUnderWay');
  await record(ctx, {
    ok: true,
    facts: [
      {
        type: 'campaign.archiveAsked',
        chain: chainOfCampaign(campaignId),
        campaignId,
        data: { archiveId: id, format, units: units.length },
      },
    ],
  });
  await ctx.services.queue?.send(ctx.trx, ARCHIVES, { id });
  return { id };
};

export const moveMyArchive = async (
  ctx: WriteContext,
  id: string,
  verb: 'cancel' | 'resume',
): Promise<void> => {
  const from = (['waiting', 'working', 'cancelled', 'failed'] as const).filter((state) =>
    nextOfArchive[state].includes(verb),
  );
  if (!(await moveArchive(ctx, id, from, verb === 'cancel' ? 'cancelled' : 'waiting')))
    throw refused('documents.archiveElsewhere');
  if (verb === 'resume') await ctx.services.queue?.send(ctx.trx, ARCHIVES, { id });
};
