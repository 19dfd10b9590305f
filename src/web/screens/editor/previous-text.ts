import type { PreviousReport } from '../../../core/report/previous.ts';
import { periodWords } from '../requests/draft/words.ts';

/** 'quý I năm 2024': the period before by its name, or by its title where it has none. */
export const previousName = ({ period, title }: Pick<PreviousReport, 'period' | 'title'>): string =>
  period ? periodWords(period) : title;
