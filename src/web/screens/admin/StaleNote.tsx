import type { Failure } from '../../http/failure.ts';
import { Banner } from '../../kit/Banner.tsx';
import { Btn } from '../../kit/Btn.tsx';
import { FailureNote } from '../../kit/places.tsx';
import { Table } from '../../kit/Table.tsx';
import { t } from '../../texts/text.ts';
import { fieldWords, valueWords } from './words.ts';

export type Stale = {
  readonly yours: Readonly<Record<string, unknown>>;
  readonly current: Readonly<Record<string, unknown>>;
  readonly version: number;
};

const staleOf = (failure: Failure | undefined): Stale | undefined =>
  failure?.kind === 'refusal' && failure.code === 'directory.stale'
    ? (failure.details as unknown as Stale)
    : undefined;

/** A refusal, or two people's values side by side: nothing is overwritten before one of them is chosen. */
export const StaleNote = ({
  failure,
  labels = {},
  onKeep,
  onTake,
}: {
  failure: Failure | undefined;
  /** Where a field is called otherwise than in a unit. */
  labels?: Readonly<Record<string, string>>;
  onKeep: (stale: Stale) => void;
  onTake: (stale: Stale) => void;
}) => {
  const stale = staleOf(failure);
  if (!stale) return <FailureNote failure={failure} />;
  return (
    <div className="stale" role="alert">
      <Banner tone="warn" icon="users" title={t('admin.stale')}>
        {t('admin.staleText')}
      </Banner>
      <Table caption={t('admin.stale')}>
        <thead>
          <tr>
            <th scope="col">{t('admin.staleField')}</th>
            <th scope="col">{t('admin.staleYours')}</th>
            <th scope="col">{t('admin.staleTheirs')}</th>
          </tr>
        </thead>
        <tbody>
          {Object.keys(stale.yours).map((field) => (
            <tr key={field}>
              <th scope="row">{labels[field] ?? fieldWords(field)}</th>
              <td>{valueWords(field, stale.yours[field])}</td>
              <td>{valueWords(field, stale.current[field])}</td>
            </tr>
          ))}
        </tbody>
      </Table>
      <div className="acts">
        <Btn onClick={() => onKeep(stale)}>{t('admin.staleKeep')}</Btn>
        <Btn onClick={() => onTake(stale)}>{t('admin.staleTake')}</Btn>
      </div>
    </div>
  );
};
