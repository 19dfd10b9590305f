import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { campaignParams } from '../../core/campaign/wire.ts';
import { reportParams } from '../../core/report/wire.ts';
import type { Services } from '../http/context.ts';
import { query } from '../http/route.ts';
import { fileName } from '../report/views/fileName.ts';
import { registerArchiveRoutes } from './archive/routes.ts';
import { registerChartRoutes } from './charts/routes.ts';
import { createDelivery, FORMATS } from './delivery.ts';
import { districtReport } from './districtReport.ts';
import { registerOutgoingRoutes } from './outgoing/routes.ts';
import { receiptSlip } from './receiptSlip.ts';
import { registerReminderLetterRoutes } from './reminderLetterRoutes.ts';
import { requestLetter } from './requestLetter.ts';
import { registerIndexPaperRoutes } from './tables/indexRoutes.ts';
import { registerTableRoutes } from './tables/routes.ts';
import { unitReport } from './unitReport.ts';

const tag = 'documents';
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
      async (ctx, { params: { campaignId, unitId }, reply }) =>
        send(reply, format, {
          tree: await unitReport(ctx, campaignId, unitId),
          name: await fileName(ctx, 'Báo cáo CCHC', campaignId, unitId),
        }),
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
      async (ctx, { params: { campaignId, unitId }, reply }) =>
        send(reply, format, {
          tree: await receiptSlip(ctx, campaignId, unitId),
          name: await fileName(ctx, 'Phiếu tiếp nhận báo cáo CCHC', campaignId, unitId),
        }),
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
      async (ctx, { params: { campaignId }, reply }) =>
        send(reply, format, {
          tree: await requestLetter(ctx, campaignId),
          name: await fileName(ctx, 'Công văn yêu cầu báo cáo CCHC', campaignId),
        }),
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
      async (ctx, { params: { campaignId }, query: { version }, reply }) =>
        send(reply, format, {
          tree: await districtReport(ctx, campaignId, version ?? null),
          name: await fileName(ctx, 'Báo cáo tổng hợp CCHC', campaignId),
        }),
    );
  }
};
