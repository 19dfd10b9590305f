import { formatAmount } from '../../../../core/kernel/amount.ts';
import type { ForecastAnswer, ForecastLine, ForecastSum } from '../../../../core/scoring/districtForecast.ts';
import type { Effort } from '../../../../core/scoring/gains.ts';
import { api } from '../../../http/api.ts';
import { useAction } from '../../../http/useAction.ts';
import { useResource } from '../../../http/useResource.ts';
import { FailureNote, View } from '../../../kit/places.tsx';
import { Sheet } from '../../../kit/Sheet.tsx';
import { Table } from '../../../kit/Table.tsx';
import { t } from '../../../texts/text.ts';
import { ScoringPage } from '../ScoringPage.tsx';
import { Takeaway } from '../Takeaway.tsx';
import '../sheet/sheet.css';

const EFFORT = {
  low: 'scoring.effortLow',
  middle: 'scoring.effortMiddle',
  high: 'scoring.effortHigh',
} as const;
const percentText = (value: string | null): string => (value === null ? '–' : `${formatAmount(value, 2)}%`);

const fromText = (line: ForecastLine): string =>
  line.isSurvey
    ? t('scoring.surveyOnly')
    : line.from === 'report'
      ? t(line.isDraft ? 'scoring.fromDraft' : 'scoring.fromReport')
      : line.from === 'figures'
        ? t('scoring.fromFigures')
        : t('scoring.forecastUntold');

const Sums = ({ title, sums, isArea }: { title: string; sums: readonly ForecastSum[]; isArea: boolean }) => (
  <Sheet title={title}>
    <Table caption={title} className="edge fold">
      <thead>
        <tr>
          <th>{t(isArea ? 'scoring.forecastArea' : 'scoring.forecastLead')}</th>
          {isArea && <th>{t('scoring.forecastLead')}</th>}
          <th className="r">{t('scoring.forecastExpected')}</th>
          <th className="r">{t('scoring.max')}</th>
          <th className="r">%</th>
        </tr>
      </thead>
      <tbody>
        {sums.map((one) => (
          <tr key={one.key}>
            <th scope="row">
              {isArea && <span className="num">{one.key} </span>}
              {one.name}
              {one.untold > 0 && (
                <span className="sub">{t('scoring.forecastUntoldN', { n: one.untold })}</span>
              )}
            </th>
            {isArea && <td data-l={t('scoring.forecastLead')}>{one.unitName}</td>}
            <td className="r num" data-l={t('scoring.forecastExpected')}>
              {one.percent === null ? '–' : formatAmount(one.expected)}
            </td>
            <td className="r num" data-l={t('scoring.max')}>
              {one.percent === null ? '–' : formatAmount(one.maximum)}
            </td>
            <td className="r num" data-l="%">
              {percentText(one.percent)}
            </td>
          </tr>
        ))}
      </tbody>
    </Table>
  </Sheet>
);

const EffortCell = ({
  line,
  answer,
  onDone,
}: {
  line: ForecastLine;
  answer: ForecastAnswer;
  onDone: () => void;
}) => {
  const mark = useAction((effort: Effort | null, key) =>
    api.post(
      `/api/criteria-sets/${encodeURIComponent(answer.setId)}/effort`,
      { criterion: line.code, effort },
      { key },
    ),
  );
  if (!answer.may.includes('mark-effort')) return line.effort ? t(EFFORT[line.effort]) : '–';
  return (
    <>
      <select
        className="sel effort"
        aria-label={`${t('scoring.effortHead')}: ${line.code}`}
        value={line.effort ?? ''}
        onChange={(event) => {
          const value = event.currentTarget.value;
          void mark.run(value === '' ? null : (value as Effort)).then((done) => {
            if (done.ok) onDone();
          });
        }}
      >
        <option value="">{t('scoring.effortNone')}</option>
        {(Object.keys(EFFORT) as Effort[]).map((one) => (
          <option key={one} value={one}>
            {t(EFFORT[one])}
          </option>
        ))}
      </select>
      <FailureNote failure={mark.failure} />
    </>
  );
};

const Lines = ({ answer, onDone }: { answer: ForecastAnswer; onDone: () => void }) => (
  <Sheet title={t('scoring.forecastLines')} count={answer.lines.length}>
    <Table caption={t('scoring.forecastLines')} className="edge fold">
      <thead>
        <tr>
          <th>{t('scoring.criterion')}</th>
          <th className="r">{t('scoring.max')}</th>
          <th className="r">{t('scoring.forecastExpected')}</th>
          <th>{t('scoring.forecastGround')}</th>
          <th>{t('scoring.forecastLead')}</th>
          <th>{t('scoring.effortHead')}</th>
        </tr>
      </thead>
      <tbody>
        {answer.lines.map((line) => (
          <tr key={line.code}>
            <th scope="row">
              <span className="num">{line.code}</span> {line.name}
            </th>
            <td className="r num" data-l={t('scoring.max')}>
              {formatAmount(line.maximum)}
            </td>
            <td className="r num" data-l={t('scoring.forecastExpected')}>
              {line.expected === null ? '–' : formatAmount(line.expected)}
            </td>
            <td data-l={t('scoring.forecastGround')} className="s13">
              {line.ground}
              <span className="sub">{fromText(line)}</span>
            </td>
            <td data-l={t('scoring.forecastLead')}>{line.unitName}</td>
            <td data-l={t('scoring.effortHead')}>
              <EffortCell line={line} answer={answer} onDone={onDone} />
            </td>
          </tr>
        ))}
      </tbody>
    </Table>
  </Sheet>
);

/** I8: the authority's index as if the year ended today; never beside a survey percentage without saying so. */
const ForecastScreen = () => {
  const forecast = useResource<ForecastAnswer>('/api/forecast');
  const { data } = forecast;
  return (
    <ScoringPage
      title={
        data
          ? t('scoring.forecastTitle', { unit: data.authorityName, year: String(data.year) })
          : t('scoring.forecastPlain')
      }
      note={data?.setTitle}
      actions={data && <Takeaway of="/api/forecast" />}
    >
      <View of={forecast}>
        {(answer) => (
          <div className="sc-grid fc">
            <div className="sc-cols">
              <Sums title={t('scoring.forecastAreas')} sums={answer.areas} isArea />
              <Lines answer={answer} onDone={() => forecast.reload()} />
            </div>
            <aside className="sc-aside">
              <Sheet title={t('scoring.forecastNow')} pad>
                <p className="idx">
                  <b className="num">{percentText(answer.total.percent)}</b>
                  <span className="num">
                    {t('scoring.pointsOf', {
                      achieved: formatAmount(answer.total.expected),
                      maximum: formatAmount(answer.total.maximum),
                    })}
                  </span>
                </p>
                <p className="s13 sec">{answer.note}</p>
                {answer.before && (
                  <p className="s13 sec">
                    {t('scoring.beforeIndex', {
                      year: String(answer.before.year),
                      percent: formatAmount(answer.before.percent, 2),
                      rank: '',
                    })}{' '}
                    {answer.before.hasSurvey &&
                      t('scoring.beforeSurvey', { year: String(answer.before.year) })}
                  </p>
                )}
              </Sheet>
              {answer.gains.length > 0 && (
                <section className="sheet todo" aria-label={answer.words}>
                  <header>
                    <h2>
                      {t('scoring.gainsTitle', {
                        n: answer.gains.length,
                        points: formatAmount(answer.gainTotal),
                      })}
                    </h2>
                  </header>
                  <div className="pad">
                    <ol>
                      {answer.gains.map((gain) => (
                        <li key={gain.code}>
                          <b className="num">+{formatAmount(gain.gain)}</b>
                          <div>
                            {gain.name}
                            <p>
                              {t('scoring.gainCriterion', { code: gain.code })}, {gain.unitName}
                              {gain.effort && `, ${t(EFFORT[gain.effort])}`}
                            </p>
                          </div>
                        </li>
                      ))}
                    </ol>
                  </div>
                </section>
              )}
              <Sums title={t('scoring.forecastLeads')} sums={answer.leads} isArea={false} />
            </aside>
          </div>
        )}
      </View>
    </ScoringPage>
  );
};

export default ForecastScreen;
