import { sql } from 'kysely';
import { deadlineOfUnit, type Request } from '../../../core/campaign/request.ts';
import type { Instant } from '../../../core/kernel/instant.ts';
import type {
  CampaignHead,
  PathStep,
  PinAnswer,
  ReceiptAnswer,
  ReportAnswer,
  SignedInPlace,
} from '../../../core/report/answers.ts';
import type { Extension } from '../../../core/report/extend.ts';
import type { PinPlace, PinReason } from '../../../core/report/pin.ts';
import { type RequestedParts, templateWithout } from '../../../core/template/outline.ts';
import type { Template } from '../../../core/template/template.ts';
import type { ReadContext } from '../../http/context.ts';
import { notFound } from '../../http/failures.ts';
import { publishedTemplate } from './template.ts';

/** Parts of the answers of this room, each one query. */
export const campaignHead = async (
  ctx: ReadContext,
  campaignId: string,
  /** Whose deadline is meant; left out: the one of all. */
  of?: { readonly unitId: string; readonly deadline: Instant },
): Promise<CampaignHead> => {
  const row = await ctx.db
    .selectFrom('campaign')
    .innerJoin('unit as a', 'a.id', 'campaign.authority_unit_id')
    .innerJoin('unit as r', 'r.id', 'campaign.receiver_unit_id')
    .where('campaign.id', '=', campaignId)
    .select([
      'campaign.id',
      'title',
      'number',
      'campaign.symbol',
      'document_day',
      'window_from',
      'window_to',
      'deadline',
      'request',
      'campaign.state',
      'a.name as authority_name',
      'r.name as receiver_name',
    ])
    .executeTakeFirst();
  if (!row) throw notFound('campaign');
  const request = row.request as unknown as Request;
  const named = of ? deadlineOfUnit(request, of.unitId) : request.deadline;
  return {
    id: row.id,
    title: row.title,
    number: row.number,
    symbol: row.symbol,
    documentDay: row.document_day,
    authorityName: row.authority_name,
    receiverName: row.receiver_name,
    window: row.window_from && row.window_to ? { from: row.window_from, to: row.window_to } : null,
    deadline: of?.deadline ?? row.deadline,
    deadlineWording: named?.wording ?? null,
    ...(row.state === 'closed' && { closed: true }),
  };
};

/** The extension as it stands, from the two columns that keep it. */
export const extensionOf = (row: {
  readonly extended_until: number | null;
  readonly extension: unknown;
}): Extension | null =>
  row.extended_until === null || row.extension === null
    ? null
    : { until: row.extended_until, ...(row.extension as Omit<Extension, 'until'>) };

export const pinsOf = async (ctx: ReadContext, campaignId: string, unitId: string): Promise<PinAnswer[]> =>
  (
    await ctx.db
      .selectFrom('pin')
      .innerJoin('person', 'person.id', 'pin.by')
      .where('campaign_id', '=', campaignId)
      .where('unit_id', '=', unitId)
      .orderBy('revision', 'desc')
      .orderBy('number')
      .select([
        'revision',
        'number',
        'place',
        'reason',
        'sentence',
        'person.name',
        'at',
        'answer',
        'answered_at',
      ])
      .execute()
  ).map((p) => ({
    revision: p.revision,
    number: p.number,
    place: p.place as unknown as PinPlace,
    reason: p.reason as PinReason,
    sentence: p.sentence,
    by: p.name,
    at: p.at,
    answer: p.answer,
    answeredAt: p.answered_at,
  }));

/** The latest original of a sending, as one value. */
const originalOf = sql<{ hash: string; name: string; at: number } | null>`(
  select jsonb_build_object('hash', o.file, 'name', o.name, 'at', floor(extract(epoch from o.at) * 1000))
  from report_original o
  where o.campaign_id = s.campaign_id and o.unit_id = s.unit_id and o.revision = s.revision
  order by o.at desc limit 1)`.as('original');

export const receiptsOf = async (
  ctx: ReadContext,
  campaignId: string,
  unitId: string,
): Promise<ReceiptAnswer[]> =>
  (
    await ctx.db
      .selectFrom('submission as s')
      .innerJoin('unit', 'unit.id', 's.receipt_office')
      .innerJoin('person', 'person.id', 's.signed_by')
      .where('campaign_id', '=', campaignId)
      .where('unit_id', '=', unitId)
      .orderBy('revision', 'desc')
      .select([
        'revision',
        'receipt_number',
        'receipt_year',
        'receipt_code',
        'content_hash',
        'submitted_at',
        'due_at',
        's.signed_in_place',
        'person.name as signer',
        'unit.name as office',
        originalOf,
      ])
      .execute()
  ).map((s) => ({
    revision: s.revision,
    number: s.receipt_number,
    year: s.receipt_year,
    code: s.receipt_code,
    contentHash: s.content_hash,
    submittedAt: s.submitted_at,
    lateBy: Math.max(0, s.submitted_at - s.due_at),
    late: s.submitted_at >= s.due_at,
    signedBy: s.signer,
    signedInPlace: s.signed_in_place as SignedInPlace | null,
    due: s.due_at,
    original: s.original ? { ...s.original, at: Number(s.original.at) } : null,
    officeName: s.office,
  }));

/** What happened to the report, without the single saves: they are in the journal. */
export const pathOf = async (ctx: ReadContext, campaignId: string, unitId: string): Promise<PathStep[]> =>
  (
    await ctx.db
      .selectFrom('fact')
      .leftJoin('person', 'person.id', 'fact.actor_id')
      .where('campaign_id', '=', campaignId)
      .where('unit_id', '=', unitId)
      .where('type', 'not in', [
        'report.saved',
        'report.reasonGiven',
        'report.fileTaken',
        'evidence.cited',
        'evidence.uncited',
      ])
      .orderBy('seq')
      .select(['type', 'business_at', 'person.name', 'data'])
      .execute()
  ).map((f) => ({ type: f.type, at: f.business_at, by: f.name, data: f.data as PathStep['data'] }));

/** Who signs in whose place at the unit today. */
export const standInsOf = async (
  ctx: ReadContext,
  unitId: string,
  personId?: string,
): Promise<readonly SignedInPlace[]> => {
  let query = ctx.db
    .selectFrom('stand_in as s')
    .innerJoin('person as p', 'p.id', 's.person_id')
    .innerJoin('person as f', 'f.id', 's.for_person_id')
    .where('s.unit_id', '=', unitId)
    .where('s.from_day', '<=', ctx.today)
    .where('s.to_day', '>=', ctx.today)
    .where('p.active', '=', true)
    .orderBy('s.from_day')
    .select([
      'p.name',
      'f.name as forName',
      's.document_number as documentNumber',
      's.document_day as documentDay',
      's.from_day as fromDay',
      's.to_day as toDay',
    ]);
  if (personId !== undefined) query = query.where('s.person_id', '=', personId);
  return query.execute();
};

/** Who holds which post at the unit and at the receiving office today. */
export const peopleOf = async (
  ctx: ReadContext,
  unitId: string,
  receiverUnitId: string,
): Promise<ReportAnswer['people']> => {
  const rows = await ctx.db
    .selectFrom('post')
    .innerJoin('person', 'person.id', 'post.person_id')
    .where('post.unit_id', 'in', [unitId, receiverUnitId])
    .where('person.active', '=', true)
    .where('post.valid_from', '<=', ctx.today)
    .where((eb) =>
      eb.or([eb('post.valid_to', 'is', null), eb('post.valid_to', '>=', sql<string>`${ctx.today}::date`)]),
    )
    .orderBy('person.name')
    .select(['post.unit_id', 'post.role', 'person.name'])
    .execute();
  const named = (unit: string, role: string) =>
    rows.filter((r) => r.unit_id === unit && r.role === role).map((r) => r.name);
  return {
    preparers: named(unitId, 'preparer'),
    signers: named(unitId, 'signer'),
    registry: named(unitId, 'registry'),
    receivers: named(receiverUnitId, 'receiver'),
    standIns: await standInsOf(ctx, unitId),
  };
};

/** The template of the campaign: what was issued, whatever was published since, without what is not asked any more. */
export const templateOfCampaign = async (ctx: ReadContext, campaignId: string): Promise<Template> => {
  const row = await ctx.db
    .selectFrom('campaign')
    .where('id', '=', campaignId)
    .select(['template_id', 'template_version', sql<unknown>`request -> 'parts'`.as('parts')])
    .executeTakeFirst();
  if (!row) throw notFound('campaign');
  const template = await publishedTemplate(ctx, row.template_id, row.template_version);
  return templateWithout(template, row.parts as RequestedParts | null);
};
