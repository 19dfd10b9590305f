import type { LetterWarning } from '../../../../core/letter/check.ts';
import type { NoRequestReason } from '../../../../core/letter/reading.ts';
import { t } from '../../../texts/text.ts';

/** Why a letter does not look like an order to report. */
export const noRequestWords = (reason: NoRequestReason | null): string => {
  switch (reason) {
    case 'invitation':
      return t('requests.noInvitation');
    case 'comments':
      return t('requests.noComments');
    case 'reminder':
      return t('requests.noReminder');
    case 'forwarding':
      return t('requests.noForwarding');
    case 'notice':
      return t('requests.noNotice');
    case 'report':
      return t('requests.noReport');
    case 'noOrder':
    case null:
      return t('requests.noOrder');
  }
};

const text = (value: string | number | undefined): string => String(value ?? '');

/** What the check found, in words; number and day of the letter come with issuing and are no worry. */
export const warningWords = ({ code, details }: LetterWarning): string | undefined => {
  switch (code) {
    case 'deadline.noWorkingDay':
      return t('requests.warnNoWorkingDay', { suggestion: text(details.suggestion) });
    case 'deadline.beforeCutoff':
      return t('requests.warnBeforeCutoff', { suggestion: text(details.suggestion) });
    case 'deadline.missing':
      return t('requests.deadlineAsk');
    case 'window.missing':
      return t('requests.windowAsk');
    case 'window.reversed':
      return t('requests.windowReversed');
    case 'date.afterDeadline':
      return t('requests.warnDateAfter');
    case 'subject.missing':
      return t('requests.subjectAsk');
    case 'signer.missing':
      return t('requests.signerAsk');
    case 'copies.missing':
      return t('requests.warnCopies');
    case 'copies.draftingUnitMissing':
      return t('requests.warnKept');
    case 'number.missing':
    case 'date.missing':
      return undefined;
  }
};
