import { REQUEST_PARTS } from '../../core/campaign/request.ts';
import type { UnitSection } from '../../core/template/outline.ts';
import { draftCampaign } from '../campaign/draft.ts';
import { editCampaign } from '../campaign/edit.ts';
import { issueRequest } from '../campaign/issue.ts';
import { passRequestToSign } from '../campaign/passToSign.ts';
import { signRequest } from '../campaign/sign.ts';
import { campaignAnswer } from '../campaign/views.ts';
import { closeForGood } from '../consolidation/close.ts';
import { fillDraft } from '../consolidation/fill.ts';
import { freezeVersion } from '../consolidation/freeze.ts';
import type { WriteContext } from '../http/context.ts';
import { markRead } from '../notifications/store.ts';
import type { Pack } from '../pack/shape.ts';
import { sectionsOf } from '../report/views/contents.ts';
import { loadReport } from '../report/views/load.ts';
import type { acting, peopleOf } from './acting.ts';
import { letterOf } from './campaign.ts';
import { replay } from './replay.ts';
import { EARLIER_PERIODS, type EarlierPeriod } from './story/earlier/periods.ts';
import { earlierSteps } from './story/earlier/steps.ts';
import type { StoryStep } from './story/step.ts';

type Act = ReturnType<typeof acting>;
type People = Awaited<ReturnType<typeof peopleOf>>;

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
/** The published index that part 4 speaks of is the one of the year before the report's. */
const RENAMED = ['s4', 'a4'].map((id) => ({
  id,
  title:
    'Kết quả thực hiện các nhiệm vụ, giải pháp khắc phục Chỉ số CCHC bị đánh giá thấp hoặc kết quả chưa cao năm 2022',
}));

const issueEarlier = async (act: Act, people: People, period: EarlierPeriod): Promise<string> => {
  const letter = period.letter.reduce(
    (text, [said, instead]) => text.replaceAll(said, instead),
    await letterOf(people),
  );
  const id = await act('mai', period.drafted, (ctx) => draftCampaign(ctx, letter, period.fileName));
  const draft = await act('mai', period.drafted + 20 * MINUTE, (ctx) => campaignAnswer(ctx, id));
  await act('mai', period.drafted + HOUR, (ctx) =>
    editCampaign(ctx, id, draft.version, {
      ...draft.request,
      parts: { leftOut: [], added: [], renamed: RENAMED },
      seen: [...REQUEST_PARTS],
    }),
  );
  await act('mai', period.drafted + HOUR + 5 * MINUTE, (ctx) =>
    passRequestToSign(ctx, id, draft.version + 1),
  );
  await act('binh', period.signed, (ctx) => signRequest(ctx, id, draft.version + 2));
  const given = { number: period.number, symbol: 'UBND-NV', day: period.day };
  await act('vanthu', period.issued, (ctx) => issueRequest(ctx, id, draft.version + 3, given));
  return id;
};

const stepsOf = async (
  ctx: WriteContext,
  pack: Pack,
  campaignId: string,
  period: EarlierPeriod,
): Promise<StoryStep[]> => {
  const obliged = await ctx.db
    .selectFrom('report')
    .select('unit_id')
    .where('campaign_id', '=', campaignId)
    .execute();
  const steps: StoryStep[] = [];
  // Communes are all asked the same: of 2022 there are no published marks, and no tasks were given yet.
  let ofCommunes: readonly UnitSection[] | undefined;
  for (const { unit_id: id } of obliged) {
    const unit = pack.units.units.find((u) => u.id === id);
    if (!unit) throw new Error(`the pack knows no unit ${id}`);
    const sections =
      (unit.kind === 'commune' && ofCommunes) ||
      (await sectionsOf(ctx, await loadReport(ctx, campaignId, id)));
    if (unit.kind === 'commune') ofCommunes = sections;
    steps.push(...earlierSteps(pack, unit, sections, period));
  }
  return steps.sort((a, b) => a.at - b.at);
};

/** A campaign that is over: every unit received, put together, frozen and closed, each through its own verb. */
const playEarlier = async (act: Act, people: People, pack: Pack, period: EarlierPeriod): Promise<void> => {
  const id = await issueEarlier(act, people, period);
  const steps = await act('mai', period.issued, (ctx) => stepsOf(ctx, pack, id, period));
  for (const step of steps) await act(step.by, step.at, (ctx) => replay(ctx, id, step));
  await act('mai', period.frozen - 2 * HOUR, (ctx) => fillDraft(ctx, id, null));
  await act('mai', period.frozen, (ctx) => freezeVersion(ctx, id, { basis: 'received', note: period.note }));
  await act('mai', period.frozen + HOUR, (ctx) => closeForGood(ctx, id));
};

/** What is over long since is no news to anybody who signs in now. */
const readAll = async (act: Act, people: People, at: number): Promise<void> => {
  for (const login of people.keys()) await act(login, at, (ctx) => markRead(ctx, undefined));
};

export const playEarlierPeriods = async (act: Act, people: People, pack: Pack): Promise<void> => {
  for (const period of EARLIER_PERIODS) await playEarlier(act, people, pack, period);
  await readAll(act, people, (EARLIER_PERIODS.at(-1)?.frozen ?? 0) + 3 * HOUR);
};
