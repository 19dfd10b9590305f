import type { Translation } from '../dictionary.ts';

export const difference: Translation['difference'] = {
  title: 'Changes since sending {from}',
  page: 'Changes between sendings',
  nothing: 'Nothing differs from the sending before.',
  asked: 'Where remarks stand',
  other: 'Related changes, outside the remarks',
  gone: '{n} places in parts that are not asked any more',
  see: 'See what changed since the last sending',
  ofNow: 'What is in hand against sending {from}',
  ofRevision: 'Sending {to} against sending {from}',
  choose: 'Which to compare',
  back: 'To the report',
  onlyOne: 'The report was sent once only: there is none before to compare with.',
};
