import type { Instant } from '../../../core/kernel/instant.ts';
import type { BoardRow, CampaignHead } from '../../../core/report/answers.ts';
import { deadline, length } from '../../texts/format.ts';
import { t } from '../../texts/text.ts';
import { percentOf } from '../board/BoardRows.tsx';
import { committeeOf } from './letter-words.ts';

const lowerFirst = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);

/** What a unit that still owes lacks, in few words. */
export const missingWords = (row: BoardRow, withDate = true): string => {
  const words: string[] = [];
  if (row.state === 'returned') {
    if (row.pins.open > 0) words.push(t('home.missingPins', { n: row.pins.open }));
    if (withDate && row.resendBy !== null)
      words.push(t('home.missingResend', { deadline: deadline(row.resendBy) }));
  } else if (row.state === 'awaiting-signature' || row.state === 'signed') words.push(t('home.missingSign'));
  else {
    if (row.acknowledgedAt === null && row.filled === 0) words.push(t('home.missingAcknowledge'));
    words.push(
      row.filled === 0 ? t('home.missingAll') : t('home.missingOf', { share: percentOf(row), n: row.gaps }),
    );
  }
  return words.map((w, at) => (at === 0 ? w : lowerFirst(w))).join(', ');
};

/** Ready for Zalo: unit, what, until when, what is missing. Names the office, no person. */
export const reminderText = (campaign: CampaignHead, row: BoardRow, now: Instant): string => {
  const again = row.state === 'returned' && row.resendBy !== null;
  const due = (again ? row.resendBy : campaign.deadline && row.due) ?? now;
  const left = due - now;
  return t(again ? 'home.zaloResend' : 'home.zaloText', {
    unit: row.kind === 'commune' ? committeeOf(row.name) : row.name,
    title: lowerFirst(campaign.title),
    deadline: deadline(due),
    left: left > 0 ? t('home.left', { length: length(left) }) : t('home.lateBy', { length: length(-left) }),
    missing: missingWords(row, false) || t('home.missingSign'),
    office: campaign.receiverName,
  });
};
