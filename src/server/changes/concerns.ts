import { stancesToward } from '../../core/directory/stance.ts';
import type { ChangedMessage } from '../../core/report/live.ts';
import type { ReadContext } from '../http/context.ts';
import type { Change } from './feed.ts';

/** Who receives and who orders a campaign: all that is needed to know whom its facts concern. */
type CampaignPlace = { readonly receiverUnitId: string; readonly authorityUnitId: string };

const KEPT_MS = 60_000;
/** While a request is written it is the office's own; what comes after concerns everybody it obliges. */
const OF_A_DRAFT = /^campaign\.(drafted|edited|passedToSign|sentBack|signed)$/;

/** Looks a campaign's offices up once a minute at most, for all who look on. */
export const createPlaces = (db: ReadContext['db']) => {
  const kept = new Map<string, { place: CampaignPlace | undefined; at: number }>();
  return async (campaignId: string): Promise<CampaignPlace | undefined> => {
    const found = kept.get(campaignId);
    if (found && Date.now() - found.at < KEPT_MS) return found.place;
    const row = await db
      .selectFrom('campaign')
      .where('id', '=', campaignId)
      .select(['receiver_unit_id', 'authority_unit_id'])
      .executeTakeFirst();
    const place = row && { receiverUnitId: row.receiver_unit_id, authorityUnitId: row.authority_unit_id };
    kept.set(campaignId, { place, at: Date.now() });
    return place;
  };
};

/** The part of the news that this person may know of; undefined when there is none. */
export const concerns = (
  { person, today }: Pick<ReadContext, 'person' | 'today'>,
  changes: readonly Change[],
  places: ReadonlyMap<string, CampaignPlace>,
): ChangedMessage | undefined => {
  const campaigns = new Map<string, Set<string>>();
  let other = false;
  const known = new Map<string, boolean>();
  for (const { type, campaignId, unitId } of changes) {
    const place = campaignId === null ? undefined : places.get(campaignId);
    if (campaignId === null || !place) {
      const own = unitId !== null && person.posts.some((p) => p.unitId === unitId);
      const administers = person.posts.some((p) => p.role === 'administrator');
      if (own || administers || type === 'clock.moved') other = true;
      continue;
    }
    const key = `${campaignId}/${unitId ?? ''}`;
    let mine = known.get(key);
    if (mine === undefined) {
      const authorityUnitIds = [place.authorityUnitId];
      const at = { unitId: unitId ?? '', receiverUnitId: place.receiverUnitId, authorityUnitIds };
      const stances = new Set(stancesToward(person, at, today));
      // An administrator keeps people and units; reports are none of the administrator's business.
      stances.delete('administrator');
      mine = stances.size > 0;
      known.set(key, mine);
    }
    if (!mine) {
      if (unitId === null && !OF_A_DRAFT.test(type)) other = true;
      continue;
    }
    const units = campaigns.get(campaignId) ?? new Set<string>();
    campaigns.set(campaignId, units);
    if (unitId !== null) units.add(unitId);
  }
  if (campaigns.size === 0 && !other) return undefined;
  return { campaigns: [...campaigns].map(([id, units]) => ({ id, unitIds: [...units] })), other };
};
