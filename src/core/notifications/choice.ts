import { accept, type Decision } from '../kernel/decision.ts';
import { DIRECTORY_CHAIN, type Fact } from '../kernel/fact.ts';
import { addDays, type Day, dayOfInstant, type Instant, instantAt } from '../kernel/instant.ts';

/** How a person wants to be reminded by mail. Inside the program everybody is told, whatever is chosen. */
export const MAIL_CHOICES = ['at-once', 'digest', 'in-app'] as const;
export type MailChoice = (typeof MAIL_CHOICES)[number];
export const USUAL_CHOICE: MailChoice = 'at-once';

/** After the rules of eight o'clock have spoken. */
const DIGEST_AT = { hour: 8, minute: 30 } as const;

/** The first moment of the day at which its letter may go. */
export const digestMoment = (day: Day): Instant => instantAt(day, DIGEST_AT.hour, DIGEST_AT.minute);

const nextDigest = (now: Instant): Instant => {
  const today = digestMoment(dayOfInstant(now));
  return now < today ? today : digestMoment(addDays(dayOfInstant(now), 1));
};

/**
 * What becomes of one reminder. Who takes one letter a day is still written to at once when the deadline would pass
 * before that letter.
 */
export const letterFor = (choice: MailChoice, due: Instant, now: Instant): 'at-once' | 'digest' | 'none' => {
  switch (choice) {
    case 'in-app':
      return 'none';
    case 'at-once':
      return 'at-once';
    case 'digest':
      return now < due && due <= nextDigest(now) ? 'at-once' : 'digest';
  }
};

export const chooseMail = (personId: string, choice: MailChoice): Decision<Fact> =>
  accept({ type: 'notifications.mailChosen', chain: DIRECTORY_CHAIN, data: { personId, choice } });
