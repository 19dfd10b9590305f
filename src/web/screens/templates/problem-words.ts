import { everySection } from '../../../core/template/place.ts';
import type { RuleFault } from '../../../core/template/ruleTokens.ts';
import type { Template } from '../../../core/template/template.ts';
import type { TemplateProblem } from '../../../core/template/validate.ts';
import { faultText } from '../../rule-words.ts';
import type { PlainKey } from '../../texts/dictionary.ts';
import { t } from '../../texts/text.ts';
import { fixedRows } from './form-words.ts';

const PROBLEMS: Readonly<Record<Exclude<TemplateProblem['code'], 'template.ruleUnread'>, PlainKey>> = {
  'template.duplicateId': 'templates.problemDuplicateId',
  'template.reservedId': 'templates.problemReservedId',
  'template.kindTwice': 'templates.problemKindTwice',
  'template.unknownForm': 'templates.problemUnknownForm',
  'template.formTwice': 'templates.problemFormTwice',
  'template.formUnused': 'templates.problemFormUnused',
  'template.otherScope': 'templates.problemOtherScope',
  'template.emptySection': 'templates.problemEmptySection',
  'template.contentNotApplicable': 'templates.problemContentNotApplicable',
  'template.unknownRow': 'templates.problemUnknownRow',
  'template.unknownColumn': 'templates.problemUnknownColumn',
  'template.refToWords': 'templates.problemRefToWords',
  'template.formulaNotFigure': 'templates.problemFormulaNotFigure',
  'template.formulaCycle': 'templates.problemFormulaCycle',
  'template.formulaTooDeep': 'templates.problemFormulaTooDeep',
  'template.choicesMissing': 'templates.problemChoicesMissing',
  'template.choicesMisplaced': 'templates.problemChoicesMisplaced',
  'template.duplicateChoice': 'templates.problemDuplicateChoice',
  'template.givenWithoutRows': 'templates.problemGivenWithoutRows',
  'template.rangeReversed': 'templates.problemRangeReversed',
};

const placeOfForm = (template: Template, path: readonly string[]): string => {
  const [, formId = '', list = '', id = ''] = path;
  const form = template.forms.find((f) => f.id === formId);
  const place = t('templates.placeForm', { title: form?.title ?? formId });
  const row = form && fixedRows(form).find((r) => r.id === (list === 'rows' ? id : list));
  const column = form?.columns.find((c) => c.id === id);
  const inner =
    list === 'checks'
      ? t('templates.placeCheck', { title: id })
      : list === 'columns' && column
        ? t('templates.placeColumn', { title: column.title })
        : row
          ? t('templates.placeRow', { title: row.title })
          : undefined;
  return inner ? t('templates.placeIn', { place, inner }) : place;
};

const placeOf = (template: Template, path: readonly string[]): string => {
  if (path[0] === 'forms') return placeOfForm(template, path);
  const outline = template.outlines.find((o) => o.id === path[1]);
  if (!outline) return template.title;
  const place = t('templates.placeOutline', { title: outline.title });
  const section = everySection(outline.sections).find((s) => s.id === path[2]);
  return section
    ? t('templates.placeIn', {
        place,
        inner: t('templates.placeSection', { number: section.number, title: section.title }),
      })
    : place;
};

export const problemText = (code: TemplateProblem['code'], fault?: RuleFault): string =>
  code === 'template.ruleUnread'
    ? t('templates.problemRuleUnread', { said: fault ? faultText(fault) : '' })
    : t(PROBLEMS[code]);

/** What is wrong and where, in words. */
export const problemWords = (template: Template, problem: TemplateProblem): string => {
  const said = problemText(problem.code, problem.fault);
  return `${placeOf(template, problem.path.split('/'))}: ${said}`;
};

/** The section to go to for a problem: its own, or the first that shows the form. */
export const sectionOfProblem = (
  template: Template,
  problem: TemplateProblem,
): { readonly outline: string; readonly section: string } | undefined => {
  const [kind, first = '', second = ''] = problem.path.split('/');
  for (const outline of template.outlines)
    for (const section of everySection(outline.sections))
      if (
        kind === 'forms'
          ? section.forms?.includes(first)
          : outline.id === first && (section.id === second || second === '')
      )
        return { outline: outline.id, section: section.id };
  return undefined;
};
