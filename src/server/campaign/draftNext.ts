import { uuidv7 } from 'uuidv7';
import type { Request } from '../../core/campaign/request.ts';
import { rolesAt } from '../../core/directory/roles.ts';
import { accept } from '../../core/kernel/decision.ts';
import { chainOfCampaign } from '../../core/kernel/fact.ts';
import { isoInstant, parseInstant } from '../../core/kernel/instant.ts';
import { following, nextRequest } from '../../core/letter/nextPeriod.ts';
import type { Period, PeriodKind } from '../../core/letter/reading.ts';
import type { WriteContext } from '../http/context.ts';
import { forbidden, notFound, refused } from '../http/failures.ts';
import { record } from '../record/record.ts';
import { columnsOf } from './store.ts';

type Target = { readonly kind: string; readonly index: number | null; readonly year: number };

/** Words that make the named day itself still in time. */
const INCLUSIVE = /chậm nhất|muộn nhất|trong ngày|hết ngày|đến ngày/i;

const requestOfNext = (last: Request, target: Target | null): Request => {
  const { period, window, deadline, subject } = last;
  if (!period || !window || !deadline || !subject) throw refused('campaign.nextNeedsLast');
  const now = { ...period, kind: period.kind as PeriodKind };
  const next = nextRequest(
    {
      subject,
      period: now,
      window,
      deadline: { at: isoInstant(deadline.at), inclusive: INCLUSIVE.test(deadline.wording), timeOfDay: null },
      titles: last.leads.map((l) => l.field),
    },
    target ? ({ ...target, kind: target.kind as PeriodKind } as Period & { year: number }) : following(now),
  );
  return {
    ...last,
    subject: next.subject,
    period: next.period,
    window: next.window,
    deadline: { at: parseInstant(next.deadline.at) ?? deadline.at, wording: next.deadline.text },
    leads: last.leads.map((l, i) => ({ ...l, field: next.titles[i] ?? l.field })),
    // A person looks at every part of the new request again (A2).
    seen: [],
  };
};

/** A5: the next request from the last one in one action; window, deadline and wording follow, nothing is sent. */
export const draftNext = async (
  ctx: WriteContext,
  lastId: string,
  target: Target | null,
): Promise<string> => {
  const last = await ctx.trx.selectFrom('campaign').selectAll().where('id', '=', lastId).executeTakeFirst();
  if (!last) throw notFound('campaign');
  if (!rolesAt(ctx.person, last.receiver_unit_id, ctx.today).has('receiver'))
    throw forbidden({ verb: 'edit' });
  const request = requestOfNext(last.request as unknown as Request, target);
  const id = uuidv7();
  await ctx.trx
    .insertInto('campaign')
    .values({
      id,
      authority_unit_id: last.authority_unit_id,
      receiver_unit_id: last.receiver_unit_id,
      template_id: last.template_id,
      template_version: last.template_version,
      state: 'draft',
      drafted_by: ctx.person.personId,
      created_at: new Date(ctx.now),
      ...columnsOf(request),
    })
    .execute();
  await record(
    ctx,
    accept({ type: 'campaign.drafted', chain: chainOfCampaign(id), campaignId: id, data: { from: lastId } }),
  );
  return id;
};
