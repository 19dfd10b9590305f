import type { VersionAnswer } from '../campaign/answers.ts';
import type { CitationAnswer } from '../evidence/answers.ts';
import type { Refusal } from '../kernel/decision.ts';
import type { Day, Instant } from '../kernel/instant.ts';
import type { Window } from '../kernel/window.ts';
import type { Cell } from '../template/cell.ts';
import type { UnitSection } from '../template/outline.ts';
import type { UnitsFigure } from './elsewhere.ts';
import type { Extension } from './extend.ts';
import type { Forecast } from './forecast.ts';
import type { Lateness } from './lateness.ts';
import type { PinPlace, PinReason } from './pin.ts';
import type { PreviousReport } from './previous.ts';
import type { ReportState, ReportVerb } from './states.ts';

/** Shapes that the server answers and screens read. Instants are milliseconds of business time. */
export type CampaignHead = {
  readonly id: string;
  readonly title: string;
  readonly number: string | null;
  readonly symbol: string | null;
  readonly documentDay: Day | null;
  readonly authorityName: string;
  readonly receiverName: string;
  readonly window: Window | null;
  readonly deadline: Instant | null;
  readonly deadlineWording: string | null;
  /** Over: nothing of it is due any more. */
  readonly closed?: true;
};

export type CellAnswer = {
  readonly form: string;
  readonly row: string;
  readonly column: string;
  readonly cell: Cell;
  readonly note: string | null;
  readonly version: number;
  readonly by: string;
  readonly at: Instant;
};

export type WordsAnswer = {
  readonly section: string;
  readonly kind: 'text' | 'nil';
  readonly doc: unknown;
  readonly plain: string;
  readonly version: number;
  readonly by: string;
  readonly at: Instant;
};

export type PinAnswer = {
  readonly revision: number;
  readonly number: number;
  readonly place: PinPlace;
  readonly reason: PinReason;
  readonly sentence: string;
  readonly by: string;
  readonly at: Instant;
  readonly answer: string | null;
  readonly answeredAt: Instant | null;
};

export type ReceiptAnswer = {
  readonly revision: number;
  /** 'Số 14/2024' of the received book of the office. */
  readonly number: number;
  readonly year: number;
  readonly code: string;
  readonly contentHash: string;
  readonly submittedAt: Instant;
  readonly lateBy: number;
  readonly late: boolean;
  readonly signedBy: string;
  /** null: who signed held the post. */
  readonly signedInPlace: SignedInPlace | null;
  /** The stamped or digitally signed PDF of this sending, by its hash. */
  readonly original: { readonly hash: string; readonly name: string; readonly at: Instant } | null;
  /** First late instant that this sending was judged by. */
  readonly due: Instant;
  readonly officeName: string;
};

/** By which document somebody signs in another's place, from and to which day. */
export type SignedInPlace = {
  readonly name: string;
  readonly forName: string;
  readonly documentNumber: string;
  readonly documentDay: Day;
  readonly fromDay: Day;
  readonly toDay: Day;
};

/** One thing that happened to the report, for "đang ở đâu". */
export type PathStep = {
  readonly type: string;
  readonly at: Instant;
  readonly by: string | null;
  readonly data: Readonly<Record<string, unknown>>;
};

export type ReportAnswer = {
  readonly campaign: CampaignHead;
  readonly unit: { readonly id: string; readonly name: string; readonly kind: string };
  readonly state: ReportState;
  readonly revision: number;
  readonly version: number;
  readonly lateness: Lateness;
  readonly due: Instant;
  readonly resendBy: Instant | null;
  readonly extension: Extension | null;
  readonly sentBackReason: string | null;
  readonly sections: readonly UnitSection[];
  readonly cells: readonly CellAnswer[];
  readonly words: readonly WordsAnswer[];
  readonly reasons: readonly { readonly check: string; readonly reason: string; readonly by: string }[];
  /** What it rests on, by place ('s2.1', 's2.1/form/row/column'). */
  readonly evidence: readonly CitationAnswer[];
  readonly pins: readonly PinAnswer[];
  readonly receipts: readonly ReceiptAnswer[];
  readonly path: readonly PathStep[];
  /** What the request has become since it was issued, as far as it concerns the unit (A8). */
  readonly request: {
    /** Version that the outline of this report follows; what was sent keeps its own. */
    readonly follows: number;
    readonly told: number;
    readonly seen: number;
    readonly mustConfirm: boolean;
    /** No longer obliged since then; what was written stays. */
    readonly releasedAt: Instant | null;
    readonly versions: readonly VersionAnswer[];
  };
  /** SHA-256 of the content as it would be signed now; sent back with the signature. */
  readonly contentHash: string;
  readonly may: readonly ReportVerb[];
  /** A verb that the post would allow, but the person's own part in the report does not: verb → code. */
  readonly mayNot: Readonly<Partial<Record<ReportVerb, string>>>;
  readonly people: {
    readonly preparers: readonly string[];
    readonly signers: readonly string[];
    readonly receivers: readonly string[];
    readonly registry: readonly string[];
    /** Who may sign in whose place today, by which document. */
    readonly standIns: readonly SignedInPlace[];
  };
  readonly registration: {
    readonly number: string;
    readonly symbol: string;
    readonly day: Day;
    readonly stamped: boolean;
    /** Given for this sending, not for one before it. */
    readonly current: boolean;
  } | null;
  readonly registrySubmits: boolean;
  /** Why the request takes no sending of this report any more; null while it does, and for what is sent. */
  readonly closed: Refusal | null;
  readonly template: { readonly id: string; readonly version: number };
  /** What the unit sent for the period before, beside which this report is written. */
  readonly previous: PreviousReport | null;
  /** What other units report together, for rules that compare with them; only where there is such a rule. */
  readonly units?: readonly UnitsFigure[];
};

/** What stood in one cell, newest first. */
export type CellHistory = {
  readonly changes: readonly {
    readonly at: Instant;
    readonly by: string | null;
    readonly cell: Cell;
    readonly note: string | null;
  }[];
};

export type SaveAnswer = {
  readonly state: ReportState;
  readonly at: Instant;
  readonly cells: readonly {
    readonly form: string;
    readonly row: string;
    readonly column: string;
    readonly version: number;
  }[];
  readonly words: readonly { readonly section: string; readonly version: number }[];
  /** Stale changes: refused, with the value that stands and who wrote it when (D2). */
  readonly conflicts: readonly (
    | ({ readonly what: 'cell' } & CellAnswer)
    | ({ readonly what: 'words' } & WordsAnswer)
  )[];
};

/** What changed from one sending to another (E4, E9). */
export type DifferenceAnswer = {
  readonly from: number;
  readonly to: number;
  readonly cells: readonly {
    readonly form: string;
    readonly row: string;
    readonly column: string;
    readonly before: Cell;
    readonly after: Cell;
    readonly pinned: boolean;
  }[];
  readonly words: readonly {
    readonly section: string;
    readonly before: string;
    readonly after: string;
    readonly pinned: boolean;
  }[];
};

export type Contact = {
  readonly kind: 'seen' | 'reminder' | 'phone' | 'zalo' | 'visit' | 'letter' | 'other';
  readonly at: Instant;
  /** Who of the office, where somebody did it. */
  readonly by: string | null;
  readonly spokeWith: string;
  readonly note: string;
};

/** One report of a unit among those of other periods. */
export type UnitPeriod = {
  readonly campaignId: string;
  readonly title: string;
  readonly due: Instant | null;
  readonly state: ReportState;
  readonly lateness: Lateness;
  readonly firstSubmittedAt: Instant | null;
  readonly returns: number;
  readonly remarks: number;
  readonly revisions: number;
};

/** What the board knows of one unit beside its row: the periods before, and who spoke with whom. */
export type UnitHistory = {
  readonly unit: { readonly id: string; readonly name: string };
  readonly now: Instant;
  readonly periods: readonly UnitPeriod[];
  readonly contacts: readonly Contact[];
  readonly may: readonly 'note'[];
};

export type BoardRow = {
  readonly unitId: string;
  readonly name: string;
  readonly kind: string;
  readonly state: ReportState;
  readonly lateness: Lateness;
  /** First late instant: of its group of recipients or of the request, and of an extension where there is one. */
  readonly due: Instant;
  readonly revision: number;
  readonly filled: number;
  readonly asked: number;
  /** One entry a part of the outline: share filled 0–1, nil. */
  readonly parts: readonly { readonly id: string; readonly share: number; readonly nil: boolean }[];
  readonly nearEmpty: boolean;
  /** Văn thư has given number and date. */
  readonly registered: boolean;
  readonly holder: {
    readonly name: string;
    readonly role: 'preparer' | 'signer' | 'registry' | 'receiver';
  } | null;
  /** Since when whoever holds it has held it. */
  readonly since: Instant | null;
  /** The body or area that the unit stands under, by which thousands are grouped. */
  readonly parent: { readonly id: string; readonly name: string } | null;
  /** Why it is expected to be late; empty for most. */
  readonly forecast: readonly Forecast[];
  /** The last time that unit and office heard of each other about it. */
  readonly contact: Contact | null;
  readonly last: { readonly verb: string; readonly at: Instant } | null;
  readonly acknowledgedAt: Instant | null;
  readonly remindedAt: Instant | null;
  readonly firstSubmittedAt: Instant | null;
  readonly submittedAt: Instant | null;
  readonly resendBy: Instant | null;
  readonly extension: Extension | null;
  readonly pins: { readonly open: number; readonly all: number };
  readonly gaps: number;
  readonly may: readonly ReportVerb[];
  readonly mayNot: Readonly<Partial<Record<ReportVerb, string>>>;
};

export type BoardAnswer = {
  readonly campaign: CampaignHead;
  readonly now: Instant;
  /** Units obliged on this date; states always add up to it (F3). */
  readonly obliged: number;
  readonly counts: Readonly<Record<ReportState | 'overdue', number>>;
  readonly rows: readonly BoardRow[];
};

/** A filter and an order of the board, as a person keeps them under a name. */
export type BoardView = {
  readonly query: string;
  readonly tile: ReportState | 'overdue' | null;
  readonly group: 'all' | 'communes' | 'offices';
  readonly mine: boolean;
  readonly risky: boolean;
  readonly unseen: boolean;
  /** The body or area that the units stand under. */
  readonly under: string | null;
  readonly sort: 'urgent' | 'name' | 'due' | 'state' | 'filled';
};

export type BoardViewsAnswer = {
  readonly views: readonly { readonly name: string; readonly view: BoardView }[];
};

/** One thing to do, in order of urgency. */
export type WorkItem = {
  readonly kind:
    | 'prepare'
    | 'returned'
    | 'sign'
    | 'submit'
    | 'receive'
    | 'register'
    | 'request'
    | 'request-sign'
    | 'request-issue';
  readonly campaign: CampaignHead;
  readonly unitId: string | null;
  readonly unitName: string | null;
  readonly state: string;
  readonly since: Instant | null;
  readonly due: Instant | null;
  readonly lateness: Lateness | null;
  readonly row: BoardRow | null;
};

export type WorkAnswer = {
  readonly now: Instant;
  readonly items: readonly WorkItem[];
  /** Own reports in any state, for "báo cáo đang ở đâu". */
  readonly own: readonly {
    readonly campaign: CampaignHead;
    readonly row: BoardRow;
    readonly unitName: string;
  }[];
};
