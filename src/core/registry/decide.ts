import type { Role } from '../directory/roles.ts';
import { accept, type Decision, refuse } from '../kernel/decision.ts';
import type { Fact } from '../kernel/fact.ts';
import { type Day, isDay } from '../kernel/instant.ts';
import { type Numbered, registryFact } from './book.ts';
import type { OutgoingState, Purpose } from './outgoing.ts';

export const OUTGOING_VERBS = ['sign', 'set-bases', 'issue', 'discard', 'replace', 'correct'] as const;
export type OutgoingVerb = (typeof OUTGOING_VERBS)[number];

const next = {
  draft: ['sign', 'set-bases', 'discard'],
  signed: ['issue', 'discard'],
  // After issue nothing is edited: another document replaces it, or a công văn corrects its form.
  issued: ['replace', 'correct'],
  discarded: [],
} as const satisfies Record<OutgoingState, readonly OutgoingVerb[]>;

/** Roles at the body that open a verb; the receiving office of the campaign drafts for it too. */
const WHO: Readonly<Record<OutgoingVerb, readonly Role[]>> = {
  sign: ['signer'],
  'set-bases': ['receiver', 'preparer'],
  issue: ['registry'],
  discard: ['receiver', 'preparer', 'signer', 'registry'],
  replace: ['receiver', 'preparer'],
  correct: ['receiver', 'preparer', 'registry'],
};

export type Outgoing = {
  readonly id: string;
  readonly unitId: string;
  readonly purpose: Purpose;
  readonly state: OutgoingState;
  /** The round of the index that a decision publishes. */
  readonly roundId?: string;
  /** Something replaces it already, or will once it is numbered. */
  readonly replaced: boolean;
};

/** Drafted anew from what is known; a request is replaced by a request, a unit's report by sending again. */
const DRAFTED_HERE: readonly Purpose[] = ['extension', 'return', 'reminder', 'area-report'];

export const opens = (verb: OutgoingVerb, roles: ReadonlySet<Role>, receives: boolean): boolean =>
  WHO[verb].some((role) => roles.has(role) || (role === 'receiver' && receives));

export const mayOnOutgoing = (
  document: Outgoing,
  roles: ReadonlySet<Role>,
  receives: boolean,
): readonly OutgoingVerb[] =>
  next[document.state].filter(
    (verb) =>
      opens(verb, roles, receives) &&
      (verb !== 'set-bases' || document.purpose === 'index-decision') &&
      (verb !== 'replace' || (!document.replaced && DRAFTED_HERE.includes(document.purpose))),
  );

const guard = (document: Outgoing, verb: OutgoingVerb): Decision<never> | undefined =>
  (next[document.state] as readonly OutgoingVerb[]).includes(verb)
    ? undefined
    : refuse('registry.wrongState', { verb, state: document.state });

const told = (document: Outgoing, type: string, data: Record<string, unknown> = {}): Decision<Fact> =>
  accept(
    registryFact(type, document.unitId, {
      documentId: document.id,
      purpose: document.purpose,
      ...(document.roundId ? { roundId: document.roundId } : {}),
      ...data,
    }),
  );

export const draftOutgoing = (
  document: Outgoing,
  data: { readonly subject: string; readonly relatedId: string | null; readonly relation: string | null },
): Decision<Fact> => told(document, 'registry.drafted', data);

const LONGEST_BASIS = 1_000;

/** What a drafted decision rests on, as its drafter words it; the program only proposes (NĐ 30/2020, Phụ lục I). */
export const setBases = (document: Outgoing, bases: readonly string[]): Decision<Fact> => {
  const wrong = guard(document, 'set-bases');
  if (wrong) return wrong;
  if (document.purpose !== 'index-decision') return refuse('registry.basesElsewhere');
  if (bases.length === 0 || bases.some((one) => one === '' || one.length > LONGEST_BASIS))
    return refuse('registry.basesEmpty');
  return told(document, 'registry.basesSet', { bases });
};

export const signOutgoing = (document: Outgoing): Decision<Fact> =>
  guard(document, 'sign') ?? told(document, 'registry.signed');

export const discardOutgoing = (document: Outgoing): Decision<Fact> =>
  guard(document, 'discard') ?? told(document, 'registry.discarded');

export const issueOutgoing = (document: Outgoing, numbered: Numbered, today: Day): Decision<Fact> => {
  const wrong = guard(document, 'issue');
  if (wrong) return wrong;
  if (!/^\d{1,6}$/.test(numbered.number)) return refuse('registry.numberMalformed');
  if (!isDay(numbered.day)) return refuse('registry.dayMalformed');
  if (numbered.day > today) return refuse('registry.dayInFuture', { day: numbered.day });
  return told(document, 'registry.numberGiven', { ...numbered });
};

export const mayReplace = (document: Outgoing): Decision<never> | undefined => {
  if (!DRAFTED_HERE.includes(document.purpose))
    return refuse('registry.replaceElsewhere', { purpose: document.purpose });
  return guard(document, 'replace') ?? (document.replaced ? refuse('registry.replacedAlready') : undefined);
};

export const mayCorrect = (
  document: Outgoing,
  points: readonly { readonly printed: string; readonly right: string }[],
): Decision<never> | undefined =>
  guard(document, 'correct') ??
  (points.length === 0
    ? refuse('registry.correctionEmpty')
    : points.some((one) => one.printed.trim() === one.right.trim())
      ? refuse('registry.correctionSame')
      : undefined);
