import type { EChartsCoreOption } from 'echarts/core';
import { type Chart, chartFigures, chartNumber } from '../../../core/documents/chart.ts';

/** Told apart in grey print too: light to dark, with borders; the names stand in the legend and the table. */
const COLOURS = ['#27408b', '#c07a1a', '#9fb3d9', '#b3261e'];
const INK = '#1a1a1a';
const GRID = '#c9ced6';
// Single quotes: the library writes the name into an attribute of the SVG.
const FONT = "Tinos, 'Times New Roman', serif";

const text = { color: INK, fontFamily: FONT, fontSize: 15 };
const label = (chart: Chart) => {
  const figure = chartFigures(chart);
  return {
    show: true,
    ...text,
    formatter: ({ value }: { value: unknown }) => {
      const number = typeof value === 'number' ? value : null;
      return number === 0 && chart.shape === 'stacked' ? '' : figure(number);
    },
  };
};
const valueAxis = (chart: Chart) => ({
  type: 'value' as const,
  min: 0,
  ...(chart.max === null ? { minInterval: 1 } : { max: chart.max }),
  axisLabel: { ...text, formatter: (value: number) => chartNumber(value) },
  splitLine: { lineStyle: { color: GRID } },
});
const nameAxis = (chart: Chart, inverse: boolean) => ({
  type: 'category' as const,
  data: [...chart.labels],
  inverse,
  axisLabel: { ...text, interval: 0 },
  axisLine: { lineStyle: { color: INK } },
  axisTick: { show: false },
});

const seriesOf = (chart: Chart) => {
  const values = (all: readonly (number | null)[]) => all.map((one) => one ?? '-');
  return chart.series.map((one, i) =>
    chart.shape === 'line'
      ? {
          type: 'line' as const,
          name: one.name,
          data: values(one.values),
          symbolSize: 9,
          label: { ...label(chart), position: i === 0 ? ('top' as const) : ('bottom' as const) },
          lineStyle: { width: 3 },
        }
      : {
          type: 'bar' as const,
          name: one.name,
          data: values(one.values),
          barMaxWidth: 26,
          itemStyle: { borderColor: '#ffffff', borderWidth: 1 },
          ...(chart.shape === 'stacked' ? { stack: 'all' } : {}),
          label: {
            ...label(chart),
            position: chart.shape === 'stacked' ? ('inside' as const) : ('right' as const),
            ...(chart.shape === 'stacked' ? { backgroundColor: '#ffffff', padding: [1, 4] } : {}),
          },
        },
  );
};

/** The chart in the words of ECharts: no animation, one font of the documents, figures at every mark. */
export const optionOf = (chart: Chart): EChartsCoreOption => {
  const common = { animation: false, color: COLOURS, textStyle: text };
  const legend = chart.series.length > 1 ? { legend: { bottom: 0, textStyle: text } } : {};
  if (chart.shape === 'radar')
    return {
      ...common,
      radar: {
        radius: '62%',
        axisName: { ...text, formatter: (name?: string) => wrapped(name ?? '') },
        axisNameGap: 26,
        indicator: chart.labels.map((name) => ({ name, max: chart.max ?? 100, min: 0 })),
        splitArea: { show: false },
        splitLine: { lineStyle: { color: GRID } },
        axisLine: { lineStyle: { color: GRID } },
      },
      series: [
        {
          type: 'radar',
          symbolSize: 7,
          data: chart.series.map((one) => ({
            name: one.name,
            value: one.values.map((value) => value ?? 0),
            areaStyle: { opacity: 0.15 },
            label: label(chart),
          })),
        },
      ],
    };
  const across = chart.shape !== 'line';
  return {
    ...common,
    ...legend,
    grid: {
      left: 10,
      right: 60,
      top: 30,
      bottom: chart.series.length > 1 ? 50 : 20,
      outerBoundsMode: 'same',
      outerBoundsContain: 'axisLabel',
    },
    xAxis: across ? valueAxis(chart) : nameAxis(chart, false),
    yAxis: across ? nameAxis(chart, true) : valueAxis(chart),
    series: seriesOf(chart),
  };
};

const WORDS_A_LINE = 18;

const wrapped = (name: string): string => {
  const lines = [''];
  for (const word of name.split(' ')) {
    const last = lines.at(-1) ?? '';
    if (last && last.length + word.length >= WORDS_A_LINE) lines.push(word);
    else lines[lines.length - 1] = last ? `${last} ${word}` : word;
  }
  return lines.join('\n');
};
