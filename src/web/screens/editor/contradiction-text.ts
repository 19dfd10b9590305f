import { formatAmount } from '../../../core/kernel/amount.ts';
import type { Contradiction } from '../../../core/report/contradictions.ts';
import { t } from '../../texts/text.ts';

/** '99,40%' or '1.204': what the table gives, as exactly as percentages are told. */
export const shownText = ({ shown, percent, decimals }: Contradiction): string =>
  percent ? `${formatAmount(shown, decimals)}%` : formatAmount(shown);

const madeOf = ({ parts }: Contradiction): string =>
  parts ? ` (${formatAmount(parts.of)} / ${formatAmount(parts.by)})` : '';

/** The whole sentence, for the words and for the row of the table. */
export const contradictionText = (c: Contradiction): string =>
  t('editor.contradictBody', { quote: c.quote.trim(), shown: shownText(c) + madeOf(c) });

/** The short one, for lists. */
export const contradictionLine = (c: Contradiction): string =>
  t('editor.contradictLine', { said: (c.number ?? c.quote).trim(), shown: shownText(c) });
