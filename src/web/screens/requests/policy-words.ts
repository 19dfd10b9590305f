import type { Policy } from '../../../core/campaign/policy.ts';
import { deadline } from '../../texts/format.ts';
import { t } from '../../texts/text.ts';

export const shiftWords = (shift: Policy['shift']): string =>
  shift === 'none' ? t('policy.shiftNone') : t('policy.shiftNext');

export const lateSendingWords = (policy: Pick<Policy, 'lateSending' | 'lastSending'>): string => {
  switch (policy.lateSending) {
    case 'always':
      return t('policy.lateAlways');
    case 'until-last':
      return policy.lastSending === null
        ? t('policy.lateUntilOpen')
        : t('policy.lateUntilAt', { moment: deadline(policy.lastSending) });
    case 'never':
      return t('policy.lateNever');
  }
};

export const returnedWords = (returned: Policy['returned']): string => {
  switch (returned) {
    case 'first':
      return t('policy.returnedFirst');
    case 'last':
      return t('policy.returnedLast');
    case 'new-date':
      return t('policy.returnedNew');
  }
};

export const lastCorrectionWords = (at: Policy['lastCorrection']): string =>
  at === null ? t('policy.lastCorrectionNone') : t('policy.lastCorrectionAt', { moment: deadline(at) });
