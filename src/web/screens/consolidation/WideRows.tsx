import type { TotalForm } from '../../../core/consolidation/answers.ts';
import { mainOf } from '../../../core/consolidation/mainFigure.ts';
import { Table } from '../../kit/Table.tsx';
import { t } from '../../texts/text.ts';
import { cellWords } from './cell-words.ts';
import { type Spot, sameSpot } from './lines.ts';

const LEVELS = {
  commune: 'consolidation.communeLevel',
  agency: 'consolidation.districtLevel',
  area: 'consolidation.area',
} as const;

/** Every row of the dossier form over all its columns; each figure opens who gave it. */
export const WideRows = ({
  form,
  picked,
  onPick,
}: {
  form: TotalForm;
  picked: Spot | undefined;
  onPick: (spot: Spot) => void;
}) => {
  const columns = form.columns.filter((c) => c.kind === 'figure');
  const isRatio = (columnId: string): boolean => {
    const formula = columns.find((c) => c.id === columnId)?.formula;
    return formula !== undefined && 'percent' in formula;
  };
  return (
    <Table caption={`${form.title}, ${t(LEVELS[form.scope ?? 'commune'])}`} className="widet">
      <thead>
        <tr>
          <th>{t('consolidation.row')}</th>
          {columns.map((column) => (
            <th key={column.id} className="r">
              <abbr title={[column.group, column.title].filter(Boolean).join(': ')}>
                {column.number ?? column.title}
              </abbr>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {form.rows.map((row) => (
          <tr key={row.id}>
            <th scope="row">{row.title}</th>
            {columns.map((column) => {
              const cell = form.cells.find((c) => c.row === row.id && c.column === column.id);
              const words = cellWords(cell ? mainOf(form, cell) : null, isRatio(column.id));
              const spot = { form: form.id, row: row.id, column: column.id };
              return (
                <td key={column.id} className={sameSpot(picked, spot) ? 'r on' : 'r'}>
                  <button
                    type="button"
                    className="pickt"
                    aria-pressed={sameSpot(picked, spot)}
                    aria-label={`${row.title}, ${column.title}: ${words}`}
                    onClick={() => onPick(spot)}
                  >
                    {words}
                  </button>
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </Table>
  );
};
