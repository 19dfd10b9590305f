import { importDraft } from '../../core/template/draft.ts';
import { templateWire } from '../../core/template/wire.ts';
import type { WriteContext } from '../http/context.ts';
import { refused } from '../http/failures.ts';
import { record } from '../record/record.ts';
import { lockDraft, mustKeepTemplates, newestVersion } from './load.ts';
import { insertDraft, setDraft } from './store.ts';
import { readTemplateFile } from './views.ts';

/** Takes a file whose dry run was confirmed: it becomes the draft, never a version by itself. */
export const importTemplate = async (
  ctx: WriteContext,
  file: { readonly bytes: Buffer; readonly name: string },
  draftVersion: number,
): Promise<string> => {
  mustKeepTemplates(ctx, 'import');
  const read = await readTemplateFile(ctx, file);
  if (!read.template) throw refused('template.fileUnsound', { n: read.problems.length });
  const newest = await newestVersion(ctx, read.template.id);
  const parsed = templateWire.safeParse({ ...read.template, version: newest + 1 });
  if (!parsed.success) throw refused('template.fileUnsound', { n: parsed.error.issues.length });
  const template = parsed.data;
  await record(ctx, importDraft(template, file.name));
  if (draftVersion > 0) {
    await lockDraft(ctx, template.id, 'import', draftVersion);
    await setDraft(ctx, template);
  } else await insertDraft(ctx, template, newest > 0 ? newest : null);
  return template.id;
};
