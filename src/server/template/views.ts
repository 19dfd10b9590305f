import { sql } from 'kysely';
import { canonicalJson } from '../../core/report/content.ts';
import { mayOnTemplates } from '../../core/template/allow.ts';
import type {
  DraftAnswer,
  IndicatorsAnswer,
  PublishedAnswer,
  TemplateFileAnswer,
  TemplateLine,
  TemplatesAnswer,
} from '../../core/template/answers.ts';
import { everySection } from '../../core/template/place.ts';
import { readTemplate, type TemplateRead } from '../../core/template/readSheets.ts';
import type { Template } from '../../core/template/template.ts';
import { readExcel } from '../excel/readExcel.ts';
import type { ReadContext } from '../http/context.ts';
import { notFound, refused } from '../http/failures.ts';
import { publishedTemplate } from '../report/views/template.ts';
import { draftOf, findDraft, knownMeanings, mustKeepTemplates } from './load.ts';

/** Published versions, newest first, for whoever chooses one. */
export const publishedVersions = (ctx: ReadContext) =>
  ctx.db
    .selectFrom('template')
    .orderBy('published_at', 'desc')
    .orderBy('version', 'desc')
    .select(['id', 'version', 'title', 'published_at'])
    .execute();

export const templatesAnswer = async (ctx: ReadContext): Promise<TemplatesAnswer> => {
  mustKeepTemplates(ctx);
  const versions = await publishedVersions(ctx);
  const issued = await ctx.db
    .selectFrom('campaign')
    .where('state', 'in', ['issued', 'closed'])
    .groupBy(['template_id', 'template_version'])
    .select(['template_id', 'template_version', sql<number>`count(*)::int`.as('n')])
    .execute();
  const drafts = await ctx.db
    .selectFrom('template_draft')
    .innerJoin('person', 'person.id', 'template_draft.changed_by')
    .orderBy('begun_at')
    .select([
      'template_id',
      'based_on',
      'title',
      'template_draft.version',
      'changed_at',
      'person.name as changed_by',
    ])
    .execute();
  const ids = [...new Set([...versions.map((v) => v.id), ...drafts.map((d) => d.template_id)])];
  const templates = ids.map((id): TemplateLine => {
    const own = versions.filter((v) => v.id === id).sort((a, b) => b.version - a.version);
    const draft = drafts.find((d) => d.template_id === id);
    return {
      id,
      title: own[0]?.title ?? draft?.title ?? id,
      versions: own.map((v) => ({
        version: v.version,
        publishedAt: v.published_at,
        issued: issued.find((i) => i.template_id === id && i.template_version === v.version)?.n ?? 0,
      })),
      draft: draft
        ? {
            version: draft.version,
            title: draft.title,
            basedOn: draft.based_on,
            changedAt: draft.changed_at,
            changedBy: draft.changed_by,
          }
        : null,
    };
  });
  return { templates, may: mayOnTemplates(ctx.person, ctx.today) };
};

export const draftAnswer = async (ctx: ReadContext, templateId: string): Promise<DraftAnswer> => {
  mustKeepTemplates(ctx);
  const row = await findDraft(ctx, templateId);
  if (!row) throw notFound('templateDraft');
  const draft = draftOf(row);
  return {
    template: draft.template,
    basedOn: draft.basedOn,
    version: draft.version,
    tried: draft.triedVersion === draft.version,
    changedAt: row.changed_at,
    changedBy: row.changed_by_name,
    may: mayOnTemplates(ctx.person, ctx.today),
  };
};

export const publishedAnswer = async (
  ctx: ReadContext,
  id: string,
  version: number,
): Promise<PublishedAnswer> => {
  mustKeepTemplates(ctx);
  const row = await ctx.db
    .selectFrom('template')
    .where('id', '=', id)
    .where('version', '=', version)
    .select('published_at')
    .executeTakeFirst();
  if (!row) throw notFound('template');
  return {
    template: await publishedTemplate(ctx, id, version),
    publishedAt: row.published_at,
    may: mayOnTemplates(ctx.person, ctx.today),
  };
};

export const indicatorsAnswer = async (ctx: ReadContext): Promise<IndicatorsAnswer> => {
  mustKeepTemplates(ctx);
  const meanings = [...(await knownMeanings(ctx)).values()].filter((m) => m.indicator !== null);
  return {
    indicators: meanings.map(({ indicator, title, type, unit, stock }) => ({
      indicator,
      title,
      type,
      unit,
      stock,
    })),
  };
};

type File = { readonly bytes: Buffer; readonly name: string };

export const readTemplateFile = async (ctx: ReadContext, file: File): Promise<TemplateRead> => {
  const read = await readExcel(file.bytes);
  if (!read.ok) throw refused(read.code, { name: file.name }, 422);
  return readTemplate(read.sheets, await knownMeanings(ctx));
};

/** What an uploaded file would do; stores nothing. */
export const previewTemplateFile = async (ctx: ReadContext, file: File): Promise<TemplateFileAnswer> => {
  mustKeepTemplates(ctx, 'import');
  const { template, problems } = await readTemplateFile(ctx, file);
  const draft = template && (await findDraft(ctx, template.id));
  const known = template ? (await publishedVersions(ctx)).filter((v) => v.id === template.id) : [];
  const newest = known.reduce((n, v) => Math.max(n, v.version), 0);
  const stands = draft
    ? draftOf(draft).template
    : template && newest > 0
      ? await publishedTemplate(ctx, template.id, newest)
      : undefined;
  const canonical = (t: Template): string => canonicalJson({ ...t, version: 0 });
  const same = template && stands && canonical(template) === canonical(stands);
  return {
    fileName: file.name,
    problems: problems.slice(0, 200),
    template: template
      ? {
          id: template.id,
          title: template.title,
          sections: template.outlines.reduce((n, o) => n + everySection(o.sections).length, 0),
          forms: template.forms.length,
          figures: template.forms.reduce((n, f) => n + ('from' in f.rows ? 0 : f.rows.length), 0),
          checks: template.forms.reduce((n, f) => n + f.checks.length, 0),
        }
      : null,
    becomes: same ? 'same' : draft ? 'replaces' : newest > 0 ? 'version' : 'new',
    draftVersion: draft?.version ?? 0,
  };
};
