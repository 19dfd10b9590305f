import type { FrozenContent } from '../../../core/consolidation/frozen.ts';
import { canonicalJson } from '../../../core/report/content.ts';
import type { ReadContext } from '../../http/context.ts';
import { sha256 } from '../../record/hash.ts';

export type Frozen = {
  readonly content: FrozenContent;
  readonly hash: string;
  readonly code: string;
  readonly by: string;
  readonly at: number;
  readonly replaces: number | null;
  readonly note: string;
  /** What is stored still is what was hashed. */
  readonly intact: boolean;
};

export const hashOfFrozen = (content: FrozenContent): string => sha256(canonicalJson(content));

/** The newest version, which is what goes out of the office; null while nothing is frozen. */
export const latestFrozen = async (ctx: ReadContext, campaignId: string): Promise<number | null> => {
  const row = await ctx.db
    .selectFrom('frozen_version')
    .where('campaign_id', '=', campaignId)
    .select((eb) => eb.fn.max('number').as('number'))
    .executeTakeFirst();
  return row?.number ?? null;
};

/** Versions of a campaign, newest first; they never change. For printing, comparing and handing up. */
export const frozenVersions = async (ctx: ReadContext, campaignId: string): Promise<Frozen[]> =>
  (
    await ctx.db
      .selectFrom('frozen_version')
      .innerJoin('person', 'person.id', 'frozen_version.by')
      .where('campaign_id', '=', campaignId)
      .orderBy('number', 'desc')
      .select(['content', 'content_hash', 'code', 'person.name', 'at', 'replaces', 'note'])
      .execute()
  ).map((v) => {
    const content = v.content as unknown as FrozenContent;
    return {
      content,
      hash: v.content_hash,
      code: v.code,
      by: v.name,
      at: v.at,
      replaces: v.replaces,
      note: v.note ?? '',
      intact: hashOfFrozen(content) === v.content_hash,
    };
  });
