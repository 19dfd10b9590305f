import type { Request } from '../campaign/request.ts';
import { periodWords } from '../letter/periodWords.ts';
import type { PeriodKind } from '../letter/reading.ts';

type Named = { readonly title: string; readonly period: Request['period'] };

/** 'quý I-2024', 'năm 2024': short enough for a folder of downloads; a period of another kind is said by its title. */
const periodInName = ({ title, period }: Named): string => {
  if (!period || period.kind === 'khác') return title;
  const words = periodWords({ kind: period.kind as PeriodKind, index: period.index });
  return words === '' ? `năm ${period.year}` : `${words}-${period.year}`;
};

/**
 * What it is, of which period, of whom: two quarters lie apart in one folder. No sign that a file system refuses.
 */
export const fileNameOf = (what: string, of: Named, unit?: string): string =>
  [`${what} ${periodInName(of)}`, ...(unit ? [unit] : [])].join(' – ').replace(/[\\/:*?"<>|\n]+/g, '-');
