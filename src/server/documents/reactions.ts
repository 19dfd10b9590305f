import type { Fact } from '../../core/kernel/fact.ts';
import type { Numbered } from '../../core/registry/book.ts';
import type { WriteContext } from '../http/context.ts';
import { reactTo } from '../record/record.ts';
import { enterIssued } from '../registry/store.ts';
import { requestLetter } from './requestLetter.ts';

const numberedOf = ({ data }: Fact): Numbered => ({
  number: String(data.number),
  symbol: String(data.symbol),
  day: String(data.day),
  fromBook: data.fromBook === true,
});

/** The request leaves with its number: the register keeps it as it was printed that day. */
const enterRequest = async (ctx: WriteContext, fact: Fact): Promise<void> => {
  if (!fact.campaignId) return;
  const row = await ctx.trx
    .selectFrom('campaign')
    .where('id', '=', fact.campaignId)
    .select(['authority_unit_id', 'title', 'signed_by', 'signed_at'])
    .executeTakeFirstOrThrow();
  await enterIssued(ctx, {
    unitId: row.authority_unit_id,
    purpose: 'request',
    campaignId: fact.campaignId,
    aboutUnitId: null,
    revision: 0,
    subject: row.title,
    numbered: numberedOf(fact),
    tree: await requestLetter(ctx, fact.campaignId),
    signedBy: row.signed_by,
    signedAt: row.signed_at,
  });
};

/** What a unit sent is kept with its sending; the register only says which number it bears. */
const enterReport = async (ctx: WriteContext, fact: Fact): Promise<void> => {
  if (!fact.campaignId || !fact.unitId) return;
  const row = await ctx.trx
    .selectFrom('report')
    .innerJoin('campaign', 'campaign.id', 'report.campaign_id')
    .where('report.campaign_id', '=', fact.campaignId)
    .where('report.unit_id', '=', fact.unitId)
    .select(['campaign.title', 'report.state', 'report.revision', 'report.signed_by', 'report.signed_at'])
    .executeTakeFirstOrThrow();
  await enterIssued(ctx, {
    unitId: fact.unitId,
    purpose: 'report',
    campaignId: fact.campaignId,
    aboutUnitId: fact.unitId,
    // What a strict office numbers before it is sent will be the next sending.
    revision: row.state === 'signed' ? row.revision + 1 : row.revision,
    subject: row.title,
    numbered: numberedOf(fact),
    tree: null,
    signedBy: row.signed_by,
    signedAt: row.signed_at,
  });
};

export const registerDocumentReactions = (): void => {
  reactTo('campaign.issued', enterRequest);
  reactTo('report.registered', enterReport);
};
