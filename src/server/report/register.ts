import type { Day } from '../../core/kernel/instant.ts';
import { register } from '../../core/report/register.ts';
import type { WriteContext } from '../http/context.ts';
import { record } from '../record/record.ts';
import { lockFor } from './permit.ts';
import { setReport } from './store.ts';

type Given = {
  readonly number: string;
  readonly symbol: string;
  readonly day: Day;
  readonly stampedFile: string | null;
};

/** Văn thư adds number, date and the stamped PDF; the content stays as it was sent. */
export const registerReport = async (
  ctx: WriteContext,
  at: { campaignId: string; unitId: string },
  given: Given,
) => {
  const loaded = await lockFor(ctx, at, 'register');
  await record(ctx, register(loaded.report, given, ctx.person.personId, ctx.today));
  await setReport(ctx, at, {
    number: given.number,
    symbol: given.symbol,
    document_day: given.day,
    ...(given.stampedFile ? { stamped_file: given.stampedFile } : {}),
  });
};
