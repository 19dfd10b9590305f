import type { Amount } from '../kernel/amount.ts';
import type { Instant } from '../kernel/instant.ts';
import type { RichDoc } from '../kernel/richText.ts';
import type { Window } from '../kernel/window.ts';
import type { CampaignHead } from '../report/answers.ts';
import type { Cell } from '../template/cell.ts';
import type { Computed } from '../template/compute.ts';
import type { Column, Row, Scope } from '../template/template.ts';
import type { Basis } from './basis.ts';
import type { Piece, PieceProblem } from './draft.ts';
import type { Look } from './outliers.ts';
import type { DraftOutlineSection } from './outline.ts';
import type { Relation } from './periods.ts';
import type { ConsolidationPlace, ConsolidationVerb } from './place.ts';

/** What stands changed for the totals alone, with its reason (G2). */
export type ChangeAnswer = {
  readonly id: string;
  readonly kind: 'leave-out' | 'correct';
  readonly unitId: string;
  readonly unitName: string;
  readonly unitKind: string;
  /** null: the unit is left out wholly. */
  readonly form: string | null;
  readonly row: string | null;
  readonly column: string | null;
  /** What the unit had reported when it was corrected. */
  readonly reported: Cell | null;
  readonly amount: Amount | null;
  readonly reason: string;
  readonly by: string;
  readonly at: Instant;
};

/** Another period that may stand beside this one; never added to it (G8). */
export type PeriodAnswer = {
  readonly campaignId: string;
  readonly title: string;
  readonly window: Window;
  readonly relation: Relation;
};

export type TotalCell = {
  readonly row: string;
  readonly column: string;
  /** Sum of received communes by the indicator's own rule; ratios from summed parts. */
  readonly commune: Cell | Computed;
  readonly agency: Cell | Computed | null;
  /** cấp huyện + cấp xã; absent for ratios, for what only leads report, and where nothing is there. */
  readonly total: Amount | null;
  /** The lead's whole-area figure, reconciled and never added. */
  readonly area: Cell | Computed | null;
  readonly difference: Amount | null;
  /** Units of the form's scope with a number, and those that state "không phát sinh". */
  readonly units: number;
  readonly nil: number;
  /** The unit whose figure it is, where the rule takes what was sent last; absent in versions frozen earlier. */
  readonly from?: string | null;
  /** What stood in the same column of the period beside; null without one. */
  readonly last: Cell | Computed | null;
};

export type TotalForm = {
  readonly id: string;
  /** Who is asked for its rows; absent, as in versions frozen earlier: the communes. */
  readonly scope?: Scope;
  readonly title: string;
  readonly unit: string | null;
  readonly sectionNumber: string;
  readonly sectionTitle: string;
  readonly area: string | null;
  readonly rows: readonly Row[];
  readonly columns: readonly Column[];
  readonly cells: readonly TotalCell[];
};

export type TotalsAnswer = {
  readonly campaign: CampaignHead;
  readonly now: number;
  readonly communes: { readonly obliged: number; readonly received: number };
  readonly departments: { readonly obliged: number; readonly received: number };
  /** Obliged units whose report is not in the totals, with the state it is in. */
  readonly missing: readonly {
    readonly unitId: string;
    readonly name: string;
    readonly kind: string;
    readonly state: string;
  }[];
  readonly basis: Basis;
  /** The node of the tree and the kind of unit that the totals are narrowed to. */
  readonly under: string | null;
  readonly kind: string | null;
  /** Units that others report under, where the tree has more than one level. */
  readonly nodes: readonly { readonly id: string; readonly name: string; readonly units: number }[];
  readonly kinds: readonly { readonly kind: string; readonly units: number }[];
  readonly periods: readonly PeriodAnswer[];
  readonly compared: PeriodAnswer | null;
  readonly changes: readonly ChangeAnswer[];
  readonly place: ConsolidationPlace;
  readonly areas: readonly { readonly area: string; readonly title: string }[];
  readonly may: readonly ConsolidationVerb[];
  readonly forms: readonly TotalForm[];
};

/** Who gave what to one total. */
export type ContributionAnswer = {
  readonly form: string;
  readonly row: string;
  readonly column: string;
  readonly compared: PeriodAnswer | null;
  readonly units: readonly {
    readonly unitId: string;
    readonly name: string;
    readonly kind: string;
    readonly state: string;
    /** In the total by the state of its report, and not left out. */
    readonly counted: boolean;
    readonly scope: Scope;
    /** Where the unit itself has it: an agency's form is another than the communes'. */
    readonly at: { readonly form: string; readonly row: string; readonly column: string };
    readonly computed: boolean;
    /** What the unit reported; `value` is what the total takes. */
    readonly cell: Cell | Computed;
    readonly value: Cell | Computed;
    readonly last: Cell | Computed | null;
    readonly look: Look | null;
    readonly note: string | null;
    readonly leftOut: ChangeAnswer | null;
    readonly corrected: readonly ChangeAnswer[];
  }[];
};

/** The windows of a year side by side, each named with those it overlaps; no column is ever the sum of others (G8). */
export type YearAnswer = {
  readonly year: number;
  readonly years: readonly number[];
  readonly periods: readonly {
    readonly campaignId: string;
    readonly title: string;
    readonly window: Window;
    /** Titles of the other columns whose days it shares. */
    readonly overlaps: readonly string[];
    readonly lastYear: boolean;
    readonly received: number;
    readonly obliged: number;
  }[];
  readonly lines: readonly {
    readonly key: string;
    readonly section: string;
    readonly form: string;
    readonly title: string;
    readonly unit: string | null;
    readonly ratio: boolean;
    /** A stock is what stands at the end of its window: never a flow of it. */
    readonly stock: boolean;
    readonly values: readonly (Cell | Computed | null)[];
  }[];
};

export type CommentAnswer = {
  readonly id: string;
  readonly section: string;
  readonly piece: string | null;
  readonly words: string;
  readonly by: string;
  readonly at: Instant;
  readonly settledBy: string | null;
  readonly settledAt: Instant | null;
};

export type DraftSectionAnswer = Omit<DraftOutlineSection, 'sources'> & {
  readonly pieces: readonly Piece[];
  readonly version: number;
  readonly by: string | null;
  readonly at: Instant | null;
  readonly problems: readonly PieceProblem[];
  readonly comments: readonly CommentAnswer[];
  readonly mayWrite: boolean;
};

/** The authority's own report as it is being put together (G4). */
export type DraftAnswer = {
  readonly campaignId: string;
  readonly title: string;
  readonly sections: readonly DraftSectionAnswer[];
  /** Names of the units that are a source of something. */
  readonly units: Readonly<Record<string, string>>;
  /** Who can be named with @. */
  readonly people: readonly { readonly personId: string; readonly name: string; readonly unit: string }[];
  /** Totals that a sentence may take a live figure from. */
  readonly forms: readonly TotalForm[];
  readonly may: readonly ConsolidationVerb[];
};

/** What may be taken into one section: the leads' and partners' words, and the units' sentences folded. */
export type SourcesAnswer = {
  readonly texts: readonly {
    readonly unitId: string;
    readonly name: string;
    readonly section: string;
    readonly role: 'lead' | 'partner' | 'unit';
    readonly state: string;
    readonly blocks: readonly { readonly doc: RichDoc; readonly quote: string }[];
  }[];
  readonly groups: readonly {
    readonly text: string;
    readonly sentences: readonly {
      readonly unitId: string;
      readonly name: string;
      readonly section: string;
      readonly quote: string;
    }[];
    /** The same words with other figures. */
    readonly figuresDiffer: boolean;
  }[];
  /** How many more groups there are than were sent. */
  readonly more: number;
  /** Units whose reports were read for this. */
  readonly read: number;
};

export type HistoryAnswer = {
  readonly versions: readonly {
    readonly version: number;
    readonly by: string;
    readonly at: Instant;
    readonly pieces: readonly Piece[];
  }[];
};

/** Parts that partners give to the lead of a field (G3). */
export type ContributionPartAnswer = {
  readonly area: string;
  readonly title: string;
  readonly unitId: string;
  readonly unitName: string;
  readonly leadName: string;
  readonly dueAt: Instant | null;
  readonly plain: string;
  readonly givenBy: string | null;
  readonly givenAt: Instant | null;
  readonly late: boolean;
  readonly version: number;
  readonly may: readonly ('ask' | 'give')[];
};
export type PartnersAnswer = {
  readonly title: string;
  readonly deadline: Instant | null;
  readonly parts: readonly ContributionPartAnswer[];
};
