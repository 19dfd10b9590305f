import { sql } from 'kysely';
import { mayOnCampaign } from '../../core/campaign/allow.ts';
import type { CampaignAnswer, CampaignSummary, DeadlineAdvice } from '../../core/campaign/answers.ts';
import type { CampaignState, CampaignVerb } from '../../core/campaign/campaign.ts';
import { deadlineInForce } from '../../core/campaign/policy.ts';
import { gapsOfRequest, type NamedDeadline, policyOf, type Request } from '../../core/campaign/request.ts';
import { hasRole, rolesAt } from '../../core/directory/roles.ts';
import { type Calendar, suggestedDeadlineDay, workingDaysLeft } from '../../core/kernel/calendar.ts';
import { instantAt } from '../../core/kernel/instant.ts';
import { deadlineText } from '../../core/kernel/wording.ts';
import type { Section, Template } from '../../core/template/template.ts';
import type { ReadContext } from '../http/context.ts';
import { notFound } from '../http/failures.ts';
import { publishedTemplate } from '../report/views/template.ts';
import { publishedVersions } from '../template/views.ts';
import { lastOf } from './last.ts';
import { openCampaign } from './load.ts';
import { unitsUnder } from './units.ts';
import { calendarOf } from './views/calendar.ts';
import { versionsOf } from './views/versions.ts';

const selectSummaries = (ctx: ReadContext) =>
  ctx.db
    .selectFrom('campaign')
    .selectAll('campaign')
    .select((eb) => [
      eb
        .selectFrom('report')
        .whereRef('report.campaign_id', '=', 'campaign.id')
        .where('report.released_at', 'is', null)
        .select(
          sql<string>`count(*) || '/' || count(*) filter (where first_submitted_at is not null)`.as('n'),
        )
        .as('counts'),
    ]);

type Row = Awaited<ReturnType<ReturnType<typeof selectSummaries>['execute']>>[number];

const summaryOf = (ctx: ReadContext, row: Row): CampaignSummary => {
  const [obliged = 0, sent = 0] = (row.counts ?? '0/0').split('/').map(Number);
  const place = { receiverUnitId: row.receiver_unit_id, authorityUnitIds: [row.authority_unit_id] };
  return {
    id: row.id,
    title: row.title,
    state: row.state as CampaignState,
    number: row.number,
    symbol: row.symbol,
    documentDay: row.document_day,
    window: row.window_from && row.window_to ? { from: row.window_from, to: row.window_to } : null,
    deadline: row.deadline,
    issuedAt: row.issued_at,
    obliged,
    sent,
    may: mayOnCampaign(ctx.person, { state: row.state as CampaignState }, place, ctx.today),
  };
};

/** Drafts are the office's own; what was issued is for everybody it obliges. */
const visible = (
  ctx: ReadContext,
  row: Pick<Row, 'state' | 'receiver_unit_id' | 'authority_unit_id'>,
): boolean =>
  row.state === 'issued' ||
  row.state === 'closed' ||
  hasRole(ctx.person, 'administrator', ctx.today) ||
  [row.receiver_unit_id, row.authority_unit_id].some((id) => rolesAt(ctx.person, id, ctx.today).size > 0);

export const campaigns = async (ctx: ReadContext): Promise<CampaignSummary[]> => {
  const rows = await selectSummaries(ctx).orderBy('created_at', 'desc').limit(200).execute();
  return rows.filter((row) => visible(ctx, row)).map((row) => summaryOf(ctx, row));
};

const adviceOf = (
  request: Request,
  deadline: NamedDeadline | null | undefined,
  calendar: Calendar,
): DeadlineAdvice | null => {
  if (!deadline || !request.window) return null;
  const { at } = deadline;
  const inForce = deadlineInForce(at, policyOf(request).shift, calendar);
  const nextWorking = deadlineInForce(at, 'next-working-day', calendar);
  const day = suggestedDeadlineDay(request.window.to, inForce, calendar);
  return {
    lastMoment: deadlineText(inForce),
    workingDaysLeft: workingDaysLeft(request.window.to, inForce, calendar),
    suggested: day ? { day, at: instantAt(day) } : null,
    inForce,
    nextWorking,
    movable: nextWorking !== at,
  };
};

/** For other rooms: the request as a rule needs it, when the person's post opens the verb. */
export const campaignFor = async (ctx: ReadContext, id: string, verb: CampaignVerb) => {
  const loaded = await openCampaign(ctx, id, verb);
  return { ...loaded, units: await unitsUnder(ctx, loaded.authorityUnitId) };
};

type OutlinePart = CampaignAnswer['outlines'][number]['parts'][number];
const partsOf = (sections: readonly Section[], depth = 0): OutlinePart[] =>
  sections.flatMap((s) => [
    { id: s.id, number: s.number, title: s.title, depth },
    ...partsOf(s.children ?? [], depth + 1),
  ]);

/** Fields that the outlines ask of whoever leads them. */
export const areasOf = (template: Template): CampaignAnswer['areas'] => {
  const areas = new Map<string, string>();
  const walk = (section: Section): void => {
    if (section.forLeadOf && !areas.has(section.forLeadOf)) areas.set(section.forLeadOf, section.title);
    for (const child of section.children ?? []) walk(child);
  };
  for (const outline of template.outlines) for (const section of outline.sections) walk(section);
  return [...areas].map(([area, title]) => ({ area, title }));
};

export const campaignAnswer = async (ctx: ReadContext, id: string): Promise<CampaignAnswer> => {
  const row = await selectSummaries(ctx).where('campaign.id', '=', id).executeTakeFirst();
  if (!row || !visible(ctx, row)) throw notFound('campaign');
  const request = row.request as unknown as Request;
  const names = await ctx.db
    .selectFrom('unit')
    .select(['id', 'name'])
    .where('id', 'in', [row.authority_unit_id, row.receiver_unit_id])
    .execute();
  const template = await publishedTemplate(ctx, row.template_id, row.template_version);
  const choices = (await publishedVersions(ctx)).map((v) => ({
    id: v.id,
    version: v.version,
    title: v.title,
    publishedAt: v.published_at,
  }));
  const chosen = choices.find((c) => c.id === row.template_id && c.version === row.template_version);
  if (!chosen) throw notFound('template');
  const path = await ctx.db
    .selectFrom('fact')
    .leftJoin('person', 'person.id', 'fact.actor_id')
    .where('campaign_id', '=', id)
    .where('unit_id', 'is', null)
    .where('type', 'not in', ['campaign.edited', 'tasks.given'])
    .orderBy('seq')
    .select(['type', 'business_at', 'person.name', 'data'])
    .execute();
  const calendar = await calendarOf(ctx);
  const nameOf = (unitId: string) => names.find((n) => n.id === unitId)?.name ?? '';
  return {
    ...summaryOf(ctx, row),
    version: row.version,
    authorityName: nameOf(row.authority_unit_id),
    receiverName: nameOf(row.receiver_unit_id),
    requestVersion: row.request_version,
    versions: row.state === 'issued' || row.state === 'closed' ? await versionsOf(ctx, id) : [],
    letter: row.letter,
    last: await lastOf(ctx, id),
    request,
    gaps: gapsOfRequest(request, row.deadline),
    advice: adviceOf(request, request.deadline, calendar),
    groupAdvice: request.recipients.map((r) => adviceOf(request, r.deadline, calendar)),
    template: chosen,
    templates: row.state === 'draft' ? choices : [chosen],
    units: await unitsUnder(ctx, row.authority_unit_id),
    outlines: template.outlines.map((o) => ({
      id: o.id,
      title: o.title,
      kinds: o.kinds,
      parts: partsOf(o.sections),
    })),
    areas: areasOf(template),
    path: path.map((f) => ({
      type: f.type,
      at: f.business_at,
      by: f.name,
      data: f.data as Record<string, unknown>,
    })),
  };
};
