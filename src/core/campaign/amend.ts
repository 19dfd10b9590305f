import { existsOn, type Unit } from '../directory/unit.ts';
import { accept, type Decision, refuse } from '../kernel/decision.ts';
import { chainOfReport, type Fact } from '../kernel/fact.ts';
import { type Day, type Instant, isDay } from '../kernel/instant.ts';
import type { Window } from '../kernel/window.ts';
import type { Campaign } from './campaign.ts';
import { campaignFact, guardCampaign } from './decide.ts';
import type { Policy } from './policy.ts';
import { gapsOfRequest, groupOfUnit, partsOf, policyOf, type Request, recipientsOf } from './request.ts';

type Moments<W extends string, T> = { readonly what: W; readonly before: T; readonly after: T };

/** One thing that a new version says otherwise. */
export type RequestChange =
  | (Moments<'deadline', Instant> & {
      /** Whom it binds, where some groups have a deadline of their own; left out: everybody. */
      readonly unitIds?: readonly string[];
    })
  | (Moments<'groupDeadline', Instant> & {
      readonly group: string;
      readonly unitIds: readonly string[];
    })
  | Moments<'lastSending' | 'lastCorrection', Instant | null>
  | Moments<'window', Window | null>
  | Moments<'shift', Policy['shift']>
  | Moments<'returned', Policy['returned']>
  | Moments<'lateSending', Policy['lateSending']>
  | {
      readonly what: 'partOut' | 'partIn';
      readonly section: string;
      readonly title: string;
      readonly outlines: readonly string[];
    }
  | {
      readonly what: 'lead';
      readonly area: string;
      readonly field: string;
      readonly before: LedBy | null;
      readonly after: LedBy | null;
      /** Whose part in the field is another one now. */
      readonly unitIds: readonly string[];
    }
  | { readonly what: 'unitAdded' | 'unitRemoved'; readonly unitId: string; readonly name: string };

/** Who answers for a field in the whole area, by name: a version stays readable when units go. */
type LedBy = { readonly lead: string; readonly partners: readonly string[] };

/** A section of the template's outlines, as far as leaving it out goes. */
export type OutlineSection = {
  readonly id: string;
  readonly title: string;
  readonly outline: string;
  readonly parentId: string | null;
};

/** What was issued, or what is to be: the request and the instants that its deadlines come to, of all and of a unit. */
export type Terms = {
  readonly request: Request;
  readonly deadline: Instant;
  readonly dueOf: (unitId: string) => Instant;
};

type Names = {
  readonly sections: readonly OutlineSection[];
  readonly unit: (id: string) => string;
};

/** Equal in what is said, whatever order the keys were stored in. */
const same = (a: unknown, b: unknown): boolean => spelled(a) === spelled(b);
const spelled = (value: unknown): string =>
  value !== null && typeof value === 'object' && !Array.isArray(value)
    ? JSON.stringify(Object.entries(value).sort(([x], [y]) => (x < y ? -1 : 1)))
    : JSON.stringify(value);

const partChanges = (before: Request, after: Request, { sections }: Names): RequestChange[] => {
  const [was, is] = [partsOf(before), partsOf(after)];
  const ofTemplate = (id: string, what: 'partOut' | 'partIn'): RequestChange[] => {
    const found = sections.filter((s) => s.id === id);
    const title = found[0]?.title;
    return title ? [{ what, section: id, title, outlines: found.map((s) => s.outline) }] : [];
  };
  const ofAdded = (part: (typeof is.added)[number], what: 'partOut' | 'partIn'): RequestChange => ({
    what,
    section: part.id,
    title: part.title,
    outlines: part.outlines,
  });
  const unlike = (all: typeof is.added, part: (typeof is.added)[number]): boolean =>
    !all.some((other) => same(other, part));
  return [
    ...is.leftOut.filter((id) => !was.leftOut.includes(id)).flatMap((id) => ofTemplate(id, 'partOut')),
    ...was.added.filter((part) => unlike(is.added, part)).map((part) => ofAdded(part, 'partOut')),
    ...was.leftOut.filter((id) => !is.leftOut.includes(id)).flatMap((id) => ofTemplate(id, 'partIn')),
    ...is.added.filter((part) => unlike(was.added, part)).map((part) => ofAdded(part, 'partIn')),
  ];
};

type Lead = Request['leads'][number];

/** 'unit part' of everybody who answers for a field. */
const rolesIn = (lead: Lead | undefined): readonly string[] =>
  lead ? [`${lead.leadUnitId} lead`, ...lead.partnerUnitIds.map((id) => `${id} partner`)] : [];

const leadChanges = (before: Request, after: Request, names: Names): RequestChange[] => {
  const areas = new Set([...before.leads, ...after.leads].map((l) => l.area));
  const ledBy = (lead: Lead | undefined): LedBy | null =>
    lead ? { lead: names.unit(lead.leadUnitId), partners: lead.partnerUnitIds.map(names.unit) } : null;
  return [...areas].flatMap((area): RequestChange[] => {
    const [was, is] = [before, after].map((r) => r.leads.find((l) => l.area === area));
    const [old, now] = [rolesIn(was), rolesIn(is)];
    const moved = [...old.filter((r) => !now.includes(r)), ...now.filter((r) => !old.includes(r))];
    if (moved.length === 0) return [];
    const unitIds = [...new Set(moved.map((r) => r.split(' ')[0] ?? ''))];
    const field = (is ?? was)?.field ?? area;
    return [{ what: 'lead', area, field, before: ledBy(was), after: ledBy(is), unitIds }];
  });
};

/** Groups whose deadline comes to another instant; where one has or had its own, only those the change binds. */
const deadlineChanges = (before: Terms, after: Terms): readonly RequestChange[] => {
  const grouped = [before, after].some(({ request }) => request.recipients.some((r) => r.deadline));
  const general = { what: 'deadline' as const, before: before.deadline, after: after.deadline };
  if (!grouped) return [general];
  const isOwn = ({ request }: Terms, id: string): boolean => Boolean(groupOfUnit(request, id)?.deadline);
  const kept = recipientsOf(after.request).filter((id) => recipientsOf(before.request).includes(id));
  const moved = kept.filter((id) => before.dueOf(id) !== after.dueOf(id));
  const ofAll = moved.filter((id) => !isOwn(before, id) && !isOwn(after, id));
  const bound = recipientsOf(after.request).filter((id) => !isOwn(after, id));
  const groups = after.request.recipients.flatMap((group): RequestChange[] => {
    const unitIds = group.unitIds.filter((id) => moved.includes(id) && !ofAll.includes(id));
    const [first] = unitIds;
    return first === undefined
      ? []
      : [
          {
            what: 'groupDeadline',
            group: group.text,
            before: before.dueOf(first),
            after: after.dueOf(first),
            unitIds,
          },
        ];
  });
  return [{ ...general, unitIds: bound }, ...groups];
};

/** What differs between two versions, in the order that a person reads it: time first, then content, then units. */
const changesOf = (before: Terms, after: Terms, names: Names): readonly RequestChange[] => {
  const [was, is] = [policyOf(before.request), policyOf(after.request)];
  const moments: RequestChange[] = [
    ...deadlineChanges(before, after),
    { what: 'window', before: before.request.window, after: after.request.window },
    { what: 'shift', before: was.shift, after: is.shift },
    { what: 'lateSending', before: was.lateSending, after: is.lateSending },
    { what: 'lastSending', before: was.lastSending, after: is.lastSending },
    { what: 'returned', before: was.returned, after: is.returned },
    { what: 'lastCorrection', before: was.lastCorrection, after: is.lastCorrection },
  ];
  const [old, now] = [recipientsOf(before.request), recipientsOf(after.request)];
  return [
    ...moments.filter((m) => 'before' in m && !same(m.before, m.after)),
    ...partChanges(before.request, after.request, names),
    ...leadChanges(before.request, after.request, names),
    ...now
      .filter((id) => !old.includes(id))
      .map((unitId) => ({ what: 'unitAdded' as const, unitId, name: names.unit(unitId) })),
    ...old
      .filter((id) => !now.includes(id))
      .map((unitId) => ({ what: 'unitRemoved' as const, unitId, name: names.unit(unitId) })),
  ];
};

/** Whether a unit has to be told of a change: what others must do otherwise is not its business. */
export const concerns = (change: RequestChange, outline: string, unitId: string): boolean => {
  switch (change.what) {
    case 'lead':
      return change.unitIds.includes(unitId);
    case 'partOut':
    case 'partIn':
      return change.outlines.includes(outline);
    case 'unitAdded':
    case 'unitRemoved':
      return false;
    case 'groupDeadline':
      return change.unitIds.includes(unitId);
    case 'deadline':
      return change.unitIds?.includes(unitId) ?? true;
    case 'window':
    case 'shift':
    case 'lateSending':
    case 'lastSending':
    case 'returned':
    case 'lastCorrection':
      return true;
  }
};

/** Outlines that ask nothing any more: every section of theirs, or one above it, is left out. */
const emptied = (request: Request, sections: readonly OutlineSection[]): string | undefined => {
  const { leftOut, added } = partsOf(request);
  const out = (s: OutlineSection | undefined): boolean =>
    s !== undefined &&
    (leftOut.includes(s.id) ||
      out(sections.find((other) => other.id === s.parentId && other.outline === s.outline)));
  return [...new Set(sections.map((s) => s.outline))].find(
    (outline) =>
      !added.some((part) => part.outlines.includes(outline)) &&
      sections.filter((s) => s.outline === outline).every(out),
  );
};

export type AmendedReport = {
  readonly unitId: string;
  readonly outline: string;
  readonly state: string;
  readonly released: boolean;
};

export type Amendment = {
  readonly document: { readonly number: string; readonly day: Day };
  readonly reason: string;
  /** Who has sent must send again by then; null: what was sent stays as it is. */
  readonly resend: boolean;
  readonly resendBy: Instant | null;
};

const SENT = ['signed', 'submitted', 'received'];
export const isSent = (report: Pick<AmendedReport, 'state'>): boolean => SENT.includes(report.state);

const wrongAmendment = (
  given: Amendment,
  after: Terms,
  now: Instant,
  today: Day,
): Decision<never> | undefined => {
  if (!/\d/.test(given.document.number)) return refuse('campaign.amendWithoutDocument');
  if (!isDay(given.document.day)) return refuse('campaign.dayMalformed', { day: given.document.day });
  if (given.document.day > today) return refuse('campaign.dayInFuture', { day: given.document.day });
  if (given.reason.trim().length < 5) return refuse('campaign.amendReasonMissing');
  if (!given.resend) return undefined;
  if (given.resendBy === null) return refuse('report.resendDateMissing');
  if (given.resendBy <= now) return refuse('report.resendDatePast');
  const { lastCorrection } = policyOf(after.request);
  return lastCorrection !== null && given.resendBy > lastCorrection
    ? refuse('report.resendAfterLastCorrection', { at: lastCorrection })
    : undefined;
};

/**
 * A8: what was issued changes by a new version only, by a document, with a reason. Whoever it concerns is told and
 * confirms again; who is taken out is released and keeps what was written; what was sent keeps its version, unless
 * the author asks for it again.
 */
export const amendCampaign = (
  campaign: Campaign,
  versions: { readonly before: Terms; readonly after: Terms; readonly number: number },
  given: Amendment,
  reports: readonly AmendedReport[],
  units: readonly Unit[],
  names: Names,
  now: Instant,
  today: Day,
): Decision<Fact> => {
  const { before, after, number } = versions;
  const wrong = guardCampaign(campaign, 'amend') ?? wrongAmendment(given, after, now, today);
  if (wrong) return wrong;
  const gaps = gapsOfRequest(after.request, after.deadline);
  if (gaps.length > 0) return refuse('campaign.incomplete', { gaps });
  const changes = changesOf(before, after, names);
  if (changes.length === 0) return refuse('campaign.nothingAmended');
  // A new deadline lies ahead: nobody is made late by a line on paper.
  const isPast = changes.some((c) => (c.what === 'deadline' || c.what === 'groupDeadline') && c.after <= now);
  if (isPast) return refuse('campaign.amendDeadlinePast');
  const outline = emptied(after.request, names.sections);
  if (outline !== undefined) return refuse('campaign.amendNothingAsked', { outline });
  const wanted = new Set(recipientsOf(after.request));
  for (const { field, leadUnitId, partnerUnitIds } of after.request.leads) {
    const gone = [leadUnitId, ...partnerUnitIds].find((id) => !wanted.has(id));
    if (gone) return refuse('campaign.amendLeadRemoved', { name: names.unit(gone), field });
  }
  if (!units.some((u) => wanted.has(u.id))) return refuse('campaign.nobodyObliged');

  const known = new Map(reports.map((r) => [r.unitId, r]));
  const added = units.filter(
    (u) => wanted.has(u.id) && existsOn(u, today) && (known.get(u.id)?.released ?? true),
  );
  const ofReport = (unitId: string, type: string, data: Record<string, unknown>): Fact => ({
    type,
    chain: chainOfReport(campaign.id, unitId),
    campaignId: campaign.id,
    unitId,
    data,
  });
  const facts: Fact[] = [
    campaignFact(campaign, 'campaign.amended', {
      version: number,
      number: given.document.number.trim(),
      day: given.document.day,
      reason: given.reason.trim(),
      changes,
      resendBy: given.resend ? given.resendBy : null,
    }),
    ...added.map((u) =>
      ofReport(u.id, 'report.obliged', { name: u.name, deadline: after.dueOf(u.id), again: known.has(u.id) }),
    ),
  ];
  for (const report of reports) {
    if (report.released) continue;
    if (!wanted.has(report.unitId))
      facts.push(ofReport(report.unitId, 'report.released', { version: number }));
    else if (changes.some((change) => concerns(change, report.outline, report.unitId)))
      facts.push(
        ofReport(report.unitId, 'report.requestChanged', {
          version: number,
          resendBy: given.resend && isSent(report) ? given.resendBy : null,
        }),
      );
  }
  return accept(...facts);
};
