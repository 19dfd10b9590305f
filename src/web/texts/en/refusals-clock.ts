import { fullMoment } from '../format.ts';
import type { Refusals } from '../sentence.ts';

export const clock = {
  'clock.officeIsReal': 'An office runs on real time; its clock cannot be moved.',
  'clock.backwards': (d) =>
    `The clock only goes forward. Choose a time after ${fullMoment(Number(d.nowMs))}.`,
  'clock.tooFar': 'At most {days} days at once. Choose a nearer day.',
} satisfies Refusals;
