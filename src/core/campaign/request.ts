import type { Day, Instant } from '../kernel/instant.ts';
import type { Window } from '../kernel/window.ts';
import { type RequestedParts, WHOLE_OUTLINE } from '../template/outline.ts';
import { type Policy, USUAL_POLICY } from './policy.ts';

export type NamedDeadline = { readonly at: Instant; readonly wording: string };

/** Addressees as the letter names them, with the units that they are; a deadline of their own where it gives one. */
export type RecipientGroup = {
  readonly text: string;
  readonly unitIds: readonly string[];
  readonly deadline?: NamedDeadline | null | undefined;
};

/**
 * The request as a person confirmed it: every value may come from the letter (see its reading) or from a correction.
 * What is not known stays null and is asked for before it can be passed for signature.
 */
export type Request = {
  readonly subject: string | null;
  readonly symbol: string | null;
  readonly place: string | null;
  readonly period: { readonly kind: string; readonly index: number | null; readonly year: number } | null;
  readonly window: Window | null;
  /** Of every unit whose group has none of its own. */
  readonly deadline: NamedDeadline | null;
  readonly legalBases: readonly {
    readonly kind: string;
    readonly number: string;
    readonly date: Day | null;
    readonly issuer: string | null;
    readonly about?: string | null;
  }[];
  /** Units that are obliged, by group of the letter. */
  readonly recipients: readonly RecipientGroup[];
  readonly leads: readonly {
    readonly field: string;
    readonly area: string;
    readonly leadUnitId: string;
    readonly partnerUnitIds: readonly string[];
  }[];
  readonly signer: {
    readonly authority: string;
    readonly onBehalfOf: string;
    readonly position: string;
    readonly name: string;
  } | null;
  readonly copies: readonly string[];
  /** Left out of requests from before there was a choice: the usual one. */
  readonly policy?: Policy | undefined;
  /** Parts of the outline that this request does not ask, and parts in words that it asks beside it. */
  readonly parts?: RequestedParts | undefined;
  /** Words of the letter that a person chose for a value in place of those it was read from, by the value's key. */
  readonly words?: readonly ChosenWords[] | undefined;
  /** Parts of the draft that a person has looked at (A2): nothing goes on before all are. */
  readonly seen: readonly RequestPart[];
};

export type ChosenWords = { readonly key: string; readonly start: number; readonly end: number };

/** The words that a value now rests on, in place of those it rested on before. */
export const withWords = (request: Request, words: ChosenWords): Request => ({
  ...request,
  words: [...(request.words ?? []).filter((w) => w.key !== words.key), words],
});

export const policyOf = (request: Pick<Request, 'policy'>): Policy => request.policy ?? USUAL_POLICY;

export const partsOf = (request: Pick<Request, 'parts'>): RequestedParts => request.parts ?? WHOLE_OUTLINE;

/** Letters and signs, and lines with words: eighty pages and more. A text is read in one go while everybody waits. */
export const LONGEST_LETTER = 200_000;
const MOST_LINES = 8_000;

export const isTooLong = (text: string): boolean =>
  text.length > LONGEST_LETTER || (text.match(/^.*\S.*$/gm)?.length ?? 0) > MOST_LINES;

export const REQUEST_PARTS = ['deadline', 'document', 'recipients', 'outline', 'leads'] as const;
export type RequestPart = (typeof REQUEST_PARTS)[number];

export type RequestGap = { readonly code: string; readonly part: RequestPart };

/** What still keeps the request from being passed on, in the order of the screen. */
export const gapsOfRequest = (
  request: Request,
  inForce: Instant | null = request.deadline?.at ?? null,
): readonly RequestGap[] => {
  const gaps: RequestGap[] = [];
  if (!request.deadline) gaps.push({ code: 'request.deadlineMissing', part: 'deadline' });
  if (!request.window) gaps.push({ code: 'request.windowMissing', part: 'deadline' });
  else if (request.window.from > request.window.to)
    gaps.push({ code: 'request.windowReversed', part: 'deadline' });
  gaps.push(...gapsOfPolicy(request, latestOf(request, inForce)));
  if (!request.subject) gaps.push({ code: 'request.subjectMissing', part: 'document' });
  if (!request.symbol) gaps.push({ code: 'request.symbolMissing', part: 'document' });
  if (!request.period) gaps.push({ code: 'request.periodMissing', part: 'document' });
  if (!request.signer) gaps.push({ code: 'request.signerMissing', part: 'document' });
  if (request.recipients.every((r) => r.unitIds.length === 0))
    gaps.push({ code: 'request.recipientsMissing', part: 'recipients' });
  for (const part of REQUEST_PARTS)
    if (!request.seen.includes(part)) gaps.push({ code: 'request.partNotSeen', part });
  return gaps;
};

/** The last of all deadlines: nothing closes before it. */
const latestOf = (request: Request, inForce: Instant | null): Instant | null =>
  inForce === null ? null : Math.max(inForce, ...request.recipients.map((r) => r.deadline?.at ?? inForce));

/** Closing dates that would close before the deadline, or that a choice needs and nobody gave. */
const gapsOfPolicy = (request: Request, at: Instant | null): RequestGap[] => {
  const { lateSending, lastSending, lastCorrection } = policyOf(request);
  const codes: string[] = [];
  if (lateSending === 'until-last' && lastSending === null) codes.push('request.lastSendingMissing');
  if (lateSending === 'until-last' && lastSending !== null && at !== null && lastSending <= at)
    codes.push('request.lastSendingTooEarly');
  if (lastCorrection !== null && at !== null && lastCorrection <= at)
    codes.push('request.lastCorrectionTooEarly');
  return codes.map((code) => ({ code, part: 'deadline' }));
};

export const recipientsOf = (request: Request): readonly string[] => [
  ...new Set(request.recipients.flatMap((r) => r.unitIds)),
];

/** The group that a unit reports with: the first that names it. */
export const groupOfUnit = (request: Request, unitId: string): RecipientGroup | undefined =>
  request.recipients.find((r) => r.unitIds.includes(unitId));

/** Words of the deadline that binds a unit: its group's own, or the one of all. */
export const deadlineOfUnit = (request: Request, unitId: string): NamedDeadline | null =>
  groupOfUnit(request, unitId)?.deadline ?? request.deadline;

/** A request that no letter was read for: everything is asked. */
export const EMPTY_REQUEST: Request = {
  subject: null,
  symbol: null,
  place: null,
  period: null,
  window: null,
  deadline: null,
  legalBases: [],
  recipients: [],
  leads: [],
  signer: null,
  copies: [],
  seen: [],
};
