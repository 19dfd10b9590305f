import type { Cell } from '../../../core/template/cell.ts';
import type { Computed } from '../../../core/template/compute.ts';
import { t } from '../../texts/text.ts';
import { cellWords } from './cell-words.ts';

/** '1.204 → 1.207'; what was not there is said so, never as zero. */
export const beforeAfter = (before: Cell | Computed, after: Cell | Computed, ratio: boolean): string =>
  t('frozen.beforeAfter', { before: cellWords(before, ratio), after: cellWords(after, ratio) });
