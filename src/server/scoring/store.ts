import { type Insertable, sql, type Updateable } from 'kysely';
import type { Answer } from '../../core/scoring/answer.ts';
import type { CriteriaSet } from '../../core/scoring/criteria.ts';
import type { StageMark } from '../../core/scoring/round.ts';
import type { Result } from '../../core/scoring/roundAnswers.ts';
import type { IndexRound, IndexSubject, PublishedIndex, PublishedMark } from '../database/schema.ts';
import type { WriteContext } from '../http/context.ts';

/** Two imports of one set follow each other, so that neither takes the other's version. */
export const lockSet = async (ctx: WriteContext, setId: string): Promise<void> => {
  await ctx.trx
    .selectFrom('criteria_set')
    .where('id', '=', setId)
    .select('id')
    .forUpdate()
    .executeTakeFirst();
};

export const saveSetVersion = async (
  ctx: WriteContext,
  authorityUnitId: string,
  set: CriteriaSet,
  version: number,
  reason: string,
): Promise<void> => {
  const head = { year: set.year ?? 0, level: set.subjectLevel, title: set.title, current_version: version };
  await ctx.trx
    .insertInto('criteria_set')
    .values({ id: set.id, authority_unit_id: authorityUnitId, ...head })
    .onConflict((c) => c.column('id').doUpdateSet(head))
    .execute();
  await ctx.trx
    .insertInto('criteria_version')
    .values({
      set_id: set.id,
      version,
      body: JSON.stringify({ ...set, version }),
      decision_number: set.decision?.number ?? null,
      decision_day: set.decision?.date ?? null,
      reason,
      made_by: ctx.person.personId,
      made_at: new Date(ctx.now),
    })
    .execute();
};

export const insertRound = async (
  ctx: WriteContext,
  round: Insertable<IndexRound>,
  subjects: readonly string[],
): Promise<void> => {
  await ctx.trx.insertInto('index_round').values(round).execute();
  await ctx.trx
    .insertInto('index_subject')
    .values(subjects.map((unit_id) => ({ round_id: round.id, unit_id, changed_at: new Date(ctx.now) })))
    .execute();
};

export const setRound = async (
  ctx: WriteContext,
  roundId: string,
  values: Updateable<IndexRound>,
): Promise<void> => {
  await ctx.trx
    .updateTable('index_round')
    .set((eb) => ({ ...values, version: eb('version', '+', 1) }))
    .where('id', '=', roundId)
    .execute();
};

type At = { readonly roundId: string; readonly unitId: string };

export const setSubject = async (
  ctx: WriteContext,
  at: At,
  values: Updateable<IndexSubject>,
): Promise<void> => {
  await ctx.trx
    .updateTable('index_subject')
    .set((eb) => ({ ...values, version: eb('version', '+', 1), changed_at: new Date(ctx.now) }))
    .where('round_id', '=', at.roundId)
    .where('unit_id', '=', at.unitId)
    .execute();
};

/** One statement for a whole round. */
export const setResults = async (
  ctx: WriteContext,
  roundId: string,
  results: readonly { readonly unitId: string; readonly result: Result }[],
): Promise<void> => {
  if (results.length === 0) return;
  await sql`
    update index_subject s set result = v.result::jsonb, version = s.version + 1, changed_at = ${new Date(ctx.now)}
    from unnest(${results.map((r) => r.unitId)}::uuid[], ${results.map((r) => JSON.stringify(r.result))}::text[])
      as v (unit_id, result)
    where s.round_id = ${roundId} and s.unit_id = v.unit_id`.execute(ctx.trx);
};

export const writeMarks = async (
  ctx: WriteContext,
  at: At & { readonly stage: string; readonly hand: string },
  marks: readonly StageMark[],
): Promise<void> => {
  if (marks.length === 0) return;
  await ctx.trx
    .insertInto('index_mark')
    .values(
      marks.map((m) => ({
        round_id: at.roundId,
        unit_id: at.unitId,
        stage: at.stage,
        hand: at.hand,
        criterion: m.criterion,
        answer: m.answer === null ? null : JSON.stringify(m.answer),
        points: m.points,
        agreed: m.agreed,
        words: m.words,
        changed_by: ctx.person.personId,
        changed_at: new Date(ctx.now),
      })),
    )
    .onConflict((c) =>
      c.columns(['round_id', 'unit_id', 'stage', 'hand', 'criterion']).doUpdateSet((eb) => ({
        answer: eb.ref('excluded.answer'),
        points: eb.ref('excluded.points'),
        agreed: eb.ref('excluded.agreed'),
        words: eb.ref('excluded.words'),
        changed_by: eb.ref('excluded.changed_by'),
        changed_at: eb.ref('excluded.changed_at'),
        version: eb('index_mark.version', '+', 1),
      })),
    )
    .execute();
};

export const takeHand = async (ctx: WriteContext, at: At, lockedAt: Date | null): Promise<void> => {
  await ctx.trx
    .insertInto('index_hand')
    .values({ round_id: at.roundId, unit_id: at.unitId, person_id: ctx.person.personId, locked_at: lockedAt })
    .onConflict((c) =>
      c
        .columns(['round_id', 'unit_id', 'person_id'])
        .doUpdateSet((eb) => ({ locked_at: eb.ref('excluded.locked_at') })),
    )
    .execute();
};

export const writeSurvey = async (
  ctx: WriteContext,
  roundId: string,
  results: readonly { readonly unitId: string; readonly criterion: string; readonly answer: Answer }[],
  source: string,
): Promise<void> => {
  for (let i = 0; i < results.length; i += 1000)
    await ctx.trx
      .insertInto('index_survey')
      .values(
        results.slice(i, i + 1000).map((r) => ({
          round_id: roundId,
          unit_id: r.unitId,
          criterion: r.criterion,
          answer: JSON.stringify(r.answer),
          source,
          changed_by: ctx.person.personId,
          changed_at: new Date(ctx.now),
        })),
      )
      .onConflict((c) =>
        c.columns(['round_id', 'unit_id', 'criterion']).doUpdateSet((eb) => ({
          answer: eb.ref('excluded.answer'),
          source: eb.ref('excluded.source'),
          changed_by: eb.ref('excluded.changed_by'),
          changed_at: eb.ref('excluded.changed_at'),
        })),
      )
      .execute();
};

export const writeEffort = async (
  ctx: WriteContext,
  setId: string,
  criterion: string,
  effort: string | null,
): Promise<void> => {
  if (effort === null) {
    await ctx.trx
      .deleteFrom('index_effort')
      .where('set_id', '=', setId)
      .where('criterion', '=', criterion)
      .execute();
    return;
  }
  const values = { effort, marked_by: ctx.person.personId, marked_at: new Date(ctx.now) };
  await ctx.trx
    .insertInto('index_effort')
    .values({ set_id: setId, criterion, ...values })
    .onConflict((c) => c.columns(['set_id', 'criterion']).doUpdateSet(values))
    .execute();
};

/** The published results: the index of each unit and its marks by criterion, from which part IV of next year rests. */
export const writePublished = async (
  ctx: WriteContext,
  indices: readonly Insertable<PublishedIndex>[],
  marks: readonly Insertable<PublishedMark>[],
): Promise<void> => {
  for (let i = 0; i < indices.length; i += 1000)
    await ctx.trx
      .insertInto('published_index')
      .values(indices.slice(i, i + 1000))
      .onConflict((c) =>
        c.columns(['unit_id', 'year']).doUpdateSet((eb) => ({
          percent: eb.ref('excluded.percent'),
          rank: eb.ref('excluded.rank'),
          class: eb.ref('excluded.class'),
          has_survey: eb.ref('excluded.has_survey'),
          appraised: eb.ref('excluded.appraised'),
          survey: eb.ref('excluded.survey'),
          total: eb.ref('excluded.total'),
          maximum: eb.ref('excluded.maximum'),
          document: eb.ref('excluded.document'),
          source: eb.ref('excluded.source'),
          known_at: eb.ref('excluded.known_at'),
        })),
      )
      .execute();
  for (let i = 0; i < marks.length; i += 1000)
    await ctx.trx
      .insertInto('published_mark')
      .values(marks.slice(i, i + 1000))
      .onConflict((c) =>
        c.columns(['unit_id', 'year', 'criterion_id']).doUpdateSet((eb) => ({
          criterion_name: eb.ref('excluded.criterion_name'),
          points: eb.ref('excluded.points'),
          max_points: eb.ref('excluded.max_points'),
          document: eb.ref('excluded.document'),
          source: eb.ref('excluded.source'),
          known_at: eb.ref('excluded.known_at'),
        })),
      )
      .execute();
};
