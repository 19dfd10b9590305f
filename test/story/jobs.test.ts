import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Services } from '../../src/server/http/context.ts';
import { type Job, startJobs } from '../../src/server/jobs/run.ts';
import { type Client, signIn } from '../setup/client.ts';
import { startTestServer, type TestServer } from '../setup/server.ts';

let server: TestServer;
let quan: Client;

beforeAll(async () => {
  server = await startTestServer({ stage: 'issued' });
  quan = await signIn(server.url, 'quan');
});
afterAll(() => server?.close());

const services = (): Services => ({
  db: server.db,
  mode: 'demo',
  dataFolder: server.dataFolder,
  version: '',
  publicUrl: null,
});
const rowOf = async (name: string) =>
  (await quan.get('/api/jobs')).body.jobs.find((job: { name: string }) => job.name === name);
/** Waits for what happens by itself; the test's own limit is the only clock. */
const until = async (happened: () => Promise<boolean>): Promise<void> => {
  while (!(await happened())) await new Promise((resolve) => setTimeout(resolve, 50));
};

it('the administrator sees what runs by itself and how it went; others do not', async () => {
  await until(async () => (await rowOf('reminders'))?.endedAt > 0);
  const { body } = await quan.get('/api/jobs');
  expect(body.jobs.map((job: { name: string }) => job.name)).toEqual([
    'anchor',
    'digest',
    'reminders',
    'sweep',
    'uploads',
  ]);
  for (const login of ['mai', 'lan', 'binh'])
    expect([login, (await (await signIn(server.url, login)).get('/api/jobs')).status]).toEqual([login, 403]);
});

it('several processes share a job: one has it at a time, and one that died frees it', async () => {
  let [under, most, runs] = [0, 0, 0];
  const job: Job = {
    name: 'shared',
    everySeconds: 0,
    work: async () => {
      under++;
      most = Math.max(most, under);
      await new Promise((resolve) => setTimeout(resolve, 20));
      under--;
      return ++runs;
    },
  };
  const failed = (error: unknown): never => {
    throw error;
  };
  // Somebody who died has it in hand.
  await sql`insert into job (name, holder, lease_until) values ('shared', 'dead:1', now() + interval '1 hour')`.execute(
    server.owner,
  );
  const stops = [1, 2, 3].map(() => startJobs(services(), [job], failed));
  expect(await rowOf('shared')).toMatchObject({ state: 'running', holder: 'dead:1', may: [] });
  const early = await quan.post('/api/jobs/shared/run-now');
  expect([early.status, early.body.code]).toEqual([409, 'job.running']);
  expect(runs).toBe(0);
  await sql`update job set lease_until = now() - interval '1 second' where name = 'shared'`.execute(
    server.owner,
  );
  await until(async () => runs >= 2);
  await Promise.all(stops.map((stop) => stop()));
  expect(most).toBe(1);
});

it('a job that fails is tried again later, says why, and may be run at once', async () => {
  let broken = true;
  const job: Job = {
    name: 'breaks',
    everySeconds: 600,
    work: async () => {
      if (broken) throw new Error('the disk is full');
      return 7;
    },
  };
  const stop = startJobs(services(), [job], () => undefined);
  await until(async () => (await rowOf('breaks'))?.state === 'failing');
  const row = await rowOf('breaks');
  expect(row).toMatchObject({ failures: 1, error: 'the disk is full', may: ['run-now'] });
  expect(row.nextAt).toBeGreaterThan(Date.now() + 300_000);
  broken = false;
  expect((await (await signIn(server.url, 'mai')).post('/api/jobs/breaks/run-now')).status).toBe(403);
  expect((await quan.post('/api/jobs/breaks/run-now')).status).toBe(200);
  await until(async () => (await rowOf('breaks'))?.done === 7);
  expect(await rowOf('breaks')).toMatchObject({ state: 'waiting', failures: 0, error: null });
  await stop();
});
