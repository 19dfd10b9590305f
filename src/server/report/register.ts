import type { z } from 'zod';
import { register, sendingOf } from '../../core/report/register.ts';
import type { registerWire } from '../../core/report/wire.ts';
import type { WriteContext } from '../http/context.ts';
import { refused } from '../http/failures.ts';
import { record } from '../record/record.ts';
import { takeNumber } from '../registry/number.ts';
import { lockFor } from './permit.ts';
import { setReport } from './store.ts';

type Given = z.infer<typeof registerWire>;

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

/** Văn thư adds number and date; the content stays as it was sent. */
export const registerReport = async (
  ctx: WriteContext,
  at: { campaignId: string; unitId: string },
  { number, symbol, day }: Given,
) => {
  const loaded = await lockFor(ctx, at, 'register');
  const numbered = await takeNumber(
    ctx,
    at.unitId,
    'report',
    { number: number ?? null, day: day ?? null },
    symbol,
  );
  if (numbered.fromBook) await refuseSecondNumber(ctx, at, sendingOf(loaded.report));
  await record(ctx, register(loaded.report, numbered, ctx.person.personId, ctx.today));
  await setReport(ctx, at, {
    number: numbered.number,
    symbol: numbered.symbol,
    document_day: numbered.day,
  });
};
