import { cell, row, type Table } from './tree.ts';

/** A picture of figures with the figures beside it: who cannot see the picture reads the same. */
export type Chart = {
  readonly id: ChartId;
  readonly title: string;
  /** What is counted, of when and of whom. */
  readonly note: string;
  readonly shape: 'radar' | 'stacked' | 'line' | 'bars';
  /** Head of the first column of the table: 'Lĩnh vực', 'Đơn vị'. */
  readonly of: string;
  readonly labels: readonly string[];
  readonly series: readonly {
    readonly name: string;
    /** null: there is no figure, which is not zero. */
    readonly values: readonly (number | null)[];
  }[];
  /** '%' or a noun after the numbers. */
  readonly unit: string;
  /** The end of the scale, where it is fixed. */
  readonly max: number | null;
};

export const CHART_IDS = ['fields', 'timeliness', 'trend', 'ranking'] as const;
export type ChartId = (typeof CHART_IDS)[number];

/** The picture's size in pixels, known before it is drawn, so that nothing jumps when it comes. */
export const CHART_WIDTH = 720;
const LINE = 24;

/** Bars need a line each; the others have one shape. */
export const chartHeight = (chart: Chart): number =>
  chart.shape === 'bars'
    ? 70 + LINE * chart.labels.length
    : chart.shape === 'stacked'
      ? 110 + 56 * chart.labels.length
      : 400;

const MOST_DECIMALS = 2;
const vietnamese = (decimals: number, least: number): Intl.NumberFormat =>
  new Intl.NumberFormat('vi-VN', { minimumFractionDigits: least, maximumFractionDigits: decimals });
const asItIs = vietnamese(MOST_DECIMALS, 0);

/** A number beside the axis, as short as it is. */
export const chartNumber = (value: number): string => asItIs.format(value);

const decimalsIn = (value: number | null): number =>
  value === null ? 0 : (String(Math.round(value * 100) / 100).split('.')[1] ?? '').length;

/** The figures of one chart with one number of decimals, so that they stand under each other: 94,00 above 93,85. */
export const chartFigures = (chart: Chart): ((value: number | null) => string) => {
  const decimals = Math.max(0, ...chart.series.flatMap((one) => one.values.map(decimalsIn)));
  const format = vietnamese(decimals, decimals);
  return (value) => (value === null ? '–' : format.format(value));
};

/** 'Tỷ lệ đạt (%)': a share says what it is over its own column. */
export const seriesName = (chart: Chart, name: string): string => (chart.unit === '%' ? `${name} (%)` : name);

/** The same figures as a table of the document. */
export const chartTable = (chart: Chart): Table => ({
  kind: 'table',
  unitNote: `Đơn vị tính: ${chart.unit}`,
  landscape: false,
  columns: [
    { width: 8, align: 'center' },
    { width: 40, align: 'left' },
    ...chart.series.map(() => ({ width: 16, align: 'right' as const })),
  ],
  head: [
    row(
      ['TT', chart.of, ...chart.series.map((one) => seriesName(chart, one.name))].map((one) =>
        cell(one, { bold: true }),
      ),
    ),
  ],
  rows: rowsOf(chart),
});

const rowsOf = (chart: Chart): Table['rows'] => {
  const figure = chartFigures(chart);
  return chart.labels.map((label, i) =>
    row([String(i + 1), label, ...chart.series.map((one) => figure(one.values[i] ?? null))]),
  );
};

/** What a person hears instead of the picture. */
export const chartWords = (chart: Chart): string =>
  `${chart.title}. ${chart.note}. Số liệu trong bảng bên cạnh.`;
