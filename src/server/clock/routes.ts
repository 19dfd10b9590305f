import type { FastifyInstance } from 'fastify';
import { mayAdminister, mayOn } from '../../core/directory/allow.ts';
import type { ClockAnswer } from '../../core/directory/answers.ts';
import { moveClock as decide } from '../../core/directory/moveClock.ts';
import { clockBody } from '../../core/directory/wire.ts';
import type { ReadContext, Services, WriteContext } from '../http/context.ts';
import { forbidden } from '../http/failures.ts';
import { command, query } from '../http/route.ts';
import { record } from '../record/record.ts';
import { clockApart } from './apart.ts';
import { businessNow } from './now.ts';
import { moveOffset } from './store.ts';
import { setsItsClock } from './timeSource.ts';

const clockAnswer = async (ctx: ReadContext): Promise<ClockAnswer> => ({
  nowMs: await businessNow(ctx.db),
  apart: await clockApart(ctx.services.db),
  kept: await setsItsClock(),
  mode: ctx.services.mode,
  may: ctx.services.mode === 'demo' ? mayOn(ctx.person, 'clock', ctx.today) : [],
});

const moveClock = async (ctx: WriteContext, to: number): Promise<ClockAnswer> => {
  if (!mayAdminister(ctx.person, ctx.today)) throw forbidden();
  // The installation's row is locked first: of two moves the second is judged by what the first made of the clock.
  const now = await moveOffset(ctx.trx, to, (current) => record(ctx, decide(ctx.services.mode, current, to)));
  return { ...(await clockAnswer(ctx)), nowMs: now };
};

export const registerClockRoutes = (app: FastifyInstance, services: Services): void => {
  query(app, services, { url: '/api/clock', tag: 'clock', summary: 'The business clock' }, clockAnswer);
  command(
    app,
    services,
    { url: '/api/clock', tag: 'clock', summary: 'Move the business clock forward', body: clockBody },
    (ctx, { body }) => moveClock(ctx, body.nowMs),
  );
};
