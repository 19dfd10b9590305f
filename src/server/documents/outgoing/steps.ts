import { numberedTree, signedTree, withBases } from '../../../core/documents/letters.ts';
import type { TypedNumber } from '../../../core/registry/book.ts';
import { yearOf } from '../../../core/registry/book.ts';
import { discardOutgoing, issueOutgoing, setBases, signOutgoing } from '../../../core/registry/decide.ts';
import type { WriteContext } from '../../http/context.ts';
import { record } from '../../record/record.ts';
import { takeNumber } from '../../registry/number.ts';
import { guardIndexDecision } from './indexDecision.ts';
import { kindOf, lockOutgoing } from './load.ts';
import { setOutgoing } from './store.ts';

export const signDocument = async (ctx: WriteContext, id: string, version: number): Promise<void> => {
  const { document, tree } = await lockOutgoing(ctx, id, 'sign', version);
  await record(ctx, signOutgoing(document));
  await setOutgoing(ctx, id, {
    state: 'signed',
    signed_by: ctx.person.personId,
    signed_at: new Date(ctx.now),
    ...(tree ? { tree: JSON.stringify(signedTree(tree, ctx.person.name)) } : {}),
  });
};

/** The drafter words what a decision rests on, before it is signed. */
export const setDocumentBases = async (
  ctx: WriteContext,
  id: string,
  version: number,
  bases: readonly string[],
): Promise<void> => {
  const { document, tree } = await lockOutgoing(ctx, id, 'set-bases', version);
  await record(ctx, setBases(document, bases));
  if (tree) await setOutgoing(ctx, id, { tree: JSON.stringify(withBases(tree, bases)) });
};

/** Văn thư gives number and day, or the book does: the document is kept as it leaves. */
export const issueDocument = async (
  ctx: WriteContext,
  id: string,
  version: number,
  given: TypedNumber & { readonly symbol: string },
): Promise<void> => {
  const loaded = await lockOutgoing(ctx, id, 'issue', version);
  const { document, tree, roundId } = loaded;
  if (roundId) await guardIndexDecision(ctx, roundId, tree);
  const numbered = await takeNumber(ctx, document.unitId, kindOf(loaded), given, given.symbol);
  await record(ctx, issueOutgoing(document, numbered, ctx.today));
  const { number, symbol, day, fromBook } = numbered;
  await setOutgoing(ctx, id, {
    state: 'issued',
    year: yearOf(day),
    number: Number(number),
    symbol,
    day,
    from_book: fromBook,
    issued_by: ctx.person.personId,
    issued_at: new Date(ctx.now),
    ...(tree ? { tree: JSON.stringify(numberedTree(tree, numbered)) } : {}),
  });
};

export const discardDocument = async (ctx: WriteContext, id: string, version: number): Promise<void> => {
  const { document } = await lockOutgoing(ctx, id, 'discard', version);
  await record(ctx, discardOutgoing(document));
  await setOutgoing(ctx, id, { state: 'discarded' });
};
