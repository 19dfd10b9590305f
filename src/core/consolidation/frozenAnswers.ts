import type { Instant } from '../kernel/instant.ts';
import type { AfterFreeze } from './frozen.ts';
import type { MovedTotal, MovedUnit } from './moved.ts';
import type { ConsolidationVerb } from './place.ts';

/** A figure that moved, with the words that name it. */
export type Labelled<T> = T & { readonly label: string; readonly ratio: boolean };

export type FrozenVersionAnswer = {
  readonly number: number;
  readonly at: Instant;
  readonly by: string;
  readonly basis: 'received' | 'sent';
  readonly code: string;
  readonly hash: string;
  /** What is stored still has the hash that the journal has. */
  readonly intact: boolean;
  readonly replaces: number | null;
  readonly note: string;
  readonly counted: number;
  readonly obliged: number;
  readonly leftOut: readonly { readonly name: string; readonly reason: string }[];
  readonly decisions: readonly {
    readonly choice: AfterFreeze;
    readonly note: string;
    readonly by: string;
    readonly at: Instant;
    readonly newNumber: number | null;
  }[];
  readonly handedUp: readonly {
    readonly campaignId: string;
    readonly title: string;
    readonly by: string;
    readonly at: Instant;
  }[];
};

export type FrozenAnswer = {
  readonly campaignId: string;
  readonly state: string;
  /** Newest first. */
  readonly versions: readonly FrozenVersionAnswer[];
  /** What came after the newest; null while nothing is frozen. */
  readonly moved: {
    readonly units: readonly (Omit<MovedUnit, 'cells'> & {
      readonly at: Instant | null;
      readonly cells: readonly Labelled<MovedUnit['cells'][number]>[];
    })[];
    readonly totals: readonly Labelled<MovedTotal>[];
    readonly sections: readonly { readonly id: string; readonly number: string; readonly title: string }[];
    readonly hash: string;
    readonly figures: boolean;
    readonly anything: boolean;
    /** What was decided about exactly these changes. */
    readonly decided: AfterFreeze | null;
  } | null;
  /** Sentences whose source has to be looked at before freezing. */
  readonly problems: number;
  /** Obliged units that keep the campaign from closing (G6). */
  readonly open: readonly { readonly unitId: string; readonly name: string; readonly state: string }[];
  /** Campaigns of the level above that oblige this authority (G7). */
  readonly upper: readonly {
    readonly campaignId: string;
    readonly title: string;
    readonly unitId: string;
    readonly state: string;
    readonly deadline: Instant | null;
    readonly mayFill: boolean;
  }[];
  /** Decisions of earlier periods that were put off to this one. */
  readonly carried: readonly {
    readonly campaignId: string;
    readonly title: string;
    readonly number: number;
    readonly note: string;
    readonly at: Instant;
    readonly totals: readonly Labelled<MovedTotal>[];
  }[];
  readonly may: readonly ConsolidationVerb[];
};
