import { randomBytes } from 'node:crypto';
import { partsOfDay } from '../../core/kernel/instant.ts';
import type { ReportContent } from '../../core/report/content.ts';
import { dueOf, dueOfSending } from '../../core/report/lateness.ts';
import type { WriteContext } from '../http/context.ts';
import { setReport } from './store.ts';
import type { Loaded } from './views/load.ts';

/** Eight letters and digits that are not mistaken for each other, for reading a receipt aloud. */
const receiptCode = (): string => {
  const letters = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';
  return [...randomBytes(10)].map((b) => letters[b % letters.length]).join('');
};

/** Locks the content, numbers it in the received book, keeps it as sent with its second and hash. */
export const seal = async (
  ctx: WriteContext,
  loaded: Loaded,
  content: ReportContent,
  contentHash: string,
  signed: { readonly by: string; readonly inPlace: unknown },
): Promise<void> => {
  const { campaignId, unitId } = loaded.report;
  const { year } = partsOfDay(ctx.today);
  const revision = loaded.report.revision + 1;
  const due = dueOf(loaded.report, loaded.deadline);
  await setReport(
    ctx,
    { campaignId, unitId },
    {
      state: 'submitted',
      revision,
      submitted_at: new Date(ctx.now),
      first_submitted_at: new Date(loaded.report.firstSubmittedAt ?? ctx.now),
      first_due_at: new Date(loaded.report.firstDueAt ?? due),
      last_due_at: new Date(due),
      last_resend_by: loaded.report.resendBy === null ? null : new Date(loaded.report.resendBy),
      signed_by: signed.by,
      signed_in_place: signed.inPlace ? JSON.stringify(signed.inPlace) : null,
      signed_at: new Date(ctx.now),
      begun_by: null,
      begun_at: null,
      resend_by: null,
      returned_by: null,
      returned_at: null,
    },
  );
  // The row of the book is one per office and year, and held until the end of the transaction: it is taken last, in the
  // statement that stores the sending, so that senders of one office wait for each other as short as can be.
  await ctx.trx
    .with('book', (db) =>
      db
        .insertInto('receipt_book')
        .values({ unit_id: loaded.receiverUnitId, year, last_number: 1 })
        .onConflict((c) =>
          c
            .columns(['unit_id', 'year'])
            .doUpdateSet((eb) => ({ last_number: eb('receipt_book.last_number', '+', 1) })),
        )
        .returning('last_number'),
    )
    .insertInto('submission')
    .values((eb) => ({
      campaign_id: campaignId,
      unit_id: unitId,
      revision,
      content: JSON.stringify(content),
      content_hash: contentHash,
      receipt_office: loaded.receiverUnitId,
      receipt_year: year,
      receipt_number: eb.selectFrom('book').select('last_number'),
      receipt_code: receiptCode(),
      submitted_by: ctx.person.personId,
      signed_by: signed.by,
      signed_in_place: signed.inPlace ? JSON.stringify(signed.inPlace) : null,
      request_version: loaded.requestVersion,
      submitted_at: new Date(ctx.now),
      due_at: new Date(dueOfSending(loaded.report, loaded.deadline)),
    }))
    .execute();
};
