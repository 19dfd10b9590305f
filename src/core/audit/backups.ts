import type { Day, Instant } from '../kernel/instant.ts';

/** One day's backup: made, under way (neither file nor error), or failed. Times are real time. */
export type BackupRun = {
  readonly day: Day;
  readonly startedAt: Instant;
  readonly endedAt: Instant | null;
  readonly file: string | null;
  readonly bytes: number | null;
  readonly sha256: string | null;
  readonly error: string | null;
};

export type BackupsAnswer = {
  /** null: nobody gave a passphrase, so the program makes no backups by itself. */
  readonly plan: { readonly folder: string; readonly at: string; readonly keep: number } | null;
  /** Newest first. */
  readonly runs: readonly BackupRun[];
  /** How long ago the last whole backup ended, by whatever way it was made; null: never. */
  readonly lastAt: Instant | null;
  readonly state: 'fine' | 'old' | 'never';
  readonly may: readonly 'make'[];
};

/** Two nights missed is no accident any more. */
const OLD_AFTER_MS = 50 * 3_600_000;

export const stateOfBackups = (lastAt: Instant | null, now: Instant): BackupsAnswer['state'] => {
  if (lastAt === null) return 'never';
  return now - lastAt > OLD_AFTER_MS ? 'old' : 'fine';
};
