import type { CitationAnswer } from '../evidence/answers.ts';
import type { Day, Instant } from '../kernel/instant.ts';
import type { Remedy } from './remediate.ts';

export type RemediationLine = Remedy & {
  readonly unitId: string;
  readonly unitName: string;
  readonly criterion: string;
  readonly name: string;
  readonly points: string;
  readonly max: string;
  readonly document: string;
  readonly overdue: boolean;
  readonly citations: readonly CitationAnswer[];
  readonly next: { readonly points: string; readonly max: string } | null;
  readonly outcome: 'better' | 'same' | 'worse' | 'unknown';
  readonly version: number;
  readonly changedBy: string | null;
  readonly changedAt: Instant | null;
  readonly may: readonly 'change'[];
};

export type RemediationAnswer = {
  readonly year: number;
  readonly years: readonly number[];
  /** Share of the maximum below which a mark is low. */
  readonly share: string;
  readonly suggested: string;
  readonly lines: readonly RemediationLine[];
  readonly counts: { readonly all: number; readonly closed: number; readonly overdue: number };
  readonly isOffice: boolean;
  readonly today: Day;
  readonly may: readonly ('set-threshold' | 'import')[];
};

export type PublishedProblem = {
  readonly sheet: string;
  readonly row: number | null;
  readonly cell: string | null;
  readonly code: string;
  readonly details: Readonly<Record<string, string | number>>;
};

export type PublishedRow = {
  readonly unitId: string;
  readonly unitName: string;
  readonly criterion: string;
  readonly name: string;
  readonly points: string;
  readonly max: string;
};
export type PublishedTotal = {
  readonly unitId: string;
  readonly unitName: string;
  readonly percent: string;
  readonly rank: number | null;
};

/** Results of a year that was scored elsewhere, as a file says them; nothing is stored. */
export type PublishedPreview = {
  readonly fileName: string;
  readonly marks: readonly PublishedRow[];
  readonly totals: readonly PublishedTotal[];
  readonly refused: readonly PublishedProblem[];
};
