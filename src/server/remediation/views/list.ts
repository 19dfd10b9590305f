import { rolesAt } from '../../../core/directory/roles.ts';
import { byCode, isLow, SUGGESTED_SHARE } from '../../../core/scoring/lowMarks.ts';
import { outcomeOf, REMEDY_WORDS, type RemedyStatus, remedyOf } from '../../../core/scoring/remediate.ts';
import type { RemediationAnswer, RemediationLine } from '../../../core/scoring/remediationAnswers.ts';
import { citationsOf } from '../../evidence/views/citations.ts';
import type { ReadContext } from '../../http/context.ts';
import { givenCells, latest } from '../../report/views/givenCells.ts';
import { shareOf } from '../../scoring/views/lowMarks.ts';
import { myOffices } from '../../scoring/views/offices.ts';

export const placeOf = (year: number, criterion: string): string => `khac-phuc-${year}-${criterion}`;

/** The units whose low marks the person works on or oversees, and the authority whose threshold holds for them. */
const reachOf = async (ctx: ReadContext) => {
  const own = [...new Set([...ctx.person.posts, ...ctx.person.standIns].map((p) => p.unitId))].filter(
    (id) => rolesAt(ctx.person, id, ctx.today).size > 0,
  );
  const offices = await myOffices(ctx);
  const authorities = [
    ...offices.map((o) => o.authorityUnitId),
    ...own.filter((id) => rolesAt(ctx.person, id, ctx.today).has('overseer')),
  ];
  return { own, authorities, isOffice: offices.length > 0 };
};

/**
 * I9: marks of a year's published decision below the authority's threshold, each as a living line; what was begun
 * stays in the list when the threshold moves. Never this year's forecast.
 */
export const remediationAnswer = async (
  ctx: ReadContext,
  wanted: number | undefined,
): Promise<RemediationAnswer> => {
  const { own, authorities, isOffice } = await reachOf(ctx);
  const nobody = ['00000000-0000-0000-0000-000000000000'];
  const units = own.length > 0 ? own : nobody;
  const above = authorities.length > 0 ? authorities : nobody;
  const base = ctx.db
    .selectFrom('published_mark')
    .innerJoin('unit', 'unit.id', 'published_mark.unit_id')
    .where((eb) => eb.or([eb('unit.id', 'in', units), eb('unit.parent_id', 'in', above)]));
  const years = (await base.select('year').distinct().orderBy('year', 'desc').execute()).map((r) => r.year);
  const thisYear = Number(ctx.today.slice(0, 4));
  const year = wanted ?? years.find((y) => y < thisYear) ?? years[0] ?? thisYear - 1;
  const rows = await base
    .leftJoin('remediation', (join) =>
      join
        .onRef('remediation.unit_id', '=', 'published_mark.unit_id')
        .onRef('remediation.year', '=', 'published_mark.year')
        .onRef('remediation.criterion_id', '=', 'published_mark.criterion_id'),
    )
    .leftJoin('published_mark as next', (join) =>
      join
        .onRef('next.unit_id', '=', 'published_mark.unit_id')
        .onRef('next.criterion_id', '=', 'published_mark.criterion_id')
        .on('next.year', '=', year + 1),
    )
    .leftJoin('person', 'person.id', 'remediation.changed_by')
    .where('published_mark.year', '=', year)
    .orderBy('unit.code')
    .orderBy('unit.name')
    .select([
      'published_mark.unit_id',
      'unit.name as unit_name',
      'unit.parent_id',
      'published_mark.criterion_id',
      'published_mark.criterion_name',
      'published_mark.points',
      'published_mark.max_points',
      'published_mark.document',
      'next.points as next_points',
      'next.max_points as next_max',
      'remediation.owner',
      'remediation.due',
      'remediation.cause',
      'remediation.measure',
      'remediation.result',
      'remediation.evidence',
      'remediation.status',
      'remediation.version',
      'remediation.changed_at',
      'person.name as changed_by',
    ])
    .execute();
  const shares = new Map<string, string>();
  for (const id of new Set(rows.map((r) => r.parent_id).filter((id) => id !== null)))
    shares.set(id, await shareOf(ctx, id, year, null));
  const told = await givenCells(ctx, {
    unitIds: [...new Set(rows.map((r) => r.unit_id))],
    rows: [...new Set(rows.map((r) => r.criterion_id))],
    columns: ['cause', 'measure', 'result', 'status'],
    year: year + 1,
  });
  const low = rows.filter(
    (r) =>
      r.version !== null ||
      told.has(`${r.unit_id} ${r.criterion_id}`) ||
      isLow(
        { criterion: r.criterion_id, name: r.criterion_name, points: r.points, max: r.max_points },
        shares.get(r.parent_id ?? '') ?? SUGGESTED_SHARE,
      ),
  );
  const cited = new Map<string, Awaited<ReturnType<typeof citationsOf>>>();
  const withPapers = await ctx.db
    .selectFrom('evidence_citation')
    .where('subject', '=', 'criterion')
    .where('place', 'like', 'khac-phuc-%')
    .select('unit_id')
    .distinct()
    .execute();
  for (const { unit_id: id } of withPapers)
    if (low.some((r) => r.unit_id === id))
      cited.set(id, await citationsOf(ctx, { kind: 'criterion', id, unitId: id }));
  const lines = low.map((r): RemediationLine => {
    const said = told.get(`${r.unit_id} ${r.criterion_id}`);
    const of = (column: string, own: string | null) =>
      latest({ value: own, at: r.changed_at }, said?.cells[column]) ?? '';
    const own = (r.status ?? 'open') as RemedyStatus;
    const words = of('status', REMEDY_WORDS[own]);
    const named = remedyOf(words) ?? own;
    // Closing needs evidence: a report that only says so leaves the line under way.
    const status: RemedyStatus = named === 'closed' && own !== 'closed' ? 'working' : named;
    const newest = Object.values(said?.cells ?? {}).sort((a, b) => b.at - a.at)[0];
    const isReport = newest !== undefined && (r.changed_at === null || newest.at > r.changed_at);
    const next =
      r.next_points !== null && r.next_max !== null ? { points: r.next_points, max: r.next_max } : null;
    return {
      unitId: r.unit_id,
      unitName: r.unit_name,
      criterion: r.criterion_id,
      name: r.criterion_name,
      points: r.points,
      max: r.max_points,
      document: r.document,
      owner: r.owner ?? '',
      due: r.due,
      cause: of('cause', r.cause),
      measure: of('measure', r.measure),
      result: of('result', r.result),
      evidence: r.evidence ?? '',
      status,
      overdue: r.due !== null && r.due < ctx.today && status !== 'closed',
      citations: (cited.get(r.unit_id) ?? []).filter((c) => c.place === placeOf(year, r.criterion_id)),
      next,
      outcome: outcomeOf({ points: r.points, max: r.max_points }, next ?? undefined),
      version: (r.version ?? 0) + (said?.version ?? 0),
      changedBy: isReport ? newest.by : r.changed_by,
      changedAt: isReport ? newest.at : r.changed_at,
      may: rolesAt(ctx.person, r.unit_id, ctx.today).has('preparer') ? ['change'] : [],
    };
  });
  const [authority] = authorities.length > 0 ? authorities : [...shares.keys()];
  return {
    year,
    years,
    share: authority ? await shareOf(ctx, authority, year, null) : SUGGESTED_SHARE,
    suggested: SUGGESTED_SHARE,
    lines: lines.sort(
      (a, b) => a.unitName.localeCompare(b.unitName, 'vi') || byCode(a.criterion, b.criterion),
    ),
    counts: {
      all: lines.length,
      closed: lines.filter((l) => l.status === 'closed').length,
      overdue: lines.filter((l) => l.overdue).length,
    },
    isOffice: new Set(lines.map((l) => l.unitId)).size > 1,
    today: ctx.today,
    may: isOffice ? ['set-threshold', 'import'] : [],
  };
};
