import type { TypedNumber } from '../../core/registry/book.ts';
import { register } from '../../core/report/register.ts';
import type { Report } from '../../core/report/states.ts';
import type { WriteContext } from '../http/context.ts';
import { refused } from '../http/failures.ts';
import { record } from '../record/record.ts';
import { takeNumber } from '../registry/number.ts';
import { lockFor } from './permit.ts';
import { setReport } from './store.ts';

type Given = TypedNumber & { readonly symbol: string; readonly stampedFile: string | null };

/** A number from the book is given once for each sending; a typed one may have been mistyped and is corrected. */
const refuseSecondNumber = async (
  ctx: WriteContext,
  at: { campaignId: string; unitId: string },
  revision: number,
): Promise<void> => {
  const known = await ctx.trx
    .selectFrom('outgoing_document')
    .where('purpose', '=', 'report')
    .where('campaign_id', '=', at.campaignId)
    .where('about_unit_id', '=', at.unitId)
    .where('revision', '=', revision)
    .select(['number', 'symbol', 'from_book'])
    .executeTakeFirst();
  if (known) throw refused('registry.alreadyNumbered', { number: `${known.number}/${known.symbol}` });
};

/** The sending that a number is for: what is signed and not sent yet will be the next. */
const sendingOf = ({ state, revision }: Report): number => (state === 'signed' ? revision + 1 : revision);

/** Văn thư adds number, date and the stamped PDF; the content stays as it was sent. */
export const registerReport = async (
  ctx: WriteContext,
  at: { campaignId: string; unitId: string },
  { stampedFile, ...given }: Given,
) => {
  const loaded = await lockFor(ctx, at, 'register');
  const numbered = await takeNumber(ctx, at.unitId, 'report', given, given.symbol);
  if (numbered.fromBook) await refuseSecondNumber(ctx, at, sendingOf(loaded.report));
  await record(ctx, register(loaded.report, { ...numbered, stampedFile }, ctx.person.personId, ctx.today));
  await setReport(ctx, at, {
    number: numbered.number,
    symbol: numbered.symbol,
    document_day: numbered.day,
    ...(stampedFile ? { stamped_file: stampedFile } : {}),
  });
};
