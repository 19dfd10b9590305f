import { accept } from '../../core/kernel/decision.ts';
import { templateFact } from '../../core/template/draft.ts';
import type { WriteContext } from '../http/context.ts';
import { record } from '../record/record.ts';
import { lockDraft } from './load.ts';
import { setTried } from './store.ts';

/** Somebody filled the draft as a unit would and found it good. What was filled never left the browser. */
export const markTried = async (ctx: WriteContext, templateId: string, version: number): Promise<void> => {
  const draft = await lockDraft(ctx, templateId, 'try', version);
  if (draft.triedVersion === draft.version) return;
  await record(
    ctx,
    accept(templateFact(templateId, 'template.triedOut', { version: draft.template.version })),
  );
  await setTried(ctx, templateId, draft.version);
};
