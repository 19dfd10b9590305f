import type { Choosable } from '../../../../core/letter/choosable.ts';
import { t } from '../../../texts/text.ts';

/** What the letter leaves open, in words. */
export const gapWords = (key: string): string => {
  switch (key) {
    case 'number':
      return t('requests.number');
    case 'date':
      return t('requests.date');
    case 'subject':
      return t('requests.subject');
    case 'deadline':
      return t('requests.deadline');
    case 'window':
      return t('requests.window');
    case 'signer':
      return t('requests.signer');
    default:
      return key;
  }
};

/** What words of the letter are taken for. */
export const choosableWords = (what: Choosable): string => {
  switch (what) {
    case 'deadline':
    case 'window':
    case 'subject':
    case 'signer':
      return gapWords(what);
    case 'period':
      return t('requests.period');
    case 'symbol':
      return t('requests.symbol');
    case 'place':
      return t('requests.place');
    case 'recipient':
      return t('requests.oneMoreRecipient');
    case 'basis':
      return t('requests.oneMoreBasis');
    case 'part':
      return t('requests.oneMorePart');
  }
};
