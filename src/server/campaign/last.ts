import type { LastRequestAnswer } from '../../core/campaign/answers.ts';
import type { Request } from '../../core/campaign/request.ts';
import type { ReadContext } from '../http/context.ts';

/** The request that a draft was made from, as the fact of its drafting says; null for one from a letter or empty. */
export const lastOf = async (ctx: ReadContext, id: string): Promise<LastRequestAnswer | null> => {
  const drafted = await ctx.db
    .selectFrom('fact')
    .where('campaign_id', '=', id)
    .where('type', '=', 'campaign.drafted')
    .select('data')
    .executeTakeFirst();
  const { from } = (drafted?.data ?? {}) as { from?: unknown };
  if (typeof from !== 'string') return null;
  const row = await ctx.db
    .selectFrom('campaign')
    .where('id', '=', from)
    .select(['id', 'title', 'number', 'symbol', 'document_day', 'request'])
    .executeTakeFirst();
  return row
    ? {
        id: row.id,
        title: row.title,
        number: row.number,
        symbol: row.symbol,
        documentDay: row.document_day,
        request: row.request as unknown as Request,
      }
    : null;
};
