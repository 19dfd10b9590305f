import { chainOfCampaign, chainOfReport, DIRECTORY_CHAIN, type Fact } from '../kernel/fact.ts';

/** A page that refreshes itself, or is gone back to, is one reading. */
export const READING_LASTS_MS = 10 * 60_000;

export const reportRead = (campaignId: string, unitId: string): Fact => ({
  type: 'report.read',
  chain: chainOfReport(campaignId, unitId),
  campaignId,
  unitId,
  data: {},
});

/**
 * A file left the program.
 * @param of what it is about: a report, a campaign, or neither
 * @param file the name it was given
 * @param what the route it came by, which says what kind of file it is
 */
export const fileExported = (
  of: { readonly campaignId?: string | undefined; readonly unitId?: string | undefined },
  file: string,
  what: string,
): Fact => {
  const { campaignId, unitId } = of;
  const data = { file, what };
  if (campaignId === undefined) return { type: 'export.made', chain: DIRECTORY_CHAIN, data };
  if (unitId === undefined)
    return { type: 'export.made', chain: chainOfCampaign(campaignId), campaignId, data };
  return { type: 'export.made', chain: chainOfReport(campaignId, unitId), campaignId, unitId, data };
};
