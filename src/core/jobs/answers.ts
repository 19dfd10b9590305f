import type { Instant } from '../kernel/instant.ts';

/** What runs by itself; times are real time. */
export type JobLine = {
  readonly name: string;
  readonly state: 'waiting' | 'running' | 'failing';
  /** When it is looked at next; null for what only comes when somebody asks for it. */
  readonly nextAt: Instant | null;
  /** How many are in hand, and how many were asked for and have not begun. */
  readonly running: number;
  readonly asked: number;
  readonly endedAt: Instant | null;
  /** How many things the last run did. */
  readonly done: number;
  /** Tries in a row that failed. */
  readonly failures: number;
  readonly error: string | null;
  readonly may: readonly 'run-now'[];
};

/** A program on a machine that takes part in the work. */
export type JobProcess = { readonly host: string; readonly pid: number; readonly startedAt: Instant };

export type JobsAnswer = {
  readonly now: Instant;
  readonly jobs: readonly JobLine[];
  readonly processes: readonly JobProcess[];
};
