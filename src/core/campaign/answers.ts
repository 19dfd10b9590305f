import type { Day, Instant } from '../kernel/instant.ts';
import type { Window } from '../kernel/window.ts';
import type { RequestChange } from './amend.ts';
import type { CampaignState, CampaignVerb } from './campaign.ts';
import type { Request, RequestGap } from './request.ts';

export type CampaignSummary = {
  readonly id: string;
  readonly title: string;
  readonly state: CampaignState;
  readonly number: string | null;
  readonly symbol: string | null;
  readonly documentDay: Day | null;
  readonly window: Window | null;
  readonly deadline: Instant | null;
  readonly issuedAt: Instant | null;
  readonly obliged: number;
  readonly sent: number;
  readonly may: readonly CampaignVerb[];
};

/** The request that a draft of the next period was made from (A5), to compare with. */
export type LastRequestAnswer = {
  readonly id: string;
  readonly title: string;
  readonly number: string | null;
  readonly symbol: string | null;
  readonly documentDay: Day | null;
  readonly request: Request;
};

/** Advice on the deadline: NĐ 09/2019 art. 8(5) asks for a working day after the cut-off. Never changed silently. */
export type DeadlineAdvice = {
  /** '24:00 ngày 29/02/2024' */
  readonly lastMoment: string;
  readonly workingDaysLeft: number;
  /** First lawful X of "trước ngày X" when no working day is left. */
  readonly suggested: { readonly day: Day; readonly at: Instant } | null;
  /** First late instant that holds, by what the request says of days off. */
  readonly inForce: Instant;
  /** Where it would be with a move to the next working day; the named instant where its last day is worked. */
  readonly nextWorking: Instant;
  /** The last day is not worked: the choice makes a difference. */
  readonly movable: boolean;
};

export type TemplateChoice = {
  readonly id: string;
  readonly version: number;
  readonly title: string;
  readonly publishedAt: Instant;
};

/** One version of what was issued: the first is the request itself, the others changed it (A8). */
export type VersionAnswer = {
  readonly number: number;
  readonly at: Instant;
  readonly by: string | null;
  readonly document: { readonly number: string; readonly day: Day } | null;
  readonly reason: string | null;
  /** Who had sent must send again by then; null: what was sent stood. */
  readonly resendBy: Instant | null;
  readonly deadline: Instant;
  readonly changes: readonly RequestChange[];
};

/** A version as it was issued, whole. */
export type VersionRequestAnswer = VersionAnswer & { readonly request: Request };

/** What a change would do, before it is done. */
export type AmendAnswer = {
  readonly done: boolean;
  readonly deadline: Instant;
  readonly changes: readonly RequestChange[];
  /** Units that are told and confirm again; of them, those who have sent. */
  readonly told: number;
  readonly sent: number;
  readonly added: number;
  readonly released: number;
};

export type CampaignAnswer = CampaignSummary & {
  readonly version: number;
  /** Newest version of what was issued, and all of them. */
  readonly requestVersion: number;
  readonly versions: readonly VersionAnswer[];
  readonly authorityName: string;
  readonly receiverName: string;
  /** The reading of the letter with the words each value came from (core/letter); null for a draft without one. */
  readonly letter: unknown;
  /** null for a draft that was not made from the request before. */
  readonly last: LastRequestAnswer | null;
  readonly request: Request;
  readonly gaps: readonly RequestGap[];
  readonly advice: DeadlineAdvice | null;
  /** The same for each group of recipients; null where it has no deadline of its own. */
  readonly groupAdvice: readonly (DeadlineAdvice | null)[];
  /** The version that units are obliged by; while the request is a draft another may be chosen. */
  readonly template: TemplateChoice;
  readonly templates: readonly TemplateChoice[];
  /** Units that can be obliged, existing today. */
  readonly units: readonly { readonly id: string; readonly name: string; readonly kind: string }[];
  readonly outlines: readonly {
    readonly id: string;
    readonly title: string;
    readonly kinds: readonly string[];
    readonly parts: readonly {
      readonly id: string;
      readonly number: string;
      readonly title: string;
      readonly depth: number;
    }[];
  }[];
  readonly areas: readonly { readonly area: string; readonly title: string }[];
  readonly path: readonly {
    readonly type: string;
    readonly at: Instant;
    readonly by: string | null;
    readonly data: Readonly<Record<string, unknown>>;
  }[];
};
