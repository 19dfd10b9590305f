import type { FastifyInstance } from 'fastify';
import { mayAdminister } from '../../core/directory/allow.ts';
import type { Services } from '../http/context.ts';
import { forbidden, refused } from '../http/failures.ts';
import { command, query } from '../http/route.ts';
import { backupsAnswer } from './views.ts';

const at = { url: '/api/backups', tag: 'backup' };

export const registerBackupRoutes = (app: FastifyInstance, services: Services): void => {
  query(app, services, { ...at, summary: 'Backups that the program makes by itself' }, backupsAnswer);
  command(app, services, { ...at, summary: 'Make today’s backup now' }, async (ctx) => {
    if (!mayAdminister(ctx.person, ctx.today)) throw forbidden();
    if (!services.backups) throw refused('backup.notPlanned', {});
    // It goes on after this answer, on connections of its own: the list tells how it ended.
    if (!(await services.backups.begin())) throw refused('backup.underWay', {});
    return backupsAnswer(ctx);
  });
};
