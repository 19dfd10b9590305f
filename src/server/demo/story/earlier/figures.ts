import { agencyFigures, areaOf, DISTRICT_LEVEL, WHOLE_AREA } from '../departmentFigures.ts';
import { type Amounts, communeFigures, type DossierRow, type Figures, totalsOf } from '../figures.ts';
import { chanceOf } from '../random.ts';
import type { EarlierPeriod } from './periods.ts';

type PeriodId = EarlierPeriod['id'];

/** What a whole year brings in beside its first quarter. */
const TIMES: Readonly<Record<PeriodId, readonly [number, number]>> = {
  quarter: [0.82, 1.18],
  year: [3.5, 4.2],
};

/** Unlike this year by more than a little: what a signer looks at first. */
const JUMPS: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  'xa-bao-lam': { 'chung-thuc': 0.55, 'bao-tro-xa-hoi': 1.9, 'cchc-1-16': 2.4, 'cchc-6-06': 0.5 },
  'xa-loc-yen': { 'ho-tich': 0.6, 'cchc-6-05': 0.3 },
  'xa-thuy-hung': { 'chung-thuc': 1.7 },
};

/** What Tân Thành writes of this year is hardly anything: nothing may be left over for it to contradict. */
const NOTHING_LEFT = new Set(['xa-tan-thanh']);
/** One more than is carried over now: the rule of column 6 asks why. */
const LEFT_OTHERWISE: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  'xa-bao-lam': { 'dat-dai': 1 },
};

const rowOf = (key: string, id: string, period: PeriodId, now: DossierRow): DossierRow => {
  if (now === null) return null;
  const chance = chanceOf(`${key}:${id}:${period}`);
  const [nowOnline, nowDirect, carriedNow] = now;
  const came = nowOnline + nowDirect;
  const received = Math.round(came * chance.share(...TIMES[period]) * (JUMPS[key]?.[id] ?? 1));
  const online = Math.round(received * (came === 0 ? 0 : nowOnline / came) * chance.share(0.5, 0.8));
  // Both windows begin on one day, so both carry over the same.
  const carried = carriedNow === 0 ? 0 : chanceOf(`${key}:${id}:2022`).whole(0, carriedNow + 1);
  const total = received + carried;
  const left =
    period === 'quarter'
      ? chance.whole(0, Math.max(1, carriedNow))
      : NOTHING_LEFT.has(key)
        ? 0
        : carriedNow + (LEFT_OTHERWISE[key]?.[id] ?? 0);
  const open = Math.min(id === 'chung-thuc' ? 0 : left, total);
  const settled = total - open;
  const most = period === 'year' ? 9 : 3;
  const late = id === 'dat-dai' && chance.happens(0.7) ? Math.min(chance.whole(1, most), settled) : 0;
  const early = Math.round((settled - late) * chance.share(0.4, 0.65));
  return [online, received - online, carried, early, settled - late - early, late, open, 0];
};

/** Parts are no more than their whole; at the end of a year the share is another than in its first months. */
const PARTS: Readonly<
  Record<string, readonly [whole: string, atYearsEnd: readonly [number, number] | null]>
> = {
  'cchc-1-03': ['cchc-1-02', [0.94, 1]],
  'cchc-1-07': ['cchc-1-06', null],
  'cchc-2-07': ['cchc-2-06', null],
  'cchc-2-08': ['cchc-2-07', null],
  'cchc-3-p6': ['cchc-3-p5', null],
  'cchc-3-03': ['cchc-3-02', null],
  'cchc-4-02': ['cchc-4-01', null],
  'cchc-4-03': ['cchc-4-02', null],
  'cchc-4-04': ['cchc-4-03', null],
  'cchc-5-02': ['cchc-5-01', [0.88, 0.99]],
  'cchc-5-06': ['cchc-5-05', null],
  'cchc-6-02': ['cchc-6-01', null],
  'cchc-6-04': ['cchc-6-03', null],
  'cchc-7-02': ['cchc-7-01', [0.93, 1]],
  'cchc-7-04': ['cchc-7-03', [0.88, 1]],
};

/** The same at any time of the year: what there is, not what came in. */
const STANDING = new Set([
  ...['cchc-1-02', 'cchc-1-15', 'cchc-3-p1', 'cchc-3-p3', 'cchc-3-p4', 'cchc-3-01', 'cchc-3-02', 'cchc-4-01'],
  ...['cchc-4-07', 'cchc-5-01', 'cchc-5-03', 'cchc-5-04-n1', 'cchc-5-04-n2', 'cchc-5-04-n3', 'cchc-5-04-n4'],
  ...['cchc-7-01', 'cchc-7-03', 'cchc-6-03'],
]);
/** The catalogue of communal procedures was two shorter; counts of people and offices hardly move. */
const FIXED: Readonly<Record<string, number>> = { 'cchc-3-p2': 126 };
const HARDLY = /^cchc-(1-15|3|4-0[17]|5-0[34]|7-03)/;

const amountsBefore = (key: string, period: PeriodId, now: Amounts): Record<string, number | null> => {
  const then: Record<string, number | null> = {};
  const chanceFor = (row: string) => chanceOf(`${key}:${row}:${STANDING.has(row) ? 2023 : period}`);
  for (const [row, value] of Object.entries(now)) {
    if (PARTS[row]) continue;
    const chance = chanceFor(row);
    const jump = JUMPS[key]?.[row] ?? 1;
    then[row] =
      value === null
        ? null
        : (FIXED[row] ??
          (STANDING.has(row)
            ? HARDLY.test(row)
              ? value
              : Math.round(value * chance.share(0.9, 1.04))
            : Math.round(value * chance.share(...TIMES[period]) * jump)));
  }
  for (const [row, [whole, atYearsEnd]] of Object.entries(PARTS)) {
    const [part, all, allThen] = [now[row], now[whole], then[whole]];
    if (part === undefined) continue;
    const share =
      atYearsEnd && period === 'year' ? chanceFor(row).share(...atYearsEnd) : (part ?? 0) / (all || 1);
    // Presence and standards hold as they are; what is done by now was not done quite as quickly then.
    const slower = atYearsEnd && period === 'quarter' ? chanceFor(row).share(0.7, 1.1) : 1;
    then[row] =
      part === null || allThen == null ? null : Math.min(allThen, Math.round(allThen * share * slower));
  }
  return then;
};

/** Rows that rest on the dossiers or on each other say the same as those. */
const coherent = (amounts: Record<string, number | null>, dossiers: Figures['dossiers']): Amounts => {
  const totals = totalsOf(dossiers);
  const tasks = ['cchc-1-09', 'cchc-1-10', 'cchc-1-11', 'cchc-1-12'].reduce(
    (n, row) => n + (amounts[row] ?? 0),
    0,
  );
  return {
    ...amounts,
    ...('cchc-1-08' in amounts && { 'cchc-1-08': tasks }),
    ...('cchc-3-p7' in amounts && { 'cchc-3-p7': totals.late === 0 ? null : totals.late }),
  };
};

const before = (key: string, period: PeriodId, now: Figures): Figures => {
  const dossiers = Object.fromEntries(
    Object.entries(now.dossiers).map(([id, row]) => [id, rowOf(key, id, period, row)]),
  );
  return { dossiers, amounts: coherent(amountsBefore(key, period, now.amounts), dossiers) };
};

export const communeFiguresIn = (period: PeriodId, key: string): Figures =>
  before(key, period, communeFigures(key));

export const agencyFiguresIn = (period: PeriodId, key: string): Figures =>
  before(key, period, agencyFigures(key));

export const areaFiguresIn = (period: PeriodId, communeKeys: readonly string[]): Figures =>
  areaOf(
    communeKeys.map((key) => communeFiguresIn(period, key)),
    amountsBefore('district', period, DISTRICT_LEVEL),
    amountsBefore('area', period, WHOLE_AREA),
  );
