import { type Amount, formatAmount } from '../kernel/amount.ts';
import { type Annex, type Cell, cell, type Row, row, type Table } from './tree.ts';

/** One field of a unit's index, or the index as a whole. Without a survey its column says so. */
export type ResultLine = {
  readonly name: string;
  readonly survey: Amount | null;
  readonly appraised: Amount | null;
  readonly total: Amount;
  readonly percent: Amount | null;
};

export type UnitResults = {
  readonly unit: string;
  readonly rank: number | null;
  readonly class: string | null;
  readonly fields: readonly ResultLine[];
  readonly whole: ResultLine;
};

const DASH = '–';
const points = (amount: Amount | null): string => (amount === null ? DASH : formatAmount(amount, 2));
const share = (amount: Amount | null): string => (amount === null ? DASH : `${formatAmount(amount, 2)}%`);

const words = ({ survey, appraised, total, percent }: ResultLine): string[] => [
  points(survey),
  points(appraised),
  points(total),
  share(percent),
];

const head = (titles: readonly string[]): Row => row(titles.map((one) => cell(one, { bold: true })));

/** Lĩnh vực | điều tra xã hội học | thẩm định | tổng | %: each unit under its own name, which repeats on every page. */
const byField = (units: readonly UnitResults[]): Table => ({
  kind: 'table',
  caption: 'Kết quả theo lĩnh vực của từng đơn vị',
  landscape: false,
  columns: [
    { width: 7, align: 'center' },
    { width: 45, align: 'left' },
    { width: 14, align: 'right' },
    { width: 14, align: 'right' },
    { width: 12, align: 'right' },
    { width: 12, align: 'right' },
  ],
  head: [head(['TT', 'Lĩnh vực', 'Điểm điều tra', 'Điểm thẩm định', 'Tổng điểm', 'Tỷ lệ'])],
  rows: units.flatMap((one): Row[] => [
    row([cell(one.unit, { colspan: 6, align: 'left' } satisfies Omit<Cell, 'inlines'>)], 'group'),
    ...one.fields.map((field, i) => row([String(i + 1), field.name, ...words(field)])),
    row(['', 'Chỉ số CCHC', ...words(one.whole)], 'total'),
  ]),
});

/** The units in the order of their rank. */
const ranked = (units: readonly UnitResults[]): Table => ({
  kind: 'table',
  caption: 'Xếp hạng',
  landscape: false,
  columns: [
    { width: 10, align: 'center' },
    { width: 36, align: 'left' },
    { width: 13, align: 'right' },
    { width: 13, align: 'right' },
    { width: 12, align: 'right' },
    { width: 12, align: 'right' },
    { width: 14, align: 'center' },
  ],
  head: [head(['Xếp hạng', 'Đơn vị', 'Điểm điều tra', 'Điểm thẩm định', 'Tổng điểm', 'Chỉ số', 'Xếp loại'])],
  rows: [...units]
    .sort((a, b) => (a.rank ?? Number.MAX_SAFE_INTEGER) - (b.rank ?? Number.MAX_SAFE_INTEGER))
    .map((one) =>
      row([one.rank === null ? DASH : String(one.rank), one.unit, ...words(one.whole), one.class ?? DASH]),
    ),
});

/** Annexes of a decision that publishes an index: the ranking, then every unit by field. */
export const resultsAnnexes = (title: string, units: readonly UnitResults[]): Annex[] => [
  { title: `${title}: xếp hạng`, blocks: [ranked(units)] },
  { title: `${title}: kết quả theo lĩnh vực`, blocks: [byField(units)] },
];
