import { rolesAt } from '../../../core/directory/roles.ts';
import type { DocumentTree } from '../../../core/documents/tree.ts';
import type { Day } from '../../../core/kernel/instant.ts';
import { type Outgoing, type OutgoingVerb, opens } from '../../../core/registry/decide.ts';
import { KIND_OF, type OutgoingState, type Purpose } from '../../../core/registry/outgoing.ts';
import type { ReadContext, WriteContext } from '../../http/context.ts';
import { forbidden, refused } from '../../http/failures.ts';

export type LoadedOutgoing = {
  readonly document: Outgoing;
  readonly campaignId: string | null;
  readonly aboutUnitId: string | null;
  readonly roundId: string | null;
  readonly subject: string;
  readonly tree: DocumentTree | null;
  readonly number: number | null;
  readonly symbol: string | null;
  readonly day: Day | null;
  readonly relatedId: string | null;
  readonly relation: string | null;
  readonly version: number;
  /** The person receives reports of the campaign, or scores the round, that it belongs to. */
  readonly receives: boolean;
};

const select = (ctx: ReadContext, id: string) =>
  ctx.db
    .selectFrom('outgoing_document as d')
    .leftJoin('campaign as c', 'c.id', 'd.campaign_id')
    .leftJoin('index_round as round', 'round.id', 'd.round_id')
    .where('d.id', '=', id)
    .selectAll('d')
    .select((eb) => [
      'c.receiver_unit_id',
      'round.office_unit_id',
      eb
        .exists(
          eb
            .selectFrom('outgoing_document as r')
            .whereRef('r.related_id', '=', 'd.id')
            .where('r.relation', '=', 'replace')
            .where('r.state', '<>', 'discarded')
            .select('r.id'),
        )
        .as('replaced'),
    ]);

type Row = NonNullable<Awaited<ReturnType<ReturnType<typeof select>['executeTakeFirst']>>>;

const toLoaded = (ctx: ReadContext, row: Row): LoadedOutgoing => ({
  document: {
    id: row.id,
    unitId: row.unit_id,
    purpose: row.purpose as Purpose,
    state: row.state as OutgoingState,
    replaced: row.replaced === true,
    ...(row.round_id ? { roundId: row.round_id } : {}),
  },
  campaignId: row.campaign_id,
  aboutUnitId: row.about_unit_id,
  roundId: row.round_id,
  subject: row.subject,
  tree: row.tree as unknown as DocumentTree | null,
  number: row.number,
  symbol: row.symbol,
  day: row.day,
  relatedId: row.related_id,
  relation: row.relation,
  version: row.version,
  receives: [row.receiver_unit_id, row.office_unit_id].some(
    (id) => id !== null && rolesAt(ctx.person, id, ctx.today).has('receiver'),
  ),
});

/** Who has a part in the body reads its documents; the unit that one is about reads it once it has left. */
const readable = (ctx: ReadContext, loaded: LoadedOutgoing | undefined): LoadedOutgoing => {
  if (!loaded) throw forbidden();
  const at = (unitId: string | null): boolean =>
    unitId !== null && rolesAt(ctx.person, unitId, ctx.today).size > 0;
  const { document, aboutUnitId, receives } = loaded;
  if (receives || at(document.unitId) || (document.state === 'issued' && at(aboutUnitId))) return loaded;
  throw forbidden();
};

export const loadOutgoing = async (ctx: ReadContext, id: string): Promise<LoadedOutgoing> => {
  const row = await select(ctx, id).executeTakeFirst();
  return readable(ctx, row && toLoaded(ctx, row));
};

/** Locks the document for a verb that a role opens; the caller must have seen the version that stands. */
export const lockOutgoing = async (
  ctx: WriteContext,
  id: string,
  verb: OutgoingVerb,
  version: number | null,
): Promise<LoadedOutgoing> => {
  await ctx.trx
    .selectFrom('outgoing_document')
    .select('id')
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  const loaded = await loadOutgoing(ctx, id);
  const roles = rolesAt(ctx.person, loaded.document.unitId, ctx.today);
  if (!opens(verb, roles, loaded.receives)) throw forbidden({ verb });
  if (version !== null && loaded.version !== version) throw refused('registry.stale');
  return loaded;
};

export const kindOf = (loaded: LoadedOutgoing) => KIND_OF[loaded.document.purpose];
