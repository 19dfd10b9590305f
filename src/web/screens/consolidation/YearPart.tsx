import { Fragment, useState } from 'react';
import type { YearAnswer } from '../../../core/consolidation/answers.ts';
import { shortDay } from '../../../core/kernel/wording.ts';
import { useResource } from '../../http/useResource.ts';
import { Banner } from '../../kit/Banner.tsx';
import { SelectField } from '../../kit/Field.tsx';
import { Empty, Loading, View } from '../../kit/places.tsx';
import { Table } from '../../kit/Table.tsx';
import { t } from '../../texts/text.ts';
import { cellWords, isFigure, periodWords } from './cell-words.ts';

const Lines = ({ year }: { year: YearAnswer }) => {
  const groups = [...new Set(year.lines.map((l) => l.section))];
  return (
    <Table caption={t('consolidation.yearCaption', { year: year.year })} className="yeart">
      <thead>
        <tr>
          <th>{t('consolidation.indicator')}</th>
          {year.periods.map((p) => (
            <th key={p.campaignId} className="r">
              {periodWords(p)}
              <span className="sub">
                {shortDay(p.window.from)} - {shortDay(p.window.to)}
              </span>
              <span className="sub">
                {t('consolidation.yearReceived', { received: p.received, obliged: p.obliged })}
              </span>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {groups.map((group) => (
          <Fragment key={group}>
            <tr className="g">
              <th scope="rowgroup" colSpan={year.periods.length + 1}>
                {group}
              </th>
            </tr>
            {year.lines
              .filter((l) => l.section === group)
              .map((line) => (
                <tr key={line.key}>
                  <th scope="row">
                    {line.title}
                    {line.unit && <span className="sub">{line.unit}</span>}
                    {line.stock && <span className="sub">{t('consolidation.yearStock')}</span>}
                  </th>
                  {line.values.map((value, at) => (
                    <td key={year.periods[at]?.campaignId} className="r num">
                      {value && isFigure(value) ? (
                        cellWords(value, line.ratio)
                      ) : (
                        <span className="mut">{value ? cellWords(value, line.ratio) : '–'}</span>
                      )}
                    </td>
                  ))}
                </tr>
              ))}
          </Fragment>
        ))}
      </tbody>
    </Table>
  );
};

/** Windows side by side, each with its days and those it overlaps; nothing is added across them (G8). */
export const YearPart = ({ campaignId }: { campaignId: string }) => {
  const [asked, setAsked] = useState('');
  const year = useResource<YearAnswer>(`/api/campaigns/${campaignId}/year${asked ? `?year=${asked}` : ''}`);
  return (
    <View
      of={year}
      loading={
        <section className="sheet">
          <Loading lines={8} />
        </section>
      }
    >
      {(data) => (
        <div className="cons print-wide">
          <Banner title={t('consolidation.yearNever')}>
            {data.periods
              .filter((p) => p.overlaps.length > 0)
              .map((p) =>
                t('consolidation.yearOverlaps', {
                  period: periodWords(p),
                  others: data.periods
                    .filter((o) => p.overlaps.includes(o.title))
                    .map(periodWords)
                    .join(', '),
                }),
              )
              .join(' ')}
          </Banner>
          {data.years.length > 1 && (
            <div className="by-choice">
              <SelectField label={t('consolidation.year')} value={String(data.year)} onText={setAsked}>
                {data.years.map((y) => (
                  <option key={y} value={y}>
                    {y}
                  </option>
                ))}
              </SelectField>
            </div>
          )}
          <section className="sheet">
            {data.periods.length < 2 && (
              <Empty icon="git-compare" title={t('consolidation.yearAlone')}>
                {t('consolidation.yearAloneText')}
              </Empty>
            )}
            <Lines year={data} />
          </section>
        </div>
      )}
    </View>
  );
};
