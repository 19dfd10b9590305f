import type { BookSheet } from '../../../core/documents/book.ts';
import { marked, totalsBook } from '../../../core/documents/totalsBook.ts';
import { totalsWithDetails } from '../../consolidation/views/details.ts';
import type { Choice } from '../../consolidation/views/totals.ts';
import type { ReadContext } from '../../http/context.ts';

/** The totals as the caller sees and has narrowed them, over the figures they come from. */
export const totalsSheets = async (
  ctx: ReadContext,
  campaignId: string,
  choice: Choice & { readonly area?: string | undefined },
): Promise<BookSheet[]> => {
  const { totals, agencyForms, details } = await totalsWithDetails(ctx, campaignId, choice);
  return marked(totalsBook(totals, agencyForms, details), ctx.services.mode === 'demo');
};
