import { accept, type Decision, refuse } from '../kernel/decision.ts';
import type { Fact } from '../kernel/fact.ts';
import type { Edit, Edited } from './edit.ts';
import { changeChecks, changeColumns, changeForms, changeRows } from './editForms.ts';
import { changeOutlines, changeSections } from './editSections.ts';
import { changedMeanings, type Meaning, type MeaningChange } from './meaning.ts';
import type { Template } from './template.ts';
import { problemsOfTemplate } from './validate.ts';

/** A template in the making: nobody reports by it before it is published. */
export type TemplateDraft = {
  readonly template: Template;
  /** Version that it began from; null for a new template. */
  readonly basedOn: number | null;
  /** Of the row: a stale edit is refused. */
  readonly version: number;
  /** Version of the row that somebody tried out last. */
  readonly triedVersion: number | null;
};

export const templateFact = (templateId: string, type: string, data: Record<string, unknown>): Fact => ({
  type,
  chain: `template:${templateId}`,
  data: { templateId, ...data },
});

const applied = (template: Template, edit: Edit): Edited => {
  switch (edit.do) {
    case 'template-rename':
      return { template: { ...template, title: edit.title }, about: edit.title };
    case 'outline-copy':
    case 'outline-change':
    case 'outline-remove':
      return changeOutlines(template, edit);
    case 'section-add':
    case 'section-change':
    case 'section-move':
    case 'section-remove':
      return changeSections(template, edit);
    case 'form-add':
    case 'form-place':
    case 'form-change':
    case 'form-remove':
      return changeForms(template, edit);
    case 'row-add':
    case 'row-change':
    case 'row-move':
    case 'row-remove':
      return changeRows(template, edit);
    case 'column-add':
    case 'column-change':
    case 'column-move':
    case 'column-remove':
      return changeColumns(template, edit);
    case 'check-add':
    case 'check-change':
    case 'check-remove':
      return changeChecks(template, edit);
  }
};

/** C2: what a figure was published to mean it means for ever; what means something else is another figure. */
const refuseMeaning = ({ field, published, wanted }: MeaningChange): Decision<never> =>
  refuse('template.indicatorMeaning', {
    field,
    title: wanted.title,
    indicator: wanted.indicator,
    was: String(published[field]),
    wanted: String(wanted[field]),
    form: wanted.form,
    ...(wanted.row === undefined ? {} : { row: wanted.row }),
    ...(wanted.column === undefined ? {} : { column: wanted.column }),
  });

export type Drafted = Decision<Fact> & { readonly template?: Template };

export const editDraft = (
  draft: TemplateDraft,
  edit: Edit,
  published: ReadonlyMap<string, Meaning>,
): Drafted => {
  const result = applied(draft.template, edit);
  if ('refusal' in result) return { ok: false, refusal: result.refusal };
  const [changed] = changedMeanings(result.template, published);
  if (changed) return refuseMeaning(changed);
  const { id } = draft.template;
  return {
    ...accept(templateFact(id, 'template.edited', { about: result.about, edit })),
    template: result.template,
  };
};

/** A template as a whole, from a file whose dry run a person has looked at. */
export const importDraft = (template: Template, fileName: string): Decision<Fact> =>
  accept(templateFact(template.id, 'template.imported', { fileName, version: template.version }));

/** Whether the draft may become the version that requests are issued with. */
export const publishDraft = (
  draft: TemplateDraft,
  base: Template | undefined,
  published: ReadonlyMap<string, Meaning>,
): Decision<Fact> => {
  const { template } = draft;
  const problems = problemsOfTemplate(template);
  if (problems.length > 0) return refuse('template.unsound', { n: problems.length });
  const [changed] = changedMeanings(template, published);
  if (changed) return refuseMeaning(changed);
  const said = (t: Template): string => JSON.stringify({ ...t, version: 0 });
  if (base && said(base) === said(template)) return refuse('template.nothingChanged');
  return accept(
    templateFact(template.id, 'template.published', { version: template.version, title: template.title }),
  );
};
