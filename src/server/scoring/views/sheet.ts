import { askedOf } from '../../../core/scoring/asked.ts';
import { differences } from '../../../core/scoring/decideSubject.ts';
import { answerText } from '../../../core/scoring/feed.ts';
import { type Effort, reachableGains } from '../../../core/scoring/gains.ts';
import { type Line, prepare } from '../../../core/scoring/prepare.ts';
import { conflictOfSubject, mayOnSubject, nextOfSubject, WHO_SCORES } from '../../../core/scoring/round.ts';
import type { SheetAnswer, SheetLine, SheetStage } from '../../../core/scoring/roundAnswers.ts';
import { ruleText } from '../../../core/scoring/ruleText.ts';
import { score } from '../../../core/scoring/score.ts';
import type { LineScore, ScoreSheet } from '../../../core/scoring/sheet.ts';
import { citationsOf } from '../../evidence/views/citations.ts';
import type { ReadContext } from '../../http/context.ts';
import { publishedMarks } from './lowMarks.ts';
import { findRound, lastIndex, roundHead } from './rounds.ts';
import { type Stages, stagesOf } from './stages.ts';
import {
  at,
  citedSubject,
  type LoadedSubject,
  loadSubject,
  marksOf,
  type StoredMark,
  sideOf,
  surveyOf,
} from './subject.ts';

export const effortsOf = async (ctx: ReadContext, setId: string): Promise<Readonly<Record<string, Effort>>> =>
  Object.fromEntries(
    (
      await ctx.db
        .selectFrom('index_effort')
        .where('set_id', '=', setId)
        .select(['criterion', 'effort'])
        .execute()
    ).map((r) => [r.criterion, r.effort as Effort]),
  );

const stageOf = (sheet: ScoreSheet): SheetStage => ({
  index: sheet.index,
  total: sheet.total,
  areas: sheet.areas,
});

const depthOf = (line: Line, byCode: ReadonlyMap<string, Line>): number => {
  const above = line.parent === null ? undefined : byCode.get(line.parent);
  return above ? depthOf(above, byCode) + 1 : 0;
};

type Sheets = {
  readonly stages: Stages;
  readonly computed: ScoreSheet;
  readonly marks: readonly StoredMark[];
  readonly effort: Readonly<Record<string, Effort>>;
  readonly last: ReadonlyMap<string, { readonly points: string; readonly max: string }>;
};

/** Of two who appraise without seeing each other, each sees only what is the own, until both are brought together. */
const visibleFirst = (ctx: ReadContext, loaded: LoadedSubject, marks: readonly StoredMark[]) => {
  const { subject } = loaded;
  if (!loaded.stances.has('receiver') && (subject.stage === 'appraisal-1' || subject.stage === 'settling'))
    return [];
  if (!subject.blind) return at(marks, 'appraisal-1');
  if (subject.stage === 'appraisal-1') return at(marks, 'appraisal-1', ctx.person.personId);
  if (subject.stage === 'settling') return at(marks, 'settling');
  const settled = at(marks, 'settling');
  const [one] = subject.hands;
  const own = one ? at(marks, 'appraisal-1', one.personId) : [];
  return [...own.filter((m) => !settled.some((s) => s.criterion === m.criterion)), ...settled];
};

const linesOf = (ctx: ReadContext, loaded: LoadedSubject, of: Sheets): SheetLine[] => {
  const { byCode, lines } = prepare(loaded.set);
  const { stages, marks } = of;
  const { subject } = loaded;
  const index = (sheet: ScoreSheet | null): ReadonlyMap<string, LineScore> =>
    new Map(sheet?.lines.map((l) => [l.code, l]));
  const [self, first, second, computed] = [stages.self, stages.first, stages.second, of.computed].map(index);
  const markAt = (list: readonly StoredMark[]) => new Map(list.map((m) => [m.criterion, sideOf(m)]));
  const selfMarks = markAt(at(marks, 'self'));
  const firstMarks = markAt(visibleFirst(ctx, loaded, marks));
  const explained = markAt(at(marks, 'explanation'));
  const secondMarks = markAt(
    subject.stage === 'appraisal-2' && !loaded.stances.has('receiver') ? [] : at(marks, 'appraisal-2'),
  );
  const isSettling = subject.stage === 'settling' && loaded.stances.has('receiver');
  const [one, two] = subject.hands.map((h) => at(marks, 'appraisal-1', h.personId));
  const different = new Set(isSettling && one && two ? differences(one, two) : []);
  const hides = subject.stage === 'appraisal-1' && !loaded.stances.has('receiver');
  return lines.map((line): SheetLine => {
    const c = line.criterion;
    const { code } = c;
    const own = self?.get(code);
    const fed = stages.computed[code];
    const isOpen = line.kind === 'rule';
    const showFirst =
      (first?.size ?? 0) > 0 && !hides && (subject.stage !== 'settling' || loaded.stances.has('receiver'));
    const showSecond =
      (second?.size ?? 0) > 0 && (subject.stage === 'done' || loaded.stances.has('receiver'));
    return {
      code,
      name: c.name,
      depth: depthOf(line, byCode),
      area: line.area,
      parent: line.parent,
      role: line.role,
      kind: line.kind,
      declared: c.maxPoints,
      rule: c.rule ? ruleText(c.rule, c.maxPoints ?? undefined) : '',
      asked: isOpen ? askedOf(line) : null,
      whenNil: c.whenNil ?? null,
      mayNotApply: c.whenNotApplicable !== undefined,
      evidenceAsked: c.evidence,
      computed:
        fed && computed?.get(code)
          ? {
              points: computed.get(code)?.points ?? null,
              explanation: computed.get(code)?.explanation ?? '',
              source: fed.kind === 'given' ? fed.source : undefined,
              answerText: answerText(fed),
            }
          : null,
      self: own
        ? {
            points: own.points,
            maximum: own.maximum,
            status: own.status,
            explanation: own.explanation,
            mark: selfMarks.get(code) ?? null,
          }
        : null,
      first: showFirst
        ? {
            points: first?.get(code)?.points ?? null,
            status: first?.get(code)?.status ?? 'not-answered',
            explanation: first?.get(code)?.explanation ?? '',
            mark: firstMarks.get(code) ?? null,
          }
        : firstMarks.has(code)
          ? {
              points: firstMarks.get(code)?.points ?? null,
              status: 'computed',
              explanation: '',
              mark: firstMarks.get(code) ?? null,
            }
          : null,
      explained: explained.get(code) ?? null,
      second: showSecond
        ? {
            points: second?.get(code)?.points ?? null,
            status: second?.get(code)?.status ?? 'not-answered',
            explanation: second?.get(code)?.explanation ?? '',
            mark: secondMarks.get(code) ?? null,
          }
        : null,
      hands: different.has(code)
        ? [one, two].flatMap((list) =>
            (list ?? []).filter((m) => m.criterion === code).map((m) => ({ ...sideOf(m), name: m.name })),
          )
        : [],
      effort: of.effort[code] ?? null,
      lastYear: of.last.get(code) ?? null,
    };
  });
};

/** Everything that a screen needs of one sheet, in one answer: all stages side by side, each score in words. */
export const sheetAnswer = async (
  ctx: ReadContext,
  roundId: string,
  unitId: string,
): Promise<SheetAnswer> => {
  const loaded = await loadSubject(ctx, roundId, unitId);
  const { subject, set, round } = loaded;
  const marks = await marksOf(ctx, roundId, unitId);
  const stages = await stagesOf(ctx, loaded, marks);
  const effort = await effortsOf(ctx, round.setId);
  const survey = await surveyOf(ctx, roundId, unitId);
  const context = { survey, values: round.values };
  const published = await publishedMarks(ctx, unitId, round.year - 1, null);
  const gains = reachableGains(set, stages.own, { context, limit: 3, effort });
  const best = score(set, stages.own, {
    ...context,
    explain: false,
    given: Object.fromEntries(gains.gains.map((g) => [g.code, { points: g.maximum, words: '' }])),
  });
  const mayNot: SheetAnswer['mayNot'] = {};
  for (const verb of nextOfSubject[subject.stage]) {
    const conflict = conflictOfSubject(subject, verb, ctx.person.personId);
    if (conflict && WHO_SCORES[verb].some((s) => loaded.stances.has(s))) mayNot[verb] = conflict;
  }
  const isReceiver = loaded.stances.has('receiver');
  const showsFirst =
    stages.first !== null &&
    (isReceiver || (subject.stage !== 'appraisal-1' && subject.stage !== 'settling'));
  return {
    round: roundHead(await findRound(ctx, roundId)),
    unit: { id: loaded.unit.id, name: loaded.unit.name },
    stage: subject.stage,
    version: subject.version,
    locks: loaded.locks,
    lines: linesOf(ctx, loaded, {
      stages,
      computed: score(set, stages.computed, context),
      marks,
      effort,
      last: new Map(published.map((p) => [p.criterion, { points: p.points, max: p.max }])),
    }),
    self: stageOf(stages.self),
    first: showsFirst && stages.first ? stageOf(stages.first) : null,
    second: stages.second && (isReceiver || subject.stage === 'done') ? stageOf(stages.second) : null,
    gains,
    after: {
      percent: best.index.percent,
      achieved: best.total.achieved,
      maximum: best.total.survey === null ? best.total.appraisedMaximum : best.total.maximum,
    },
    evidence: await citationsOf(ctx, citedSubject(loaded)),
    before: await lastIndex(ctx, unitId, round.year),
    may: mayOnSubject(subject, loaded.stances, ctx.person.personId),
    mayNot,
  };
};
