import type { Reader } from '../../core/audit/reading.ts';
import { rolesAt } from '../../core/directory/roles.ts';
import { stancesToward } from '../../core/directory/stance.ts';
import type { ReadContext } from '../http/context.ts';

const OF_THE_CAMPAIGN = ['receiver', 'authority-overseer', 'authority-signer'] as const;

/** What the person is today, as far as the journal asks. */
export const readerOf = async (ctx: ReadContext): Promise<Reader> => {
  const { person, today } = ctx;
  const places = [...new Set([...person.posts, ...person.standIns].map((held) => held.unitId))];
  const held = places.map((unitId) => ({ unitId, roles: rolesAt(person, unitId, today) }));
  const campaigns =
    places.length === 0
      ? []
      : await ctx.db
          .selectFrom('campaign')
          .select(['id', 'receiver_unit_id', 'authority_unit_id'])
          .where((eb) => eb.or([eb('receiver_unit_id', 'in', places), eb('authority_unit_id', 'in', places)]))
          .execute();
  const served = campaigns.filter((c) => {
    const place = {
      unitId: '',
      receiverUnitId: c.receiver_unit_id,
      authorityUnitIds: [c.authority_unit_id],
    };
    const stances = stancesToward(person, place, today);
    return OF_THE_CAMPAIGN.some((s) => stances.has(s));
  });
  return {
    administrator: held.some((h) => h.roles.has('administrator')),
    unitIds: held.filter((h) => [...h.roles].some((r) => r !== 'administrator')).map((h) => h.unitId),
    campaignIds: served.map((c) => c.id),
  };
};
