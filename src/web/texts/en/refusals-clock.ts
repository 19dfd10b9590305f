import { fullMoment } from '../format.ts';
import type { Refusals } from '../sentence.ts';

export const clock = {
  'clock.officeIsReal': 'An office runs on real time; its clock cannot be moved.',
  'clock.backwards': (d) =>
    `The clock only goes forward. Choose a time after ${fullMoment(Number(d.nowMs))}.`,
  'clock.tooFar': 'At most {days} days at once. Choose a nearer day.',
  'backup.notPlanned':
    'No daily backup is set, so none can be begun here. Run "cchc backup FILE", or set CCHC_BACKUP_PASSPHRASE_FILE and start again.',
  'backup.underWay': 'A backup is under way. Wait for it and reload the page.',
} satisfies Refusals;
