import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { campaignParams } from '../../core/campaign/wire.ts';
import { choiceWire, correctWire, leaveOutWire, spotWire, yearWire } from '../../core/consolidation/wire.ts';
import type { Services } from '../http/context.ts';
import { command, query } from '../http/route.ts';
import { contributions } from './contributions.ts';
import { correctForTotal } from './correct.ts';
import { leaveUnitOut } from './leaveOut.ts';
import { takeChangeBack } from './takeBack.ts';
import { totals } from './views.ts';
import { yearView } from './year.ts';

const tag = 'consolidation';
const at = '/api/campaigns/:campaignId';

export const registerConsolidationRoutes = (app: FastifyInstance, services: Services): void => {
  const params = campaignParams;
  query(
    app,
    services,
    {
      url: `${at}/totals`,
      tag,
      summary: 'Totals of the reports that count, by indicator and scope',
      params,
      query: choiceWire,
    },
    (ctx, { params: p, query: choice }) => totals(ctx, p.campaignId, choice),
  );
  query(
    app,
    services,
    { url: `${at}/contributions`, tag, summary: 'Who gave what to one total', params, query: spotWire },
    (ctx, { params: p, query: { form, row, column, ...choice } }) =>
      contributions(ctx, p.campaignId, { form, row, column }, choice),
  );
  query(
    app,
    services,
    {
      url: `${at}/year`,
      tag,
      summary: 'Windows of a year side by side, never added',
      params,
      query: yearWire,
    },
    (ctx, { params: p, query: { year } }) => yearView(ctx, p.campaignId, year ?? null),
  );
  command(
    app,
    services,
    {
      url: `${at}/total-changes/leave-out`,
      tag,
      summary: 'Leave a unit out of the totals with a reason',
      params,
      body: leaveOutWire,
    },
    (ctx, { params: p, body }) => leaveUnitOut(ctx, p.campaignId, body),
  );
  command(
    app,
    services,
    {
      url: `${at}/total-changes/correct`,
      tag,
      summary: 'Correct a unit’s value for the totals with a reason',
      params,
      body: correctWire,
    },
    (ctx, { params: p, body }) => correctForTotal(ctx, p.campaignId, body),
  );
  command(
    app,
    services,
    {
      url: `${at}/total-changes/:changeId/take-back`,
      tag,
      summary: 'Take back what was changed for the totals',
      params: campaignParams.extend({ changeId: z.uuid() }),
    },
    (ctx, { params: p }) => takeChangeBack(ctx, p.campaignId, p.changeId),
  );
};
