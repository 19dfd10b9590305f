import type { Day } from '../kernel/instant.ts';
import type { OutgoingKind } from './book.ts';

/** What a document was made for; a request and a unit's report are numbered where they are issued. */
export const PURPOSES = [
  'request',
  'report',
  'area-report',
  'reminder',
  'extension',
  'return',
  'correction',
  'index-decision',
] as const;
export type Purpose = (typeof PURPOSES)[number];

export const KIND_OF: Readonly<Record<Purpose, OutgoingKind>> = {
  request: 'letter',
  report: 'report',
  'area-report': 'report',
  reminder: 'letter',
  extension: 'letter',
  return: 'letter',
  correction: 'letter',
  'index-decision': 'decision',
};

export const OUTGOING_STATES = ['draft', 'signed', 'issued', 'discarded'] as const;
export type OutgoingState = (typeof OUTGOING_STATES)[number];

/** 'replace': a mistake in content; 'correct': one of form, by a công văn đính chính (NĐ 30/2020/NĐ-CP, điều 17). */
export type Relation = 'replace' | 'correct';

/** Another document that this one points to, or that points to this one. */
export type RelatedDocument = {
  readonly id: string;
  readonly relation: Relation;
  readonly state: OutgoingState;
  readonly number: number | null;
  readonly symbol: string | null;
  readonly day: Day | null;
};
