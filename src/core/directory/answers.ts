import type { Apart } from '../kernel/apart.ts';
import type { Day, Instant } from '../kernel/instant.ts';
import type { DIRECTORY_VERBS } from './allow.ts';
import type { Role } from './roles.ts';
import type { CalendarDay } from './setCalendar.ts';
import type { StoredUnit } from './unitDetails.ts';

type May<T extends keyof typeof DIRECTORY_VERBS> = readonly (typeof DIRECTORY_VERBS)[T][number][];

/** Units in the order of a tree: each follows its parent, siblings by the Vietnamese alphabet. */
export type UnitLine = StoredUnit & {
  readonly depth: number;
  /** People with a post at the unit on the day. */
  readonly people: number;
  readonly may: May<'unit'>;
};
export type UnitsAnswer = {
  readonly at: Day;
  readonly units: readonly UnitLine[];
  readonly may: May<'units'>;
};

export type PostLine = {
  readonly id: string;
  readonly unitId: string;
  readonly unitName: string;
  readonly role: Role;
  readonly title: string;
  readonly validFrom: Day;
  readonly validTo: Day | null;
  readonly may: May<'post'>;
};

export type StandInLine = {
  readonly id: string;
  readonly unitId: string;
  readonly unitName: string;
  readonly personId: string;
  readonly personName: string;
  readonly forPersonId: string;
  readonly forPersonName: string;
  readonly fromDay: Day;
  readonly toDay: Day;
  readonly documentNumber: string;
  readonly documentDay: Day;
  readonly may: May<'standIn'>;
};

export type PersonLine = {
  readonly id: string;
  readonly login: string;
  readonly name: string;
  readonly email: string | null;
  readonly active: boolean;
  readonly version: number;
  /** Whether a password was ever set: without one, a reset link is still to be handed over. */
  readonly hasPassword: boolean;
  readonly hasSecondFactor: boolean;
  readonly posts: readonly PostLine[];
  readonly standIns: readonly StandInLine[];
  readonly may: May<'person'>;
};
/** `total` counts everybody found; `people` is cut at the limit. */
export type PeopleAnswer = {
  readonly people: readonly PersonLine[];
  readonly total: number;
  readonly may: May<'people'>;
};

export type UnitAnswer = {
  readonly unit: UnitLine;
  readonly people: readonly PersonLine[];
  readonly standIns: readonly StandInLine[];
};

export type CalendarAnswer = {
  readonly year: number;
  readonly days: readonly CalendarDay[];
  readonly version: string;
  readonly may: May<'calendar'>;
};

export type ClockAnswer = {
  readonly nowMs: Instant;
  /** This machine's clock against the database's: ahead of ours by so much. */
  readonly apart: Apart;
  /** This machine sets its clock by a time source; null where it does not say. */
  readonly kept: boolean | null;
  readonly mode: 'demo' | 'office';
  readonly may: May<'clock'>;
};
