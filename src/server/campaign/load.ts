import { type CampaignPlace, holdsCampaignPost } from '../../core/campaign/allow.ts';
import type { Campaign, CampaignState, CampaignVerb } from '../../core/campaign/campaign.ts';
import type { Request } from '../../core/campaign/request.ts';
import type { ReadContext, WriteContext } from '../http/context.ts';
import { forbidden, notFound, refused } from '../http/failures.ts';

export type LoadedCampaign = {
  readonly campaign: Campaign;
  readonly request: Request;
  readonly version: number;
  /** Newest version of what was issued. */
  readonly requestVersion: number;
  readonly place: CampaignPlace;
  readonly authorityUnitId: string;
  readonly template: { readonly id: string; readonly version: number };
};

const select = (ctx: ReadContext, id: string) =>
  ctx.db.selectFrom('campaign').selectAll().where('id', '=', id);

type Row = NonNullable<Awaited<ReturnType<ReturnType<typeof select>['executeTakeFirst']>>>;

const toLoaded = (row: Row): LoadedCampaign => ({
  campaign: {
    id: row.id,
    state: row.state as CampaignState,
    window: row.window_from && row.window_to ? { from: row.window_from, to: row.window_to } : null,
    deadline: row.deadline,
    receiverUnitId: row.receiver_unit_id,
    draftedBy: row.drafted_by,
  },
  request: row.request as unknown as Request,
  version: row.version,
  requestVersion: row.request_version,
  place: { receiverUnitId: row.receiver_unit_id, authorityUnitIds: [row.authority_unit_id] },
  authorityUnitId: row.authority_unit_id,
  template: { id: row.template_id, version: row.template_version },
});

/** Loads the request for a verb that changes something else than itself: the post must open it. */
export const openCampaign = async (
  ctx: ReadContext,
  id: string,
  verb: CampaignVerb,
): Promise<LoadedCampaign> => {
  const row = await select(ctx, id).executeTakeFirst();
  if (!row) throw notFound('campaign');
  const loaded = toLoaded(row);
  if (!holdsCampaignPost(ctx.person, verb, loaded.place, ctx.today)) throw forbidden({ verb });
  return loaded;
};

/** Locks the request for a verb: the post must open it, and the caller must have seen the version that stands. */
export const lockCampaign = async (
  ctx: WriteContext,
  id: string,
  verb: CampaignVerb,
  version: number,
): Promise<LoadedCampaign> => {
  const row = await select(ctx, id).forUpdate().executeTakeFirst();
  if (!row) throw notFound('campaign');
  const loaded = toLoaded(row);
  if (!holdsCampaignPost(ctx.person, verb, loaded.place, ctx.today)) throw forbidden({ verb });
  if (row.version !== version)
    throw refused('campaign.stale', { yours: version, current: row.version, request: row.request });
  return loaded;
};
