import type { Updateable } from 'kysely';
import type { Request } from '../../core/campaign/request.ts';
import type { Campaign as CampaignRow } from '../database/schema.ts';
import type { WriteContext } from '../http/context.ts';

/** Columns that queries need, taken from the request wherever it changes. */
export const columnsOf = (request: Request) => ({
  request: JSON.stringify(request),
  title: request.subject ? titleOf(request.subject) : 'Yêu cầu báo cáo chưa có trích yếu',
  symbol: request.symbol,
  period_kind: request.period?.kind ?? null,
  period_index: request.period?.index ?? null,
  period_year: request.period?.year ?? null,
  // A window that ends before it begins is a gap of the draft (request.windowReversed), never a window of the table.
  ...windowOf(request),
  deadline: request.deadline ? new Date(request.deadline.at) : null,
});

const windowOf = ({ window }: Request) =>
  window && window.from <= window.to
    ? { window_from: window.from, window_to: window.to }
    : { window_from: null, window_to: null };

/** 'báo cáo công tác …' as a title: the first letter is a capital. */
const titleOf = (subject: string): string => {
  const text = subject.replace(/\s+/g, ' ').trim();
  return text.charAt(0).toLocaleUpperCase('vi') + text.slice(1);
};

export const setCampaign = async (
  ctx: WriteContext,
  id: string,
  values: Updateable<CampaignRow>,
): Promise<void> => {
  await ctx.trx
    .updateTable('campaign')
    .set((eb) => ({ ...values, version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .execute();
};
