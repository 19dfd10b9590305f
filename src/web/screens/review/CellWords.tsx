import { formatAmount } from '../../../core/kernel/amount.ts';
import type { Cell } from '../../../core/template/cell.ts';
import type { Computed } from '../../../core/template/compute.ts';
import { t } from '../../texts/text.ts';

export type Shown = Cell | Computed;

/** A value as one line of text, for lists and labels. */
export const shownText = (cell: Shown): string => {
  switch (cell.kind) {
    case 'empty':
      return t('review.blank');
    case 'amount':
      return formatAmount(cell.amount);
    case 'incomplete':
      return formatAmount(cell.amount);
    case 'nil':
      return t('review.kps');
    case 'not-applicable':
      return t('review.kad');
    case 'unparsed':
      return `“${cell.typed}”`;
    case 'text':
      return cell.text;
    case 'uncomputable':
      return t('review.uncomputable');
  }
};

/** Blank, zero, "không phát sinh" and "không áp dụng" look different; what is no number stays as it was typed. */
export const CellWords = ({ cell, percent }: { cell: Shown; percent?: boolean }) => {
  switch (cell.kind) {
    case 'empty':
      return (
        <span className="blank">
          <span className="vh">{t('review.blank')}</span>
        </span>
      );
    case 'amount':
      return (
        <>
          {percent ? `${formatAmount(cell.amount, 2)}%` : formatAmount(cell.amount)}
          {'estimate' in cell && cell.estimate && <span className="mut s12"> {t('review.estimate')}</span>}
        </>
      );
    case 'incomplete':
      return (
        <span className="mut" title={t('review.incomplete')}>
          {formatAmount(cell.amount)}
          <span className="vh">, {t('review.incomplete')}</span>
        </span>
      );
    case 'nil':
      return (
        <abbr className="word" title={t('review.kpsLong')}>
          {t('review.kps')}
        </abbr>
      );
    case 'not-applicable':
      return (
        <abbr className="word mut" title={t('review.kadLong')}>
          {t('review.kad')}
        </abbr>
      );
    case 'unparsed':
      return (
        <mark className="bad">
          {cell.typed}
          <span className="vh">, {t('review.unreadableCell')}</span>
        </mark>
      );
    case 'text':
      return <span className="txt">{cell.text}</span>;
    case 'uncomputable':
      return <span className="word mut">{t('review.uncomputable')}</span>;
  }
};
