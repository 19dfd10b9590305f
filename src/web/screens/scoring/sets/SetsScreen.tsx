import { useState } from 'react';
import { Link, useLocation } from 'wouter';
import type { SetsAnswer } from '../../../../core/scoring/setAnswers.ts';
import { useResource } from '../../../http/useResource.ts';
import { Btn } from '../../../kit/Btn.tsx';
import { Empty, View } from '../../../kit/places.tsx';
import { Sheet } from '../../../kit/Sheet.tsx';
import { Table } from '../../../kit/Table.tsx';
import { t } from '../../../texts/text.ts';
import { ScoringPage } from '../ScoringPage.tsx';
import { decisionWords, levelWords } from '../words.ts';
import { ImportSet } from './ImportSet.tsx';

const Sets = ({ sets }: { sets: SetsAnswer['sets'] }) =>
  sets.length === 0 ? (
    <Empty title={t('scoring.setNone')}>{t('scoring.setNoneText')}</Empty>
  ) : (
    <Table caption={t('scoring.sets')} className="edge fold">
      <thead>
        <tr>
          <th>{t('scoring.setTitle')}</th>
          <th className="r">{t('scoring.year')}</th>
          <th>{t('scoring.level')}</th>
          <th>{t('scoring.decision')}</th>
          <th>{t('scoring.sizeHead')}</th>
        </tr>
      </thead>
      <tbody>
        {sets.map((set) => (
          <tr key={set.id}>
            <th scope="row">
              <Link className="name" href={`/chi-so/bo-tieu-chi/${encodeURIComponent(set.id)}`}>
                {set.title}
              </Link>{' '}
              <span className="mut s12">{t('scoring.version', { n: set.version })}</span>
            </th>
            <td className="r num" data-l={t('scoring.year')}>
              {String(set.year)}
            </td>
            <td data-l={t('scoring.level')}>{levelWords(set.level)}</td>
            <td data-l={t('scoring.decision')}>{decisionWords(set.decision)}</td>
            <td data-l={t('scoring.sizeHead')}>{t('scoring.size', set)}</td>
          </tr>
        ))}
      </tbody>
    </Table>
  );

/** Sets of criteria by year, level and decision. */
const SetsScreen = () => {
  const sets = useResource<SetsAnswer>('/api/criteria-sets');
  const [isOpen, setOpen] = useState(false);
  const [, go] = useLocation();
  return (
    <ScoringPage
      title={t('scoring.sets')}
      note={t('scoring.setsNote')}
      actions={
        sets.data?.may.includes('import') && (
          <Btn kind="main" icon="file-spreadsheet" onClick={() => setOpen(true)}>
            {t('scoring.importSet')}
          </Btn>
        )
      }
    >
      <Sheet>
        <View of={sets}>{(data) => <Sets sets={data.sets} />}</View>
      </Sheet>
      {isOpen && (
        <ImportSet
          onClose={() => setOpen(false)}
          onDone={(id) => {
            setOpen(false);
            sets.reload();
            go(`/chi-so/bo-tieu-chi/${encodeURIComponent(id)}`);
          }}
        />
      )}
    </ScoringPage>
  );
};

export default SetsScreen;
