import type { Period } from './reading.ts';

const ROMAN = ['', 'I', 'II', 'III', 'IV'];

/** A period as letters write it: "quý I", "6 tháng đầu năm", "tháng 3", "năm". The year stands apart. */
export const periodWords = (period: Pick<Period, 'kind' | 'index'>): string => {
  switch (period.kind) {
    case 'quý':
      return `quý ${ROMAN[period.index ?? 0] || (period.index ?? '')}`.trim();
    case '6 tháng':
      return period.index === 2 ? '6 tháng cuối năm' : '6 tháng đầu năm';
    case '9 tháng':
      return '9 tháng đầu năm';
    case 'tháng':
      return period.index === null
        ? 'tháng'
        : `tháng ${period.index < 3 ? `0${period.index}` : period.index}`;
    case 'năm':
    case 'khác':
      return '';
  }
};

/** "quý I năm 2024", "tháng 3/2024" stays "tháng 3 năm 2024", a year alone "năm 2024". */
export const periodWithYear = (period: Period): string =>
  [periodWords(period), period.year === null ? '' : `năm ${period.year}`]
    .filter(Boolean)
    .join(' ')
    // "6 tháng đầu năm 2024" says the word once.
    .replace('năm năm', 'năm');
