import type { Template } from '../../core/template/template.ts';
import type { WriteContext } from '../http/context.ts';
import { refused } from '../http/failures.ts';

export const insertDraft = async (
  ctx: WriteContext,
  template: Template,
  basedOn: number | null,
): Promise<void> => {
  const at = new Date(ctx.now);
  const made = await ctx.trx
    .insertInto('template_draft')
    .values({
      template_id: template.id,
      based_on: basedOn,
      title: template.title,
      body: JSON.stringify(template),
      begun_by: ctx.person.personId,
      begun_at: at,
      changed_by: ctx.person.personId,
      changed_at: at,
    })
    .onConflict((c) => c.doNothing())
    .executeTakeFirst();
  if (made.numInsertedOrUpdatedRows !== 1n) throw refused('template.draftExists', { title: template.title });
};

export const setDraft = async (ctx: WriteContext, template: Template): Promise<void> => {
  await ctx.trx
    .updateTable('template_draft')
    .set((eb) => ({
      title: template.title,
      body: JSON.stringify(template),
      version: eb('version', '+', 1),
      changed_by: ctx.person.personId,
      changed_at: new Date(ctx.now),
    }))
    .where('template_id', '=', template.id)
    .execute();
};

export const setTried = async (ctx: WriteContext, templateId: string, version: number): Promise<void> => {
  await ctx.trx
    .updateTable('template_draft')
    .set({ tried_version: version })
    .where('template_id', '=', templateId)
    .execute();
};

export const deleteDraft = async (ctx: WriteContext, templateId: string): Promise<void> => {
  await ctx.trx.deleteFrom('template_draft').where('template_id', '=', templateId).execute();
};

/** The table of published versions only grows; a report stays on the version it was begun with (C1). */
export const insertVersion = async (ctx: WriteContext, template: Template): Promise<void> => {
  await ctx.trx
    .insertInto('template')
    .values({
      id: template.id,
      version: template.version,
      title: template.title,
      body: JSON.stringify(template),
      published_at: new Date(ctx.now),
    })
    .execute();
};
