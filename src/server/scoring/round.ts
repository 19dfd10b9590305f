import { uuidv7 } from 'uuidv7';
import { contextNames } from '../../core/scoring/contextNames.ts';
import { moveVersion, openRound, setContext, subjectsOf } from '../../core/scoring/decideRound.ts';
import { prepare } from '../../core/scoring/prepare.ts';
import type { WriteContext } from '../http/context.ts';
import { notFound, refused } from '../http/failures.ts';
import { record } from '../record/record.ts';
import { lockRound, rescore } from './rescore.ts';
import { insertRound, setRound, writeEffort } from './store.ts';
import { myOffice } from './views/offices.ts';
import { findSet } from './views/setOf.ts';
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

/** A round follows a revision of its set only when the office says so; every sheet is worked out anew. */
export const moveRoundVersion = async (ctx: WriteContext, roundId: string, to: number): Promise<void> => {
  const row = await lockRound(ctx, roundId);
  const exists = (await findSet(ctx, row.set_id, { version: to })) !== undefined;
  const round = { id: roundId, isPublished: row.state === 'published', setVersion: row.set_version };
  await record(ctx, moveVersion(round, to, exists));
  await setRound(ctx, roundId, { set_version: to });
  await rescore(ctx, roundId);
};

/** Numbers of the whole round that rules refer to: the best province, the average. */
export const setRoundContext = async (
  ctx: WriteContext,
  roundId: string,
  values: Readonly<Record<string, string>>,
): Promise<void> => {
  const row = await lockRound(ctx, roundId);
  const stored = await findSet(ctx, row.set_id, { version: row.set_version });
  if (!stored) throw new Error(`round ${roundId} has no set`);
  const round = { id: roundId, isPublished: row.state === 'published' };
  await record(ctx, setContext(round, values, contextNames(prepare(stored.set))));
  await setRound(ctx, roundId, { context: JSON.stringify(values) });
  await rescore(ctx, roundId);
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
