import { useState } from 'react';
import { Link } from 'wouter';
import { formatAmount } from '../../../../core/kernel/amount.ts';
import type { RoundAnswer, RoundUnit } from '../../../../core/scoring/roundAnswers.ts';
import { SelectField } from '../../../kit/Field.tsx';
import { Sheet } from '../../../kit/Sheet.tsx';
import { Table } from '../../../kit/Table.tsx';
import { t } from '../../../texts/text.ts';
import { Radar } from '../charts/Radar.tsx';
import { share } from '../charts/share.ts';
import { STAGE_WORDS } from '../stage-words.ts';

const percent = (value: string | null | undefined): string =>
  value === null || value === undefined ? '–' : `${formatAmount(value, 2)}%`;

const byRank = (a: RoundUnit, b: RoundUnit): number =>
  (a.rank ?? Number.MAX_SAFE_INTEGER) - (b.rank ?? Number.MAX_SAFE_INTEGER);

/** Survey | appraised | total | %, as results are published; the place beside it. */
export const Ranking = ({ answer }: { answer: RoundAnswer }) => (
  <Sheet title={t('scoring.ranking')} count={answer.units.length}>
    <Table caption={t('scoring.ranking')} className="edge fold">
      <thead>
        <tr>
          <th className="r">{t('scoring.rank')}</th>
          <th>{t('scoring.units')}</th>
          <th>{t('scoring.stage')}</th>
          <th className="r">{t('scoring.surveyPoints')}</th>
          <th className="r">{t('scoring.appraised')}</th>
          <th className="r">{t('scoring.total')}</th>
          <th className="r">{t('scoring.maxHead')}</th>
          <th className="r">{t('scoring.percent')}</th>
          <th>{t('scoring.classHead')}</th>
        </tr>
      </thead>
      <tbody>
        {[...answer.units].sort(byRank).map((unit) => {
          const { result } = unit;
          const amount = (value: string | null | undefined) =>
            value === null || value === undefined ? '–' : formatAmount(value, 2);
          return (
            <tr key={unit.unitId}>
              <td className="r num" data-l={t('scoring.rank')}>
                {unit.rank ?? '–'}
              </td>
              <th scope="row">
                <Link className="name" href={`/chi-so/${answer.round.id}/${unit.unitId}`}>
                  {unit.name}
                </Link>
              </th>
              <td data-l={t('scoring.stage')}>
                {answer.round.state === 'published' ? t('scoring.published') : t(STAGE_WORDS[unit.stage])}
              </td>
              <td className="r num" data-l={t('scoring.surveyPoints')}>
                {amount(result?.total.survey)}
              </td>
              <td className="r num" data-l={t('scoring.appraised')}>
                {amount(result?.total.appraised)}
              </td>
              <td className="r num" data-l={t('scoring.total')}>
                {amount(result?.total.achieved)}
              </td>
              <td className="r num" data-l={t('scoring.maxHead')}>
                {amount(
                  result &&
                    (result.total.survey === null ? result.total.appraisedMaximum : result.total.maximum),
                )}
              </td>
              <td className="r num" data-l={t('scoring.percent')}>
                <b>{percent(result?.percent)}</b>
              </td>
              <td data-l={t('scoring.classHead')}>{result?.class ?? t('scoring.noClass')}</td>
            </tr>
          );
        })}
      </tbody>
    </Table>
  </Sheet>
);

const shareAt = (unit: RoundUnit, code: string): number | null => {
  const area = unit.result?.areas.find((a) => a.code === code);
  if (!area) return null;
  return share(area.achieved, area.survey === null ? area.appraisedMaximum : area.maximum);
};

const heatClass = (value: number | null): string =>
  value === null ? '' : `heat-${value >= 0.9 ? 0 : value >= 0.8 ? 1 : value >= 0.65 ? 2 : 3}`;

/** Numbers first, the ground only helps: never colour alone. */
export const Heat = ({ answer }: { answer: RoundAnswer }) => (
  <Sheet title={t('scoring.heat')} note={t('scoring.heatNote')}>
    <Table caption={t('scoring.heat')} className="edge heatt">
      <thead>
        <tr>
          <th>{t('scoring.units')}</th>
          {answer.areas.map((area) => (
            <th key={area.code} className="r">
              <abbr title={area.name}>{area.code}</abbr>
            </th>
          ))}
          <th className="r">{t('scoring.percent')}</th>
        </tr>
      </thead>
      <tbody>
        {[...answer.units].sort(byRank).map((unit) => (
          <tr key={unit.unitId}>
            <th scope="row">{unit.name}</th>
            {answer.areas.map((area) => {
              const value = shareAt(unit, area.code);
              return (
                <td key={area.code} className={`r num ${heatClass(value)}`}>
                  {value === null ? '–' : Math.round(value * 100)}
                  {value !== null && value < 0.8 && <span aria-hidden="true"> ▼</span>}
                </td>
              );
            })}
            <td className="r num">{percent(unit.result?.percent)}</td>
          </tr>
        ))}
      </tbody>
    </Table>
    <p className="s12 sec legend">{answer.areas.map((a) => `${a.code}: ${a.name}`).join('; ')}</p>
  </Sheet>
);

export const AreaCompare = ({ answer }: { answer: RoundAnswer }) => {
  const scored = answer.units.filter((u) => u.result !== null);
  const [chosen, setChosen] = useState(scored[0]?.unitId ?? '');
  const unit = scored.find((u) => u.unitId === chosen) ?? scored[0];
  if (!unit) return null;
  const mean = (code: string): number | null => {
    const values = scored.map((u) => shareAt(u, code)).filter((v) => v !== null);
    return values.length === 0 ? null : values.reduce((a, b) => a + b, 0) / values.length;
  };
  return (
    <Sheet title={t('scoring.radar')} pad>
      <SelectField label={t('scoring.units')} value={unit.unitId} onText={setChosen}>
        {scored.map((u) => (
          <option key={u.unitId} value={u.unitId}>
            {u.name}
          </option>
        ))}
      </SelectField>
      <Radar
        axes={answer.areas.map((a) => ({ label: a.code, title: a.name }))}
        series={[
          { name: 'mean', kind: 'other', values: answer.areas.map((a) => mean(a.code)) },
          { name: 'unit', kind: 'main', values: answer.areas.map((a) => shareAt(unit, a.code)) },
        ]}
      />
      <table className="bars">
        <caption className="vh">{t('scoring.radar')}</caption>
        <thead>
          <tr>
            <th>
              <span className="vh">{t('scoring.areaResults')}</span>
            </th>
            <td>{t('scoring.unitLine')}</td>
            <td>{t('scoring.average')}</td>
          </tr>
        </thead>
        <tbody>
          {answer.areas.map((area) => {
            const [own, all] = [shareAt(unit, area.code), mean(area.code)];
            return (
              <tr key={area.code}>
                <th scope="row">
                  {area.code} {area.name}
                </th>
                <td className="num">{own === null ? '–' : `${Math.round(own * 100)}%`}</td>
                <td className="num">{all === null ? '–' : `${Math.round(all * 100)}%`}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </Sheet>
  );
};

/** Earlier published indices beside this one, each saying whether a survey is in it. */
export const Years = ({ answer }: { answer: RoundAnswer }) => {
  const years = [...new Set(answer.units.flatMap((u) => u.before.map((b) => b.year)))].sort();
  if (years.length === 0) return null;
  return (
    <Sheet title={t('scoring.years')} note={t('scoring.yearsNote')}>
      <Table caption={t('scoring.years')} className="edge">
        <thead>
          <tr>
            <th>{t('scoring.units')}</th>
            {years.map((year) => (
              <th key={year} className="r">
                {String(year)}
              </th>
            ))}
            <th className="r">{String(answer.round.year)}</th>
          </tr>
        </thead>
        <tbody>
          {[...answer.units].sort(byRank).map((unit) => (
            <tr key={unit.unitId}>
              <th scope="row">{unit.name}</th>
              {years.map((year) => {
                const one = unit.before.find((b) => b.year === year);
                return (
                  <td key={year} className="r num">
                    {one ? `${percent(one.percent)}${one.hasSurvey ? '*' : ''}` : '–'}
                  </td>
                );
              })}
              <td className="r num">
                {percent(unit.result?.percent)}
                {unit.result?.basis === 'with-survey' ? '*' : ''}
              </td>
            </tr>
          ))}
        </tbody>
      </Table>
    </Sheet>
  );
};
