import type { Calendar } from '../kernel/calendar.ts';
import type { Instant } from '../kernel/instant.ts';
import { deadlineInForce } from './policy.ts';
import { groupOfUnit, policyOf, type Request } from './request.ts';

/** The instant that the own deadline of a unit's group comes to; null where the deadline of all binds it. */
export const groupDueOf =
  (request: Request, calendar: Calendar) =>
  (unitId: string): Instant | null => {
    const own = groupOfUnit(request, unitId)?.deadline;
    return own ? deadlineInForce(own.at, policyOf(request).shift, calendar) : null;
  };
