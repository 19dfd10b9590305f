import type { PublishedProblem } from '../../../core/scoring/remediationAnswers.ts';
import { Table } from '../../kit/Table.tsx';
import { refusalText } from '../../texts/refusals.ts';
import { t } from '../../texts/text.ts';

const SHOWN = 100;

/** Cells of a file that cannot be taken, each by its sheet, row and letter, with what to do; the rest is counted. */
export const Refused = ({ refused }: { refused: readonly PublishedProblem[] }) =>
  refused.length === 0 ? null : (
    <>
      <Table caption={t('scoring.why')} className="fold">
        <thead>
          <tr>
            <th>{t('scoring.sheetName')}</th>
            <th>{t('scoring.row')}</th>
            <th>{t('scoring.cell')}</th>
            <th>{t('scoring.why')}</th>
          </tr>
        </thead>
        <tbody>
          {refused.slice(0, SHOWN).map((p) => (
            <tr key={`${p.sheet} ${p.row} ${p.cell} ${p.code}`}>
              <td data-l={t('scoring.sheetName')}>{p.sheet}</td>
              <td className="num" data-l={t('scoring.row')}>
                {p.row ?? '–'}
              </td>
              <td className="num" data-l={t('scoring.cell')}>
                {p.cell ?? '–'}
              </td>
              <td data-l={t('scoring.why')}>{refusalText(p.code, p.details)}</td>
            </tr>
          ))}
        </tbody>
      </Table>
      {refused.length > SHOWN && (
        <p className="s13 sec">{t('scoring.refusedMore', { n: refused.length - SHOWN })}</p>
      )}
    </>
  );
