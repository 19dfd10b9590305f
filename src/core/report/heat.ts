import type { Instant } from '../kernel/instant.ts';
import type { Lateness } from './lateness.ts';
import { REPORT_STATES, type ReportState } from './states.ts';

/** What a stroke shows: the state, or that it is overdue. */
export type Heat = ReportState | 'overdue';

/** Left is trouble, right is done. */
export const HEATS: readonly Heat[] = [
  'overdue',
  'returned',
  'not-opened',
  'drafting',
  'awaiting-signature',
  'signed',
  'submitted',
  'received',
];

/**
 * Thousands of units in a few characters each: `packed` has two for every unit, which state and how much is filled in
 * thirty-sixths. A country's 3,321 units weigh some 7 KB beside their names.
 */
export type HeatAnswer = {
  readonly campaignId: string;
  readonly title: string;
  readonly now: Instant;
  readonly groups: readonly { readonly id: string; readonly name: string }[];
  readonly units: {
    readonly ids: readonly string[];
    readonly names: readonly string[];
    /** Index in `groups`. */
    readonly group: readonly number[];
  };
  readonly packed: string;
};

const STEPS = 35;

export const heatOf = (state: string, lateness: Lateness): Heat =>
  lateness.kind === 'overdue' || lateness.kind === 'resend-overdue'
    ? 'overdue'
    : (REPORT_STATES.find((s) => s === state) ?? 'not-opened');

export const packHeat = (heat: Heat, share: number): string =>
  HEATS.indexOf(heat).toString(36) + Math.round(Math.min(1, Math.max(0, share)) * STEPS).toString(36);

export const unpackHeat = (packed: string, at: number): { readonly heat: Heat; readonly share: number } => ({
  heat: HEATS[Number.parseInt(packed.charAt(at * 2), 36)] ?? 'not-opened',
  share: Number.parseInt(packed.charAt(at * 2 + 1) || '0', 36) / STEPS,
});
