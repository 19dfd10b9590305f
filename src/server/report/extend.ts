import type { Day, Instant } from '../../core/kernel/instant.ts';
import { extend } from '../../core/report/extend.ts';
import type { WriteContext } from '../http/context.ts';
import { record } from '../record/record.ts';
import { lockFor } from './permit.ts';
import { setReport } from './store.ts';

type Given = {
  readonly until: Instant | null;
  readonly documentNumber: string;
  readonly documentDay: Day;
  readonly reason: string;
};

export const extendReport = async (
  ctx: WriteContext,
  at: { campaignId: string; unitId: string },
  given: Given,
) => {
  const loaded = await lockFor(ctx, at, 'extend');
  const document = { number: given.documentNumber, day: given.documentDay };
  await record(
    ctx,
    extend(
      loaded.report,
      { until: given.until, document, reason: given.reason },
      ctx.person.personId,
      loaded.deadline,
      ctx.now,
      ctx.today,
    ),
  );
  await setReport(ctx, at, {
    extended_until: new Date(given.until ?? 0),
    extension: JSON.stringify({
      document: { number: given.documentNumber.trim(), day: given.documentDay },
      reason: given.reason.trim(),
    }),
  });
};
