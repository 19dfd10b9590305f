import type { Translation } from '../dictionary.ts';

export const policy: Translation['policy'] = {
  title: 'Rules of time',
  shift: 'When the last day is a day off',
  shiftNone: 'The deadline stays',
  shiftNext: 'It moves to the end of the next working day',
  shiftPreview: 'Deadline when it moves: {moment}.',
  shiftNothing: 'The last day of this deadline is a working day: moving or staying makes no difference.',
  lateSending: 'Sending after the deadline',
  lateAlways: 'Taken, and marked late to the second',
  lateUntil: 'Taken up to a moment, refused after it',
  lateUntilAt: 'Taken up to {moment}, marked late; refused after it',
  lateUntilOpen: 'Taken up to a moment that is not given yet',
  lateNever:
    'Not taken; a report that waited for its signature at the deadline can still be signed and sent, marked late',
  returned: 'After a return, on time is judged by',
  returnedFirst: 'The first sending: once in time, always in time',
  returnedLast: 'The last sending: sent again after the common deadline is late',
  returnedNew: 'The first sending, as long as the new date is kept',
  lastCorrection: 'Last correction',
  lastCorrectionNone: 'None: reports can be returned and sent again at any time',
  lastCorrectionAt: 'Sent again up to {moment}; after it nothing is returned or sent again',
  setLastCorrection: 'Set a moment after which nothing is returned or sent again',
  before: 'Before the day',
  beforeTime: 'Before the hour (if any)',
  afterDeadline: 'This moment must lie after the deadline.',
};
