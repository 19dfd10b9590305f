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
