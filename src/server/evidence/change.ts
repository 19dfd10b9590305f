import { mayKeep } from '../../core/evidence/allow.ts';
import type { EvidenceAnswer } from '../../core/evidence/answers.ts';
import { change, type Evidence, type EvidenceDetails, withdraw } from '../../core/evidence/document.ts';
import type { WriteContext } from '../http/context.ts';
import { forbidden } from '../http/failures.ts';
import { record } from '../record/record.ts';
import { setWithdrawn, updateEvidence } from './store.ts';
import { documentOf, lockDocument } from './views/documents.ts';
import { ownStances } from './views/readers.ts';

const keptBy = async (ctx: WriteContext, id: string): Promise<Evidence & { readonly fileName: string }> => {
  const found = await lockDocument(ctx, id);
  if (!found || found.withdrawn || !mayKeep(ownStances(ctx, found.unitId))) throw forbidden();
  return found;
};

export const changeEvidence = async (
  ctx: WriteContext,
  id: string,
  version: number,
  details: EvidenceDetails,
): Promise<EvidenceAnswer> => {
  const found = await keptBy(ctx, id);
  await record(ctx, change(found, version, details));
  await updateEvidence(ctx, id, details, found.fileName);
  return documentOf(ctx, id);
};

export const withdrawEvidence = async (ctx: WriteContext, id: string): Promise<void> => {
  await record(ctx, withdraw(await keptBy(ctx, id)));
  await setWithdrawn(ctx, id);
};
