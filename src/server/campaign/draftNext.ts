import { uuidv7 } from 'uuidv7';
import { guardCampaign } from '../../core/campaign/decide.ts';
import type { NamedDeadline, Request } from '../../core/campaign/request.ts';
import { accept } from '../../core/kernel/decision.ts';
import { chainOfCampaign } from '../../core/kernel/fact.ts';
import { isoInstant, parseInstant } from '../../core/kernel/instant.ts';
import { following, nextRequest } from '../../core/letter/nextPeriod.ts';
import type { Period, PeriodKind } from '../../core/letter/reading.ts';
import type { WriteContext } from '../http/context.ts';
import { refused } from '../http/failures.ts';
import { record } from '../record/record.ts';
import { publishedVersions } from '../template/views.ts';
import { type LoadedCampaign, openCampaign } from './load.ts';
import { columnsOf } from './store.ts';
import { calendarOf } from './views/calendar.ts';

type Target = { readonly kind: string; readonly index: number | null; readonly year: number };

/** Words that make the named day itself still in time. */
const INCLUSIVE = /chậm nhất|muộn nhất|trong ngày|hết ngày|đến ngày/i;

const requestOfNext = (last: Request, target: Target | null): Request => {
  const { period, window, deadline, subject } = last;
  if (!period || !window || !deadline || !subject) throw refused('campaign.nextNeedsLast');
  const now = { ...period, kind: period.kind as PeriodKind };
  const wanted = target
    ? ({ ...target, kind: target.kind as PeriodKind } as Period & { year: number })
    : following(now);
  const moved = (named: NamedDeadline) => {
    const next = nextRequest(
      {
        subject,
        period: now,
        window,
        deadline: { at: isoInstant(named.at), inclusive: INCLUSIVE.test(named.wording), timeOfDay: null },
        titles: last.leads.map((l) => l.field),
      },
      wanted,
    );
    return {
      next,
      deadline: { at: parseInstant(next.deadline.at) ?? named.at, wording: next.deadline.text },
    };
  };
  const { next, deadline: nextDeadline } = moved(deadline);
  const { at } = nextDeadline;
  const far = (closing: number | null) => (closing === null ? null : closing + at - deadline.at);
  return {
    ...last,
    subject: next.subject,
    period: next.period,
    window: next.window,
    deadline: nextDeadline,
    recipients: last.recipients.map((r) => (r.deadline ? { ...r, deadline: moved(r.deadline).deadline } : r)),
    // Closing dates lie as far behind the deadline as before; a person looks at them with the rest.
    ...(last.policy && {
      policy: {
        ...last.policy,
        lastSending: far(last.policy.lastSending),
        lastCorrection: far(last.policy.lastCorrection),
      },
    }),
    leads: last.leads.map((l, i) => ({ ...l, field: next.titles[i] ?? l.field })),
    // A person looks at every part of the new request again (A2).
    seen: [],
  };
};

const insertDraft = async (
  ctx: WriteContext,
  lastId: string,
  last: LoadedCampaign,
  request: Request,
): Promise<string> => {
  const id = uuidv7();
  // Begun with the newest version of the same template; the draft shows which, and another may be chosen.
  const newest = (await publishedVersions(ctx))
    .filter((t) => t.id === last.template.id)
    .reduce((n, t) => Math.max(n, t.version), last.template.version);
  await ctx.trx
    .insertInto('campaign')
    .values({
      id,
      authority_unit_id: last.authorityUnitId,
      receiver_unit_id: last.campaign.receiverUnitId,
      template_id: last.template.id,
      template_version: newest,
      state: 'draft',
      drafted_by: ctx.person.personId,
      created_at: new Date(ctx.now),
      ...columnsOf(request, await calendarOf(ctx)),
    })
    .execute();
  await record(
    ctx,
    accept({ type: 'campaign.drafted', chain: chainOfCampaign(id), campaignId: id, data: { from: lastId } }),
  );
  return id;
};

const openLast = async (ctx: WriteContext, lastId: string): Promise<LoadedCampaign> => {
  const last = await openCampaign(ctx, lastId, 'draft-next');
  const wrong = guardCampaign(last.campaign, 'draft-next');
  if (wrong) await record(ctx, wrong);
  return last;
};

/** A5: the next request from the last one in one action; window, deadline and wording follow, nothing is sent. */
export const draftNext = async (
  ctx: WriteContext,
  lastId: string,
  target: Target | null,
): Promise<string> => {
  const last = await openLast(ctx, lastId);
  return insertDraft(ctx, lastId, last, requestOfNext(last.request, target));
};

/**
 * The rest of the yearly regime drafted ahead: quý I gives 6 tháng, quý III and năm (CV 581/BNV-CCHC). A period that
 * already has a request of this authority is left alone, so that asking twice makes nothing twice.
 */
export const draftYear = async (ctx: WriteContext, lastId: string): Promise<readonly string[]> => {
  const last = await openLast(ctx, lastId);
  const { period } = last.request;
  if (!period) throw refused('campaign.nextNeedsLast');
  const known = await ctx.trx
    .selectFrom('campaign')
    .where('authority_unit_id', '=', last.authorityUnitId)
    .select(['period_kind', 'period_index', 'period_year'])
    .execute();
  const drafted: string[] = [];
  const first = following({ ...period, kind: period.kind as PeriodKind });
  for (let next = first; next.year === first.year && drafted.length < 12; next = following(next)) {
    const { kind, index, year } = next;
    if (known.some((k) => k.period_kind === kind && k.period_year === year && k.period_index === index))
      continue;
    drafted.push(await insertDraft(ctx, lastId, last, requestOfNext(last.request, { kind, index, year })));
  }
  if (drafted.length === 0) throw refused('campaign.yearDrafted', { year: first.year });
  return drafted;
};
