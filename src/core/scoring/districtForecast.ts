import { type Amount, compare, formatAmount, percent, subtract, sum } from '../kernel/amount.ts';
import type { CriteriaSet, Criterion } from './criteria.ts';
import type { Effort } from './gains.ts';
import { isSurveyed } from './led.ts';
import { prepare } from './prepare.ts';
import type { ScoreSheet } from './sheet.ts';

/** What a lead department expects for one criterion, as its report says it. */
export type Expected = {
  readonly points: Amount;
  readonly ground: string;
  readonly unitName: string;
  readonly isDraft: boolean;
};

export type ForecastLine = {
  readonly code: string;
  readonly name: string;
  readonly area: string;
  readonly maximum: Amount;
  /** null: not told yet, or given by the survey. */
  readonly expected: Amount | null;
  readonly from: 'report' | 'figures' | null;
  readonly ground: string;
  readonly unitName: string;
  readonly isDraft: boolean;
  readonly isSurvey: boolean;
  readonly effort: Effort | null;
};

export type ForecastSum = {
  readonly key: string;
  readonly name: string;
  readonly unitName: string;
  readonly expected: Amount;
  /** Of the lines that are told. */
  readonly maximum: Amount;
  readonly percent: Amount | null;
  readonly untold: number;
};

export type DistrictForecast = {
  readonly lines: readonly ForecastLine[];
  readonly areas: readonly ForecastSum[];
  readonly leads: readonly ForecastSum[];
  readonly total: ForecastSum;
  readonly gains: readonly (ForecastLine & { readonly gain: Amount })[];
  readonly gainTotal: Amount;
  readonly words: string;
  readonly note: string;
};

const EASE: Readonly<Record<Effort, number>> = { low: 0, middle: 1, high: 2 };

const summed = (
  key: string,
  name: string,
  unitName: string,
  lines: readonly ForecastLine[],
  decimals: number,
): ForecastSum => {
  const told = lines.filter((l) => l.expected !== null);
  const expected = sum(told.map((l) => l.expected ?? '0'));
  const maximum = sum(told.map((l) => l.maximum));
  return {
    key,
    name,
    unitName,
    expected,
    maximum,
    percent: percent(expected, maximum, decimals) ?? null,
    untold: lines.filter((l) => l.expected === null && !l.isSurvey).length,
  };
};

/**
 * I8: "if the year ended with today's figures": the departments' expected self-scores, put together; where a lead has
 * said nothing, what the reported figures come to. No appraisal and no survey is in it, and the note says so.
 */
export const districtForecast = (
  set: CriteriaSet,
  expected: ReadonlyMap<string, Expected>,
  computed: ScoreSheet,
  leadOf: (area: Criterion) => string,
  efforts: Readonly<Record<string, Effort>>,
): DistrictForecast => {
  const decimals = set.rounding.percentDecimals;
  const figures = new Map(computed.lines.map((l) => [l.code, l]));
  const lines = prepare(set).areas.flatMap((area) =>
    (area.children.length > 0 ? area.children : [area])
      .filter((line) => line.role === 'normal' && line.criterion.maxPoints !== null)
      .map(({ criterion: c }): ForecastLine => {
        const said = expected.get(c.code);
        const fed = figures.get(c.code);
        const isFed = fed !== undefined && fed.points !== null && fed.status === 'computed';
        const isSurvey = isSurveyed(c);
        return {
          code: c.code,
          name: c.name,
          area: area.criterion.code,
          maximum: c.maxPoints ?? '0',
          expected: isSurvey ? null : (said?.points ?? (isFed ? fed.points : null)),
          from: isSurvey ? null : said ? 'report' : isFed ? 'figures' : null,
          ground: said?.ground ?? (isFed ? fed.explanation : ''),
          unitName: said?.unitName ?? leadOf(area.criterion),
          isDraft: said?.isDraft ?? false,
          isSurvey,
          effort: efforts[c.code] ?? null,
        };
      }),
  );
  const areas = set.areas.map((area) =>
    summed(
      area.code,
      area.name,
      leadOf(area),
      lines.filter((l) => l.area === area.code),
      decimals,
    ),
  );
  const units = [...new Set(lines.map((l) => l.unitName).filter((name) => name !== ''))];
  const ease = (l: ForecastLine): number => EASE[l.effort ?? 'middle'];
  const gains = lines
    .filter((l) => l.expected !== null && compare(l.maximum, l.expected) > 0)
    .map((l) => ({ ...l, gain: subtract(l.maximum, l.expected ?? '0') }))
    .sort((a, b) => compare(b.gain, a.gain) || ease(a) - ease(b))
    .slice(0, 3);
  const gainTotal = sum(gains.map((g) => g.gain));
  const total = summed('', set.title, '', lines, decimals);
  const notes = [
    'Điểm dự kiến tự chấm theo số liệu đến hôm nay, chưa thẩm định.',
    lines.some((l) => l.isSurvey)
      ? 'Chưa gồm điểm điều tra xã hội học: chưa so được với chỉ số đã công bố có điều tra.'
      : '',
    total.untold > 0 ? `Còn ${total.untold} tiêu chí chưa dự kiến được, không tính vào tỷ lệ.` : '',
  ];
  return {
    lines,
    areas,
    leads: units.map((name) =>
      summed(
        name,
        name,
        name,
        lines.filter((l) => l.unitName === name),
        decimals,
      ),
    ),
    total,
    gains,
    gainTotal,
    words:
      gains.length === 0 ? '' : `Làm ${gains.length} việc này để tăng tới ${formatAmount(gainTotal)} điểm.`,
    note: notes.filter((n) => n !== '').join(' '),
  };
};

export type ForecastAnswer = DistrictForecast & {
  readonly year: number;
  readonly setId: string;
  readonly setTitle: string;
  readonly authorityName: string;
  readonly before: { readonly year: number; readonly percent: string; readonly hasSurvey: boolean } | null;
  readonly may: readonly 'mark-effort'[];
};
