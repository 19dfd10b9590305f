import type { FastifyInstance } from 'fastify';
import { sql } from 'kysely';
import { clockApart } from '../clock/apart.ts';
import { setsItsClock } from '../clock/timeSource.ts';
import type { Services } from './context.ts';

/** For whoever watches the program, and for scripts that read what it can do. */
export const registerHealth = (app: FastifyInstance, services: Services): void => {
  app.get('/healthz', { config: { public: true }, schema: { hide: true } }, async (_request, reply) => {
    const started = performance.now();
    try {
      const { rows } = await sql<{ version: string }>`select version() as version`.execute(services.db);
      const clock = await clockApart(services.db);
      return {
        status: 'ok',
        version: services.version,
        mode: services.mode,
        database: {
          status: 'ok',
          version: rows[0]?.version ?? '',
          ms: Math.round(performance.now() - started),
        },
        clock: {
          status: clock.synchronised ? 'ok' : 'apart',
          ms: clock.ms,
          source: { true: 'kept', false: 'none', null: 'unknown' }[`${await setsItsClock()}`],
        },
      };
    } catch {
      return reply
        .status(503)
        .send({ status: 'waiting', version: services.version, database: { status: 'away' } });
    }
  });
  app.get('/api/openapi.json', { config: { public: true }, schema: { hide: true } }, async () =>
    app.swagger(),
  );
};
