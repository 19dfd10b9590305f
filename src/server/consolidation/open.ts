import type { CampaignState } from '../../core/campaign/campaign.ts';
import { areaOfForms } from '../../core/consolidation/areas.ts';
import {
  type ConsolidationPlace,
  type ConsolidationVerb,
  type Lead,
  mayOnConsolidation,
  placeOf,
  seesArea,
} from '../../core/consolidation/place.ts';
import type { Window } from '../../core/kernel/window.ts';
import { type RequestedParts, templateWithout } from '../../core/template/outline.ts';
import type { Template } from '../../core/template/template.ts';
import type { ReadContext, WriteContext } from '../http/context.ts';
import { forbidden, refused } from '../http/failures.ts';
import { publishedTemplate } from '../report/views/template.ts';

/** The campaign as far as putting together asks, and how far the caller sees it. */
export type Opened = {
  readonly id: string;
  readonly state: CampaignState;
  readonly title: string;
  readonly authorityUnitId: string;
  readonly receiverUnitId: string;
  readonly window: Window | null;
  readonly period: {
    readonly kind: string | null;
    readonly index: number | null;
    readonly year: number | null;
  };
  readonly template: Template;
  readonly leads: readonly Lead[];
  readonly place: ConsolidationPlace;
  readonly may: readonly ConsolidationVerb[];
  readonly areaOfForm: ReadonlyMap<string, string | null>;
};

/** Whoever neither receives, oversees nor leads a field learns nothing, in the same words for every campaign (G3). */
export const openConsolidation = async (ctx: ReadContext, campaignId: string): Promise<Opened> => {
  const row = await ctx.db.selectFrom('campaign').selectAll().where('id', '=', campaignId).executeTakeFirst();
  if (!row) throw forbidden();
  const leads = (
    await ctx.db
      .selectFrom('campaign_lead')
      .where('campaign_id', '=', campaignId)
      .orderBy('area')
      .select(['area', 'unit_id', 'part'])
      .execute()
  ).map((l) => ({ area: l.area, unitId: l.unit_id, part: l.part as Lead['part'] }));
  const campaign = { receiverUnitId: row.receiver_unit_id, authorityUnitId: row.authority_unit_id };
  const place = placeOf(ctx.person, campaign, leads, ctx.today);
  if (!place) throw forbidden();
  const state = row.state as CampaignState;
  const { parts } = row.request as { parts?: RequestedParts };
  // A part that the request does not ask any more is in no total (A8).
  const template = templateWithout(
    await publishedTemplate(ctx, row.template_id, row.template_version),
    parts,
  );
  return {
    id: row.id,
    state,
    title: row.title,
    ...campaign,
    window: row.window_from && row.window_to ? { from: row.window_from, to: row.window_to } : null,
    period: { kind: row.period_kind, index: row.period_index, year: row.period_year },
    template,
    leads,
    place,
    may: mayOnConsolidation(place, state),
    areaOfForm: areaOfForms(template),
  };
};

/** Opens for a verb; the campaign's row is locked where verbs must follow each other. */
export const openFor = async (
  ctx: WriteContext,
  campaignId: string,
  verb: ConsolidationVerb,
  lock = false,
): Promise<Opened> => {
  if (lock)
    await ctx.trx.selectFrom('campaign').select('id').where('id', '=', campaignId).forUpdate().execute();
  const opened = await openConsolidation(ctx, campaignId);
  if (opened.may.includes(verb)) return opened;
  const open = mayOnConsolidation(opened.place, 'issued').includes(verb);
  throw open ? refused('consolidation.wrongState', { state: opened.state }) : forbidden({ verb });
};

/** The forms that the caller sees: null for all. */
export const formsSeen = (opened: Opened): readonly string[] | null =>
  opened.place.whole !== null
    ? null
    : [...opened.areaOfForm].filter(([, area]) => seesArea(opened.place, area)).map(([form]) => form);
