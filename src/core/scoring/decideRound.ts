import { type Amount, compare } from '../kernel/amount.ts';
import { accept, type Decision, refuse } from '../kernel/decision.ts';
import type { Fact } from '../kernel/fact.ts';
import type { Day } from '../kernel/instant.ts';
import { chainOfRound, type Stage } from './round.ts';

/** Whom a set of a level scores: the units of that kind below the authority, or the authority itself. */
export const subjectsOf = (
  level: string,
  authority: { readonly id: string; readonly kind: string },
  below: readonly { readonly id: string; readonly kind: string }[],
): readonly string[] => {
  if (level === authority.kind) return [authority.id];
  const kind = level.endsWith('department') ? 'department' : level;
  return below.filter((u) => u.kind === kind).map((u) => u.id);
};

export const openRound = (
  round: {
    readonly id: string;
    readonly title: string;
    readonly year: number;
    readonly setId: string;
    readonly setVersion: number;
    readonly blind: boolean;
  },
  subjects: readonly string[],
  isOpenAlready: boolean,
): Decision<Fact> => {
  if (isOpenAlready) return refuse('scoring.roundExists', { year: round.year });
  if (subjects.length === 0) return refuse('scoring.noSubjects');
  const { id, ...data } = round;
  return accept(
    {
      type: 'scoring.roundOpened',
      chain: chainOfRound(id),
      data: { roundId: id, ...data, units: subjects.length },
    },
    ...subjects.map(
      (unitId): Fact => ({
        type: 'scoring.subjectObliged',
        chain: `round:${id}:${unitId}`,
        unitId,
        data: { roundId: id, title: round.title },
      }),
    ),
  );
};

type OpenRound = { readonly id: string; readonly isPublished: boolean };
type Values = Readonly<Record<string, Amount>>;

/** A number that no rule refers to would be kept and never used: most likely its name is misspelt. */
const unknownName = (name: string, names: readonly string[]): Decision<never> =>
  names.length === 0
    ? refuse('scoring.contextNone', { name })
    : refuse('scoring.contextUnknown', { name, names: names.join(', ') });

/** Numbers of the whole round, all of them at once; one that is left out is no longer known. */
export const setContext = (round: OpenRound, values: Values, names: readonly string[]): Decision<Fact> => {
  if (round.isPublished) return refuse('scoring.published');
  const stranger = Object.keys(values).find((name) => !names.includes(name));
  if (stranger !== undefined) return unknownName(stranger, names);
  return accept({
    type: 'scoring.contextSet',
    chain: chainOfRound(round.id),
    data: { roundId: round.id, values },
  });
};

export const keepSurvey = (
  round: OpenRound,
  results: readonly { readonly unitId: string; readonly criterion: string }[],
  isSurvey: (criterion: string) => boolean,
  subjects: ReadonlySet<string>,
  more: {
    readonly figures: readonly {
      readonly unitId: string;
      readonly criterion: string;
      readonly field: string;
    }[];
    readonly asks: (criterion: string, field: string) => boolean;
    /** Units whose self-score is locked: their figures were signed. */
    readonly locked: ReadonlyMap<string, string>;
    /** Numbers of the whole round, and the names that rules of the set refer to. */
    readonly context: Values;
    readonly names: readonly string[];
  } = { figures: [], asks: () => false, locked: new Map(), context: {}, names: [] },
): Decision<Fact> => {
  if (round.isPublished) return refuse('scoring.published');
  const { figures, asks, locked } = more;
  const context = Object.keys(more.context);
  if (results.length + figures.length + context.length === 0) return refuse('scoring.surveyEmpty');
  const stranger = context.find((name) => !more.names.includes(name));
  if (stranger !== undefined) return unknownName(stranger, more.names);
  for (const { unitId, criterion, field } of figures) {
    if (!subjects.has(unitId)) return refuse('scoring.notSubject');
    if (!asks(criterion, field)) return refuse('scoring.fieldUnknown', { criterion, field });
    const name = locked.get(unitId);
    if (name !== undefined) return refuse('material.locked', { unit: name });
  }
  for (const { unitId, criterion } of results) {
    if (!subjects.has(unitId)) return refuse('scoring.notSubject');
    if (!isSurvey(criterion)) return refuse('scoring.notSurvey', { criterion });
  }
  return accept({
    type: 'scoring.surveyKept',
    chain: chainOfRound(round.id),
    data: { roundId: round.id, results: results.length + figures.length + context.length },
  });
};

export const moveVersion = (
  round: OpenRound & { readonly setVersion: number },
  to: number,
  exists: boolean,
): Decision<Fact> => {
  if (round.isPublished) return refuse('scoring.published');
  if (!exists || to === round.setVersion) return refuse('scoring.versionUnknown', { version: to });
  return accept({
    type: 'scoring.versionMoved',
    chain: chainOfRound(round.id),
    data: { roundId: round.id, from: round.setVersion, to },
  });
};

type UnitStage = { readonly name: string; readonly stage: Stage };

/** What keeps a round from being published: every unit is appraised to the end first. */
export const publishable = (round: OpenRound, stages: readonly UnitStage[]): Decision<never> | undefined => {
  if (round.isPublished) return refuse('scoring.published');
  const open = stages.filter((s) => s.stage !== 'done');
  return open.length === 0
    ? undefined
    : refuse('scoring.notAllDone', {
        n: open.length,
        units: open
          .slice(0, 5)
          .map((s) => s.name)
          .join(', '),
      });
};

/** The results of a whole round are published by one decision. */
export const publish = (
  round: OpenRound,
  stages: readonly UnitStage[],
  decision: { readonly number: string; readonly day: Day },
  today: Day,
): Decision<Fact> => {
  const wrong = publishable(round, stages);
  if (wrong) return wrong;
  if (decision.number.trim() === '') return refuse('scoring.decisionMissing');
  if (decision.day > today) return refuse('scoring.decisionLater');
  return accept({
    type: 'scoring.published',
    chain: chainOfRound(round.id),
    data: { roundId: round.id, ...decision, units: stages.length },
  });
};

/** Places by percentage, equal ones share a place; without a percentage there is none. */
export const ranks = (rows: readonly { readonly id: string; readonly percent: Amount | null }[]) => {
  const known = rows.filter((r) => r.percent !== null);
  const place = (percent: Amount): number =>
    1 + known.filter((r) => r.percent !== null && compare(r.percent, percent) > 0).length;
  return new Map(rows.map((r) => [r.id, r.percent === null ? null : place(r.percent)]));
};
