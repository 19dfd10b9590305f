import { accept } from '../../core/kernel/decision.ts';
import { templateFact } from '../../core/template/draft.ts';
import { freeId } from '../../core/template/place.ts';
import type { WriteContext } from '../http/context.ts';
import { notFound } from '../http/failures.ts';
import { record } from '../record/record.ts';
import { publishedTemplate } from '../report/views/template.ts';
import { mustKeepTemplates, newestVersion } from './load.ts';
import { insertDraft } from './store.ts';

const getPublished = async (ctx: WriteContext, id: string, version: number) => {
  const known = await ctx.db
    .selectFrom('template')
    .where('id', '=', id)
    .where('version', '=', version)
    .select('id')
    .executeTakeFirst();
  if (!known) throw notFound('template');
  return publishedTemplate(ctx, id, version);
};

/** The next version of a template begins as a copy of one that was published. */
export const beginDraft = async (ctx: WriteContext, id: string, from: number): Promise<void> => {
  mustKeepTemplates(ctx, 'begin');
  const base = await getPublished(ctx, id, from);
  const template = { ...base, version: (await newestVersion(ctx, id)) + 1 };
  await insertDraft(ctx, template, from);
  await record(ctx, accept(templateFact(id, 'template.draftBegun', { from, version: template.version })));
};

/** A template of its own, beginning as a copy of another. */
export const beginTemplate = async (
  ctx: WriteContext,
  from: { readonly id: string; readonly version: number },
  title: string,
): Promise<string> => {
  mustKeepTemplates(ctx, 'begin');
  const base = await getPublished(ctx, from.id, from.version);
  const published = await ctx.db.selectFrom('template').select('id').execute();
  const drafts = await ctx.db.selectFrom('template_draft').select('template_id').execute();
  const taken = new Set([...published.map((t) => t.id), ...drafts.map((d) => d.template_id)]);
  const id = freeId(title, taken);
  await insertDraft(ctx, { ...base, id, version: 1, title }, null);
  await record(ctx, accept(templateFact(id, 'template.draftBegun', { copyOf: from, title, version: 1 })));
  return id;
};
