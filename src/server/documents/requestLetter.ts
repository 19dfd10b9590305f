import { partsOf, type Request } from '../../core/campaign/request.ts';
import { requestDocument } from '../../core/documents/requestDocument.ts';
import type { Authority, DocumentTree } from '../../core/documents/tree.ts';
import { partsOfDay } from '../../core/kernel/instant.ts';
import { shortDay } from '../../core/kernel/wording.ts';
import { campaignAnswer } from '../campaign/views.ts';
import type { ReadContext } from '../http/context.ts';
import { refused } from '../http/failures.ts';
import { letterheadOf } from './letterhead.ts';

const AUTHORITIES: readonly string[] = ['TM.', 'TL.', 'KT.', 'TUQ.', 'Q.'];

/** Everybody by the words of the deadline that binds them. */
const deadlinesOf = (request: Request, general: string) =>
  [...Map.groupBy(request.recipients, (r) => r.deadline?.wording ?? general)].map(([wording, groups]) => ({
    wording,
    recipients: groups.map((r) => r.text),
  }));

/** The request as the công văn that was or will be issued; a draft bears no number. */
export const requestLetter = async (ctx: ReadContext, campaignId: string): Promise<DocumentTree> => {
  const campaign = await campaignAnswer(ctx, campaignId);
  const { request } = campaign;
  if (!request.window || !request.deadline) throw refused('campaign.incomplete', { gaps: campaign.gaps });
  const place = await ctx.db
    .selectFrom('campaign')
    .select(['authority_unit_id'])
    .where('id', '=', campaignId)
    .executeTakeFirstOrThrow();
  const letterhead = await letterheadOf(ctx, place.authority_unit_id);
  const we = campaign.authorityName.replace(
    /^(Huyện|Tỉnh|Xã|Phường).*$/,
    (_, kind: string) => `UBND ${kind.toLowerCase()}`,
  );
  const nameOf = (id: string) => campaign.units.find((u) => u.id === id)?.name ?? '';
  const [communes, departments] = [
    campaign.outlines.find((o) => o.kinds.includes('commune')),
    campaign.outlines.find((o) => o.kinds.includes('department')),
  ];
  const asked = partsOf(request);
  const titleOf = (part: { id: string; title: string }): string =>
    asked.renamed?.find((one) => one.id === part.id)?.title ?? part.title;
  const named = (title: string, fields: readonly string[]) => {
    const optional = /\(nếu có\)/.test(title);
    return {
      title: title.replace(/\s*\(nếu có\)/, ''),
      ...(fields.length ? { fields } : {}),
      ...(optional ? { optional } : {}),
    };
  };
  // The letter names what this request asks: without what it leaves out, under its own titles, with what it adds.
  const topParts = (outline: typeof communes) => {
    const parts = (outline?.parts ?? []).filter((p) => !asked.leftOut.includes(p.id));
    return [
      ...parts
        .filter((p) => p.depth === 0)
        .map((part) => {
          const fields: string[] = [];
          for (const next of parts.slice(parts.indexOf(part) + 1)) {
            if (next.depth === 0) break;
            if (next.depth === 1) fields.push(titleOf(next));
          }
          return named(titleOf(part), fields);
        }),
      ...asked.added
        .filter((part) => part.outlines.includes(outline?.id ?? ''))
        .map((part) => named(part.title, [])),
    ];
  };
  const { year, month } = partsOfDay(ctx.today);
  const { signer } = request;
  return requestDocument({
    issuer: letterhead.body,
    issuerInText: we,
    superior: letterhead.superior,
    number: campaign.number,
    symbol: request.symbol ?? '',
    place: request.place ?? letterhead.place,
    day: campaign.documentDay,
    month: { year, month },
    subject: request.subject ?? '',
    figuresOf: (request.subject ?? '').replace(/^báo cáo (công tác )?/i, ''),
    recipients: request.recipients.map((r) => r.text),
    bases: request.legalBases.map((b) =>
      [
        'Thực hiện',
        `${b.kind.charAt(0).toLocaleUpperCase('vi')}${b.kind.slice(1)} số ${b.number}`,
        b.date ? `ngày ${shortDay(b.date)}` : '',
        b.issuer ? `của ${b.issuer}` : '',
        b.about ? `về ${b.about.replace(/^về\s+/i, '')}` : '',
      ]
        .filter(Boolean)
        .join(' '),
    ),
    obliged: 'các cơ quan, đơn vị, UBND các xã, thị trấn',
    groups: [
      ...(communes ? [{ recipients: 'UBND các xã, thị trấn', parts: topParts(communes), leads: [] }] : []),
      ...(departments
        ? [
            {
              recipients: 'Các phòng, cơ quan chuyên môn',
              sameAs: 1,
              parts: topParts(departments)
                .slice(1)
                .map((p) => ({ title: p.title, ...('optional' in p ? { optional: true } : {}) })),
              leads: request.leads.map((l) => ({
                lead: nameOf(l.leadUnitId),
                field: l.field,
                partners: l.partnerUnitIds.map(nameOf),
              })),
            },
          ]
        : []),
    ],
    window: request.window,
    deadline: request.deadline.wording,
    deadlines: deadlinesOf(request, request.deadline.wording),
    receiver: campaign.receiverName,
    signature: {
      authority: AUTHORITIES.includes(signer?.authority ?? '') ? (signer?.authority as Authority) : null,
      ...(signer?.onBehalfOf ? { onBehalfOf: signer.onBehalfOf } : {}),
      position: signer?.position ?? '',
      name: campaign.state === 'draft' ? null : (signer?.name ?? null),
    },
    copies: request.copies.length ? request.copies : ['Như trên', 'Lưu: VT.'],
    draft: campaign.state !== 'issued' && campaign.state !== 'closed',
    illustration: ctx.services.mode === 'demo',
  });
};
