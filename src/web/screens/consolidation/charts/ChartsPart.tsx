import {
  CHART_WIDTH,
  type Chart,
  chartFigures,
  chartHeight,
  chartWords,
  seriesName,
} from '../../../../core/documents/chart.ts';
import { useResource } from '../../../http/useResource.ts';
import { Paper } from '../../../kit/Paper.tsx';
import { Empty, View } from '../../../kit/places.tsx';
import { Sheet } from '../../../kit/Sheet.tsx';
import { Table } from '../../../kit/Table.tsx';
import { t } from '../../../texts/text.ts';
import './charts.css';

/** One chart as the server draws it, with its figures beside. */
const ChartSheet = ({ campaignId, chart }: { campaignId: string; chart: Chart }) => {
  const figure = chartFigures(chart);
  return (
    <Sheet title={chart.title} note={chart.note} pad className="chart">
      <div className="chart-cols">
        <img
          src={`/api/campaigns/${campaignId}/charts/${chart.id}.svg`}
          alt={chartWords(chart)}
          width={CHART_WIDTH}
          height={chartHeight(chart)}
          loading="lazy"
        />
        <Table caption={`${chart.title} (${chart.unit})`}>
          <thead>
            <tr>
              <th scope="col">{chart.of}</th>
              {chart.series.map((one) => (
                <th key={one.name} scope="col" className="r">
                  {seriesName(chart, one.name)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {chart.labels.map((label, i) => (
              <tr key={label}>
                <th scope="row">{label}</th>
                {chart.series.map((one) => (
                  <td key={one.name} className="r num">
                    {figure(one.values[i] ?? null)}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </Table>
      </div>
    </Sheet>
  );
};

/** Charts where people would rather look, never without their numbers. */
export const ChartsPart = ({ campaignId }: { campaignId: string }) => {
  const charts = useResource<readonly Chart[]>(`/api/campaigns/${campaignId}/charts`);
  return (
    <View of={charts}>
      {(list) =>
        list.length === 0 ? (
          <Sheet>
            <Empty title={t('exports.noCharts')} />
          </Sheet>
        ) : (
          <div className="charts">
            <div className="acts">
              <Paper
                of={`/api/campaigns/${campaignId}/charts-document`}
                label={t('exports.printCharts')}
                small
              />
            </div>
            {list.map((chart) => (
              <ChartSheet key={chart.id} campaignId={campaignId} chart={chart} />
            ))}
          </div>
        )
      }
    </View>
  );
};
