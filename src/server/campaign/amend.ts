import { type Amendment, amendCampaign, isSent, type OutlineSection } from '../../core/campaign/amend.ts';
import type { AmendAnswer } from '../../core/campaign/answers.ts';
import { groupDueOf } from '../../core/campaign/groupDue.ts';
import { deadlineInForce } from '../../core/campaign/policy.ts';
import { partsOf, policyOf, type Request } from '../../core/campaign/request.ts';
import type { AmendWire } from '../../core/campaign/wire.ts';
import type { Section, Template } from '../../core/template/template.ts';
import type { WriteContext } from '../http/context.ts';
import { Refused, refused } from '../http/failures.ts';
import { record } from '../record/record.ts';
import { type LoadedCampaign, lockCampaign } from './load.ts';
import { keepGroupDues, obligeUnits, templateOf } from './oblige.ts';
import { columnsOf, keepLeads, keepVersion, setCampaign } from './store.ts';
import { authorityUnits } from './units.ts';
import { calendarOf } from './views/calendar.ts';
import { areasOf } from './views.ts';

const sectionsOf = (template: Template): OutlineSection[] => {
  const sections: OutlineSection[] = [];
  const walk = (outline: string, parentId: string | null, section: Section): void => {
    sections.push({ id: section.id, title: section.title, outline, parentId });
    for (const child of section.children ?? []) walk(outline, section.id, child);
  };
  for (const outline of template.outlines)
    for (const section of outline.sections) walk(outline.id, null, section);
  return sections;
};

/** A part that is new gets a number that no part of this request ever had: what was written stays under its own. */
const numbered = async (
  ctx: WriteContext,
  id: string,
  loaded: LoadedCampaign,
  added: AmendWire['request']['parts']['added'],
): Promise<NonNullable<Request['parts']>['added']> => {
  const rows = await ctx.trx
    .selectFrom('campaign_version')
    .where('campaign_id', '=', id)
    .select('parts')
    .execute();
  const known = [
    ...rows.map((r) => partsOf({ parts: r.parts as unknown as Request['parts'] })),
    partsOf(loaded.request),
  ];
  const ids = known.flatMap((p) => p.added.map((part) => part.id));
  let last = Math.max(0, ...ids.map((one) => Number(one.slice(1))));
  return added.map((part) => {
    if (part.id !== null && !ids.includes(part.id)) throw refused('campaign.unknownPart', { part: part.id });
    return { ...part, id: part.id ?? `x${++last}` };
  });
};

/**
 * A8: changes what was issued, or says what the change would do. Reports are locked first: none is signed or sent
 * between what this decides and what it writes.
 */
export const amendRequest = async (ctx: WriteContext, id: string, wire: AmendWire): Promise<AmendAnswer> => {
  const loaded = await lockCampaign(ctx, id, 'amend', wire.version);
  const reports = await ctx.trx
    .selectFrom('report')
    .where('campaign_id', '=', id)
    .orderBy('unit_id')
    .forUpdate()
    .select(['unit_id', 'outline', 'state', 'released_at', 'group_due_at'])
    .execute();
  const template = await templateOf(ctx, loaded.template);
  const renamed = new Map((loaded.request.parts?.renamed ?? []).map((one) => [one.id, one.title]));
  const sections = sectionsOf(template).map((s) => ({ ...s, title: renamed.get(s.id) ?? s.title }));
  const stray = wire.request.parts.leftOut.find((part) => !sections.some((s) => s.id === part));
  if (stray) throw refused('campaign.unknownPart', { part: stray });
  const units = await authorityUnits(ctx, loaded.authorityUnitId);
  const nameOf = new Map(units.map((u) => [u.id, u.name]));
  const strange = wire.request.recipients.flatMap((r) => r.unitIds).find((unit) => !nameOf.has(unit));
  if (strange) throw refused('campaign.unknownUnit', { unitId: strange });

  const leads = wire.request.leads ?? loaded.request.leads;
  const areas = new Set(loaded.request.leads.map((l) => l.area).concat(areasOf(template).map((a) => a.area)));
  const nowhere = leads.find((l) => !areas.has(l.area));
  if (nowhere) throw refused('campaign.unknownPart', { part: nowhere.area });
  const unknown = leads.flatMap((l) => [l.leadUnitId, ...l.partnerUnitIds]).find((unit) => !nameOf.has(unit));
  if (unknown) throw refused('campaign.unknownUnit', { unitId: unknown });

  const request: Request = {
    ...loaded.request,
    ...wire.request,
    leads,
    parts: {
      leftOut: wire.request.parts.leftOut,
      added: await numbered(ctx, id, loaded, wire.request.parts.added),
      renamed: loaded.request.parts?.renamed,
    },
  };
  const calendar = await calendarOf(ctx);
  const deadline = deadlineInForce(wire.request.deadline.at, policyOf(request).shift, calendar);
  const groupDue = groupDueOf(request, calendar);
  const dues = new Map(reports.map((r) => [r.unit_id, r.group_due_at]));
  const stood = loaded.campaign.deadline ?? 0;
  const number = loaded.requestVersion + 1;
  const given: Amendment = {
    document: wire.document,
    reason: wire.reason,
    resend: wire.resend,
    resendBy: wire.resendBy,
  };
  const before = reports.map((r) => ({
    unitId: r.unit_id,
    outline: r.outline,
    state: r.state,
    released: r.released_at !== null,
  }));
  const decision = amendCampaign(
    loaded.campaign,
    {
      before: {
        request: loaded.request,
        deadline: stood,
        dueOf: (unit) => dues.get(unit) ?? stood,
      },
      after: { request, deadline, dueOf: (unit) => groupDue(unit) ?? deadline },
      number,
    },
    given,
    before,
    units,
    { sections, unit: (unit) => nameOf.get(unit) ?? unit },
    ctx.now,
    ctx.today,
  );
  if (!decision.ok) throw new Refused(decision.refusal);
  const of = (type: string) => decision.facts.flatMap((f) => (f.type === type && f.unitId ? [f.unitId] : []));
  const [told, added] = [of('report.requestChanged'), of('report.obliged')];
  const changes = decision.facts[0]?.data.changes as AmendAnswer['changes'];
  const answer: AmendAnswer = {
    done: wire.confirm,
    deadline,
    changes,
    told: told.length,
    sent: before.filter((r) => told.includes(r.unitId) && isSent(r)).length,
    added: added.length,
    released: of('report.released').length,
  };
  if (!wire.confirm) return answer;
  await record(ctx, decision);
  await setCampaign(ctx, id, { ...columnsOf(request, calendar), request_version: number });
  await keepGroupDues(ctx, id, [...dues.keys()], groupDue);
  await keepLeads(ctx, id, leads);
  await keepVersion(ctx, id, {
    number,
    request,
    deadline,
    changes,
    document: { number: given.document.number.trim(), day: given.document.day, reason: given.reason.trim() },
    resendBy: given.resend ? given.resendBy : null,
  });
  const known = new Set(before.map((r) => r.unitId));
  await obligeUnits(
    ctx,
    id,
    loaded.template,
    template,
    units,
    added.filter((unit) => !known.has(unit)),
    number,
    groupDue,
  );
  return answer;
};
