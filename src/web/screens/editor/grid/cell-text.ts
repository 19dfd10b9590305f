import { formatAmount } from '../../../../core/kernel/amount.ts';
import type { Cell } from '../../../../core/template/cell.ts';
import { bareNumber } from '../../../../core/template/columnNumber.ts';
import type { Computed } from '../../../../core/template/compute.ts';
import type { UnitForm } from '../../../../core/template/outline.ts';
import type { Column } from '../../../../core/template/template.ts';
import { t } from '../../../texts/text.ts';
import { isPercent } from './shape.ts';

/** What stands in the box, and what may be typed again to mean the same. */
export const cellText = (cell: Cell): string => {
  switch (cell.kind) {
    case 'empty':
      return '';
    case 'amount':
      return formatAmount(cell.amount);
    case 'nil':
      return 'KPS';
    case 'not-applicable':
      return 'KAD';
    case 'unparsed':
      return cell.typed;
    case 'text':
      return cell.text;
  }
};

/** A value as it is read: with its percent sign; a sum that lacks something says nothing more than it knows. */
export const valueText = (value: Cell | Computed, percent: boolean): string => {
  switch (value.kind) {
    case 'amount':
      return percent ? `${formatAmount(value.amount, 2)}%` : formatAmount(value.amount);
    case 'incomplete':
      return formatAmount(value.amount);
    case 'uncomputable':
      return t('editor.uncomputable');
    default:
      return cellText(value);
  }
};

export const isPercentCell = (form: UnitForm, rowId: string, columnId: string): boolean => {
  const column = form.columns.find((c) => c.id === columnId);
  const row = form.rows.find((r) => r.id === rowId);
  return isPercent(column?.formula ?? row?.formula);
};

export const columnNumber = (column: Column): string | undefined =>
  column.number && bareNumber(column.number);

/** 'cột 4' where columns are numbered, else the words of the column. */
export const columnName = (column: Column | undefined): string => {
  const number = column && columnNumber(column);
  return number ? t('editor.column', { number }) : `“${column?.title ?? ''}”`;
};

/** For who hears it: row, column number, column words, unit. */
export const cellLabel = (form: UnitForm, rowId: string, columnId: string): string => {
  const row = form.rows.find((r) => r.id === rowId);
  const column = form.columns.find((c) => c.id === columnId);
  const number = column && columnNumber(column);
  const unit = column?.kind === 'figure' ? (row?.unit ?? form.unit) : undefined;
  return [
    row?.title,
    number && t('editor.column', { number }),
    [column?.group, column?.title].filter(Boolean).join(': '),
    unit,
  ]
    .filter(Boolean)
    .join(', ');
};
