import { CHART_WIDTH, type Chart, chartHeight } from '../../../core/documents/chart.ts';
import { optionOf } from './option.ts';

/** The library is heavy and asked for rarely: it is loaded with the first chart. */
const load = async () => {
  const [core, charts, components, renderers] = await Promise.all([
    import('echarts/core'),
    import('echarts/charts'),
    import('echarts/components'),
    import('echarts/renderers'),
  ]);
  core.use([
    charts.RadarChart,
    charts.BarChart,
    charts.LineChart,
    components.GridComponent,
    components.RadarComponent,
    components.LegendComponent,
    renderers.SVGRenderer,
  ]);
  return core;
};
let loaded: ReturnType<typeof load> | undefined;

export type Drawn = { readonly svg: string; readonly width: number; readonly height: number };

/** The chart as SVG without a browser: the same picture for the page, Word and PDF. */
export const drawChart = async (chart: Chart): Promise<Drawn> => {
  loaded ??= load();
  const echarts = await loaded;
  const height = chartHeight(chart);
  const drawn = echarts.init(null, null, { renderer: 'svg', ssr: true, width: CHART_WIDTH, height });
  try {
    drawn.setOption(optionOf(chart));
    // Styles of a pointing mouse are of no use in a picture, and the program allows none in the page.
    const svg = drawn.renderToSVGString().replace(/<style[\s\S]*?<\/style>/g, '');
    return { svg, width: CHART_WIDTH, height };
  } finally {
    drawn.dispose();
  }
};
