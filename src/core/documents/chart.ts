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

const vietnamese = new Intl.NumberFormat('vi-VN', { maximumFractionDigits: 2 });

export const chartNumber = (value: number | null): string =>
  value === null ? '–' : vietnamese.format(value);

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
    row(['TT', chart.of, ...chart.series.map((one) => one.name)].map((one) => cell(one, { bold: true }))),
  ],
  rows: chart.labels.map((label, i) =>
    row([String(i + 1), label, ...chart.series.map((one) => chartNumber(one.values[i] ?? null))]),
  ),
});

/** What a person hears instead of the picture. */
export const chartWords = (chart: Chart): string =>
  `${chart.title}. ${chart.note}. Số liệu trong bảng bên cạnh.`;
