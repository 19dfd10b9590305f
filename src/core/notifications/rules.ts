import { addDays, dayOfInstant, type Instant, instantAt } from '../kernel/instant.ts';

/** Who is told inside a unit: whoever has it in hand, the deputy who signs, the head. */
export const STEPS = ['holder', 'deputy', 'head'] as const;
export type Step = (typeof STEPS)[number];

/** When a campaign reminds by itself, counted from what each unit owes: its extension, or its date to send again. */
export type ReminderRule = {
  readonly id: string;
  readonly when:
    | { readonly kind: 'days-before'; readonly days: number; readonly hour: number }
    | { readonly kind: 'hours-before'; readonly hours: number }
    | { readonly kind: 'days-after'; readonly days: number; readonly hour: number };
  readonly to: readonly Step[];
};

/** The ladder climbs as time runs out: officer, deputy, head (F1). At hours when somebody reads it. */
export const USUAL_RULES: readonly ReminderRule[] = [
  { id: 'before-3-days', when: { kind: 'days-before', days: 3, hour: 8 }, to: ['holder'] },
  { id: 'before-1-day', when: { kind: 'days-before', days: 1, hour: 14 }, to: ['holder', 'deputy'] },
  { id: 'last-day', when: { kind: 'days-before', days: 0, hour: 8 }, to: ['holder', 'deputy', 'head'] },
  { id: 'after-1-day', when: { kind: 'days-after', days: 1, hour: 8 }, to: ['holder', 'deputy', 'head'] },
];

const HOUR = 3_600_000;
/** A reminder whose moment passed longer ago is not made up for: after a long stop the next one speaks. */
const STALE = 36 * HOUR;

/** Days count from the last day that is in time: a deadline of 01/03 00:00 has 29/02 as its last day. */
export const momentOf = ({ when }: Pick<ReminderRule, 'when'>, due: Instant): Instant => {
  const lastDay = dayOfInstant(due - 1);
  switch (when.kind) {
    case 'days-before':
      return instantAt(addDays(lastDay, -when.days), when.hour);
    case 'hours-before':
      return due - when.hours * HOUR;
    case 'days-after':
      return instantAt(addDays(lastDay, when.days), when.hour);
  }
};

/**
 * The one rule that speaks now: the last whose moment has come since the unit was given this deadline. Of several
 * that passed while nothing ran, only the last; never one before the deadline once that has passed.
 */
export const ruleNow = (
  rules: readonly ReminderRule[],
  due: Instant,
  givenAt: Instant,
  now: Instant,
): ReminderRule | undefined =>
  rules
    .map((rule) => ({ rule, at: momentOf(rule, due) }))
    .filter(({ at }) => at <= now && at > now - STALE && at >= givenAt && (now < due || at >= due))
    .sort((a, b) => b.at - a.at)[0]?.rule;

/** Which reminder of which deadline: a new date to send again, or an extension, has its own. */
export const occasionOf = (rule: ReminderRule, due: Instant): string => `${rule.id}:${due}`;
