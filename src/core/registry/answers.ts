import type { Day, Instant } from '../kernel/instant.ts';
import type { Book, OutgoingKind } from './book.ts';
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
  readonly aboutUnitId: string | null;
  readonly aboutUnit: string | null;
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
};

/** The register of one body in one year, newest number first, with its books. */
export type RegisterAnswer = {
  readonly unit: { readonly id: string; readonly name: string };
  readonly year: number;
  /** Bodies whose register the caller reads. */
  readonly units: readonly { readonly id: string; readonly name: string }[];
  readonly books: readonly BookLine[];
  readonly documents: readonly OutgoingLine[];
  readonly may: readonly 'keep'[];
};

/** What the program would give next; `handed` false: văn thư types the number. */
export type NextNumberAnswer = {
  readonly handed: boolean;
  readonly next: number;
  readonly day: Day;
};
