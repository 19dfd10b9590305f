import type { NewPin } from '../../core/report/pin.ts';
import { returnReport } from '../../core/report/returnReport.ts';
import type { WriteContext } from '../http/context.ts';
import { refused } from '../http/failures.ts';
import { record } from '../record/record.ts';
import { lockFor } from './permit.ts';
import { setReport } from './store.ts';
import { sectionsOf } from './views/contents.ts';

export const returnReportToUnit = async (
  ctx: WriteContext,
  at: { campaignId: string; unitId: string },
  pins: readonly NewPin[],
  resendBy: number | null,
) => {
  const loaded = await lockFor(ctx, at, 'return');
  const sections = await sectionsOf(ctx, loaded);
  const stray = pins.find(({ place }) => {
    const section = sections.find((s) => s.id === place.section);
    if (!section) return true;
    return (
      place.kind === 'cell' &&
      !section.forms.some((f) => f.id === place.form && f.rows.some((r) => r.id === place.row))
    );
  });
  if (stray) throw refused('report.pinPlaceUnknown', { place: stray.place });
  await record(ctx, returnReport(loaded.report, pins, resendBy, ctx.person.personId, ctx.now));
  await ctx.trx
    .insertInto('pin')
    .values(
      pins.map((pin, i) => ({
        campaign_id: at.campaignId,
        unit_id: at.unitId,
        revision: loaded.report.revision,
        number: i + 1,
        place: JSON.stringify(pin.place),
        reason: pin.reason,
        sentence: pin.sentence.trim(),
        by: ctx.person.personId,
        at: new Date(ctx.now),
      })),
    )
    .execute();
  await setReport(ctx, at, {
    state: 'returned',
    returned_by: ctx.person.personId,
    returned_at: new Date(ctx.now),
    resend_by: new Date(resendBy ?? 0),
    passed_at: null,
  });
};
