import type { z } from 'zod';
import type { Answer } from '../../core/scoring/answer.ts';
import { askedOf } from '../../core/scoring/asked.ts';
import { contextNames } from '../../core/scoring/contextNames.ts';
import { keepSurvey } from '../../core/scoring/decideRound.ts';
import { prepare } from '../../core/scoring/prepare.ts';
import { readAnswers } from '../../core/scoring/readAnswers.ts';
import type { surveyWire } from '../../core/scoring/wire.ts';
import type { WriteContext } from '../http/context.ts';
import { refused } from '../http/failures.ts';
import { record } from '../record/record.ts';
import { lockRound, rescore } from './rescore.ts';
import { setRound, writeMarks, writeSurvey } from './store.ts';
import { findSet } from './views/setOf.ts';
import { at, marksOf, OFFICE } from './views/subject.ts';

type Given = z.infer<typeof surveyWire>;

/** What the office brought before and what it brings now, one answer a criterion. */
const writeFigures = async (ctx: WriteContext, roundId: string, given: Given): Promise<void> => {
  for (const [unitId, figures] of Map.groupBy(given.figures, (f) => f.unitId)) {
    const known = at(await marksOf(ctx, roundId, unitId), 'self', OFFICE);
    const marks = [...Map.groupBy(figures, (f) => f.criterion)].map(([criterion, own]) => {
      const before = known.find((m) => m.criterion === criterion)?.answer;
      const values = before?.kind === 'given' ? before.values : {};
      const answer: Answer = {
        kind: 'given',
        values: { ...values, ...Object.fromEntries(own.map((f) => [f.field, f.value])) },
      };
      return { criterion, answer, points: null, agreed: false, words: given.source };
    });
    await writeMarks(ctx, { roundId, unitId, stage: 'self', hand: OFFICE }, marks);
  }
};

/** Survey points of the round, which nobody scores himself; figures that the office knows; numbers of the round. */
export const keepRoundSurvey = async (ctx: WriteContext, roundId: string, given: Given): Promise<void> => {
  const row = await lockRound(ctx, roundId);
  const stored = await findSet(ctx, row.set_id, { version: row.set_version });
  if (!stored) throw new Error(`round ${roundId} has no set`);
  const prepared = prepare(stored.set);
  const lines = prepared.byCode;
  const subjects = await ctx.trx
    .selectFrom('index_subject')
    .innerJoin('unit', 'unit.id', 'index_subject.unit_id')
    .where('round_id', '=', roundId)
    .select(['unit_id', 'stage', 'unit.name'])
    .execute();
  const results = given.results.map(({ unitId, criterion, answer }) => {
    const one: Answer | undefined = readAnswers({ answers: { [criterion]: answer } }).answers[criterion];
    if (!one) throw refused('scoring.answerUnread', { criterion, value: String(answer).slice(0, 60) }, 422);
    return { unitId, criterion, answer: one };
  });
  const hasContext = Object.keys(given.context).length > 0;
  await record(
    ctx,
    keepSurvey(
      { id: roundId, isPublished: row.state === 'published' },
      results,
      (criterion) => lines.get(criterion)?.kind === 'survey',
      new Set(subjects.map((s) => s.unit_id)),
      {
        figures: given.figures,
        asks: (criterion, field) => {
          const line = lines.get(criterion);
          return line?.kind === 'rule' && askedOf(line).fields.some((f) => f.name === field);
        },
        locked: new Map(subjects.filter((s) => s.stage !== 'self').map((s) => [s.unit_id, s.name])),
        context: given.context,
        names: contextNames(prepared),
      },
    ),
  );
  if (results.length > 0) await writeSurvey(ctx, roundId, results, given.source);
  await writeFigures(ctx, roundId, given);
  if (hasContext) {
    const values = { ...(row.context as unknown as Record<string, string>), ...given.context };
    await setRound(ctx, roundId, { context: JSON.stringify(values) });
  }
  const touched = [...new Set([...results, ...given.figures].map((r) => r.unitId))];
  await rescore(ctx, roundId, hasContext ? null : touched);
};
