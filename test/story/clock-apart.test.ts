import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { ClockAnswer } from '../../src/core/directory/answers.ts';
import { signIn } from '../setup/client.ts';
import { startTestServer, type TestServer } from '../setup/server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer({ stage: 'issued' });
});
afterAll(() => server?.close());

const health = async () => (await (await fetch(`${server.url}/healthz`)).json()) as { clock: unknown };

it('E10: a server whose clock is not the database’s says so to who watches it and to the administrator', async () => {
  expect((await health()).clock).toEqual({ status: 'ok', ms: 0 });
  const clock = async () => (await (await signIn(server.url, 'quan')).get<ClockAnswer>('/api/clock')).body;
  expect((await clock()).apart).toEqual({ ms: 0, synchronised: true });
  // A database 40 seconds ahead: its own clock function is found first by every new connection.
  await sql`create function public.clock_timestamp() returns timestamptz language sql volatile
    as 'select pg_catalog.clock_timestamp() + interval ''40 seconds'''`.execute(server.owner);
  await sql`alter database ${sql.id(server.database)} set search_path = public, pg_catalog`.execute(
    server.owner,
  );
  await server.restart();
  const { clock: told } = (await health()) as { clock: { status: string; ms: number } };
  expect(told.status).toBe('apart');
  expect(Math.round(told.ms / 1000)).toBe(40);
  const { apart } = await clock();
  expect([apart.synchronised, Math.round(apart.ms / 1000)]).toEqual([false, 40]);
});
