import type { FormPreview } from '../../../../core/report/excel/answers.ts';
import { wordsOf } from '../../../../core/report/excel/mark.ts';
import type { Cell } from '../../../../core/template/cell.ts';
import { moment } from '../../../texts/format.ts';
import { refusalText } from '../../../texts/refusals.ts';
import { t } from '../../../texts/text.ts';

export type PreviewCell = FormPreview['cells'][number];

export const isTaken = (cell: PreviewCell): boolean =>
  cell.standing !== 'refused' && cell.standing !== 'conflict';

/** What goes to the server when a person has confirmed: each value with the version that it rests on. */
export const takenCells = (preview: FormPreview) =>
  preview.cells.filter(isTaken).map(({ form, row, column, after, note, version }) => ({
    form,
    row,
    column,
    cell: after,
    version,
    ...(note === null ? {} : { note }),
  }));

export const cellWords = (cell: Cell): string => {
  if (cell.kind === 'empty') return t('excel.blank');
  const words = wordsOf(cell);
  return cell.kind === 'amount' && cell.estimate ? t('excel.estimate', { value: words }) : words;
};

export const verdictWords = (cell: PreviewCell): string => {
  switch (cell.standing) {
    case 'new':
      return t('excel.new');
    case 'changed':
      return t('excel.changed');
    case 'cleared':
      return t('excel.cleared');
    case 'conflict':
      return t('excel.conflict', { who: cell.by ?? '…', moment: moment(cell.changedAt ?? 0) });
    case 'refused':
      return cell.code ? refusalText(cell.code) : t('excel.refused');
  }
};

export const foundWords = (preview: FormPreview): string => {
  const { cells, same } = preview;
  if (cells.length === 0) return t('excel.nothing');
  const count = (standing: string): number => cells.filter((c) => c.standing === standing).length;
  return t('excel.found', {
    taken: cells.filter(isTaken).length,
    refused: count('refused'),
    conflicts: count('conflict'),
    same,
  });
};
