import { formatAmount } from '../../../core/kernel/amount.ts';
import type { Gap } from '../../../core/report/gaps.ts';
import type { Finding } from '../../../core/template/check.ts';
import type { UnitForm, UnitSection } from '../../../core/template/outline.ts';
import type { Expr } from '../../../core/template/rule.ts';
import type { Ref } from '../../../core/template/template.ts';
import type { IconName } from '../../kit/icons.ts';
import { exprWords } from '../../rule-words.ts';
import { t } from '../../texts/text.ts';
import { contradictionLine } from '../editor/contradiction-text.ts';
import { cellName, formOf, refNames, sectionName } from './place-words.ts';

const amount = (value: string | undefined): string => (value === undefined ? '' : formatAmount(value));

const findingWords = (form: UnitForm, finding: Finding): string => {
  const row = form.rows.find((r) => r.id === finding.rowId)?.title ?? finding.rowId;
  const named = (expr: Expr | undefined, refs: readonly Ref[] | undefined): string =>
    expr
      ? exprWords(expr, (ref) => refNames(form, [ref], finding.rowId))
      : refNames(form, refs ?? [], finding.rowId);
  const leftNames = named(finding.leftExpr, finding.leftRefs);
  const names = {
    // A form with one column of figures names its rows in the rule itself.
    place: leftNames === row ? form.title : t('review.cellOf', { row: form.title, column: row }),
    left: amount(finding.left),
    right: amount(finding.right),
    leftNames,
    rightNames: named(finding.rightExpr, finding.rightRefs),
  };
  switch (finding.code) {
    case 'check.unequal':
      return t('review.unequal', {
        ...names,
        difference: amount((finding.difference ?? '').replace('-', '')),
      });
    case 'check.over':
      return t('review.over', names);
    case 'check.under':
      return t('review.under', names);
    case 'check.required':
      return t('review.required', {
        form: form.title,
        cell: cellName(form, finding.rowId, finding.columns[0] ?? ''),
      });
    case 'check.unreadable':
      return t('review.unreadable', {
        form: form.title,
        cell: cellName(form, finding.rowId, finding.columns[0] ?? ''),
        typed: finding.typed ?? '',
      });
    case 'check.range':
      return t('review.range', {
        form: form.title,
        cell: cellName(form, finding.rowId, finding.columns[0] ?? ''),
        left: names.left,
        right: names.right,
      });
  }
};

/** What, where, by how much, in words. */
export const gapWords = (sections: readonly UnitSection[], gap: Gap): string => {
  const section = sectionName(sections, gap.sectionId);
  if (gap.code === 'gap.words') return t('review.gapWords', { section });
  if (gap.contradiction) return `${section}: ${contradictionLine(gap.contradiction)}`;
  if (gap.code === 'gap.copied')
    return `${section}: ${t('editor.copiedLine', { percent: gap.percent ?? 0 })}`;
  if (gap.code === 'gap.evidence') return `${section}: ${t('editor.gapEvidence')}`;
  const form = gap.formId ? formOf(sections, gap.formId) : undefined;
  if (!form) return section;
  if (gap.code === 'gap.cells')
    return t('review.gapCells', {
      form: form.title,
      row: form.rows.find((r) => r.id === gap.rowId)?.title ?? '',
      n: gap.count ?? 1,
    });
  return gap.finding ? findingWords(form, gap.finding) : section;
};

export const gapIcon = (gap: Gap): IconName => {
  if (gap.code === 'gap.words' || gap.code === 'gap.cells') return 'square-dashed';
  if (gap.code === 'gap.contradiction') return 'equal-not';
  if (gap.code === 'gap.copied') return 'copy';
  if (gap.code === 'gap.evidence') return 'paperclip';
  if (gap.severity !== 'must') return 'triangle-alert';
  return gap.code === 'check.unequal' ? 'equal-not' : 'circle-x';
};
