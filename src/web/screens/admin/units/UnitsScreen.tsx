import { useMemo, useState } from 'react';
import { Link } from 'wouter';
import type { UnitsAnswer } from '../../../../core/directory/answers.ts';
import type { Day } from '../../../../core/kernel/instant.ts';
import { matches } from '../../../../core/kernel/search.ts';
import { shortDay } from '../../../../core/kernel/wording.ts';
import { useResource } from '../../../http/useResource.ts';
import { Btn } from '../../../kit/Btn.tsx';
import { DayField } from '../../../kit/DayField.tsx';
import { Empty, View } from '../../../kit/places.tsx';
import { Sheet } from '../../../kit/Sheet.tsx';
import { LoadingRows, Table } from '../../../kit/Table.tsx';
import { t } from '../../../texts/text.ts';
import { AdminPage } from '../AdminPage.tsx';
import { FindField } from '../FindField.tsx';
import { daysWords, KIND_WORDS } from '../words.ts';

const Heads = () => (
  <thead>
    <tr>
      <th scope="col">{t('admin.name')}</th>
      <th scope="col">{t('admin.kind')}</th>
      <th scope="col">{t('admin.code')}</th>
      <th scope="col">{t('admin.symbol')}</th>
      <th scope="col">{t('admin.signerPosition')}</th>
      <th scope="col">{t('admin.validity')}</th>
      <th scope="col" className="r">
        {t('admin.unitPeople')}
      </th>
    </tr>
  </thead>
);

const Units = ({ units, query }: { units: UnitsAnswer; query: string }) => {
  const shown = useMemo(
    () => units.units.filter((u) => matches(u.name, query) || (u.code !== null && u.code === query.trim())),
    [units, query],
  );
  if (units.units.length === 0) {
    return (
      <Empty
        icon="landmark"
        title={t('admin.unitNone')}
        action={<Btn href="/quan-tri/don-vi/moi">{t('admin.unitNew')}</Btn>}
      >
        {t('admin.unitNoneText')}
      </Empty>
    );
  }
  if (shown.length === 0) {
    return (
      <Empty icon="search" title={t('admin.noneFound')}>
        {t('admin.noneFoundText')}
      </Empty>
    );
  }
  return (
    <Table caption={t('admin.units')} className="edge fold units">
      <Heads />
      <tbody>
        {shown.map((unit) => (
          <tr key={unit.id}>
            <th scope="row" className={`depth-${Math.min(unit.depth, 4)}`}>
              <Link href={`/quan-tri/don-vi/${unit.id}`} className="name">
                {unit.name}
              </Link>
            </th>
            <td data-l={t('admin.kind')}>{t(KIND_WORDS[unit.kind])}</td>
            <td className="num" data-l={t('admin.code')}>
              {unit.code ?? ''}
            </td>
            <td className="phone-hide" data-l={t('admin.symbol')}>
              {unit.symbol}
            </td>
            <td className="phone-hide" data-l={t('admin.signerPosition')}>
              {unit.signerPosition}
            </td>
            <td className="s13" data-l={t('admin.validity')}>
              {daysWords(unit.validFrom, unit.validTo)}
            </td>
            <td className="r" data-l={t('admin.unitPeople')}>
              {unit.people}
            </td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
};

const UnitsScreen = () => {
  const [query, setQuery] = useState('');
  const [day, setDay] = useState<Day | undefined>(undefined);
  const units = useResource<UnitsAnswer>(day ? `/api/units?at=${day}` : '/api/units');
  return (
    <AdminPage
      title={t('admin.units')}
      note={units.data && t('admin.unitsShown', { n: units.data.units.length, day: shortDay(units.data.at) })}
      actions={
        <Btn kind="main" icon="plus" href="/quan-tri/don-vi/moi">
          {t('admin.unitNew')}
        </Btn>
      }
    >
      <div className="admin-tools">
        <FindField label={t('admin.find')} hint={t('admin.findUnit')} value={query} onText={setQuery} />
        <DayField label={t('admin.unitsOn')} day={day} onDay={setDay} />
      </div>
      <Sheet>
        <View
          of={units}
          loading={
            <Table caption={t('admin.units')} className="edge">
              <Heads />
              <LoadingRows columns={7} rows={10} />
            </Table>
          }
        >
          {(data) => <Units units={data} query={query} />}
        </View>
      </Sheet>
    </AdminPage>
  );
};

export default UnitsScreen;
