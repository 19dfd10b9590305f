import type { Instant } from '../kernel/instant.ts';
import type { Depth } from './reading.ts';

export type Named = { readonly id: string; readonly name: string };

export type JournalLine = {
  readonly id: string;
  readonly chain: string;
  readonly seq: number;
  readonly type: string;
  /** Business time: what deadlines were judged by. */
  readonly at: Instant;
  readonly recordedAt: Instant;
  /** null: the program itself, from the command line. */
  readonly actor: Named | null;
  readonly unit: Named | null;
  readonly campaign: Named | null;
  readonly depth: Depth;
  /** Network address that it came from; null: the program itself, or a reader who may not know. */
  readonly origin: string | null;
  /** What it says; null for a reader who may only know that it happened. */
  readonly data: Readonly<Record<string, unknown>> | null;
};

/** Newest first. `names` are the people and units that the facts speak of, by id. */
export type JournalAnswer = {
  readonly facts: readonly JournalLine[];
  readonly names: Readonly<Record<string, string>>;
  /** Give it as `before` for the next page; null at the beginning of the journal. */
  readonly next: string | null;
};

/** What the journal may be narrowed to, for this reader. */
export type JournalChoices = {
  readonly campaigns: readonly Named[];
  readonly units: readonly Named[];
  readonly people: readonly Named[];
  readonly may: readonly 'verify'[];
};

export type TamperedRow = {
  readonly chain: string;
  readonly seq: number;
  readonly what: string;
  readonly type: string | null;
  readonly at: Instant | null;
  readonly actorName: string | null;
  readonly unitName: string | null;
  readonly campaignTitle: string | null;
};
/** One stretch of the journal; ask again with `next` as `chain` and `seq` until it is null. */
export type VerifyAnswer = {
  /** Facts walked in this stretch, and all there are. */
  readonly facts: number;
  readonly total: number;
  readonly chains: number;
  readonly found: readonly TamperedRow[];
  readonly next: { readonly chain: string; readonly seq: number } | null;
};
