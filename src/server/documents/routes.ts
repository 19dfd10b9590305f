import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { campaignParams } from '../../core/campaign/wire.ts';
import { reportParams } from '../../core/report/wire.ts';
import type { ReadContext, Services } from '../http/context.ts';
import { query } from '../http/route.ts';
import { registerArchiveRoutes } from './archive/routes.ts';
import { registerChartRoutes } from './charts/routes.ts';
import { createDelivery, FORMATS, type Named } from './delivery.ts';
import { districtReport } from './districtReport.ts';
import { registerOutgoingRoutes } from './outgoing/routes.ts';
import { receiptSlip } from './receiptSlip.ts';
import { registerReminderLetterRoutes } from './reminderLetterRoutes.ts';
import { requestLetter } from './requestLetter.ts';
import { registerIndexPaperRoutes } from './tables/indexRoutes.ts';
import { registerTableRoutes } from './tables/routes.ts';
import { unitReport } from './unitReport.ts';

const tag = 'documents';
const reportNamed = async (ctx: ReadContext, campaignId: string, unitId: string): Promise<Named> => {
  const tree = await unitReport(ctx, campaignId, unitId);
  return { tree, name: `${await titleOf(ctx, campaignId)} - ${tree.head.body.replace(/\n/g, ' ')}` };
};

/** Names its period, so that two quarters lie apart in one folder of downloads. */
const titleOf = async (ctx: ReadContext, campaignId: string): Promise<string> => {
  const { title } = await ctx.db
    .selectFrom('campaign')
    .where('id', '=', campaignId)
    .select('title')
    .executeTakeFirstOrThrow();
  return title;
};

export const registerDocumentRoutes = (app: FastifyInstance, services: Services): void => {
  const delivery = createDelivery(app);
  registerOutgoingRoutes(app, services, delivery);
  registerReminderLetterRoutes(app, services, delivery);
  registerArchiveRoutes(app, services, delivery);
  registerChartRoutes(app, services, delivery);
  registerTableRoutes(app, services);
  registerIndexPaperRoutes(app, services, delivery);
  const { send } = delivery;
  for (const format of ['docx', 'pdf'] as const) {
    const { name } = FORMATS[format];
    query(
      app,
      services,
      {
        url: `/api/reports/:campaignId/:unitId/document.${format}`,
        tag,
        summary: `The report as ${name}`,
        params: reportParams,
      },
      async (ctx, { params, reply }) =>
        send(reply, format, await reportNamed(ctx, params.campaignId, params.unitId)),
    );
    query(
      app,
      services,
      {
        url: `/api/reports/:campaignId/:unitId/receipt.${format}`,
        tag,
        summary: `The receipt as ${name}`,
        params: reportParams,
      },
      async (ctx, { params, reply }) => {
        const tree = await receiptSlip(ctx, params.campaignId, params.unitId);
        return send(reply, format, { tree, name: 'Phiếu tiếp nhận' });
      },
    );
    query(
      app,
      services,
      {
        url: `/api/campaigns/:campaignId/request.${format}`,
        tag,
        summary: `The request as a công văn in ${name}`,
        params: campaignParams,
      },
      async (ctx, { params, reply }) => {
        const tree = await requestLetter(ctx, params.campaignId);
        return send(reply, format, { tree, name: 'Công văn yêu cầu báo cáo CCHC' });
      },
    );
    query(
      app,
      services,
      {
        url: `/api/campaigns/:campaignId/report.${format}`,
        tag,
        summary: `The district's report as ${name}: the draft of the moment, or a frozen version`,
        params: campaignParams,
        query: z.object({ version: z.coerce.number().int().min(1).optional() }),
      },
      async (ctx, { params, query: { version }, reply }) => {
        const tree = await districtReport(ctx, params.campaignId, version ?? null);
        return send(reply, format, { tree, name: `${await titleOf(ctx, params.campaignId)} - tổng hợp` });
      },
    );
  }
};
