import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { mayAdminister } from '../../core/directory/allow.ts';
import { runNow } from '../../core/jobs/runNow.ts';
import type { ReadContext, Services, WriteContext } from '../http/context.ts';
import { forbidden, notFound } from '../http/failures.ts';
import { command, query } from '../http/route.ts';
import { record } from '../record/record.ts';
import { findJob, jobsAnswer } from './views.ts';

const tag = 'jobs';

const guarded = (ctx: ReadContext) => {
  if (!mayAdminister(ctx.person, ctx.today)) throw forbidden();
  return jobsAnswer(ctx);
};

const runJobNow = async (ctx: WriteContext, name: string): Promise<void> => {
  if (!mayAdminister(ctx.person, ctx.today)) throw forbidden();
  const job = await findJob(ctx, name);
  const repeated = await ctx.services.queue?.repeated();
  // What comes only when somebody asks for it needs the question, not a start.
  if (!job || !repeated?.some((one) => one.name === name)) throw notFound('job');
  await record(ctx, runNow({ name, running: job.running > 0 }));
  await ctx.services.queue?.send(ctx.trx, name);
};

export const registerJobRoutes = (app: FastifyInstance, services: Services): void => {
  query(
    app,
    services,
    { url: '/api/jobs', tag, summary: 'What the program does by itself, and how it went' },
    guarded,
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
    (ctx, { params }) => runJobNow(ctx, params.name),
    { answer: guarded },
  );
};
