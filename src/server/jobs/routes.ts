import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { mayAdminister } from '../../core/directory/allow.ts';
import type { JobLine, JobsAnswer } from '../../core/jobs/answers.ts';
import { runNow } from '../../core/jobs/runNow.ts';
import type { ReadContext, Services, WriteContext } from '../http/context.ts';
import { forbidden, notFound } from '../http/failures.ts';
import { command, query } from '../http/route.ts';
import { record } from '../record/record.ts';
import { hasten } from './store.ts';

const tag = 'jobs';

const jobs = async (ctx: ReadContext): Promise<JobsAnswer> => {
  if (!mayAdminister(ctx.person, ctx.today)) throw forbidden();
  const rows = await ctx.db.selectFrom('job').selectAll().orderBy('name').execute();
  const now = Date.now();
  return {
    now,
    jobs: rows.map((row): JobLine => {
      const running = row.lease_until !== null && row.lease_until > now;
      return {
        name: row.name,
        state: running ? 'running' : row.failures > 0 ? 'failing' : 'waiting',
        nextAt: row.next_at,
        holder: row.holder,
        startedAt: row.started_at,
        endedAt: row.ended_at,
        done: row.done,
        failures: row.failures,
        error: row.last_error,
        may: running ? [] : ['run-now'],
      };
    }),
  };
};

const runJobNow = async (ctx: WriteContext, name: string): Promise<void> => {
  if (!mayAdminister(ctx.person, ctx.today)) throw forbidden();
  const row = await ctx.trx
    .selectFrom('job')
    .where('name', '=', name)
    .forUpdate()
    .select('lease_until')
    .executeTakeFirst();
  if (!row) throw notFound('job');
  await record(ctx, runNow({ name, running: row.lease_until !== null && row.lease_until > Date.now() }));
  await hasten(ctx.trx, [name]);
};

export const registerJobRoutes = (app: FastifyInstance, services: Services): void => {
  query(
    app,
    services,
    { url: '/api/jobs', tag, summary: 'What the program does by itself, and how it went' },
    jobs,
  );
  command(
    app,
    services,
    {
      url: '/api/jobs/:name/run-now',
      tag,
      summary: 'Run one of them at once, whatever its wait',
      params: z.object({ name: z.string().max(40) }),
    },
    async (ctx, { params }) => {
      await runJobNow(ctx, params.name);
      return jobs(ctx);
    },
  );
};
