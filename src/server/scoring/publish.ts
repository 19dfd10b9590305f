import { publish, ranks } from '../../core/scoring/decideRound.ts';
import type { WriteContext } from '../http/context.ts';
import { forbidden } from '../http/failures.ts';
import { record } from '../record/record.ts';
import { holdRound, lockRound, type Rescored, rescore } from './rescore.ts';
import { setRound, writePublished } from './store.ts';
import { resultOf } from './views/stages.ts';

type DecisionNumber = { readonly number: string; readonly day: string };

const marksOf = ({ loaded, sheet }: Rescored) =>
  sheet.lines
    .filter((l) => l.role === 'normal' && l.points !== null && Number(l.maximum) > 0)
    .filter((l) => l.level === 'criterion' || (l.isLeaf && l.parent === l.area))
    .map((l) => ({
      unit_id: loaded.unit.id,
      criterion_id: l.code,
      criterion_name: l.name,
      points: l.points ?? '0',
      max_points: l.maximum,
    }));

/** Results and marks become those that next year's part IV rests on. */
const publishHeld = async (
  ctx: WriteContext,
  row: Awaited<ReturnType<typeof holdRound>>,
  decision: DecisionNumber,
): Promise<void> => {
  const rescored = await rescore(ctx, row.id);
  await record(
    ctx,
    publish(
      { id: row.id, isPublished: row.state === 'published' },
      rescored.map(({ loaded }) => ({ name: loaded.unit.name, stage: loaded.subject.stage })),
      decision,
      ctx.today,
    ),
  );
  const results = rescored.map((one) => ({ ...one, result: resultOf(one.sheet) }));
  const places = ranks(results.map((r) => ({ id: r.loaded.unit.id, percent: r.result.percent })));
  const document = `Quyết định số ${decision.number} ngày ${decision.day.split('-').reverse().join('/')}`;
  const common = { year: row.year, document, source: 'round', known_at: new Date(ctx.now) };
  await writePublished(
    ctx,
    // A unit of which nothing counts has no index: "không tính được" is not 0 %.
    results.flatMap(({ loaded, result }) =>
      result.percent === null
        ? []
        : [
            {
              ...common,
              unit_id: loaded.unit.id,
              percent: result.percent,
              rank: places.get(loaded.unit.id) ?? null,
              class: result.class,
              has_survey: result.basis === 'with-survey',
              appraised: result.total.appraised,
              survey: result.total.survey,
              total: result.total.achieved,
              maximum: result.total.maximum,
            },
          ],
    ),
    results.flatMap((one) => marksOf(one).map((mark) => ({ ...common, ...mark }))),
  );
  await setRound(ctx, row.id, {
    state: 'published',
    decision_number: decision.number,
    decision_day: decision.day,
    published_by: ctx.person.personId,
    published_at: new Date(ctx.now),
  });
};

/** The decision was signed and numbered on paper: the office types what văn thư gave it. */
export const publishRound = async (
  ctx: WriteContext,
  roundId: string,
  decision: DecisionNumber,
): Promise<void> => publishHeld(ctx, await lockRound(ctx, roundId), decision);

/** The decision left through the register: giving it its number is what publishes the round. */
export const publishByDecision = async (
  ctx: WriteContext,
  roundId: string,
  unitId: string,
  decision: DecisionNumber,
): Promise<void> => {
  const row = await holdRound(ctx, roundId);
  if (row.authority_unit_id !== unitId) throw forbidden();
  await publishHeld(ctx, row, decision);
};
