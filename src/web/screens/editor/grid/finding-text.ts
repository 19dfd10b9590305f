import { formatAmount } from '../../../../core/kernel/amount.ts';
import type { Cell } from '../../../../core/template/cell.ts';
import type { Finding } from '../../../../core/template/check.ts';
import type { Computed } from '../../../../core/template/compute.ts';
import type { UnitForm } from '../../../../core/template/outline.ts';
import { type Expr, placesOf } from '../../../../core/template/rule.ts';
import type { Ref } from '../../../../core/template/template.ts';
import { exprWords } from '../../../rule-words.ts';
import { listText } from '../../../texts/format.ts';
import { t } from '../../../texts/text.ts';
import { cellText, columnName } from './cell-text.ts';

type ValueAt = (rowId: string, columnId: string) => Cell | Computed;

const text = (value: Cell | Computed): string =>
  value.kind === 'amount' || value.kind === 'incomplete'
    ? formatAmount(value.amount)
    : value.kind === 'uncomputable'
      ? ''
      : cellText(value);

const rowTitle = (form: UnitForm, id: string): string => form.rows.find((r) => r.id === id)?.title ?? id;

/** A place as one would say it: 'cột 7' in its own row, the row's title in a form of one figure a row. */
const refName = (form: UnitForm, ref: Ref, rowId: string): string => {
  const column = form.columns.find((c) => c.id === ref.column);
  const figures = form.columns.filter((c) => c.kind === 'figure').length;
  if (figures === 1) return `“${rowTitle(form, ref.row === '*' ? rowId : ref.row)}”`;
  if (ref.row === '*' || ref.row === rowId) return columnName(column);
  return t('editor.columnOfRow', { column: columnName(column), row: rowTitle(form, ref.row) });
};

/** '(46 + 71 + 1)' for what a side is made of; nothing for one typed number. */
const parts = (form: UnitForm, refs: readonly Ref[], rowId: string, valueAt: ValueAt): string => {
  const only = refs.length === 1 ? refs[0] : undefined;
  const formula = only && form.columns.find((c) => c.id === only.column)?.formula;
  const of = formula && 'sum' in formula && (only.row === '*' || only.row === rowId) ? formula.sum : refs;
  if (of.length < 2) return '';
  const values = of.map((r) => text(valueAt(r.row === '*' ? rowId : r.row, r.column)) || '…');
  return ` (${values.join(' + ')})`;
};

const side = (form: UnitForm, refs: readonly Ref[], rowId: string): string =>
  refs.length < 3
    ? refs.map((r) => refName(form, r, rowId)).join(` ${t('editor.plus')} `)
    : t('editor.sumOf', { list: listText(refs.map((r) => refName(form, r, rowId))) });

const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

const looksBack = (expr: Expr | undefined): boolean =>
  expr !== undefined && placesOf(expr).some((p) => p.kind === 'previous');

/**
 * What is wrong, where and by how much, in words: the first sentence in bold, then the reckoning. `before` says which
 * period the figures follow from, where it is another than the one beside them.
 */
export const findingText = (
  form: UnitForm,
  finding: Finding,
  valueAt: ValueAt,
  before?: string,
): { head: string; body: string } => {
  const row = rowTitle(form, finding.rowId);
  const unit = form.rows.find((r) => r.id === finding.rowId)?.unit ?? form.unit ?? '';
  const amount = (finding.difference ?? '0').replace('-', '');
  const difference = `${formatAmount(amount)}${unit ? ` ${unit}` : ''}`;
  const column = form.columns.find((c) => c.id === finding.columns[0]);
  switch (finding.code) {
    case 'check.unreadable':
      return {
        head: t('editor.unreadableHead', {
          column: capital(columnName(column)),
          typed: finding.typed ?? '',
        }),
        body: t('editor.unreadableBody'),
      };
    case 'check.range': {
      const max = form.rows.find((r) => r.id === finding.rowId)?.max ?? column?.max;
      const over = max !== undefined && finding.right === max;
      const params = {
        column: capital(columnName(column)),
        value: formatAmount(finding.left ?? '0'),
        limit: formatAmount(finding.right ?? '0'),
      };
      return { head: t(over ? 'editor.overMax' : 'editor.underMin', params), body: '' };
    }
    case 'check.required':
      return {
        head: t('editor.requiredHead', { row, column: columnName(column) }),
        body: finding.title ?? '',
      };
    case 'check.unequal':
    case 'check.over':
    case 'check.under': {
      const left = finding.leftRefs ?? [];
      const right = finding.rightRefs ?? [];
      const said = (expr: Expr | undefined, refs: readonly Ref[]): string =>
        expr ? exprWords(expr, (ref) => refName(form, ref, finding.rowId)) : side(form, refs, finding.rowId);
      const params = {
        left: capital(said(finding.leftExpr, left)),
        leftValue: formatAmount(finding.left ?? '0') + parts(form, left, finding.rowId, valueAt),
        right: said(finding.rightExpr, right),
        rightValue: formatAmount(finding.right ?? '0') + parts(form, right, finding.rowId, valueAt),
      };
      const head = {
        'check.unequal': t('editor.unequalHead', { row, difference }),
        'check.over': t('editor.overHead', { row, difference }),
        'check.under': t('editor.underHead', { row, difference }),
      }[finding.code];
      const body = {
        'check.unequal': t('editor.unequalBody', params),
        'check.over': t('editor.overBody', params),
        'check.under': t('editor.underBody', params),
      }[finding.code];
      const which = looksBack(finding.leftExpr) || looksBack(finding.rightExpr) ? before : undefined;
      return { head, body: [body, which, finding.title].filter(Boolean).join(' ') };
    }
  }
};
