import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { campaignParams } from '../../core/campaign/wire.ts';
import type { Services } from '../http/context.ts';
import { query } from '../http/route.ts';
import { contributions } from './contributions.ts';
import { totals } from './views.ts';

const tag = 'consolidation';
const id = z.string().min(1).max(100);

export const registerConsolidationRoutes = (app: FastifyInstance, services: Services): void => {
  query(
    app,
    services,
    {
      url: '/api/campaigns/:campaignId/totals',
      tag,
      summary: 'Totals of received reports by indicator and scope',
      params: campaignParams,
    },
    (ctx, { params }) => totals(ctx, params.campaignId),
  );
  query(
    app,
    services,
    {
      url: '/api/campaigns/:campaignId/contributions',
      tag,
      summary: 'Who gave what to one total',
      params: campaignParams,
      query: z.object({ form: id, row: id, column: id }),
    },
    (ctx, { params, query: at }) => contributions(ctx, params.campaignId, at),
  );
};
