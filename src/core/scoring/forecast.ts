import { type Amount, percent, sum } from '../kernel/amount.ts';
import type { Answers, Context } from './answer.ts';
import type { CriteriaSet } from './criteria.ts';
import { score } from './score.ts';
import type { LineScore, ScoreSheet } from './sheet.ts';

/** One row of part D: criterion, maximum, expected self-score, ground. There is no appraisal column at that time. */
export type ForecastRow = {
  readonly code: string;
  readonly name: string;
  readonly area: string;
  readonly maximum: Amount;
  /** null: cannot be told yet, or given by the survey. */
  readonly expected: Amount | null;
  readonly ground: string;
  readonly status: LineScore['status'];
  readonly isPartner: boolean;
};

export type Forecast = {
  readonly leadUnit: string | null;
  readonly rows: readonly ForecastRow[];
  readonly maximum: Amount;
  readonly expected: Amount;
  /** Of what can be told: expected over the maximum of those rows. */
  readonly percent: Amount | null;
  readonly untold: number;
  /** To be said wherever the percentage stands. */
  readonly note: string;
};

const isUnder = (line: LineScore, code: string, sheet: ScoreSheet): boolean => {
  const above = sheet.lines.find((l) => l.code === line.parent);
  return above !== undefined && (above.code === code || isUnder(above, code, sheet));
};

const groundOf = (line: LineScore, sheet: ScoreSheet): string => {
  if (line.isLeaf) return line.explanation;
  const below = sheet.lines.filter((l) => l.isLeaf && isUnder(l, line.code, sheet));
  return below.map((l) => `${l.code}: ${l.explanation}`).join(' ') || line.explanation;
};

/**
 * "If the year ended with today's figures": what a department expects for the criteria of the higher level's index
 * that it leads. Without the survey it is not comparable with a published percentage that contains one.
 */
export const forecast = (
  set: CriteriaSet,
  answers: Answers,
  leadUnit: string | null,
  options: {
    readonly context?: Context;
    readonly level?: 'criterion' | 'component';
    readonly withPartner?: boolean;
  } = {},
): Forecast => {
  const sheet = score(set, answers, { ...options.context, explain: true });
  const level = options.level ?? 'criterion';
  const isPartner = (line: LineScore): boolean =>
    leadUnit !== null && (line.partners ?? []).includes(leadUnit);
  const isOurs = (line: LineScore): boolean =>
    leadUnit === null || line.leadUnit === leadUnit || (options.withPartner === true && isPartner(line));
  // Points may sit at either depth: a criterion without components is its own row at the deeper level.
  const isRow = (line: LineScore): boolean =>
    line.status !== 'monitor' &&
    (level === 'component'
      ? line.isLeaf
      : line.level === 'criterion' || (line.isLeaf && line.parent === line.area));
  const lines = sheet.lines.filter((line) => isOurs(line) && isRow(line));
  const isTold = (line: LineScore): boolean =>
    line.points !== null && line.status !== 'incomplete' && line.status !== 'survey-pending';
  const rows = lines.map(
    (line): ForecastRow => ({
      code: line.code,
      name: line.name,
      area: line.area,
      maximum: line.maximum,
      expected: isTold(line) ? line.points : null,
      ground: groundOf(line, sheet),
      status: line.status,
      isPartner: leadUnit !== null && line.leadUnit !== leadUnit,
    }),
  );
  const told = lines.filter(isTold);
  const hasSurvey = lines.some((line) => line.status === 'survey-pending');
  const untold = lines.length - told.length;
  const expected = sum(told.map((l) => l.points ?? '0'));
  const maximum = sum(lines.filter((l) => l.role === 'normal').map((l) => l.maximum));
  const notes = [
    'Điểm dự kiến tự chấm theo số liệu đến thời điểm báo cáo, chưa thẩm định.',
    hasSurvey ? 'Chưa gồm điểm điều tra xã hội học: chưa so được với chỉ số đã công bố có điều tra.' : '',
    untold > 0 ? `Còn ${untold} dòng chưa dự kiến được, không tính vào tỷ lệ.` : '',
  ];
  return {
    leadUnit,
    rows,
    maximum,
    expected,
    percent:
      percent(
        expected,
        sum(told.filter((l) => l.role === 'normal').map((l) => l.maximum)),
        set.rounding.percentDecimals,
      ) ?? null,
    untold,
    note: notes.filter((n) => n !== '').join(' '),
  };
};
