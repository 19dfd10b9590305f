import { rolesAt } from '../../core/directory/roles.ts';
import { reminderLetter } from '../../core/documents/reminderLetter.ts';
import { signatureOf } from '../../core/documents/style.ts';
import type { DocumentTree } from '../../core/documents/tree.ts';
import { partsOfDay } from '../../core/kernel/instant.ts';
import { deadlineText, inPrint, lengthText, momentText, shortDay } from '../../core/kernel/wording.ts';
import { isOwed, missingText } from '../../core/notifications/remind.ts';
import type { BoardRow } from '../../core/report/answers.ts';
import type { ReadContext } from '../http/context.ts';
import { forbidden, notFound, refused } from '../http/failures.ts';
import { boardRows } from '../report/views/board.ts';
import { campaignHead } from '../report/views/pieces.ts';
import { bodyInText, letterheadOf } from './letterhead.ts';

const lower = (words: string): string => words.charAt(0).toLocaleLowerCase('vi') + words.slice(1);

const stateOf = ({ state }: BoardRow): string =>
  state === 'returned' ? 'Trả lại, chưa gửi lại' : state === 'not-opened' ? 'Chưa mở' : 'Chưa gửi';

const timeOf = ({ lateness }: BoardRow): string => {
  switch (lateness.kind) {
    case 'overdue':
      return `Quá hạn ${lengthText(lateness.by)}`;
    case 'resend-overdue':
      return `Quá hạn gửi lại ${lengthText(lateness.by)}`;
    case 'open':
    case 'at-risk':
      return `Còn ${lengthText(lateness.left)}`;
    case 'late':
    case 'on-time':
      return 'Chưa gửi lại';
  }
};

const missingOf = (row: BoardRow): string => {
  const parts = row.gaps > 0 ? [{ number: '', gaps: row.gaps }] : [];
  const words = missingText({
    state: row.state,
    due: 0,
    filled: row.filled,
    parts,
    openPins: row.pins.open,
  });
  // The places are the unit's to see; the letter says how many.
  const short = words.replace(/:.*$/, '');
  return short.charAt(0).toLocaleUpperCase('vi') + short.slice(1);
};

/** When the chosen units had to send: groups of recipients may have deadlines of their own. */
const deadlineWords = async (
  ctx: ReadContext,
  campaignId: string,
  unitIds: readonly string[],
): Promise<string> => {
  const rows = await ctx.db
    .selectFrom('report')
    .innerJoin('campaign', 'campaign.id', 'report.campaign_id')
    .where('campaign_id', '=', campaignId)
    .where('unit_id', 'in', [...unitIds])
    .select((eb) => eb.fn.coalesce('group_due_at', 'deadline').as('at'))
    .distinct()
    .orderBy('at')
    .execute();
  const words = rows.flatMap(({ at }) => (at === null ? [] : [inPrint(deadlineText(at))]));
  return words.length > 1 ? `${words.join(' hoặc ')}, tùy nhóm nơi nhận` : words.join('');
};

/** The công văn that reminds the chosen units, of those that still owe at this moment. */
export const reminderLetterOf = async (
  ctx: ReadContext,
  campaignId: string,
  unitIds: readonly string[],
): Promise<DocumentTree> => {
  const campaign = await ctx.db
    .selectFrom('campaign')
    .where('id', '=', campaignId)
    .select(['receiver_unit_id'])
    .executeTakeFirst();
  if (!campaign) throw notFound('campaign');
  if (!rolesAt(ctx.person, campaign.receiver_unit_id, ctx.today).has('receiver')) throw forbidden();
  const all = await boardRows(ctx, { campaignId });
  // An office writes no letter to itself: its own report is asked for inside the house.
  const chosen = all.filter(
    (row) => unitIds.includes(row.unitId) && isOwed(row.state) && row.unitId !== campaign.receiver_unit_id,
  );
  if (chosen.length === 0) throw refused('reminder.owesNothing', {}, 409);
  const head = await campaignHead(ctx, campaignId);
  const letterhead = await letterheadOf(ctx, campaign.receiver_unit_id);
  const { year, month } = partsOfDay(ctx.today);
  const order = new Map(unitIds.map((id, at) => [id, at]));
  return reminderLetter({
    head: {
      superior: letterhead.superior,
      body: letterhead.body,
      bodyInText: letterhead.bodyInText,
      symbol: letterhead.style.symbols.letter,
      place: letterhead.place,
      month: { year, month },
    },
    we: letterhead.bodyInText,
    subject: lower(head.title),
    order:
      head.number && head.documentDay
        ? `Công văn số ${head.number}/${head.symbol ?? ''} ngày ${shortDay(head.documentDay)} của ${bodyInText(head.authorityName)}`
        : null,
    deadline: await deadlineWords(
      ctx,
      campaignId,
      chosen.map((row) => row.unitId),
    ),
    asOf: inPrint(momentText(ctx.now)),
    units: chosen
      .sort((a, b) => (order.get(a.unitId) ?? 0) - (order.get(b.unitId) ?? 0))
      .map((row) => ({
        name: bodyInText(row.name),
        state: stateOf(row),
        time: timeOf(row),
        missing: missingOf(row),
      })),
    obliged: all.length,
    sent: all.filter((row) => row.firstSubmittedAt !== null && row.state !== 'returned').length,
    signature: signatureOf(letterhead.style.signatures.letter, null),
    copies: letterhead.style.copies.letter,
    illustration: ctx.services.mode === 'demo',
  });
};
