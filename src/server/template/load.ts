import { mayOnTemplates, type TemplateVerb } from '../../core/template/allow.ts';
import type { TemplateDraft } from '../../core/template/draft.ts';
import { type Meaning, publishedMeanings } from '../../core/template/meaning.ts';
import type { Template } from '../../core/template/template.ts';
import type { ReadContext, WriteContext } from '../http/context.ts';
import { forbidden, notFound, refused } from '../http/failures.ts';
import { publishedTemplate } from '../report/views/template.ts';

export const mustKeepTemplates = (ctx: ReadContext, verb?: TemplateVerb): void => {
  if (mayOnTemplates(ctx.person, ctx.today).length === 0) throw forbidden(verb ? { verb } : {});
};

const selectDraft = (ctx: ReadContext, templateId: string) =>
  ctx.db
    .selectFrom('template_draft')
    .innerJoin('person', 'person.id', 'template_draft.changed_by')
    .where('template_id', '=', templateId)
    .select([
      'template_id',
      'based_on',
      'title',
      'body',
      'template_draft.version',
      'tried_version',
      'changed_at',
      'person.name as changed_by_name',
    ]);

type Row = NonNullable<Awaited<ReturnType<ReturnType<typeof selectDraft>['executeTakeFirst']>>>;

export const draftOf = (row: Row): TemplateDraft => ({
  template: row.body as unknown as Template,
  basedOn: row.based_on,
  version: row.version,
  triedVersion: row.tried_version,
});

export const findDraft = (ctx: ReadContext, templateId: string): Promise<Row | undefined> =>
  selectDraft(ctx, templateId).executeTakeFirst();

/** Locks the draft for a verb; the caller must have seen the version that stands. */
export const lockDraft = async (
  ctx: WriteContext,
  templateId: string,
  verb: TemplateVerb,
  version: number,
): Promise<TemplateDraft> => {
  mustKeepTemplates(ctx, verb);
  const row = await selectDraft(ctx, templateId).forUpdate('template_draft').executeTakeFirst();
  if (!row) throw notFound('templateDraft');
  if (row.version !== version)
    throw refused('template.stale', {
      yours: version,
      current: row.version,
      by: row.changed_by_name,
      at: row.changed_at,
    });
  return draftOf(row);
};

const inOrder = (ctx: ReadContext) =>
  ctx.db
    .selectFrom('template')
    .orderBy('published_at')
    .orderBy('id')
    .orderBy('version')
    .select(['id', 'version'])
    .execute();

/** C2 rests on what was published, and on nothing else: published versions are insert-only. */
export const knownMeanings = async (ctx: ReadContext): Promise<ReadonlyMap<string, Meaning>> => {
  const published: Template[] = [];
  for (const { id, version } of await inOrder(ctx)) published.push(await publishedTemplate(ctx, id, version));
  return publishedMeanings(published);
};

export const newestVersion = async (ctx: ReadContext, templateId: string): Promise<number> =>
  (await inOrder(ctx)).filter((t) => t.id === templateId).reduce((n, t) => Math.max(n, t.version), 0);
