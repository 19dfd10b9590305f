import type { CampaignAnswer } from '../../../../core/campaign/answers.ts';
import {
  type NamedDeadline,
  partsOf,
  policyOf,
  type Request,
  recipientsOf,
} from '../../../../core/campaign/request.ts';
import type { AmendWire } from '../../../../core/campaign/wire.ts';
import { shortDay } from '../../../../core/kernel/wording.ts';
import { t } from '../../../texts/text.ts';
import { deadlineWording, readMoment, type TypedMoment, typedMoment } from '../draft/moment.ts';
import { readPolicy, type TypedPolicy, typedPolicy } from '../draft/PolicyForm.tsx';
import { readTypedDay } from '../draft/typed-day.ts';

export type TypedPart = {
  /** null: new; the server gives it a number. */
  readonly id: string | null;
  readonly outlines: readonly string[];
  readonly title: string;
  readonly guidance: string;
};

/** The change as it stands in the fields. */
export type Typed = {
  readonly deadline: TypedMoment;
  /** By the place of the group; null: the deadline of all. */
  readonly groupDeadlines: readonly (TypedMoment | null)[];
  readonly window: { readonly from: string; readonly to: string };
  readonly policy: TypedPolicy;
  readonly leftOut: ReadonlySet<string>;
  readonly added: readonly TypedPart[];
  readonly units: ReadonlySet<string>;
  readonly leads: Request['leads'];
  readonly number: string;
  readonly day: string;
  readonly reason: string;
  readonly resend: boolean;
  readonly resendBy: TypedMoment;
};

export const typedOf = ({ request }: CampaignAnswer): Typed => {
  const parts = partsOf(request);
  return {
    deadline: typedMoment(request.deadline?.at),
    groupDeadlines: request.recipients.map((r) => (r.deadline ? typedMoment(r.deadline.at) : null)),
    window: request.window
      ? { from: shortDay(request.window.from), to: shortDay(request.window.to) }
      : { from: '', to: '' },
    policy: typedPolicy(policyOf(request)),
    leftOut: new Set(parts.leftOut),
    added: parts.added.map((p) => ({ ...p, guidance: p.guidance ?? '' })),
    units: new Set(recipientsOf(request)),
    leads: request.leads,
    number: '',
    day: '',
    reason: '',
    resend: false,
    resendBy: typedMoment(null),
  };
};

type MomentErrors = { readonly day?: string; readonly clock?: string };
export type Errors = {
  readonly deadline?: MomentErrors;
  /** By the place of the group. */
  readonly groupDeadlines?: ReadonlyMap<number, MomentErrors>;
  readonly from?: string;
  readonly to?: string;
  readonly policy?: NonNullable<ReturnType<typeof readPolicy>['errors']>;
  /** By the place of the part. */
  readonly parts?: ReadonlyMap<number, string>;
  readonly number?: string;
  readonly day?: string;
  readonly reason?: string;
  readonly resendBy?: MomentErrors;
};

/** The letter's own wording stays while the moment is the same. */
const namedAs = (before: NamedDeadline | null | undefined, at: number | undefined): NamedDeadline | null =>
  at === undefined ? null : before?.at === at ? before : { at, wording: deadlineWording(at) };

/** Units that go leave their group; who comes joins the group with most of its kind. */
const recipientsOfTyped = (
  campaign: CampaignAnswer,
  units: ReadonlySet<string>,
  deadlines: readonly (NamedDeadline | null)[],
): AmendWire['request']['recipients'] => {
  const { recipients } = campaign.request;
  const kindOf = new Map(campaign.units.map((u) => [u.id, u.kind]));
  const groups = recipients.map((r, i) => ({
    text: r.text,
    unitIds: r.unitIds.filter((id) => units.has(id)),
    deadline: deadlines[i] ?? null,
  }));
  const known = new Set(recipientsOf(campaign.request));
  for (const id of units) {
    if (known.has(id)) continue;
    const likeIt = recipients.map(
      (r) => r.unitIds.filter((one) => kindOf.get(one) === kindOf.get(id)).length,
    );
    const group = groups[likeIt.indexOf(Math.max(...likeIt))];
    if (group) group.unitIds.push(id);
  }
  return groups;
};

/** The change as the server takes it, or what is wrong with which field. */
export const readTyped = (
  typed: Typed,
  campaign: CampaignAnswer,
): { wire: Omit<AmendWire, 'confirm'>; errors?: undefined } | { wire?: undefined; errors: Errors } => {
  const deadline = readMoment(typed.deadline);
  const [from, to] = [readTypedDay(typed.window.from), readTypedDay(typed.window.to)];
  const policy = readPolicy(typed.policy, deadline.at ?? null);
  const day = readTypedDay(typed.day);
  const resendBy = typed.resend ? readMoment(typed.resendBy) : { at: null };
  const untitled = new Map(
    typed.added.flatMap((part, i) => (part.title.trim() ? [] : [[i, t('amend.partTitleMissing')] as const])),
  );
  const before: Request['deadline'] = campaign.request.deadline;
  const groups = typed.groupDeadlines.map((moment) => (moment ? readMoment(moment) : null));
  const wrongGroups = new Map(groups.flatMap((read, i) => (read?.error ? [[i, read.error] as const] : [])));
  if (
    deadline.at === undefined ||
    !from ||
    !to ||
    from > to ||
    !policy.policy ||
    !day ||
    !/\d/.test(typed.number) ||
    typed.reason.trim().length < 5 ||
    resendBy.at === undefined ||
    untitled.size > 0 ||
    wrongGroups.size > 0
  )
    return {
      errors: {
        ...(deadline.error ? { deadline: deadline.error } : {}),
        ...(wrongGroups.size > 0 ? { groupDeadlines: wrongGroups } : {}),
        ...(from ? {} : { from: t('requests.dayUnread') }),
        ...(to && from && from > to
          ? { to: t('requests.windowReversed') }
          : to
            ? {}
            : { to: t('requests.dayUnread') }),
        ...(policy.errors ? { policy: policy.errors } : {}),
        ...(day ? {} : { day: t('requests.dayUnread') }),
        ...(/\d/.test(typed.number) ? {} : { number: t('amend.documentHint') }),
        ...(typed.reason.trim().length < 5 ? { reason: t('requests.reasonAsk') } : {}),
        ...('error' in resendBy && resendBy.error ? { resendBy: resendBy.error } : {}),
        ...(untitled.size > 0 ? { parts: untitled } : {}),
      },
    };
  return {
    wire: {
      version: campaign.version,
      document: { number: typed.number.trim(), day },
      reason: typed.reason.trim(),
      resend: typed.resend,
      resendBy: resendBy.at,
      request: {
        deadline:
          before?.at === deadline.at ? before : { at: deadline.at, wording: deadlineWording(deadline.at) },
        window: { from, to },
        policy: policy.policy,
        parts: {
          leftOut: [...typed.leftOut],
          added: typed.added.map((p) => ({
            id: p.id,
            outlines: [...p.outlines],
            title: p.title.trim(),
            guidance: p.guidance.trim() || null,
          })),
        },
        recipients: recipientsOfTyped(
          campaign,
          typed.units,
          groups.map((read, i) => namedAs(campaign.request.recipients[i]?.deadline, read?.at)),
        ),
        leads: typed.leads.map((l) => ({ ...l, partnerUnitIds: [...l.partnerUnitIds] })),
      },
    },
  };
};
