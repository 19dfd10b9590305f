import type { FastifyInstance } from 'fastify';
import { boardUnitsWire, campaignParam, viewNameWire, viewWire } from '../../core/report/wire.ts';
import type { Services } from '../http/context.ts';
import { command, query } from '../http/route.ts';
import { boardFile } from './boardFile.ts';
import { boardViews, forgetBoardView, keepBoardView } from './boardViews.ts';
import { board } from './views/board.ts';
import { fileName } from './views/fileName.ts';
import { heat } from './views/heat.ts';

const tag = 'report';
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** The board: rows, the packed view of a whole country, the sheet, and the views that a person keeps. */
export const registerBoardRoutes = (app: FastifyInstance, services: Services): void => {
  const at = '/api/campaigns/:campaignId';
  query(
    app,
    services,
    {
      url: `${at}/board`,
      tag,
      summary: 'Units and states of a campaign',
      params: campaignParam,
      replica: true,
    },
    (ctx, { params }) => board(ctx, params.campaignId),
  );
  query(
    app,
    services,
    {
      url: `${at}/heat`,
      tag,
      summary: 'Units, states and progress, packed',
      params: campaignParam,
      replica: true,
    },
    (ctx, { params }) => heat(ctx, params.campaignId),
  );
  query(
    app,
    services,
    {
      method: 'POST',
      replica: true,
      url: `${at}/board.xlsx`,
      tag,
      summary: 'The chosen units as an Excel sheet, in the given order',
      params: campaignParam,
      body: boardUnitsWire,
    },
    async (ctx, { params, body, reply }) => {
      const bytes = await boardFile(ctx, params.campaignId, body.unitIds);
      const name = await fileName(ctx, 'Theo dõi báo cáo CCHC', params.campaignId);
      return reply
        .header('content-type', XLSX)
        .header(
          'content-disposition',
          `attachment; filename="theo-doi.xlsx"; filename*=UTF-8''${encodeURIComponent(`${name}.xlsx`)}`,
        )
        .send(Buffer.from(bytes));
    },
  );
  const views = '/api/board-views';
  query(app, services, { url: views, tag, summary: "The caller's kept views of the board" }, boardViews);
  command(
    app,
    services,
    { method: 'PUT', url: views, tag, summary: 'Keep a view of the board under a name', body: viewWire },
    async (ctx, { body }) => {
      await keepBoardView(ctx, body.name, body.view);
      return boardViews(ctx);
    },
  );
  command(
    app,
    services,
    { method: 'DELETE', url: views, tag, summary: 'Forget a kept view', body: viewNameWire },
    async (ctx, { body }) => {
      await forgetBoardView(ctx, body.name);
      return boardViews(ctx);
    },
  );
};
