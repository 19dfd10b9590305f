import { decisionAnnexes, indexDecision } from '../../../core/documents/indexDecision.ts';
import { signatureOf } from '../../../core/documents/style.ts';
import type { DocumentTree } from '../../../core/documents/tree.ts';
import { partsOfDay } from '../../../core/kernel/instant.ts';
import { publishable } from '../../../core/scoring/decideRound.ts';
import type { ReadContext, WriteContext } from '../../http/context.ts';
import { forbidden, Refused, refused } from '../../http/failures.ts';
import { shareOf } from '../../scoring/views/lowMarks.ts';
import { findRound, isOffice, roundAnswer } from '../../scoring/views/rounds.ts';
import { findSet } from '../../scoring/views/setOf.ts';
import { letterheadOf } from '../letterhead.ts';
import { addDraft } from './store.ts';

const lower = (words: string): string => words.charAt(0).toLocaleLowerCase('vi') + words.slice(1);

/** The decision as it would be drafted now, from the results as they stand. */
const decisionOf = async (ctx: ReadContext, roundId: string): Promise<DocumentTree> => {
  const row = await findRound(ctx, roundId);
  const answer = await roundAnswer(ctx, roundId);
  const letterhead = await letterheadOf(ctx, row.authority_unit_id);
  const { year, month } = partsOfDay(ctx.today);
  const { style } = letterhead;
  const set = (await findSet(ctx, row.set_id, { version: row.set_version }))?.set;
  return indexDecision({
    head: {
      superior: letterhead.superior,
      body: letterhead.body,
      bodyInText: letterhead.bodyInText,
      symbol: style.symbols.decision,
      place: letterhead.place,
      month: { year, month },
    },
    answer,
    setDecision: set?.decision
      ? { number: set.decision.number, day: set.decision.date, title: lower(set.title) }
      : null,
    officeName: row.office_name,
    lowShare: await shareOf(ctx, row.authority_unit_id, row.year, null),
    signature: signatureOf(style.signatures.decision, null),
    copies: style.copies.decision,
    illustration: ctx.services.mode === 'demo',
  });
};

/** The office drafts the decision once every unit is appraised to the end; one draft at a time. */
export const draftIndexDecision = async (ctx: WriteContext, roundId: string): Promise<{ id: string }> => {
  await ctx.trx.selectFrom('index_round').where('id', '=', roundId).select('id').forUpdate().execute();
  const row = await findRound(ctx, roundId);
  if (!isOffice(ctx, row)) throw forbidden();
  const answer = await roundAnswer(ctx, roundId);
  const wrong = publishable(
    { id: roundId, isPublished: row.state === 'published' },
    answer.units.map((u) => ({ name: u.name, stage: u.stage })),
  );
  if (wrong && !wrong.ok) throw new Refused(wrong.refusal);
  if (answer.decision) throw refused('scoring.decisionDrafted');
  const tree = await decisionOf(ctx, roundId);
  const id = await addDraft(ctx, {
    unitId: row.authority_unit_id,
    purpose: 'index-decision',
    campaignId: null,
    aboutUnitId: null,
    roundId,
    subject: (tree.head.title ?? '').replace(/^Về việc /, ''),
    tree,
    related: null,
  });
  return { id };
};

/** What was signed must be what is published: results that moved since the draft send it back to be drafted anew. */
export const guardIndexDecision = async (
  ctx: WriteContext,
  roundId: string,
  tree: DocumentTree | null,
): Promise<void> => {
  const now = decisionAnnexes(await roundAnswer(ctx, roundId, true));
  // Kept as jsonb, whose keys come back in an order of their own.
  if (plain(tree?.annexes) !== plain(now)) throw refused('scoring.decisionStale');
};

const plain = (value: unknown): string =>
  JSON.stringify(value, (_key, one: unknown) =>
    one !== null && typeof one === 'object' && !Array.isArray(one)
      ? Object.fromEntries(Object.entries(one).sort(([a], [b]) => (a < b ? -1 : 1)))
      : one,
  );
