import { guardCampaign } from '../../core/campaign/decide.ts';
import { accept } from '../../core/kernel/decision.ts';
import { chainOfCampaign } from '../../core/kernel/fact.ts';
import type { WriteContext } from '../http/context.ts';
import { refused } from '../http/failures.ts';
import { record } from '../record/record.ts';
import { publishedVersions } from '../template/views.ts';
import { lockCampaign } from './load.ts';
import { setCampaign } from './store.ts';

/** Which published version units will report by; after the issue a report stays on its version (C1). */
export const chooseTemplate = async (
  ctx: WriteContext,
  id: string,
  version: number,
  wanted: { readonly id: string; readonly version: number },
): Promise<void> => {
  const { campaign, template } = await lockCampaign(ctx, id, 'edit', version);
  const known = (await publishedVersions(ctx)).find(
    (t) => t.id === wanted.id && t.version === wanted.version,
  );
  if (!known) throw refused('campaign.templateUnknown', { version: wanted.version });
  const wrong = guardCampaign(campaign, 'edit');
  if (!wrong && template.id === wanted.id && template.version === wanted.version) return;
  await record(
    ctx,
    wrong ??
      accept({
        type: 'campaign.templateChosen',
        chain: chainOfCampaign(id),
        campaignId: id,
        data: { before: template, after: wanted, title: known.title },
      }),
  );
  await setCampaign(ctx, id, { template_id: wanted.id, template_version: wanted.version });
};
