import type { Template } from '../../../core/template/template.ts';
import type { ReadContext, Services } from '../../http/context.ts';

/**
 * Published templates never change (insert-only, C1), so each process may keep what it has read: every save would
 * otherwise read and parse a hundred kilobytes.
 */
const kept = new WeakMap<Services, Map<string, Template>>();
const MOST = 50;

export const publishedTemplate = async (ctx: ReadContext, id: string, version: number): Promise<Template> => {
  const known = kept.get(ctx.services) ?? new Map<string, Template>();
  kept.set(ctx.services, known);
  const key = `${id} ${version}`;
  const found = known.get(key);
  if (found) return found;
  const row = await ctx.db
    .selectFrom('template')
    .select('body')
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirstOrThrow();
  const template = row.body as unknown as Template;
  if (known.size >= MOST) known.clear();
  known.set(key, template);
  return template;
};
