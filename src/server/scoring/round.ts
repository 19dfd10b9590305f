import { uuidv7 } from 'uuidv7';
import type { Answer } from '../../core/scoring/answer.ts';
import {
  keepSurvey,
  moveVersion,
  openRound,
  publish,
  ranks,
  subjectsOf,
} from '../../core/scoring/decideRound.ts';
import { prepare } from '../../core/scoring/prepare.ts';
import { readAnswers } from '../../core/scoring/readAnswers.ts';
import { chainOfRound, type Stage } from '../../core/scoring/round.ts';
import type { Result } from '../../core/scoring/roundAnswers.ts';
import type { ScoreSheet } from '../../core/scoring/sheet.ts';
import type { WriteContext } from '../http/context.ts';
import { forbidden, notFound, refused } from '../http/failures.ts';
import { record } from '../record/record.ts';
import { insertRound, setRound, setSubject, writeEffort, writePublished, writeSurvey } from './store.ts';
import { myOffice } from './views/offices.ts';
import { findRound, isOffice } from './views/rounds.ts';
import { findSet } from './views/setOf.ts';
import { resultOf, stagesOf } from './views/stages.ts';
import { loadSubject, marksOf } from './views/subject.ts';
import { unitsUnder } from './views/units.ts';

/** Opens a round of a set's year for every unit of its level. */
export const openIndexRound = async (
  ctx: WriteContext,
  wanted: { readonly setId: string; readonly title: string; readonly blind: boolean },
): Promise<string> => {
  const office = await myOffice(ctx);
  const stored = await findSet(ctx, wanted.setId);
  if (!stored) throw notFound('criteria-set');
  const { set, version } = stored;
  const year = set.year ?? 0;
  const authority = await ctx.trx
    .selectFrom('unit')
    .where('id', '=', office.authorityUnitId)
    .select(['id', 'kind'])
    .forNoKeyUpdate()
    .executeTakeFirstOrThrow();
  const known = await ctx.trx
    .selectFrom('index_round')
    .where('authority_unit_id', '=', authority.id)
    .where('year', '=', year)
    .where('set_id', '=', set.id)
    .select('id')
    .executeTakeFirst();
  const subjects = subjectsOf(set.subjectLevel, authority, await unitsUnder(ctx, authority.id));
  const id = uuidv7();
  await record(
    ctx,
    openRound(
      { id, title: wanted.title, year, setId: set.id, setVersion: version, blind: wanted.blind },
      subjects,
      known !== undefined,
    ),
  );
  await insertRound(
    ctx,
    {
      id,
      set_id: set.id,
      set_version: version,
      authority_unit_id: authority.id,
      office_unit_id: office.officeUnitId,
      year,
      level: set.subjectLevel,
      title: wanted.title,
      blind: wanted.blind,
      opened_by: ctx.person.personId,
      opened_at: new Date(ctx.now),
    },
    subjects,
  );
  return id;
};

const lockRound = async (ctx: WriteContext, roundId: string) => {
  await ctx.trx.selectFrom('index_round').where('id', '=', roundId).select('id').forUpdate().execute();
  const row = await findRound(ctx, roundId);
  if (!isOffice(ctx, row)) throw forbidden();
  return row;
};

const subjectsOfRound = (ctx: WriteContext, roundId: string) =>
  ctx.trx
    .selectFrom('index_subject')
    .innerJoin('unit', 'unit.id', 'index_subject.unit_id')
    .where('round_id', '=', roundId)
    .orderBy('unit_id')
    .select(['unit_id', 'stage', 'result', 'unit.name'])
    .execute();

/** Works out every sheet of a round anew and keeps what each came to. */
const rescore = async (
  ctx: WriteContext,
  roundId: string,
  units: readonly string[],
): Promise<ReadonlyMap<string, ScoreSheet>> => {
  const sheets = new Map<string, ScoreSheet>();
  for (const unitId of units) {
    const loaded = await loadSubject(ctx, roundId, unitId);
    const { standing } = await stagesOf(ctx, loaded, await marksOf(ctx, roundId, unitId));
    sheets.set(unitId, standing);
    await setSubject(ctx, { roundId, unitId }, { result: JSON.stringify(resultOf(standing)) });
  }
  return sheets;
};

/** Survey points of the round, by unit and criterion; nobody scores them himself. */
export const keepRoundSurvey = async (
  ctx: WriteContext,
  roundId: string,
  given: readonly { readonly unitId: string; readonly criterion: string; readonly answer: unknown }[],
  source: string,
): Promise<void> => {
  const row = await lockRound(ctx, roundId);
  const stored = await findSet(ctx, row.set_id, { version: row.set_version });
  const lines = stored ? prepare(stored.set).byCode : new Map();
  const subjects = new Set((await subjectsOfRound(ctx, roundId)).map((s) => s.unit_id));
  const results = given.map(({ unitId, criterion, answer }) => {
    const read = readAnswers({ answers: { [criterion]: answer } });
    const one: Answer | undefined = read.answers[criterion];
    if (!one) throw refused('scoring.answerUnread', { criterion, value: String(answer).slice(0, 60) }, 422);
    return { unitId, criterion, answer: one };
  });
  await record(
    ctx,
    keepSurvey(
      { id: roundId, isPublished: row.state === 'published' },
      results,
      (criterion) => lines.get(criterion)?.kind === 'survey',
      subjects,
    ),
  );
  await writeSurvey(ctx, roundId, results, source);
  await rescore(ctx, roundId, [...new Set(results.map((r) => r.unitId))]);
};

/** A round follows a revision of its set only when the office says so; every sheet is worked out anew. */
export const moveRoundVersion = async (ctx: WriteContext, roundId: string, to: number): Promise<void> => {
  const row = await lockRound(ctx, roundId);
  const exists = (await findSet(ctx, row.set_id, { version: to })) !== undefined;
  const round = { id: roundId, isPublished: row.state === 'published', setVersion: row.set_version };
  await record(ctx, moveVersion(round, to, exists));
  await setRound(ctx, roundId, { set_version: to });
  const subjects = await subjectsOfRound(ctx, roundId);
  await rescore(
    ctx,
    roundId,
    subjects.map((s) => s.unit_id),
  );
};

/** Numbers of the whole round that rules refer to: the best province, the average. */
export const setRoundContext = async (
  ctx: WriteContext,
  roundId: string,
  values: Readonly<Record<string, string>>,
): Promise<void> => {
  const row = await lockRound(ctx, roundId);
  if (row.state === 'published') throw refused('scoring.published');
  await record(ctx, {
    ok: true,
    facts: [{ type: 'scoring.contextSet', chain: chainOfRound(roundId), data: { roundId, values } }],
  });
  await setRound(ctx, roundId, { context: JSON.stringify(values) });
  const subjects = await subjectsOfRound(ctx, roundId);
  await rescore(
    ctx,
    roundId,
    subjects.map((s) => s.unit_id),
  );
};

/** The decision that publishes a round: results and marks become those that next year's part IV rests on. */
export const publishRound = async (
  ctx: WriteContext,
  roundId: string,
  decision: { readonly number: string; readonly day: string },
): Promise<void> => {
  const row = await lockRound(ctx, roundId);
  const subjects = await subjectsOfRound(ctx, roundId);
  await record(
    ctx,
    publish(
      { id: roundId, isPublished: row.state === 'published' },
      subjects.map((s) => ({ name: s.name, stage: s.stage as Stage })),
      decision,
      ctx.today,
    ),
  );
  const sheets = await rescore(
    ctx,
    roundId,
    subjects.map((s) => s.unit_id),
  );
  const results = subjects.map((s) => {
    const sheet = sheets.get(s.unit_id);
    if (!sheet) throw new Error(`no sheet of ${s.unit_id}`);
    return { unitId: s.unit_id, sheet, result: resultOf(sheet) satisfies Result };
  });
  const places = ranks(results.map((r) => ({ id: r.unitId, percent: r.result.percent })));
  const document = `Quyết định số ${decision.number} ngày ${decision.day.split('-').reverse().join('/')}`;
  const known_at = new Date(ctx.now);
  const common = { year: row.year, document, source: 'round', known_at };
  await writePublished(
    ctx,
    results.map(({ unitId, result }) => ({
      ...common,
      unit_id: unitId,
      percent: result.percent ?? '0',
      rank: places.get(unitId) ?? null,
      class: result.class,
      has_survey: result.basis === 'with-survey',
      appraised: result.total.appraised,
      survey: result.total.survey,
      total: result.total.achieved,
      maximum: result.total.maximum,
    })),
    results.flatMap(({ unitId, sheet }) =>
      sheet.lines
        .filter((l) => l.role === 'normal' && l.points !== null && Number(l.maximum) > 0)
        .filter((l) => l.level === 'criterion' || (l.isLeaf && l.parent === l.area))
        .map((l) => ({
          ...common,
          unit_id: unitId,
          criterion_id: l.code,
          criterion_name: l.name,
          points: l.points ?? '0',
          max_points: l.maximum,
        })),
    ),
  );
  await setRound(ctx, roundId, {
    state: 'published',
    decision_number: decision.number,
    decision_day: decision.day,
    published_by: ctx.person.personId,
    published_at: new Date(ctx.now),
  });
};

/** How hard points on a criterion are to gain, as the office thinks; the program does not guess. */
export const markEffort = async (
  ctx: WriteContext,
  setId: string,
  criterion: string,
  effort: 'low' | 'middle' | 'high' | null,
): Promise<void> => {
  await myOffice(ctx);
  const stored = await findSet(ctx, setId);
  if (!stored) throw notFound('criteria-set');
  if (!prepare(stored.set).byCode.has(criterion)) throw refused('scoring.unknownCriterion', { criterion });
  await record(ctx, {
    ok: true,
    facts: [
      { type: 'scoring.effortMarked', chain: `criteria:${setId}`, data: { set: setId, criterion, effort } },
    ],
  });
  await writeEffort(ctx, setId, criterion, effort);
};
