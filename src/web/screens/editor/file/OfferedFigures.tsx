import { formatAmount } from '../../../../core/kernel/amount.ts';
import type { OfferedFigure } from '../../../../core/report/offered.ts';
import type { UnitForm } from '../../../../core/template/outline.ts';
import { Table } from '../../../kit/Table.tsx';
import { t } from '../../../texts/text.ts';
import type { Desk } from '../desk/desk.ts';
import { cellText } from '../grid/cell-text.ts';

export const offeredKey = (one: OfferedFigure): string => `${one.form} ${one.row} ${one.column}`;

/** Figures that the file names, each beside its cell; what is not ticked is not entered. */
export const OfferedFigures = ({
  desk,
  offered,
  forms,
  taken,
  onTake,
}: {
  desk: Desk;
  offered: readonly OfferedFigure[];
  forms: readonly UnitForm[];
  taken: ReadonlySet<string>;
  onTake: (key: string, isOn: boolean) => void;
}) => {
  if (offered.length === 0) return null;
  const nameOf = (one: OfferedFigure): string => {
    const form = forms.find((f) => f.id === one.form);
    const row = form?.rows.find((r) => r.id === one.row)?.title ?? one.row;
    const figures = form?.columns.filter((c) => c.kind === 'figure') ?? [];
    const column = figures.find((c) => c.id === one.column)?.title ?? one.column;
    return figures.length > 1 ? `${row}, ${column}` : row;
  };
  return (
    <section className="ff">
      <h3>{t('editor.fileFigures', { n: offered.length })}</h3>
      <p className="s13 sec">{t('editor.fileFiguresNote')}</p>
      <Table caption={t('editor.fileFigures', { n: offered.length })} className="edge fold">
        <thead>
          <tr>
            <th>{t('editor.fileFigureTake')}</th>
            <th>{t('editor.fileFigureCell')}</th>
            <th className="r">{t('editor.fileSays')}</th>
            <th className="r">{t('editor.fileStands')}</th>
            <th>{t('editor.fileFigureWords')}</th>
          </tr>
        </thead>
        <tbody>
          {offered.map((one) => {
            const name = nameOf(one);
            const stands = cellText(desk.cellAt(one.form, one.row, one.column));
            return (
              <tr key={offeredKey(one)}>
                <td data-l={t('editor.fileFigureTake')}>
                  <input
                    type="checkbox"
                    aria-label={t('editor.fileFigureTakeOne', {
                      cell: name,
                      amount: formatAmount(one.amount),
                    })}
                    checked={taken.has(offeredKey(one))}
                    onChange={(event) => onTake(offeredKey(one), event.currentTarget.checked)}
                  />
                </td>
                <th scope="row">{name}</th>
                <td className="r num" data-l={t('editor.fileSays')}>
                  {formatAmount(one.amount)}
                </td>
                <td className="r num" data-l={t('editor.fileStands')}>
                  {stands || t('editor.noWords')}
                </td>
                <td data-l={t('editor.fileFigureWords')}>“{one.quote}”</td>
              </tr>
            );
          })}
        </tbody>
      </Table>
    </section>
  );
};
