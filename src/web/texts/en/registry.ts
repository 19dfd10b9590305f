import type { Translation } from '../dictionary.ts';

export const registry: Translation['registry'] = {
  title: 'Registry',
  note: 'Give number and day; issue; keep the stamped copy',
  requests: 'Requests to number and issue',
  noRequests: 'No request waits for a number',
  noRequestsText: 'A request appears here once it is signed.',
  signedWaits: 'Signed, without number and day; sent to nobody yet.',
  issue: 'Number and issue',
  issued: 'Issued requests',
  noIssued: 'No request has been issued',
  number: 'Number, symbol',
  day: 'Day',
  subject: 'Subject',
  units: 'Units',
  reports: 'Reports of the office',
  noReports: 'No report to enter yet',
  noReportsText:
    'Once the office has signed or sent its report, it appears here for number, day and stamped copy.',
  waitsNumber: 'Number, day and stamped copy are missing',
  entry: 'No. {number} of {day}',
  stamped: 'Stamped copy kept',
  waitsStamped: 'Stamped copy is missing',
  submit: 'Submit the report',
  enter: 'Enter number and day',
  correct: 'Correct number and day',
};
