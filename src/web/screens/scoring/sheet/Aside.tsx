import type { CSSProperties } from 'react';
import { formatAmount } from '../../../../core/kernel/amount.ts';
import type { SheetAnswer } from '../../../../core/scoring/roundAnswers.ts';
import { Sheet } from '../../../kit/Sheet.tsx';
import { t } from '../../../texts/text.ts';
import { Radar } from '../charts/Radar.tsx';
import { share } from '../charts/share.ts';

const EFFORT = {
  low: 'scoring.effortLow',
  middle: 'scoring.effortMiddle',
  high: 'scoring.effortHigh',
} as const;

const percentText = (percent: string | null): string =>
  percent === null ? '–' : `${formatAmount(percent, 2)}%`;

const IndexCard = ({ answer }: { answer: SheetAnswer }) => {
  const standing = answer.second ?? answer.first ?? answer.self;
  const { index, total } = standing;
  const declared = answer.lines
    .filter((l) => l.depth === 0 && l.role === 'normal')
    .reduce((n, l) => n + Number(l.declared ?? 0), 0);
  const base = Number(total.appraisedMaximum) + Number(total.surveyMaximum);
  const reduced = declared - base;
  const maximum =
    index.basis === 'with-survey' || Number(total.surveyMaximum) === 0
      ? total.maximum
      : total.appraisedMaximum;
  return (
    <Sheet title={t(answer.stage === 'done' ? 'scoring.indexDone' : 'scoring.indexNow')} pad>
      <p className="idx">
        <b className="num">{percentText(index.percent)}</b>
        <span className="num">
          {t('scoring.pointsOf', {
            achieved: formatAmount(total.achieved),
            maximum: formatAmount(maximum),
          })}
        </span>
      </p>
      {index.class && <p className="s13">{index.class}</p>}
      {index.note && <p className="s13 sec">{index.note}</p>}
      {reduced > 0 && (
        <p className="s13 sec">
          {t('scoring.reducedSum', {
            maximum: formatAmount(String(base)),
            declared: formatAmount(String(declared)),
            reduced: formatAmount(String(reduced)),
          })}
        </p>
      )}
      {answer.before && (
        <p className="s13 sec">
          {t('scoring.beforeIndex', {
            year: String(answer.before.year),
            percent: formatAmount(answer.before.percent, 2),
            rank: answer.before.rank === null ? '' : t('scoring.beforeRank', { n: answer.before.rank }),
          })}{' '}
          {answer.before.hasSurvey && index.basis === 'without-survey' && (
            <b>{t('scoring.beforeSurvey', { year: String(answer.before.year) })}</b>
          )}
        </p>
      )}
    </Sheet>
  );
};

/** The largest points still to be had, with how hard the office thinks they are. */
const GainsCard = ({ answer, onOpen }: { answer: SheetAnswer; onOpen: (code: string) => void }) => {
  const { gains, total } = answer.gains;
  if (gains.length === 0 || answer.stage !== 'self') return null;
  return (
    <section
      className="sheet todo"
      aria-label={t('scoring.gainsTitle', { n: gains.length, points: formatAmount(total) })}
    >
      <header>
        <h2>{t('scoring.gainsTitle', { n: gains.length, points: formatAmount(total) })}</h2>
      </header>
      <div className="pad">
        <ol>
          {gains.map((gain) => (
            <li key={gain.code}>
              <b className="num">+{formatAmount(gain.gain)}</b>
              <div>
                <button type="button" className="pickt" onClick={() => onOpen(gain.code)}>
                  {gain.name}
                </button>
                <p>
                  {t('scoring.gainCriterion', { code: gain.code })}
                  {gain.effort && `, ${t(EFFORT[gain.effort])}`}
                </p>
              </div>
            </li>
          ))}
        </ol>
        <p className="then">
          {t('scoring.thenIndex', {
            percent: answer.after.percent === null ? '–' : formatAmount(answer.after.percent, 2),
            achieved: formatAmount(answer.after.achieved),
            maximum: formatAmount(answer.after.maximum),
          })}
        </p>
      </div>
    </section>
  );
};

/** Radar never alone: bars and numbers stand under it. */
const AreasCard = ({ answer }: { answer: SheetAnswer }) => {
  const { areas } = answer.second ?? answer.first ?? answer.self;
  const shown = areas.filter((a) => a.role === 'normal');
  const year = answer.round.year - 1;
  /** Published marks of the year before, where the same codes were scored. */
  const before = (code: string): number | null => {
    const marks = answer.lines.flatMap((l) => (l.area === code && l.lastYear ? [l.lastYear] : []));
    if (marks.length === 0) return null;
    return share(
      String(marks.reduce((n, m) => n + Number(m.points), 0)),
      String(marks.reduce((n, m) => n + Number(m.max), 0)),
    );
  };
  const hasBefore = shown.every((a) => before(a.code) !== null);
  const percentOf = (value: number | null): string => (value === null ? '' : `: ${Math.round(value * 100)}%`);
  const rows = shown.map((a) => ({
    code: a.code,
    name: a.name,
    points: a.achieved,
    maximum: a.survey === null ? a.appraisedMaximum : a.maximum,
  }));
  return (
    <Sheet title={t('scoring.areasTitle', { n: rows.length })} pad>
      <Radar
        axes={rows.map((r) => ({
          label: `${r.code}${percentOf(share(r.points, r.maximum))}`,
          title: r.name,
        }))}
        series={[
          ...(hasBefore
            ? [
                {
                  name: String(year),
                  kind: 'other' as const,
                  values: rows.map((r) => before(r.code)),
                },
              ]
            : []),
          { name: t('scoring.thisYear'), kind: 'main', values: rows.map((r) => share(r.points, r.maximum)) },
        ]}
      />
      {hasBefore && <p className="s12 sec keys">{t('scoring.radarKeys', { year: String(year) })}</p>}
      <table className="bars">
        <caption className="vh">{t('scoring.areasTitle', { n: rows.length })}</caption>
        <tbody>
          {rows.map((r) => {
            const value = share(r.points, r.maximum);
            return (
              <tr key={r.code}>
                <th scope="row">
                  {r.code} {r.name}
                </th>
                <td>
                  <span className={value !== null && value < 0.8 ? 'barb low' : 'barb'}>
                    <i style={{ '--v': `${Math.round((value ?? 0) * 100)}%` } as CSSProperties} />
                  </span>
                </td>
                <td className="num">
                  {formatAmount(r.points)}/{formatAmount(r.maximum)}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
      <p className="s12 sec">{t('scoring.belowShare')}</p>
    </Sheet>
  );
};

export const Aside = ({ answer, onOpen }: { answer: SheetAnswer; onOpen: (code: string) => void }) => (
  <aside className="sc-aside">
    <IndexCard answer={answer} />
    <GainsCard answer={answer} onOpen={onOpen} />
    <AreasCard answer={answer} />
  </aside>
);
