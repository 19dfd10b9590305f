import { editDraft as decide } from '../../core/template/draft.ts';
import type { Edit } from '../../core/template/edit.ts';
import type { WriteContext } from '../http/context.ts';
import { record } from '../record/record.ts';
import { knownMeanings, lockDraft } from './load.ts';
import { setDraft } from './store.ts';

export const editDraft = async (
  ctx: WriteContext,
  templateId: string,
  version: number,
  edit: Edit,
): Promise<void> => {
  const draft = await lockDraft(ctx, templateId, 'edit', version);
  const decision = decide(draft, edit, await knownMeanings(ctx));
  await record(ctx, decision);
  if (decision.template) await setDraft(ctx, decision.template);
};
