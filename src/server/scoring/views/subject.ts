import { type Stance, stancesToward } from '../../../core/directory/stance.ts';
import type { Subject as Cited } from '../../../core/evidence/cite.ts';
import type { Answer, Answers } from '../../../core/scoring/answer.ts';
import type { CriteriaSet } from '../../../core/scoring/criteria.ts';
import { answerText, type Figures, fedAnswers } from '../../../core/scoring/feed.ts';
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
import { reportedFigures, systemFigures } from './reported.ts';
import { findSet } from './setOf.ts';

/** What the program wrote down at the lock of a self-score: the figures as they were signed. */
export const SYSTEM = 'ffffffff-ffff-ffff-ffff-ffffffffffff';
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

const select = (ctx: ReadContext, roundId: string, unitId: string) =>
  ctx.db
    .selectFrom('index_subject')
    .innerJoin('index_round', 'index_round.id', 'index_subject.round_id')
    .innerJoin('unit', 'unit.id', 'index_subject.unit_id')
    .where('index_subject.round_id', '=', roundId)
    .where('index_subject.unit_id', '=', unitId)
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
        .where('m.hand', '<>', SYSTEM)
        .select((e) => e.fn<string[] | null>('array_agg', ['m.changed_by']).as('ids'))
        .as('writers'),
    ]);

type Row = NonNullable<Awaited<ReturnType<ReturnType<typeof select>['executeTakeFirst']>>>;

const toLoaded = async (ctx: ReadContext, row: Row): Promise<LoadedSubject> => {
  const hands = await ctx.db
    .selectFrom('index_hand')
    .where('round_id', '=', row.id)
    .where('unit_id', '=', row.unit_id)
    .orderBy('person_id')
    .select(['person_id', 'locked_at'])
    .execute();
  const stored = await findSet(ctx, row.set_id, { version: row.set_version });
  if (!stored) throw new Error(`round ${row.id} has no set`);
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
    set: stored.set,
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
  const loaded = row && (await toLoaded(ctx, row));
  if (!loaded || !MAY_READ_SHEET.some((s) => loaded.stances.has(s))) throw forbidden();
  return loaded;
};

export const loadSubject = async (
  ctx: ReadContext,
  roundId: string,
  unitId: string,
): Promise<LoadedSubject> => readable(ctx, await select(ctx, roundId, unitId).executeTakeFirst());

/** Two verbs on one sheet follow each other. */
export const lockSubject = async (
  ctx: WriteContext,
  roundId: string,
  unitId: string,
): Promise<LoadedSubject> =>
  readable(ctx, await select(ctx, roundId, unitId).forUpdate(['index_subject']).executeTakeFirst());

export const marksOf = async (
  ctx: ReadContext,
  roundId: string,
  unitId: string,
): Promise<readonly StoredMark[]> =>
  (
    await ctx.db
      .selectFrom('index_mark')
      .innerJoin('person', 'person.id', 'index_mark.changed_by')
      .where('round_id', '=', roundId)
      .where('unit_id', '=', unitId)
      .select([
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
      ])
      .execute()
  ).map((m) => ({
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
  }));

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

export const surveyOf = async (ctx: ReadContext, roundId: string, unitId: string): Promise<Answers> =>
  Object.fromEntries(
    (
      await ctx.db
        .selectFrom('index_survey')
        .where('round_id', '=', roundId)
        .where('unit_id', '=', unitId)
        .select(['criterion', 'answer'])
        .execute()
    ).map((r) => [r.criterion, r.answer as unknown as Answer]),
  );

const SCOPES: Readonly<Record<string, readonly Scope[]>> = {
  commune: ['commune'],
  department: ['agency'],
};

/** I7: what the unit's reports and the program's own books answer, as they stand now. */
export const computedOf = async (ctx: ReadContext, loaded: LoadedSubject): Promise<Answers> => {
  const { unit, round, set } = loaded;
  const reported = await reportedFigures(ctx, unit.id, SCOPES[unit.kind] ?? ['area'], round.year);
  const figures: Figures = new Map([...reported, ...(await systemFigures(ctx, unit.id, round.year))]);
  return fedAnswers(set, figures);
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
