import { mayOnCampaign } from '../../../core/campaign/allow.ts';
import type { CampaignState } from '../../../core/campaign/campaign.ts';
import { rolesAt } from '../../../core/directory/roles.ts';
import type { BoardRow, CampaignHead, WorkAnswer, WorkItem } from '../../../core/report/answers.ts';
import type { ReadContext } from '../../http/context.ts';
import { boardRows } from './board.ts';
import { campaignHead } from './pieces.ts';

const dueOfRow = (row: BoardRow, campaign: CampaignHead): number | null =>
  row.resendBy ?? (campaign.deadline === null ? null : row.due);

const item = (kind: WorkItem['kind'], campaign: CampaignHead, row: BoardRow): WorkItem => ({
  kind,
  campaign,
  unitId: row.unitId,
  unitName: row.name,
  state: row.state,
  since: row.last?.at ?? null,
  due: dueOfRow(row, campaign),
  lateness: row.lateness,
  row,
});

/** Older campaigns are looked at on their boards. */
export const workedCampaigns = (ctx: ReadContext) =>
  ctx.db
    .selectFrom('campaign')
    .where('state', '=', 'issued')
    .orderBy('issued_at', 'desc')
    .limit(20)
    .select(['id', 'receiver_unit_id', 'authority_unit_id'])
    .execute();

/** Two dozen periods are six years of four reports. */
const MOST_OVER = 24;

export const ownUnits = ({ person }: Pick<ReadContext, 'person'>): readonly string[] => [
  ...new Set([...person.posts, ...person.standIns].map((p) => p.unitId)),
];

type Asking = Pick<BoardRow, 'state' | 'may' | 'registered'>;

/** What one report asks of this person now; undefined when it asks nothing. */
export const kindOf = (row: Asking, own: boolean, receives: boolean): WorkItem['kind'] | undefined => {
  if (row.may.includes('sign')) return 'sign';
  if (row.may.includes('submit')) return 'submit';
  if (own && row.state === 'returned' && row.may.includes('edit')) return 'returned';
  if (own && row.may.includes('edit')) return 'prepare';
  if (receives && row.state === 'submitted') return 'receive';
  if (own && row.may.includes('register') && !row.registered) return 'register';
  return undefined;
};

/** Own first by how soon it is due; the receiver's queue oldest first. */
const byUrgency = (a: WorkItem, b: WorkItem): number => {
  const rank = {
    returned: 0,
    sign: 1,
    submit: 2,
    prepare: 3,
    'request-issue': 3,
    'request-sign': 3,
    receive: 4,
    request: 5,
    register: 6,
  };
  return (
    rank[a.kind] - rank[b.kind] || (a.row?.submittedAt ?? a.due ?? 0) - (b.row?.submittedAt ?? b.due ?? 0)
  );
};

/** Requests that are written or signed, as far as they wait for this person. */
export const requestsToDo = async (ctx: ReadContext) => {
  const rows = await ctx.db
    .selectFrom('campaign')
    .where('state', 'in', ['draft', 'awaiting-signature', 'signed'])
    .select(['id', 'state', 'receiver_unit_id', 'authority_unit_id', 'created_at'])
    .execute();
  return rows.flatMap((row) => {
    const place = { receiverUnitId: row.receiver_unit_id, authorityUnitIds: [row.authority_unit_id] };
    const may = mayOnCampaign(ctx.person, { state: row.state as CampaignState }, place, ctx.today);
    const kind = may.includes('sign')
      ? ('request-sign' as const)
      : may.includes('issue')
        ? ('request-issue' as const)
        : may.includes('edit')
          ? ('request' as const)
          : undefined;
    return kind ? [{ ...row, kind }] : [];
  });
};

const requestItems = async (ctx: ReadContext): Promise<WorkItem[]> =>
  Promise.all(
    (await requestsToDo(ctx)).map(async (row) => ({
      kind: row.kind,
      campaign: await campaignHead(ctx, row.id),
      unitId: null,
      unitName: null,
      state: row.state,
      since: row.created_at,
      due: null,
      lateness: null,
      row: null,
    })),
  );

/** Reports of the own units in campaigns that are over: nothing is to be done, and they are found again. */
const overOwn = async (
  ctx: ReadContext,
  unitIds: readonly string[],
): Promise<WorkAnswer['own'][number][]> => {
  if (unitIds.length === 0) return [];
  const closed = await ctx.db
    .selectFrom('campaign')
    .where('state', '=', 'closed')
    .where((eb) =>
      eb.exists(
        eb
          .selectFrom('report')
          .select('report.unit_id')
          .whereRef('report.campaign_id', '=', 'campaign.id')
          .where('report.unit_id', 'in', [...unitIds]),
      ),
    )
    .orderBy('window_to', 'desc')
    .limit(MOST_OVER)
    .select('id')
    .execute();
  const own: WorkAnswer['own'][number][] = [];
  for (const { id } of closed) {
    const head = await campaignHead(ctx, id);
    const rows = await boardRows(ctx, { campaignId: id, unitIds, andSubmitted: false });
    own.push(...rows.map((row) => ({ campaign: head, row, unitName: row.name })));
  }
  return own;
};

/**
 * *Việc cần làm*: what this person must do, by when, in order, and where the own reports are; those of campaigns that
 * are over only where they are asked for.
 */
export const work = async (ctx: ReadContext, over = false): Promise<WorkAnswer> => {
  const campaigns = await workedCampaigns(ctx);
  const unitIds = ownUnits(ctx);
  const items: WorkItem[] = [];
  const own: WorkAnswer['own'][number][] = [];
  for (const campaign of campaigns) {
    const receives = rolesAt(ctx.person, campaign.receiver_unit_id, ctx.today).has('receiver');
    if (!receives && unitIds.length === 0) continue;
    const head = await campaignHead(ctx, campaign.id);
    const rows = await boardRows(ctx, { campaignId: campaign.id, unitIds, andSubmitted: receives });
    for (const row of rows) {
      const mine = unitIds.includes(row.unitId);
      if (mine) own.push({ campaign: head, row, unitName: row.name });
      const kind = kindOf(row, mine, receives);
      if (kind) items.push(item(kind, head, row));
    }
  }
  items.push(...(await requestItems(ctx)));
  if (over) own.push(...(await overOwn(ctx, unitIds)));
  return { now: ctx.now, items: items.sort(byUrgency), own };
};
