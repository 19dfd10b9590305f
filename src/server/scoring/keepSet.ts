import { keepSet } from '../../core/scoring/keepSet.ts';
import { readSet } from '../../core/scoring/readSet.ts';
import { hasErrors, validateSet } from '../../core/scoring/validate.ts';
import type { WriteContext } from '../http/context.ts';
import { refused } from '../http/failures.ts';
import { record } from '../record/record.ts';
import { lockSet, saveSetVersion } from './store.ts';
import { myOffice } from './views/offices.ts';
import { findSet } from './views/setOf.ts';

/** I1: keeps what a person confirmed after the preview. It is read and judged again: a browser's word is not enough. */
export const keepCriteriaSet = async (ctx: WriteContext, given: unknown, reason: string): Promise<string> => {
  const office = await myOffice(ctx);
  const { set, problems } = readSet(given);
  if (!set) throw refused('scoring.setHasErrors', { n: problems.length });
  const found = [...problems, ...(hasErrors(problems) ? [] : validateSet(set))];
  await lockSet(ctx, set.id);
  const known = await findSet(ctx, set.id);
  const decision = keepSet(set, found, known && { current: known.set, version: known.version }, reason);
  await record(ctx, decision);
  await saveSetVersion(ctx, office.authorityUnitId, set, decision.version ?? 1, reason.trim());
  return set.id;
};
