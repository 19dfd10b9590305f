import { useState } from 'react';
import type { FormPreview } from '../../../../core/report/excel/answers.ts';
import { Btn } from '../../../kit/Btn.tsx';
import { Icon } from '../../../kit/Icon.tsx';
import { Table } from '../../../kit/Table.tsx';
import { t } from '../../../texts/text.ts';
import { cellWords, isTaken, type PreviewCell, verdictWords } from './preview-words.ts';

const ORDER = { refused: 0, conflict: 1, cleared: 2, changed: 3, new: 4 } as const;
const SHOWN = 50;

const Line = ({ cell }: { cell: PreviewCell }) => (
  <tr>
    <th scope="row">
      <span className="num s12 mut">{cell.at}</span> {cell.rowTitle}, {cell.columnTitle}
      <br />
      <span className="s12 mut">{cell.formTitle}</span>
    </th>
    <td className="r num" data-l={t('excel.before')}>
      {cellWords(cell.before)}
    </td>
    <td className="r num" data-l={t('excel.after')}>
      {cell.typed ?? cellWords(cell.after)}
    </td>
    <td data-l={t('excel.verdict')} className={isTaken(cell) ? undefined : 't-err'}>
      <Icon name={isTaken(cell) ? 'check' : cell.standing === 'conflict' ? 'users' : 'circle-x'} />{' '}
      {verdictWords(cell)}
      {cell.outside && isTaken(cell) && <span className="t-warn"> · {t('excel.outside')}</span>}
      {cell.note && <span className="sec"> · {t('excel.note', { note: cell.note })}</span>}
    </td>
  </tr>
);

/** What a file would do, cell by cell: what is not taken comes first. */
export const PreviewTable = ({ preview }: { preview: FormPreview }) => {
  const [shown, setShown] = useState(SHOWN);
  const cells = [...preview.cells].sort((a, b) => ORDER[a.standing] - ORDER[b.standing]);
  if (cells.length === 0) return null;
  return (
    <>
      <Table caption={t('excel.table')} className="fold">
        <thead>
          <tr>
            <th>{t('excel.content')}</th>
            <th className="r">{t('excel.before')}</th>
            <th className="r">{t('excel.after')}</th>
            <th>{t('excel.verdict')}</th>
          </tr>
        </thead>
        <tbody>
          {cells.slice(0, shown).map((cell) => (
            <Line key={`${cell.form} ${cell.row} ${cell.column}`} cell={cell} />
          ))}
        </tbody>
      </Table>
      {cells.length > shown && (
        <Btn small kind="quiet" onClick={() => setShown(cells.length)}>
          {t('excel.more', { n: cells.length - shown })}
        </Btn>
      )}
    </>
  );
};
