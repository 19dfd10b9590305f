import type { Instant } from '../kernel/instant.ts';

/** What runs by itself; times are real time. */
export type JobLine = {
  readonly name: string;
  readonly state: 'waiting' | 'running' | 'failing';
  readonly nextAt: Instant;
  /** The process that has it in hand. */
  readonly holder: string | null;
  readonly startedAt: Instant | null;
  readonly endedAt: Instant | null;
  /** How many things the last run did. */
  readonly done: number;
  /** Runs in a row that failed; the wait grows with them. */
  readonly failures: number;
  readonly error: string | null;
  readonly may: readonly 'run-now'[];
};

export type JobsAnswer = { readonly now: Instant; readonly jobs: readonly JobLine[] };
