import { sql } from 'kysely';
import type { Chart } from '../../../core/documents/chart.ts';
import { periodWithYear } from '../../../core/letter/periodWords.ts';
import type { PeriodKind } from '../../../core/letter/reading.ts';
import type { ReadContext } from '../../http/context.ts';

type Campaign = {
  readonly id: string;
  readonly title: string;
  readonly authority_unit_id: string;
  readonly period_year: number | null;
};

const round = (value: number): number => Math.round(value * 100) / 100;
const percent = (part: number, all: number): number | null => (all > 0 ? round((part / all) * 100) : null);

/** Fields of the published index: points over maximum of all units, the last year that was published. */
const fields = async (ctx: ReadContext, campaign: Campaign): Promise<Chart | undefined> => {
  const { rows } = await sql<{
    area: string;
    name: string | null;
    year: number;
    points: string;
    max: string;
  }>`
    with marks as (
      select m.*, split_part(m.criterion_id, '.', 1) as area from published_mark m
      join unit u on u.id = m.unit_id
      where u.parent_id = ${campaign.authority_unit_id} and u.kind = 'commune'
        and m.year = (select max(year) from published_mark where year < ${campaign.period_year ?? 9999})
    )
    select marks.area, marks.year, sum(points) as points, sum(max_points) as max,
      (select a ->> 'name' from criteria_version v, jsonb_array_elements(v.body -> 'areas') a
        where v.body ->> 'subjectLevel' = 'commune' and a ->> 'code' = marks.area
        order by v.made_at desc limit 1) as name
    from marks group by 1, 2 order by length(marks.area), marks.area`.execute(ctx.db);
  if (rows.length < 3) return undefined;
  return {
    id: 'fields',
    title: `Chỉ số CCHC theo lĩnh vực năm ${rows[0]?.year}`,
    note: 'Tỷ lệ điểm đạt được trên điểm tối đa của các xã, thị trấn theo kết quả đã công bố',
    shape: 'radar',
    of: 'Lĩnh vực',
    labels: rows.map((r) => r.name ?? `Lĩnh vực ${r.area}`),
    series: [{ name: 'Tỷ lệ đạt', values: rows.map((r) => percent(Number(r.points), Number(r.max))) }],
    unit: '%',
    max: 100,
  };
};

type Times = { kind: string; on_time: string; late: string; not_yet: string; overdue: string };

const KINDS: Readonly<Record<string, string>> = {
  commune: 'Xã, phường, thị trấn',
  department: 'Phòng, cơ quan',
  district: 'Huyện',
  province: 'Tỉnh',
};

/** When the first sending stood against the deadline of each unit, its extension included. */
const timesOf = async (ctx: ReadContext, campaignId: string): Promise<Times[]> => {
  const due = sql`greatest(r.extended_until, coalesce(r.group_due_at, c.deadline))`;
  const { rows } = await sql<Times>`
    select u.kind,
      count(*) filter (where r.first_submitted_at < ${due}) as on_time,
      count(*) filter (where r.first_submitted_at >= ${due}) as late,
      count(*) filter (where r.first_submitted_at is null and ${due} > ${new Date(ctx.now)}) as not_yet,
      count(*) filter (where r.first_submitted_at is null and ${due} <= ${new Date(ctx.now)}) as overdue
    from report r join campaign c on c.id = r.campaign_id join unit u on u.id = r.unit_id
    where r.campaign_id = ${campaignId} and r.released_at is null group by u.kind order by u.kind`.execute(
    ctx.db,
  );
  return rows;
};

const timeliness = async (ctx: ReadContext, campaign: Campaign): Promise<Chart> => {
  const rows = await timesOf(ctx, campaign.id);
  const of = (key: Exclude<keyof Times, 'kind'>): number[] => rows.map((r) => Number(r[key]));
  return {
    id: 'timeliness',
    title: 'Tình hình gửi báo cáo',
    note: campaign.title,
    shape: 'stacked',
    of: 'Loại đơn vị',
    labels: rows.map((r) => KINDS[r.kind] ?? r.kind),
    series: [
      { name: 'Đúng hạn', values: of('on_time') },
      { name: 'Trễ hạn', values: of('late') },
      { name: 'Chưa gửi, còn hạn', values: of('not_yet') },
      { name: 'Quá hạn chưa gửi', values: of('overdue') },
    ],
    unit: 'đơn vị',
    max: null,
  };
};

const PERIODS = 12;

/** The share on time in each campaign of the authority, in the order of their deadlines. */
const trend = async (ctx: ReadContext, campaign: Campaign): Promise<Chart | undefined> => {
  const rows = await ctx.db
    .selectFrom('campaign')
    .where('authority_unit_id', '=', campaign.authority_unit_id)
    .where('state', 'in', ['issued', 'closed'])
    .select(['id', 'title', 'deadline', 'state', 'period_kind', 'period_index', 'period_year'])
    .orderBy('deadline', 'desc')
    .limit(PERIODS)
    .execute();
  if (rows.length < 2) return undefined;
  const shares: (number | null)[] = [];
  const sent: (number | null)[] = [];
  const ordered = rows.reverse();
  for (const one of ordered) {
    const times = await timesOf(ctx, one.id);
    const sum = (key: Exclude<keyof Times, 'kind'>): number =>
      times.reduce((all, t) => all + Number(t[key]), 0);
    const all = sum('on_time') + sum('late') + sum('not_yet') + sum('overdue');
    shares.push(percent(sum('on_time'), all));
    sent.push(percent(sum('on_time') + sum('late'), all));
  }
  return {
    id: 'trend',
    title: 'Tỷ lệ gửi báo cáo qua các kỳ',
    note: 'Mỗi kỳ một điểm; các kỳ có khoảng thời gian khác nhau nên không cộng với nhau',
    shape: 'line',
    of: 'Kỳ báo cáo',
    labels: ordered.map((one) => {
      const words = one.period_kind
        ? periodWithYear({
            kind: one.period_kind as PeriodKind,
            index: one.period_index,
            year: one.period_year,
          })
        : one.title;
      const open = one.state === 'issued' && one.deadline !== null && one.deadline > ctx.now;
      return `${words.replace(/^./u, (c) => c.toUpperCase())}${open ? ' (còn hạn)' : ''}`;
    }),
    series: [
      { name: 'Đã gửi', values: sent },
      { name: 'Đúng hạn', values: shares },
    ],
    unit: '%',
    max: 100,
  };
};

/** Units by their published index, the best first. */
const ranking = async (ctx: ReadContext, campaign: Campaign): Promise<Chart | undefined> => {
  const { rows } = await sql<{ name: string; year: number; percent: string }>`
    select u.name, p.year, p.percent from (
      select unit_id, year, percent from published_index
      union all
      select unit_id, year, 100 * sum(points) / sum(max_points) from published_mark m
      where not exists (select 1 from published_index i where i.unit_id = m.unit_id and i.year = m.year)
      group by unit_id, year
    ) p join unit u on u.id = p.unit_id
    where u.parent_id = ${campaign.authority_unit_id} and u.kind = 'commune'
      and p.year = (select max(year) from published_mark where year < ${campaign.period_year ?? 9999})
    order by p.percent desc, u.name`.execute(ctx.db);
  if (rows.length < 2) return undefined;
  return {
    id: 'ranking',
    title: `Xếp hạng Chỉ số CCHC năm ${rows[0]?.year}`,
    note: 'Các xã, thị trấn theo kết quả đã công bố, cao nhất trước',
    shape: 'bars',
    of: 'Đơn vị',
    labels: rows.map((r) => r.name),
    series: [{ name: 'Chỉ số', values: rows.map((r) => round(Number(r.percent))) }],
    unit: '%',
    max: 100,
  };
};

/** The charts of a campaign, those that there are figures for. */
export const chartsOf = async (ctx: ReadContext, campaignId: string): Promise<Chart[]> => {
  const campaign = await ctx.db
    .selectFrom('campaign')
    .where('id', '=', campaignId)
    .select(['id', 'title', 'authority_unit_id', 'period_year'])
    .executeTakeFirstOrThrow();
  const found = [
    await timeliness(ctx, campaign),
    await fields(ctx, campaign),
    await ranking(ctx, campaign),
    await trend(ctx, campaign),
  ];
  return found.flatMap((one) => (one ? [one] : []));
};
