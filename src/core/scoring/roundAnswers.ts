import type { CitationAnswer } from '../evidence/answers.ts';
import type { Amount } from '../kernel/amount.ts';
import type { Day, Instant } from '../kernel/instant.ts';
import type { Answer } from './answer.ts';
import type { Asked } from './asked.ts';
import type { NilPolicy, Role } from './criteria.ts';
import type { Effort, Gains } from './gains.ts';
import type { RoundVerb, Stage, SubjectVerb } from './round.ts';
import type { AreaTotal, Index, LineScore, Sums } from './sheet.ts';

export type RoundHead = {
  readonly id: string;
  readonly title: string;
  readonly year: number;
  readonly level: string;
  readonly setId: string;
  readonly setTitle: string;
  readonly setVersion: number;
  readonly authorityName: string;
  readonly officeName: string;
  readonly blind: boolean;
  readonly state: 'open' | 'published';
  readonly decision: { readonly number: string; readonly day: Day } | null;
  readonly openedAt: Instant;
  readonly version: number;
};

export type RoundLine = RoundHead & {
  readonly units: number;
  readonly done: number;
  /** The caller's own unit in it, if it is scored. */
  readonly own: { readonly unitId: string; readonly unitName: string; readonly stage: Stage } | null;
};

export type RoundsAnswer = {
  readonly rounds: readonly RoundLine[];
  readonly may: readonly 'open'[];
  /** Sets by which a round may be opened. */
  readonly sets: readonly {
    readonly id: string;
    readonly title: string;
    readonly year: number;
    readonly level: string;
    readonly version: number;
    readonly subjects: number;
  }[];
};

/** What a unit came to, as it is kept with the unit at every lock. */
export type Result = {
  readonly percent: string | null;
  readonly class: string | null;
  readonly basis: Index['basis'];
  readonly complete: boolean;
  readonly total: Sums;
  readonly areas: readonly (Sums & { readonly code: string; readonly name: string })[];
};

export type RoundUnit = {
  readonly unitId: string;
  readonly name: string;
  readonly stage: Stage;
  readonly result: Result | null;
  readonly rank: number | null;
  /** Published indices of earlier years. */
  readonly before: readonly {
    readonly year: number;
    readonly percent: string;
    readonly rank: number | null;
    readonly hasSurvey: boolean;
  }[];
};

export type RoundAnswer = {
  readonly round: RoundHead;
  readonly areas: readonly { readonly code: string; readonly name: string }[];
  readonly units: readonly RoundUnit[];
  readonly survey: {
    readonly criteria: readonly { readonly code: string; readonly name: string; readonly max: string }[];
    readonly given: number;
    readonly asked: number;
  };
  /** Numbers of the whole round that rules refer to; null: not given yet. For who sees every unit. */
  readonly context: readonly { readonly name: string; readonly value: Amount | null }[];
  readonly newest: number;
  /** The decision that would publish it, drafted and not yet numbered. */
  readonly decision: {
    readonly id: string;
    readonly unitId: string;
    readonly state: 'draft' | 'signed';
  } | null;
  readonly may: readonly RoundVerb[];
};

export type SideMark = {
  readonly answer: Answer | null;
  readonly answerText: string;
  readonly points: string | null;
  readonly agreed: boolean;
  readonly words: string;
  readonly by: string;
  readonly at: Instant;
  readonly version: number;
};

export type SheetLine = {
  readonly code: string;
  readonly name: string;
  readonly depth: number;
  readonly area: string;
  readonly parent: string | null;
  readonly role: Role;
  readonly kind: 'rule' | 'survey' | 'monitor' | 'branch' | 'none';
  readonly declared: string | null;
  readonly rule: string;
  readonly asked: Asked | null;
  readonly whenNil: NilPolicy | null;
  readonly mayNotApply: boolean;
  readonly evidenceAsked: readonly string[];
  /** From reported figures, whether or not the unit says otherwise (I7). */
  readonly computed:
    | (Pick<LineScore, 'points' | 'explanation' | 'source'> & { readonly answerText: string })
    | null;
  readonly self:
    | (Pick<LineScore, 'points' | 'maximum' | 'status' | 'explanation'> & {
        readonly mark: SideMark | null;
      })
    | null;
  readonly first:
    | (Pick<LineScore, 'points' | 'status' | 'explanation'> & { readonly mark: SideMark | null })
    | null;
  readonly explained: SideMark | null;
  readonly second:
    | (Pick<LineScore, 'points' | 'status' | 'explanation'> & { readonly mark: SideMark | null })
    | null;
  /** In a blind appraisal that is being settled: what each of the two gave. */
  readonly hands: readonly (SideMark & { readonly name: string })[];
  readonly effort: Effort | null;
  readonly lastYear: { readonly points: string; readonly max: string } | null;
};

export type SheetStage = {
  readonly index: Index;
  readonly total: Sums;
  readonly areas: readonly AreaTotal[];
};

export type SheetAnswer = {
  readonly round: RoundHead;
  readonly unit: { readonly id: string; readonly name: string };
  readonly stage: Stage;
  readonly version: number;
  readonly locks: Readonly<Record<string, { readonly name: string; readonly at: Instant }>>;
  readonly lines: readonly SheetLine[];
  readonly self: SheetStage;
  readonly first: SheetStage | null;
  readonly second: SheetStage | null;
  readonly gains: Gains;
  /** The index if the three largest gains were all had. */
  readonly after: { readonly percent: string | null; readonly achieved: string; readonly maximum: string };
  readonly evidence: readonly CitationAnswer[];
  readonly before: RoundUnit['before'][number] | null;
  readonly may: readonly SubjectVerb[];
  readonly mayNot: Partial<Record<SubjectVerb, string>>;
};
