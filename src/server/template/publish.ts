import { accept } from '../../core/kernel/decision.ts';
import { publishDraft as decide, templateFact } from '../../core/template/draft.ts';
import type { WriteContext } from '../http/context.ts';
import { record } from '../record/record.ts';
import { publishedTemplate } from '../report/views/template.ts';
import { knownMeanings, lockDraft, newestVersion } from './load.ts';
import { deleteDraft, insertVersion } from './store.ts';

/** The draft becomes a version that requests may be issued with; what was issued before stays as it is (C1). */
export const publishDraft = async (ctx: WriteContext, templateId: string, version: number): Promise<void> => {
  const locked = await lockDraft(ctx, templateId, 'publish', version);
  // A pack may have brought versions meanwhile.
  const next = (await newestVersion(ctx, templateId)) + 1;
  const draft = { ...locked, template: { ...locked.template, version: next } };
  const base = draft.basedOn === null ? undefined : await publishedTemplate(ctx, templateId, draft.basedOn);
  await record(ctx, decide(draft, base, await knownMeanings(ctx)));
  await insertVersion(ctx, draft.template);
  await deleteDraft(ctx, templateId);
};

export const dropDraft = async (ctx: WriteContext, templateId: string, version: number): Promise<void> => {
  const draft = await lockDraft(ctx, templateId, 'drop', version);
  await record(
    ctx,
    accept(templateFact(templateId, 'template.draftDropped', { version: draft.template.version })),
  );
  await deleteDraft(ctx, templateId);
};
