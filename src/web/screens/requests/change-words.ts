import type { RequestChange } from '../../../core/campaign/amend.ts';
import { shortDay } from '../../../core/kernel/wording.ts';
import { deadline, listText } from '../../texts/format.ts';
import { t } from '../../texts/text.ts';
import { lateSendingWords, returnedWords, shiftWords } from './policy-words.ts';

const momentOrNot = (at: number | null): string => (at === null ? t('amend.notSet') : deadline(at));
const windowWords = (window: { from: string; to: string } | null): string =>
  window
    ? t('amend.windowWords', { from: shortDay(window.from), to: shortDay(window.to) })
    : t('amend.notSet');
const lateWords = (lateSending: 'always' | 'until-last' | 'never'): string =>
  lateSending === 'until-last' ? t('policy.lateUntil') : lateSendingWords({ lateSending, lastSending: null });

const ledWords = (led: { lead: string; partners: readonly string[] } | null): string => {
  if (!led) return t('amend.ledByNobody');
  const { lead, partners } = led;
  return partners.length > 0 ? t('amend.ledWith', { lead, partners: listText(partners) }) : lead;
};

/** One change of what was issued, in words: what it was and what it is. */
export const changeWords = (change: RequestChange): string => {
  switch (change.what) {
    case 'deadline':
      return t('amend.deadline', { before: deadline(change.before), after: deadline(change.after) });
    case 'groupDeadline':
      return t('amend.groupDeadline', {
        group: change.group,
        before: deadline(change.before),
        after: deadline(change.after),
      });
    case 'window':
      return t('amend.window', { before: windowWords(change.before), after: windowWords(change.after) });
    case 'shift':
      return t('amend.shift', { before: shiftWords(change.before), after: shiftWords(change.after) });
    case 'lateSending':
      return t('amend.lateSending', { before: lateWords(change.before), after: lateWords(change.after) });
    case 'lastSending':
      return t('amend.lastSending', {
        before: momentOrNot(change.before),
        after: momentOrNot(change.after),
      });
    case 'returned':
      return t('amend.returned', {
        before: returnedWords(change.before),
        after: returnedWords(change.after),
      });
    case 'lastCorrection':
      return t('amend.lastCorrection', {
        before: momentOrNot(change.before),
        after: momentOrNot(change.after),
      });
    case 'partOut':
      return t('amend.partOut', { title: change.title });
    case 'partIn':
      return t('amend.partIn', { title: change.title });
    case 'lead':
      return t('amend.lead', {
        field: change.field,
        before: ledWords(change.before),
        after: ledWords(change.after),
      });
    case 'unitAdded':
      return t('amend.unitAdded', { name: change.name });
    case 'unitRemoved':
      return t('amend.unitRemoved', { name: change.name });
  }
};
