import { type ReminderRule, STEPS, type Step } from '../../../../core/notifications/rules.ts';

/** A rule while it is typed: the number may be blank or wrong for a moment. */
export type DraftRule = {
  readonly id: string;
  readonly kind: ReminderRule['when']['kind'];
  readonly count: string;
  readonly hour: number;
  readonly to: readonly Step[];
};

/** What the server takes, by kind. */
export const RANGES = {
  'days-before': { from: 0, to: 60 },
  'hours-before': { from: 1, to: 240 },
  'days-after': { from: 1, to: 60 },
} as const;

const MORNING = 8;

export const toDraft = ({ id, when, to }: ReminderRule): DraftRule =>
  when.kind === 'hours-before'
    ? { id, kind: when.kind, count: String(when.hours), hour: MORNING, to }
    : { id, kind: when.kind, count: String(when.days), hour: when.hour, to };

const countOf = ({ kind, count }: DraftRule): number | undefined => {
  const n = /^\d{1,3}$/.test(count.trim()) ? Number(count) : Number.NaN;
  return n >= RANGES[kind].from && n <= RANGES[kind].to ? n : undefined;
};

/** The rule as typed; undefined while it is not whole. */
export const toRule = (draft: DraftRule): ReminderRule | undefined => {
  const n = countOf(draft);
  if (n === undefined || draft.to.length === 0) return undefined;
  const to = STEPS.filter((step) => draft.to.includes(step));
  const { id, kind, hour } = draft;
  if (kind === 'hours-before') return { id, when: { kind, hours: n }, to };
  return { id, when: { kind, days: n, hour }, to };
};

export const isCounted = (draft: DraftRule): boolean => countOf(draft) !== undefined;

/** A new one, under a name that no other has: reminders are known by it. */
export const newRule = (others: readonly DraftRule[]): DraftRule => {
  let n = others.length + 1;
  while (others.some((o) => o.id === `rule-${n}`)) n++;
  return { id: `rule-${n}`, kind: 'days-before', count: '2', hour: MORNING, to: ['holder'] };
};
