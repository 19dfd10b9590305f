import type { FastifyInstance } from 'fastify';
import { noticesQuery, readBody } from '../../core/notifications/wire.ts';
import type { Services } from '../http/context.ts';
import { command, query } from '../http/route.ts';
import { markRead } from './store.ts';
import { myNotices } from './views.ts';

const tag = 'notifications';

export const registerNotificationRoutes = (app: FastifyInstance, services: Services): void => {
  query(
    app,
    services,
    { url: '/api/notices', tag, summary: 'Own notices, newest first', query: noticesQuery },
    (ctx, { query }) => myNotices(ctx, query.limit),
  );
  command(
    app,
    services,
    { url: '/api/notices/read', tag, summary: 'Mark own notices as read', body: readBody },
    async (ctx, { body }) => {
      const read = await markRead(ctx, body.ids);
      return { read, ...(await myNotices(ctx)) };
    },
  );
};
