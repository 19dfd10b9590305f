import type { Day, Instant } from '../kernel/instant.ts';
import type { SetChange } from './changes.ts';
import type { NilPolicy, Role } from './criteria.ts';

export type SetVerb = 'import' | 'revise';

export type SetHead = {
  readonly id: string;
  readonly title: string;
  readonly year: number;
  readonly level: string;
  readonly version: number;
  readonly decision: { readonly number: string; readonly day: Day | null } | null;
  readonly total: string;
  readonly areas: number;
  readonly criteria: number;
  readonly components: number;
};

export type SetsAnswer = { readonly sets: readonly SetHead[]; readonly may: readonly SetVerb[] };

/** A line of a set with its rule in plain words. */
export type SetLine = {
  readonly code: string;
  readonly name: string;
  readonly depth: number;
  readonly maxPoints: string | null;
  readonly role: Role;
  readonly rule: string;
  readonly ruleType: string | null;
  readonly ruleSource: string | null;
  readonly whenNil: NilPolicy | null;
  readonly zeroWhen: string | null;
  readonly leadUnit: string | null;
  readonly partners: readonly string[];
  readonly evidence: readonly string[];
  readonly feed: string | null;
  readonly addedBy: string | null;
};

export type SetVersion = {
  readonly version: number;
  readonly at: Instant;
  readonly by: string | null;
  readonly reason: string;
  readonly decision: string | null;
};

export type SetAnswer = {
  readonly set: SetHead;
  readonly lines: readonly SetLine[];
  readonly versions: readonly SetVersion[];
  /** Against the version before. */
  readonly changes: readonly SetChange[];
  readonly classes: readonly { readonly name: string; readonly from: string }[];
  readonly notes: readonly string[];
  readonly may: readonly SetVerb[];
};

export type ImportProblemLine = {
  readonly code: string;
  readonly severity: 'error' | 'warning';
  readonly sheet: string | null;
  readonly row: number | null;
  readonly cell: string | null;
  readonly vi: string;
  readonly en: string;
};

export type SetPreview = {
  readonly fileName: string;
  readonly sets: readonly {
    readonly id: string;
    readonly head: SetHead | null;
    readonly standing: 'new' | 'revision' | 'same' | 'refused';
    readonly problems: readonly ImportProblemLine[];
    readonly changes: readonly SetChange[];
    /** What is sent back when a person confirms; null when errors forbid it. */
    readonly set: unknown;
  }[];
};
