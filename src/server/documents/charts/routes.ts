import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { campaignParams } from '../../../core/campaign/wire.ts';
import { CHART_IDS } from '../../../core/documents/chart.ts';
import type { Services } from '../../http/context.ts';
import { notFound } from '../../http/failures.ts';
import { query } from '../../http/route.ts';
import { fileName } from '../../report/views/fileName.ts';
import { type Delivery, FORMATS } from '../delivery.ts';
import { readsWholeCampaign } from '../whoReads.ts';
import { chartsDocument } from './document.ts';
import { drawChart } from './draw.ts';
import { chartsOf } from './figures.ts';

const tag = 'documents';
const at = '/api/campaigns/:campaignId/charts';

export const registerChartRoutes = (app: FastifyInstance, services: Services, delivery: Delivery): void => {
  query(
    app,
    services,
    { url: at, tag, summary: 'Charts of a campaign with their figures', params: campaignParams },
    async (ctx, { params }) => {
      await readsWholeCampaign(ctx, params.campaignId);
      return chartsOf(ctx, params.campaignId);
    },
  );
  query(
    app,
    services,
    {
      url: `${at}/:chart.svg`,
      tag,
      summary: 'One chart as a picture, drawn on the server',
      params: campaignParams.extend({ chart: z.enum(CHART_IDS) }),
    },
    async (ctx, { params, reply }) => {
      await readsWholeCampaign(ctx, params.campaignId);
      const chart = (await chartsOf(ctx, params.campaignId)).find((one) => one.id === params.chart);
      if (!chart) throw notFound('chart');
      return reply.header('content-type', 'image/svg+xml').send((await drawChart(chart)).svg);
    },
  );
  for (const format of ['docx', 'pdf'] as const)
    query(
      app,
      services,
      {
        url: `/api/campaigns/:campaignId/charts-document.${format}`,
        tag,
        summary: `The charts with their tables as ${FORMATS[format].name}`,
        params: campaignParams,
      },
      async (ctx, { params, reply }) => {
        await readsWholeCampaign(ctx, params.campaignId);
        const tree = await chartsDocument(ctx, params.campaignId, await chartsOf(ctx, params.campaignId));
        const name = await fileName(ctx, 'Biểu đồ CCHC', params.campaignId);
        return delivery.send(reply, format, { tree, name });
      },
    );
};
