import { handedUpContent } from '../../core/consolidation/handUp.ts';
import type { Fact } from '../../core/kernel/fact.ts';
import { frozenVersions } from '../consolidation/views/frozen.ts';
import type { WriteContext } from '../http/context.ts';
import { notFound } from '../http/failures.ts';
import { lockFor } from './permit.ts';
import { saveReport } from './save.ts';
import { contentsOf, sectionsOf } from './views/contents.ts';

/**
 * A frozen version of the level below becomes this report's content by the ordinary save: who hands it up has to be
 * its preparer, and may not sign it; passing, signing and sending are the report's own verbs (G7).
 */
export const takeHandedUp = async (ctx: WriteContext, fact: Fact): Promise<void> => {
  const { number, upperCampaignId, unitId } = fact.data as {
    number: number;
    upperCampaignId: string;
    unitId: string;
  };
  const version = (await frozenVersions(ctx, fact.campaignId ?? '')).find((v) => v.content.number === number);
  if (!version) throw notFound('version');
  const at = { campaignId: upperCampaignId, unitId };
  const loaded = await lockFor(ctx, at, 'edit');
  const { cells, words } = handedUpContent(version.content, await sectionsOf(ctx, loaded));
  const now = await contentsOf(ctx, upperCampaignId, unitId);
  const versionOf = new Map([
    ...now.cells.map((c) => [`${c.form}/${c.row}/${c.column}`, c.version] as const),
    ...now.words.map((w) => [w.section, w.version] as const),
  ]);
  await saveReport(ctx, at, {
    cells: cells.map((c) => ({ ...c, version: versionOf.get(`${c.form}/${c.row}/${c.column}`) ?? 0 })),
    words: words.map((w) => ({ ...w, kind: 'text', version: versionOf.get(w.section) ?? 0 })),
  });
};
