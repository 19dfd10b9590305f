import { sql } from 'kysely';
import { PgBoss } from 'pg-boss';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { JobLine } from '../../src/core/jobs/answers.ts';
import type { Duty, Task } from '../../src/server/http/context.ts';
import { openQueue } from '../../src/server/jobs/queue.ts';
import { type Client, signIn } from '../setup/client.ts';
import { startTestServer, type TestServer } from '../setup/server.ts';

let server: TestServer;
let quan: Client;

beforeAll(async () => {
  server = await startTestServer({ stage: 'issued' });
  quan = await signIn(server.url, 'quan');
});
afterAll(() => server?.close());

const rowOf = async (name: string): Promise<JobLine | undefined> =>
  (await quan.get('/api/jobs')).body.jobs.find((job: JobLine) => job.name === name);
/** Waits for what happens by itself; the test's own limit is the only clock. */
const until = async (happened: () => Promise<boolean>): Promise<void> => {
  while (!(await happened())) await new Promise((resolve) => setTimeout(resolve, 50));
};
const duty = (name: string, work: (task: Task) => Promise<number>, more: Partial<Duty> = {}): Duty => ({
  name,
  cron: '0 3 1 1 *',
  sharing: 'one',
  withinSeconds: 0.5,
  retries: 0,
  work,
  ...more,
});
/** A process beside the server's: its own queue on the same database. */
const process = async (duties: readonly Duty[]) => {
  const queue = openQueue(server.app.pool, () => undefined);
  for (const one of duties) queue.takeOn(one);
  await queue.open();
  queue.begin();
  return queue;
};
/** What the program does by itself every fifteen seconds, at once. */
const supervise = async (name: string): Promise<void> => {
  const boss = new PgBoss({
    db: { executeSql: (text, values) => server.app.pool.query(text, values) },
    schema: 'queue',
    migrate: false,
    registerInstance: false,
    schedule: false,
    supervise: false,
    reindex: false,
  });
  await boss.start();
  await sql`update queue.queue set monitor_claim_on = null, monitor_on = null`.execute(server.owner);
  await boss.supervise(name);
  await boss.stop({ graceful: false });
};

it('the queue stands as its library expects it, and the application cannot change its shape', async () => {
  const boss = new PgBoss({
    db: { executeSql: (text, values) => server.ownerPool.query(text, values) },
    schema: 'queue',
    migrate: false,
    registerInstance: false,
    schedule: false,
    supervise: false,
  });
  await boss.start();
  const drift = await boss.detectSchemaDrift();
  await boss.stop({ graceful: false });
  expect(drift).toMatchObject({ ok: true });
  await expect(sql`alter table queue.job add column more text`.execute(server.db)).rejects.toThrow(/owner/);
  await expect(sql`create table queue.more (id int)`.execute(server.db)).rejects.toThrow(/permission denied/);
});

it('the administrator sees what runs by itself and how it went; others do not', async () => {
  await until(async () => ((await rowOf('reminders'))?.endedAt ?? 0) > 0);
  const { body } = await quan.get('/api/jobs');
  expect(body.jobs.map((job: JobLine) => job.name)).toEqual([
    'anchor',
    'archives',
    'digest',
    'letters',
    'reminders',
    'sessions',
    'sweep',
    'uploads',
    'work',
  ]);
  expect(body.processes).toHaveLength(1);
  expect(await rowOf('archives')).toMatchObject({ nextAt: null, may: [] });
  expect((await rowOf('anchor'))?.nextAt).toBeGreaterThan(Date.now());
  for (const login of ['mai', 'lan', 'binh'])
    expect([login, (await (await signIn(server.url, login)).get('/api/jobs')).status]).toEqual([login, 403]);
});

it('several processes share a job: one has it at a time, and one that died frees it', async () => {
  let [under, most, runs] = [0, 0, 0];
  let release: () => void = () => undefined;
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  const shared = duty('shared', async () => {
    under++;
    most = Math.max(most, under);
    await held;
    under--;
    return ++runs;
  });
  const queues = await Promise.all([1, 2, 3].map(() => process([shared])));
  await until(async () => (await rowOf('shared'))?.state === 'running');
  expect(await rowOf('shared')).toMatchObject({ running: 1, may: [] });
  const early = await quan.post('/api/jobs/shared/run-now');
  expect([early.status, early.body.code]).toEqual([409, 'job.running']);
  // Asked for while it runs, however often: it runs once more after that.
  for (const queue of queues) await server.db.transaction().execute((trx) => queue.send(trx, 'shared'));
  release();
  await until(async () => runs === 2);
  expect(most).toBe(1);
  await Promise.all(queues.map((queue) => queue.stop()));

  // A process dies with the work in hand: nothing is heard of it any more.
  await sql`insert into queue.job (name, policy, singleton_key, state, started_on, heartbeat_on, heartbeat_seconds,
      retry_limit, expire_seconds)
    values ('shared', 'stately', 'shared', 'active', now(), now() - interval '1 hour', 30, 1, 3600)`.execute(
    server.owner,
  );
  expect((await rowOf('shared'))?.state).toBe('running');
  await supervise('shared');
  const next = await process([shared]);
  await until(async () => runs >= 3);
  await next.stop();
});

it('a job that fails is tried again later, says why, and may be run at once', async () => {
  let broken = true;
  const breaks = duty('breaks', async () => {
    if (broken) throw new Error('the disk is full');
    return 7;
  });
  const queue = await process([breaks]);
  await until(async () => (await rowOf('breaks'))?.state === 'failing');
  expect(await rowOf('breaks')).toMatchObject({ failures: 1, error: 'the disk is full', may: ['run-now'] });
  broken = false;
  expect((await (await signIn(server.url, 'mai')).post('/api/jobs/breaks/run-now')).status).toBe(403);
  // The server here does not know this work; the process beside it does.
  await server.db.transaction().execute((trx) => queue.send(trx, 'breaks'));
  await until(async () => (await rowOf('breaks'))?.done === 7);
  expect(await rowOf('breaks')).toMatchObject({ state: 'waiting', failures: 0, error: null });
  await queue.stop();
});

it('work is asked for with the facts that cause it, or not at all; what no try could do goes where its owner sees it', async () => {
  const [tried, givenUp]: [string[], string[]] = [[], []];
  const long = duty(
    'long',
    async ({ data }) => {
      tried.push(String(data.id));
      throw new Error('never');
    },
    { sharing: 'one', deadLetter: 'long-given-up' },
  );
  const after = duty('long-given-up', async ({ data }) => givenUp.push(String(data.id)), { sharing: 'each' });
  const { cron: _, ...onAsking } = long;
  const { cron: __, ...afterOnly } = after;
  const queue = await process([onAsking, afterOnly]);
  const undone = server.db.transaction().execute(async (trx) => {
    await queue.send(trx, 'long', { id: 'undone' });
    throw new Error('refused');
  });
  await expect(undone).rejects.toThrow('refused');
  await server.db.transaction().execute(async (trx) => {
    for (const id of ['one', 'two', 'one']) await queue.send(trx, 'long', { id });
  });
  await until(async () => givenUp.length === 2);
  expect(tried.sort()).toEqual(['one', 'two']);
  expect(givenUp.sort()).toEqual(['one', 'two']);
  await queue.stop();
});
