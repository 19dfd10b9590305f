import { dayOfInstant, type Instant } from '../../../core/kernel/instant.ts';
import type { BoardRow, CampaignHead, WorkAnswer, WorkItem } from '../../../core/report/answers.ts';
import { deadlineDay } from '../../texts/format.ts';

/** Kinds that ask this person to act on a report of the own unit. */
const OWN: readonly WorkItem['kind'][] = ['returned', 'sign', 'submit', 'prepare'];

/** How many own things end today; a midnight deadline belongs to the day before it. */
export const dueToday = (work: WorkAnswer): number => {
  const today = dayOfInstant(work.now);
  return work.items.filter((i) => OWN.includes(i.kind) && i.due !== null && deadlineDay(i.due) <= today)
    .length;
};

/** The campaign whose day strip heads the page: that of the first thing to do, else the newest own one. */
export const headOf = (work: WorkAnswer, issued: readonly CampaignHead[]): CampaignHead | undefined => {
  const first = work.items.find((i) => i.campaign.deadline !== null && i.row)?.campaign;
  const campaign = first ?? work.own[0]?.campaign ?? issued[0];
  const own = work.own.find((o) => o.campaign.id === campaign?.id)?.row;
  // Whoever owes reads the deadline of the own group; the receiving office that of all.
  return campaign && own && owes(own) && campaign.deadline !== null
    ? { ...campaign, deadline: own.due }
    : campaign;
};

/** The next deadline of what the own unit still owes, for an empty page. */
export const nextDeadline = (
  work: WorkAnswer,
): { readonly at: Instant; readonly title: string } | undefined =>
  work.own
    .flatMap(({ campaign, row }) =>
      owes(row) && campaign.deadline !== null && row.due > work.now
        ? [{ at: row.due, title: campaign.title }]
        : [],
    )
    .sort((a, b) => a.at - b.at)[0];

const OWES: readonly BoardRow['state'][] = [
  'not-opened',
  'drafting',
  'awaiting-signature',
  'signed',
  'returned',
];

export const owes = (row: BoardRow): boolean => OWES.includes(row.state);

/** Owes, and is late, at risk, returned or has not even confirmed: whom a reminder is for. */
export const wantsReminder = (row: BoardRow): boolean =>
  owes(row) && (row.lateness.kind !== 'open' || row.acknowledgedAt === null || row.state === 'returned');
