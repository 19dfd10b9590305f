import type { Day, Instant } from '../kernel/instant.ts';
import type { Book, OutgoingKind } from './book.ts';
import type { OutgoingVerb } from './decide.ts';
import type { OutgoingState, Purpose, RelatedDocument } from './outgoing.ts';

export type BookLine = Omit<Book, 'unitId'> & {
  readonly next: number;
  readonly handedAt: Instant | null;
  readonly handedBy: string | null;
};

export type OutgoingLine = {
  readonly id: string;
  readonly kind: OutgoingKind;
  readonly purpose: Purpose;
  readonly state: OutgoingState;
  readonly subject: string;
  readonly campaignId: string | null;
  readonly roundId: string | null;
  readonly aboutUnitId: string | null;
  readonly aboutUnit: string | null;
  /** Of a report of the area: the frozen version in it; null for a draft of the moment. */
  readonly frozen: number | null;
  readonly year: number | null;
  readonly number: number | null;
  readonly symbol: string | null;
  readonly day: Day | null;
  readonly fromBook: boolean;
  /** Who gave the number, and when. */
  readonly issuedBy: string | null;
  readonly issuedAt: Instant | null;
  /** What this document replaces or corrects. */
  readonly of: RelatedDocument | null;
  /** What replaced or corrected it. */
  readonly by: readonly RelatedDocument[];
  readonly version: number;
  readonly signedBy: string | null;
  /** Of a draft whose legal bases may be worded otherwise; null where they may not. */
  readonly bases: readonly string[] | null;
  /** Whether it is kept as it left, to be printed again from here. */
  readonly printable: boolean;
  readonly may: readonly OutgoingVerb[];
};

/** What could be drafted for a body from what is known, and is not drafted yet. */
export type ProposalLine = {
  readonly purpose: 'extension' | 'return' | 'reminder' | 'area-report';
  readonly campaignId: string;
  readonly campaign: string;
  readonly unitId: string | null;
  readonly unit: string | null;
};

/** A document that waits for the caller: to be signed, or to get its number. */
export type WaitingLine = {
  readonly id: string;
  readonly unitId: string;
  readonly unit: string;
  readonly subject: string;
  readonly verb: 'sign' | 'issue';
};

/** The register of one body in one year, newest number first, with its books. */
export type RegisterAnswer = {
  readonly unit: { readonly id: string; readonly name: string };
  readonly year: number;
  readonly today: Day;
  /** Bodies whose register the caller reads. */
  readonly units: readonly { readonly id: string; readonly name: string }[];
  readonly books: readonly BookLine[];
  readonly documents: readonly OutgoingLine[];
  readonly proposals: readonly ProposalLine[];
  readonly may: readonly 'keep'[];
};

/** What the program would give next; `handed` false: văn thư types the number. */
export type NextNumberAnswer = {
  readonly handed: boolean;
  readonly next: number;
  readonly day: Day;
};
