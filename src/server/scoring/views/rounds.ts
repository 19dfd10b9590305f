import { rolesAt } from '../../../core/directory/roles.ts';
import type { Amount } from '../../../core/kernel/amount.ts';
import { contextNames } from '../../../core/scoring/contextNames.ts';
import { ranks, subjectsOf } from '../../../core/scoring/decideRound.ts';
import { prepare } from '../../../core/scoring/prepare.ts';
import type { RoundVerb, Stage } from '../../../core/scoring/round.ts';
import type {
  Result,
  RoundAnswer,
  RoundHead,
  RoundsAnswer,
  RoundUnit,
} from '../../../core/scoring/roundAnswers.ts';
import type { ReadContext } from '../../http/context.ts';
import { forbidden, notFound } from '../../http/failures.ts';
import { myOffices } from './offices.ts';
import { findSet } from './setOf.ts';
import { setsAnswer } from './sets.ts';
import { unitsUnder } from './units.ts';

const selectRounds = (ctx: ReadContext) =>
  ctx.db
    .selectFrom('index_round')
    .innerJoin('unit as authority', 'authority.id', 'index_round.authority_unit_id')
    .innerJoin('unit as office', 'office.id', 'index_round.office_unit_id')
    .innerJoin('criteria_set', 'criteria_set.id', 'index_round.set_id')
    .selectAll('index_round')
    .select([
      'authority.name as authority_name',
      'office.name as office_name',
      'criteria_set.title as set_title',
    ]);

type Row = Awaited<ReturnType<ReturnType<typeof selectRounds>['execute']>>[number];

export const roundHead = (row: Row): RoundHead => ({
  id: row.id,
  title: row.title,
  year: row.year,
  level: row.level,
  setId: row.set_id,
  setTitle: row.set_title,
  setVersion: row.set_version,
  authorityName: row.authority_name,
  officeName: row.office_name,
  blind: row.blind,
  state: row.state as RoundHead['state'],
  decision:
    row.decision_number && row.decision_day ? { number: row.decision_number, day: row.decision_day } : null,
  openedAt: row.opened_at,
  version: row.version,
});

export const findRound = async (ctx: ReadContext, roundId: string): Promise<Row> => {
  const row = await selectRounds(ctx).where('index_round.id', '=', roundId).executeTakeFirst();
  if (!row) throw notFound('round');
  return row;
};

type Place = Pick<Row, 'office_unit_id' | 'authority_unit_id'>;

export const isOffice = (ctx: ReadContext, row: Place): boolean =>
  rolesAt(ctx.person, row.office_unit_id, ctx.today).has('receiver');

const seesAll = (ctx: ReadContext, row: Place): boolean =>
  isOffice(ctx, row) ||
  ['overseer' as const, 'signer' as const].some((role) =>
    rolesAt(ctx.person, row.authority_unit_id, ctx.today).has(role),
  );

/** Units of which the person works on the index. */
const ownUnits = (ctx: ReadContext): ReadonlySet<string> =>
  new Set(
    [...ctx.person.posts, ...ctx.person.standIns]
      .map((p) => p.unitId)
      .filter((id) => {
        const roles = rolesAt(ctx.person, id, ctx.today);
        return roles.has('preparer') || roles.has('signer') || roles.has('overseer');
      }),
  );

export const roundsAnswer = async (ctx: ReadContext): Promise<RoundsAnswer> => {
  const rows = await selectRounds(ctx)
    .orderBy('index_round.year', 'desc')
    .orderBy('opened_at', 'desc')
    .limit(100)
    .execute();
  const subjects = rows.length
    ? await ctx.db
        .selectFrom('index_subject')
        .innerJoin('unit', 'unit.id', 'index_subject.unit_id')
        .where(
          'round_id',
          'in',
          rows.map((r) => r.id),
        )
        .select(['round_id', 'unit_id', 'stage', 'unit.name'])
        .execute()
    : [];
  const own = ownUnits(ctx);
  const [office] = await myOffices(ctx);
  const openable: RoundsAnswer['sets'][number][] = [];
  if (office) {
    const authority = await ctx.db
      .selectFrom('unit')
      .where('id', '=', office.authorityUnitId)
      .select(['id', 'kind'])
      .executeTakeFirstOrThrow();
    const below = await unitsUnder(ctx, office.authorityUnitId);
    const opened = new Set(
      rows.filter((r) => r.authority_unit_id === authority.id).map((r) => `${r.set_id} ${r.year}`),
    );
    for (const set of (await setsAnswer(ctx)).sets) {
      const count = subjectsOf(set.level, authority, below).length;
      if (count > 0 && !opened.has(`${set.id} ${set.year}`))
        openable.push({
          id: set.id,
          title: set.title,
          year: set.year,
          level: set.level,
          version: set.version,
          subjects: count,
        });
    }
  }
  const lines = rows.flatMap((row) => {
    const inside = subjects.filter((s) => s.round_id === row.id);
    const mine = inside.find((s) => own.has(s.unit_id));
    if (!mine && !seesAll(ctx, row) && row.state !== 'published') return [];
    return [
      {
        ...roundHead(row),
        units: inside.length,
        done: inside.filter((s) => s.stage === 'done').length,
        own: mine ? { unitId: mine.unit_id, unitName: mine.name, stage: mine.stage as Stage } : null,
      },
    ];
  });
  return { rounds: lines, may: office ? ['open'] : [], sets: openable };
};

const earlier = async (ctx: ReadContext, unitIds: readonly string[], year: number) => {
  const rows = unitIds.length
    ? await ctx.db
        .selectFrom('published_index')
        .where('unit_id', 'in', [...unitIds])
        .where('year', '<', year)
        .orderBy('year', 'desc')
        .select(['unit_id', 'year', 'percent', 'rank', 'has_survey'])
        .execute()
    : [];
  const byUnit = new Map<string, RoundUnit['before'][number][]>();
  for (const r of rows) {
    const list = byUnit.get(r.unit_id) ?? [];
    list.push({ year: r.year, percent: r.percent, rank: r.rank, hasSurvey: r.has_survey });
    byUnit.set(r.unit_id, list);
  }
  return byUnit;
};

/** The last published index of a unit before a year. */
export const lastIndex = async (ctx: ReadContext, unitId: string, year: number) =>
  (await earlier(ctx, [unitId], year)).get(unitId)?.[0] ?? null;

const decisionDraft = async (ctx: ReadContext, roundId: string): Promise<RoundAnswer['decision']> => {
  const row = await ctx.db
    .selectFrom('outgoing_document')
    .where('round_id', '=', roundId)
    .where('state', 'in', ['draft', 'signed'])
    .select(['id', 'unit_id', 'state'])
    .executeTakeFirst();
  return row ? { id: row.id, unitId: row.unit_id, state: row.state as 'draft' | 'signed' } : null;
};

/** What may be compared: everybody's results for the office and the authority, and for all once they are published. */
/** `whole`: for the decision, whose signing and numbering are judged by the register and not by who sees the round. */
export const roundAnswer = async (ctx: ReadContext, roundId: string, whole = false): Promise<RoundAnswer> => {
  const row = await findRound(ctx, roundId);
  const own = ownUnits(ctx);
  const all = whole || seesAll(ctx, row) || row.state === 'published';
  const subjects = (
    await ctx.db
      .selectFrom('index_subject')
      .innerJoin('unit', 'unit.id', 'index_subject.unit_id')
      .where('round_id', '=', roundId)
      .orderBy('unit.code')
      .orderBy('unit.name')
      .select(['unit_id', 'stage', 'result', 'unit.name'])
      .execute()
  ).filter((s) => all || own.has(s.unit_id));
  if (subjects.length === 0) throw forbidden();
  const stored = await findSet(ctx, row.set_id, { version: row.set_version });
  const newest = await findSet(ctx, row.set_id);
  const prepared = stored && prepare(stored.set);
  const survey = prepared?.lines.filter((l) => l.kind === 'survey') ?? [];
  const values = row.context as unknown as Readonly<Record<string, Amount>>;
  const given = await ctx.db
    .selectFrom('index_survey')
    .where('round_id', '=', roundId)
    .select((eb) => eb.fn.countAll<string>().as('n'))
    .executeTakeFirstOrThrow();
  const before = await earlier(
    ctx,
    subjects.map((s) => s.unit_id),
    row.year,
  );
  const results = subjects.map((s) => ({ ...s, value: s.result as unknown as Result | null }));
  const places = all
    ? ranks(
        results.map((s) => ({
          id: s.unit_id,
          // A self-score still being written is no result to be ranked.
          percent: s.stage === 'self' ? null : (s.value?.percent ?? null),
        })),
      )
    : new Map<string, number | null>();
  const may: RoundVerb[] =
    isOffice(ctx, row) && row.state === 'open' ? ['survey', 'move-version', 'set-context', 'publish'] : [];
  return {
    round: roundHead(row),
    areas: (stored?.set.areas ?? []).map((a) => ({ code: a.code, name: a.name })),
    units: results.map((s) => ({
      unitId: s.unit_id,
      name: s.name,
      stage: s.stage as Stage,
      result: s.value,
      rank: places.get(s.unit_id) ?? null,
      before: before.get(s.unit_id) ?? [],
    })),
    survey: {
      criteria: survey.map((l) => ({
        code: l.criterion.code,
        name: l.criterion.name,
        max: l.criterion.maxPoints ?? '0',
      })),
      given: Number(given.n),
      asked: survey.length * subjects.length,
    },
    context:
      all && prepared ? contextNames(prepared).map((name) => ({ name, value: values[name] ?? null })) : [],
    newest: newest?.version ?? row.set_version,
    decision: all ? await decisionDraft(ctx, roundId) : null,
    may,
  };
};
