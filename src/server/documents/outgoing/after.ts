import { type CorrectedPoint, correctionLetter, replacing } from '../../../core/documents/letters.ts';
import { signatureOf } from '../../../core/documents/style.ts';
import { partsOfDay } from '../../../core/kernel/instant.ts';
import { mayCorrect, mayReplace } from '../../../core/registry/decide.ts';
import { KIND_OF } from '../../../core/registry/outgoing.ts';
import type { WriteContext } from '../../http/context.ts';
import { notFound, Refused } from '../../http/failures.ts';
import { letterheadOf } from '../letterhead.ts';
import { requestLetter } from '../requestLetter.ts';
import { unitReport } from '../unitReport.ts';
import { type LoadedOutgoing, lockOutgoing } from './load.ts';
import { inText } from './named.ts';
import { type Draftable, draftOf } from './sources.ts';
import { addDraft } from './store.ts';

/** A mistake in content: the same kind of document is drafted anew from what is known now, and says what it replaces. */
export const draftReplacement = async (
  ctx: WriteContext,
  id: string,
  frozen: number | null,
  note: string,
): Promise<{ id: string }> => {
  const loaded = await lockOutgoing(ctx, id, 'replace', null);
  const { document, campaignId, aboutUnitId } = loaded;
  const wrong = mayReplace(document);
  if (wrong && !wrong.ok) throw new Refused(wrong.refusal);
  if (campaignId === null) throw notFound('campaign');
  const campaign = await ctx.trx
    .selectFrom('campaign')
    .select(['receiver_unit_id', 'authority_unit_id'])
    .where('id', '=', campaignId)
    .executeTakeFirstOrThrow();
  const drafted = await draftOf(
    ctx,
    { receiverUnitId: campaign.receiver_unit_id, authorityUnitId: campaign.authority_unit_id },
    {
      purpose: document.purpose as Draftable,
      campaignId,
      unitId: aboutUnitId,
      unitIds: null,
      frozen,
      note,
    },
  );
  const letterhead = await letterheadOf(ctx, document.unitId);
  const made = await addDraft(ctx, {
    unitId: document.unitId,
    purpose: document.purpose,
    campaignId,
    aboutUnitId,
    subject: drafted.subject,
    frozen: drafted.frozen ?? null,
    tree: replacing(drafted.tree, inText(loaded, KIND_OF[document.purpose], letterhead.bodyInText)),
    related: { id, relation: 'replace' },
  });
  return { id: made };
};

/** Those whom the corrected document went to. */
const addresseesOf = async (ctx: WriteContext, loaded: LoadedOutgoing): Promise<readonly string[]> => {
  const { document, tree, campaignId, aboutUnitId } = loaded;
  if (tree) return tree.kinhGui;
  if (document.purpose === 'report' && campaignId && aboutUnitId)
    return (await unitReport(ctx, campaignId, aboutUnitId)).kinhGui;
  return document.purpose === 'request' && campaignId
    ? (await requestLetter(ctx, campaignId)).kinhGui
    : ['Các cơ quan, đơn vị nhận văn bản'];
};

/** A mistake of form: a công văn says what was printed and how it reads. */
export const draftCorrection = async (
  ctx: WriteContext,
  id: string,
  points: readonly CorrectedPoint[],
  note: string,
): Promise<{ id: string }> => {
  const loaded = await lockOutgoing(ctx, id, 'correct', null);
  const { document, campaignId, aboutUnitId } = loaded;
  const wrong = mayCorrect(document, points);
  if (wrong && !wrong.ok) throw new Refused(wrong.refusal);
  const letterhead = await letterheadOf(ctx, document.unitId);
  const of = inText(loaded, KIND_OF[document.purpose], letterhead.bodyInText);
  const { year, month } = partsOfDay(ctx.today);
  const { style } = letterhead;
  const tree = correctionLetter({
    head: {
      superior: letterhead.superior,
      body: letterhead.body,
      bodyInText: letterhead.bodyInText,
      symbol: style.symbols.letter,
      place: letterhead.place,
      month: { year, month },
    },
    we: letterhead.bodyInText,
    to: await addresseesOf(ctx, loaded),
    of,
    points,
    note,
    signature: signatureOf(style.signatures.letter, null),
    copies: style.copies.letter,
    illustration: ctx.services.mode === 'demo',
  });
  const made = await addDraft(ctx, {
    unitId: document.unitId,
    purpose: 'correction',
    campaignId,
    aboutUnitId,
    subject: tree.head.regarding ?? '',
    tree,
    frozen: null,
    related: { id, relation: 'correct' },
  });
  return { id: made };
};
