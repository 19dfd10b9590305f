import type { FastifyInstance } from 'fastify';
import { boardUnitsWire, campaignParam } from '../../core/report/wire.ts';
import type { Services } from '../http/context.ts';
import { query } from '../http/route.ts';
import { fileName } from '../report/views/fileName.ts';
import { type Delivery, FORMATS } from './delivery.ts';
import { reminderLetterOf } from './reminderLetter.ts';

const tag = 'documents';
const at = '/api/campaigns/:campaignId/reminder-letter';

/** The draft of a công văn that reminds chosen units: to look at, as Word, as PDF. Nothing is kept. */
export const registerReminderLetterRoutes = (
  app: FastifyInstance,
  services: Services,
  delivery: Delivery,
): void => {
  const shape = { method: 'POST' as const, tag, params: campaignParam, body: boardUnitsWire };
  query(app, services, { ...shape, url: at, summary: 'The letter as a tree to show' }, (ctx, input) =>
    reminderLetterOf(ctx, input.params.campaignId, input.body.unitIds),
  );
  for (const format of ['docx', 'pdf'] as const)
    query(
      app,
      services,
      { ...shape, url: `${at}.${format}`, summary: `The letter as ${FORMATS[format].name}` },
      async (ctx, { params, body, reply }) => {
        const tree = await reminderLetterOf(ctx, params.campaignId, body.unitIds);
        const name = await fileName(ctx, 'Công văn đôn đốc báo cáo CCHC', params.campaignId);
        return delivery.send(reply, format, { tree, name });
      },
    );
};
