import type { Request } from '../../../core/campaign/request.ts';
import { fileNameOf } from '../../../core/documents/fileName.ts';
import type { ReadContext } from '../../http/context.ts';

/** The name of a file that is made of a campaign, or of one unit's report in it. */
export const fileName = async (
  { db }: Pick<ReadContext, 'db'>,
  what: string,
  campaignId: string,
  unitId?: string,
): Promise<string> => {
  const { title, request } = await db
    .selectFrom('campaign')
    .where('id', '=', campaignId)
    .select(['title', 'request'])
    .executeTakeFirstOrThrow();
  const unit =
    unitId === undefined
      ? undefined
      : await db.selectFrom('unit').where('id', '=', unitId).select('name').executeTakeFirstOrThrow();
  const { period } = request as unknown as Pick<Request, 'period'>;
  return fileNameOf(what, { title, period }, unit?.name);
};
