import { dayOfInstant, type Instant } from '../../core/kernel/instant.ts';
import { serverNow } from '../http/server-clock.ts';
import { clockText, dayMonth } from './format.ts';

/** '09:07' of today, '17:22 28/02' of another day. */
export const shortMoment = (at: Instant): string => {
  const day = dayOfInstant(at);
  const now = serverNow();
  return now !== undefined && dayOfInstant(now) === day ? clockText(at) : `${clockText(at)} ${dayMonth(day)}`;
};
