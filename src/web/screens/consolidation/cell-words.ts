import { type Amount, formatAmount } from '../../../core/kernel/amount.ts';
import type { Window } from '../../../core/kernel/window.ts';
import { shortDay } from '../../../core/kernel/wording.ts';
import type { Cell } from '../../../core/template/cell.ts';
import type { Computed } from '../../../core/template/compute.ts';
import { t } from '../../texts/text.ts';

export const amountWords = (amount: Amount, ratio: boolean): string =>
  ratio ? `${formatAmount(amount, 2)}%` : formatAmount(amount);

/** '+3', '−3': a difference always says its sign. */
export const differenceWords = (amount: Amount): string =>
  amount.startsWith('-') ? `−${formatAmount(amount.slice(1))}` : `+${formatAmount(amount)}`;

/** Blank, zero, "không phát sinh", "không áp dụng" and "không tính được" never look the same. */
export const cellWords = (cell: Cell | Computed | null, ratio: boolean): string => {
  if (!cell) return '';
  switch (cell.kind) {
    case 'amount':
    case 'incomplete':
      return amountWords(cell.amount, ratio);
    case 'nil':
      return t('consolidation.nilShort');
    case 'not-applicable':
      return t('consolidation.notApplicable');
    case 'uncomputable':
      return t('consolidation.uncomputable');
    case 'unparsed':
      return cell.typed;
    case 'text':
      return cell.text;
    case 'empty':
      return t('consolidation.blank');
  }
};

export const isFigure = (cell: Cell | Computed | null): boolean =>
  cell?.kind === 'amount' || cell?.kind === 'incomplete';

/** Of a long title what tells the periods apart: 'quý I năm 2023'; the days of its window where it says none. */
export const periodWords = (period: { readonly title: string; readonly window: Window }): string =>
  /(quý\s+[IVX]+|6 tháng|9 tháng|tháng\s+\d+|năm)\s*(đầu\s+)?(năm\s+)?\d{4}/iu.exec(period.title)?.[0] ??
  `${shortDay(period.window.from)} - ${shortDay(period.window.to)}`;
