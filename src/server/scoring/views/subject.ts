import { type Stance, stancesToward } from '../../../core/directory/stance.ts';
import type { Subject as Cited } from '../../../core/evidence/cite.ts';
import type { Answer, Answers } from '../../../core/scoring/answer.ts';
import type { CriteriaSet } from '../../../core/scoring/criteria.ts';
import { answerText, type Figures } from '../../../core/scoring/feed.ts';
import {
  chainOfSubject,
  type Lock,
  MAY_READ_SHEET,
  type Stage,
  type StageMark,
  type Subject,
} from '../../../core/scoring/round.ts';
import type { SideMark } from '../../../core/scoring/roundAnswers.ts';
import type { Scope } from '../../../core/template/template.ts';
import type { ReadContext, WriteContext } from '../../http/context.ts';
import { forbidden } from '../../http/failures.ts';
import { reportedFiguresOf } from './reported.ts';
import { findSet } from './setOf.ts';
import { systemFiguresOf } from './systemFigures.ts';

/** What the program wrote down at the lock of a self-score: the figures as they were signed. */
export const SYSTEM = 'ffffffff-ffff-ffff-ffff-ffffffffffff';
/** Figures that the office brought: the year before, days late by the system's own time. */
export const OFFICE = 'eeeeeeee-eeee-eeee-eeee-eeeeeeeeeeee';
export const NOBODY = '00000000-0000-0000-0000-000000000000';

export type StoredMark = StageMark & {
  readonly stage: string;
  readonly hand: string;
  readonly by: string;
  readonly name: string;
  readonly at: number;
  readonly version: number;
};

export type LoadedSubject = {
  readonly subject: Subject;
  readonly round: {
    readonly id: string;
    readonly year: number;
    readonly level: string;
    readonly setId: string;
    readonly setVersion: number;
    readonly authorityUnitId: string;
    readonly officeUnitId: string;
    readonly values: Readonly<Record<string, string>>;
    readonly isPublished: boolean;
  };
  readonly unit: { readonly id: string; readonly name: string; readonly kind: string };
  readonly set: CriteriaSet;
  readonly locks: Readonly<Record<string, Lock>>;
  readonly stances: ReadonlySet<Stance>;
};

const select = (ctx: ReadContext, roundId: string) =>
  ctx.db
    .selectFrom('index_subject')
    .innerJoin('index_round', 'index_round.id', 'index_subject.round_id')
    .innerJoin('unit', 'unit.id', 'index_subject.unit_id')
    .where('index_subject.round_id', '=', roundId)
    .selectAll('index_round')
    .select((eb) => [
      'index_subject.unit_id',
      'index_subject.stage',
      'index_subject.locks',
      'index_subject.version as subject_version',
      'unit.name as unit_name',
      'unit.kind as unit_kind',
      'unit.preparer_may_sign',
      eb
        .selectFrom('index_mark as m')
        .whereRef('m.round_id', '=', 'index_subject.round_id')
        .whereRef('m.unit_id', '=', 'index_subject.unit_id')
        .where('m.stage', 'in', ['self', 'explanation'])
        .where('m.hand', 'not in', [SYSTEM, OFFICE])
        .select((e) => e.fn<string[] | null>('array_agg', ['m.changed_by']).as('ids'))
        .as('writers'),
    ]);

type Row = NonNullable<Awaited<ReturnType<ReturnType<typeof select>['executeTakeFirst']>>>;

type Hand = { readonly person_id: string; readonly locked_at: number | null };

const handsOf = (ctx: ReadContext, roundId: string) =>
  ctx.db
    .selectFrom('index_hand')
    .where('round_id', '=', roundId)
    .orderBy('person_id')
    .select(['unit_id', 'person_id', 'locked_at']);

const setOf = async (ctx: ReadContext, row: Row): Promise<CriteriaSet> => {
  const stored = await findSet(ctx, row.set_id, { version: row.set_version });
  if (!stored) throw new Error(`round ${row.id} has no set`);
  return stored.set;
};

const toLoaded = (ctx: ReadContext, row: Row, set: CriteriaSet, hands: readonly Hand[]): LoadedSubject => {
  return {
    subject: {
      roundId: row.id,
      unitId: row.unit_id,
      officeUnitId: row.office_unit_id,
      stage: row.stage as Stage,
      version: row.subject_version,
      isPublished: row.state === 'published',
      blind: row.blind,
      writers: [...new Set(row.writers ?? [])],
      preparerMaySign: row.preparer_may_sign,
      hands: hands.map((h) => ({ personId: h.person_id, isLocked: h.locked_at !== null })),
    },
    round: {
      id: row.id,
      year: row.year,
      level: row.level,
      setId: row.set_id,
      setVersion: row.set_version,
      authorityUnitId: row.authority_unit_id,
      officeUnitId: row.office_unit_id,
      values: row.context as unknown as Record<string, string>,
      isPublished: row.state === 'published',
    },
    unit: { id: row.unit_id, name: row.unit_name, kind: row.unit_kind },
    set,
    locks: row.locks as unknown as Record<string, Lock>,
    stances: stancesToward(
      ctx.person,
      {
        unitId: row.unit_id,
        receiverUnitId: row.office_unit_id,
        authorityUnitIds: [row.authority_unit_id],
      },
      ctx.today,
    ),
  };
};

/** Somebody without a stance is refused in the same words whether the sheet exists or not. */
const readable = async (ctx: ReadContext, row: Row | undefined): Promise<LoadedSubject> => {
  const loaded =
    row &&
    toLoaded(
      ctx,
      row,
      await setOf(ctx, row),
      await handsOf(ctx, row.id).where('unit_id', '=', row.unit_id).execute(),
    );
  if (!loaded || !MAY_READ_SHEET.some((s) => loaded.stances.has(s))) throw forbidden();
  return loaded;
};

export const loadSubject = async (
  ctx: ReadContext,
  roundId: string,
  unitId: string,
): Promise<LoadedSubject> =>
  readable(ctx, await select(ctx, roundId).where('index_subject.unit_id', '=', unitId).executeTakeFirst());

/** Two verbs on one sheet follow each other. */
export const lockSubject = async (
  ctx: WriteContext,
  roundId: string,
  unitId: string,
): Promise<LoadedSubject> =>
  readable(
    ctx,
    await select(ctx, roundId)
      .where('index_subject.unit_id', '=', unitId)
      .forUpdate(['index_subject'])
      .executeTakeFirst(),
  );

const selectMarks = (ctx: ReadContext, roundId: string) =>
  ctx.db
    .selectFrom('index_mark')
    .innerJoin('person', 'person.id', 'index_mark.changed_by')
    .where('round_id', '=', roundId)
    .select([
      'unit_id',
      'stage',
      'hand',
      'criterion',
      'answer',
      'points',
      'agreed',
      'words',
      'index_mark.version',
      'changed_by',
      'changed_at',
      'person.name',
    ]);

type MarkRow = Awaited<ReturnType<ReturnType<typeof selectMarks>['execute']>>[number];

const markOf = (m: MarkRow): StoredMark => ({
  stage: m.stage,
  hand: m.hand,
  criterion: m.criterion,
  answer: m.answer as unknown as Answer | null,
  points: m.points,
  agreed: m.agreed,
  words: m.words,
  by: m.changed_by,
  name: m.name,
  at: m.changed_at,
  version: m.version,
});

export const marksOf = async (
  ctx: ReadContext,
  roundId: string,
  unitId: string,
): Promise<readonly StoredMark[]> =>
  (await selectMarks(ctx, roundId).where('unit_id', '=', unitId).execute()).map(markOf);

export const at = (marks: readonly StoredMark[], stage: string, hand = NOBODY): readonly StoredMark[] =>
  marks.filter((m) => m.stage === stage && m.hand === hand);

export const sideOf = (mark: StoredMark): SideMark => ({
  answer: mark.answer,
  answerText: answerText(mark.answer),
  points: mark.points,
  agreed: mark.agreed,
  words: mark.words,
  by: mark.name,
  at: mark.at,
  version: mark.version,
});

const selectSurvey = (ctx: ReadContext, roundId: string) =>
  ctx.db
    .selectFrom('index_survey')
    .where('round_id', '=', roundId)
    .select(['unit_id', 'criterion', 'answer']);

const answersOf = (rows: readonly { criterion: string; answer: unknown }[]): Answers =>
  Object.fromEntries(rows.map((r) => [r.criterion, r.answer as Answer]));

export const surveyOf = async (ctx: ReadContext, roundId: string, unitId: string): Promise<Answers> =>
  answersOf(await selectSurvey(ctx, roundId).where('unit_id', '=', unitId).execute());

const SCOPES: Readonly<Record<string, readonly Scope[]>> = {
  commune: ['commune'],
  department: ['agency'],
};

/** I7: what the reports of units and the program's own books say, as they stand now. */
const figuresOfMany = async (
  ctx: ReadContext,
  many: readonly LoadedSubject[],
): Promise<ReadonlyMap<string, Figures>> => {
  const [first] = many;
  if (!first) return new Map();
  const { round } = first;
  const ids = many.map((one) => one.unit.id);
  const system = await systemFiguresOf(ctx, ids, round.year);
  const found = new Map<string, Figures>();
  for (const [kind, group] of Map.groupBy(many, (one) => one.unit.kind)) {
    const groupIds = group.map((one) => one.unit.id);
    const reported = await reportedFiguresOf(ctx, groupIds, SCOPES[kind] ?? ['area'], round.year);
    for (const id of groupIds)
      found.set(id, new Map([...(reported.get(id) ?? []), ...(system.get(id) ?? [])]));
  }
  return found;
};

export const figuresOf = async (ctx: ReadContext, loaded: LoadedSubject): Promise<Figures> =>
  (await figuresOfMany(ctx, [loaded])).get(loaded.unit.id) ?? new Map();

/** One unit of a round with all that its points rest on. */
export type Material = {
  readonly loaded: LoadedSubject;
  readonly marks: readonly StoredMark[];
  readonly survey: Answers;
  /** Figures only where they still count: what was locked no longer follows them. */
  readonly figures: Figures;
};

/** Every unit of a round at once, in a number of questions that does not grow with the units. */
export const wholeRound = async (
  ctx: ReadContext,
  roundId: string,
  unitIds: readonly string[] | null = null,
): Promise<readonly Material[]> => {
  const rows = await select(ctx, roundId)
    .$if(unitIds !== null, (q) => q.where('index_subject.unit_id', 'in', [...(unitIds ?? [])]))
    .orderBy('index_subject.unit_id')
    .execute();
  const [first] = rows;
  if (!first) return [];
  const set = await setOf(ctx, first);
  const hands = Map.groupBy(await handsOf(ctx, roundId).execute(), (h) => h.unit_id);
  const marks = Map.groupBy(await selectMarks(ctx, roundId).execute(), (m) => m.unit_id);
  const survey = Map.groupBy(await selectSurvey(ctx, roundId).execute(), (r) => r.unit_id);
  const many = rows.map((row) => toLoaded(ctx, row, set, hands.get(row.unit_id) ?? []));
  const figures = await figuresOfMany(
    ctx,
    many.filter((one) => one.subject.stage === 'self'),
  );
  return many.map((loaded) => ({
    loaded,
    marks: (marks.get(loaded.unit.id) ?? []).map(markOf),
    survey: answersOf(survey.get(loaded.unit.id) ?? []),
    figures: figures.get(loaded.unit.id) ?? new Map(),
  }));
};

/** How this sheet cites documents; one place a criterion. */
export const citedSubject = (loaded: LoadedSubject): Cited => ({
  kind: 'criterion',
  id: loaded.round.id,
  unitId: loaded.unit.id,
  receiverUnitId: loaded.round.officeUnitId,
  authorityUnitId: loaded.round.authorityUnitId,
  chain: chainOfSubject(loaded.round.id, loaded.unit.id),
});
