import { timingSafeEqual } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import { sql } from 'kysely';
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { Services } from './context.ts';

const SECONDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.15, 0.3, 0.6, 1, 3, 10];

const same = (a: string, b: string): boolean => {
  const [x, y] = [Buffer.from(a), Buffer.from(b)];
  return x.length === y.length && timingSafeEqual(x, y);
};

/**
 * Numbers for whoever watches the program (Prometheus): times of each route, memory, letters that wait, age of the
 * last backup. Counts only, nobody's name; and only for who shows the key that the office has set.
 */
export const registerMetrics = (app: FastifyInstance, services: Services, key: string): void => {
  const registers = [new Registry()];
  const [register] = registers;
  if (!register) return;
  collectDefaultMetrics({ register });
  const answers = new Histogram({
    name: 'cchc_http_seconds',
    help: 'Time of an answer, by route as declared',
    labelNames: ['method', 'route', 'status'],
    buckets: SECONDS,
    registers,
  });
  const faults = new Counter({ name: 'cchc_faults_total', help: 'Answers of 500 and above', registers });
  const letters = new Gauge({
    name: 'cchc_letters',
    help: 'Letters for the mail server, by state',
    labelNames: ['state'],
    registers,
  });
  const backup = new Gauge({
    name: 'cchc_backup_age_seconds',
    help: 'Age of the last whole backup of the night; absent before the first',
    registers,
  });
  const behind = services.replica
    ? new Gauge({
        name: 'cchc_replica_age_seconds',
        help: 'How old boards and totals from the replica may be; not a number while they are read from the primary',
        registers,
      })
    : undefined;
  app.addHook('onResponse', async (request, reply) => {
    const route = request.routeOptions.url ?? 'none';
    const labels = { method: request.method, route, status: `${Math.floor(reply.statusCode / 100)}xx` };
    answers.observe(labels, reply.elapsedTime / 1000);
    if (reply.statusCode >= 500) faults.inc();
  });
  app.get('/metrics', { config: { public: true }, schema: { hide: true } }, async (request, reply) => {
    if (!same(request.headers.authorization ?? '', `Bearer ${key}`)) return reply.status(404).send();
    const { rows } = await sql<{ state: string; n: number }>`
      select state, count(*)::int as n from outgoing_mail group by state`.execute(services.db);
    letters.reset();
    for (const { state, n } of rows) letters.set({ state }, n);
    const { rows: made } = await sql<{ age: number | null }>`
      select extract(epoch from now() - max(ended_at))::float8 as age from backup_run where file is not null`.execute(
      services.db,
    );
    if (made[0]?.age != null) backup.set(made[0].age);
    const age = services.replica?.age();
    behind?.set(age === undefined ? Number.NaN : age / 1000);
    return reply.type(register.contentType).send(await register.metrics());
  });
};
