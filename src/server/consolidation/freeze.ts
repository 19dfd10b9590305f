import { type FrozenContent, freeze } from '../../core/consolidation/frozen.ts';
import { canonicalJson } from '../../core/report/content.ts';
import type { WriteContext } from '../http/context.ts';
import { record } from '../record/record.ts';
import { contentNow } from './contentNow.ts';
import { movesSince } from './moves.ts';
import { openFor } from './open.ts';
import { keepAfterFreeze, keepFrozen } from './store.ts';
import { frozenVersions, hashOfFrozen } from './views/frozen.ts';

const CODE = 8;

/** '7F2A-91C4': enough to tell by eye that two papers are of one version. */
const codeOf = (hash: string): string =>
  hash
    .slice(0, CODE)
    .toUpperCase()
    .replace(/^(.{4})(.{4})$/, '$1-$2');

/** What makes two versions the same, whatever their number and second. */
const substance = ({ number: _, at: __, ...rest }: FrozenContent): string => canonicalJson(rest);

/** Freezes figures, words and sources; a later version replaces the one before, linked both ways (G5). */
export const freezeVersion = async (
  ctx: WriteContext,
  campaignId: string,
  wanted: { readonly basis: 'received' | 'sent'; readonly note: string },
): Promise<{ number: number; code: string }> => {
  const opened = await openFor(ctx, campaignId, 'freeze', true);
  const [latest] = await frozenVersions(ctx, campaignId);
  const number = (latest?.content.number ?? 0) + 1;
  const { content, problems } = await contentNow(ctx, opened, wanted.basis, number);
  const hash = hashOfFrozen(content);
  const sealed = { hash, code: codeOf(hash) };
  const before = latest
    ? { number: latest.content.number, same: substance(latest.content) === substance(content) }
    : null;
  await record(ctx, freeze(content, sealed, problems, before, wanted.note));
  const moves = latest ? await movesSince(ctx, opened, latest.content) : undefined;
  await keepFrozen(ctx, content, sealed, before?.number ?? null, wanted.note);
  if (before && moves)
    await keepAfterFreeze(ctx, campaignId, {
      number: before.number,
      choice: 'reissue',
      note: wanted.note,
      moved: moves.moved,
      movedHash: moves.hash,
      newNumber: number,
    });
  return { number, code: sealed.code };
};
