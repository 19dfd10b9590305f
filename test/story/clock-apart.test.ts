import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { ClockAnswer } from '../../src/core/directory/answers.ts';
import type { ReportAnswer } from '../../src/core/report/answers.ts';
import { doc, fillAndPass, signSeen, theCampaign } from '../setup/campaign.ts';
import { signIn } from '../setup/client.ts';
import { startTestServer, type TestServer } from '../setup/server.ts';

let server: TestServer;
let system: string;

/** What the operating system says of its time source, whatever machine the test runs on. */
const systemSays = (word: string): void =>
  writeFileSync(join(system, 'timedatectl'), `#!/bin/sh\necho ${word}\n`, { mode: 0o755 });

beforeAll(async () => {
  system = mkdtempSync(join(tmpdir(), 'cchc-system-'));
  systemSays('yes');
  server = await startTestServer({
    stage: 'issued',
    clock: true,
    environment: { PATH: `${system}:${process.env.PATH}` },
  });
});
afterAll(async () => {
  await server?.close();
  rmSync(system, { recursive: true, force: true });
});

const health = async () => (await (await fetch(`${server.url}/healthz`)).json()) as { clock: unknown };

/** What the program's own clock is told to be off by, while it serves. */
const DAY = 86_400_000;

it('clock jumps: three days ahead and back while people work; what was acknowledged is there once', async () => {
  const mai = await signIn(server.url, 'mai');
  const campaign = await theCampaign(mai);
  const path = campaign.path('Xã Bảo Lâm');
  const lan = await signIn(server.url, 'lan');
  const { body } = await lan.get<ReportAnswer>(path);
  const section = body.sections.find((s) => s.words)?.id ?? '';
  let version = body.words.find((w) => w.section === section)?.version ?? 0;
  const save = async (text: string): Promise<number> => {
    const words = [{ section, kind: 'text', doc: doc(text), version }];
    const { status } = await lan.post(`${path}/save`, { cells: [], words });
    if (status === 200) version++;
    return status;
  };
  const at: number[] = [];
  for (const by of [0, 3 * DAY, 3 * DAY, -3 * DAY, -3 * DAY, 0]) {
    await server.clockBy(by);
    expect(await save(`Đồng hồ lệch ${by / DAY} ngày.`)).toBe(200);
    at.push(Number((await lan.get(path)).headers.get('x-server-time')));
  }
  // The clock did jump, or this test would show nothing.
  expect(at[1]! - at[0]!).toBeGreaterThan(2 * DAY);
  expect(at[3]! - at[2]!).toBeLessThan(-5 * DAY);
  const kept = (await lan.get<ReportAnswer>(path)).body.words.find((w) => w.section === section);
  expect([kept?.version, kept?.plain]).toEqual([version, 'Đồng hồ lệch 0 ngày.']);

  // Sent by a clock that is ahead, received by one that has been set right: nothing is refused for its order.
  await fillAndPass(lan, path);
  await server.clockBy(3 * DAY);
  expect((await signSeen(await signIn(server.url, 'hung'), path)).status).toBe(200);
  await server.clockBy(0);
  for (const verb of ['begin-receiving', 'receive'])
    expect([verb, (await mai.post(`${path}/${verb}`)).status]).toEqual([verb, 200]);
  const quan = await signIn(server.url, 'quan');
  expect((await quan.get('/api/journal/verify')).body.found).toEqual([]);
  const told = await quan.get(
    `/api/journal?unitId=${campaign.unit('Xã Bảo Lâm')}&type=report.saved&limit=200`,
  );
  expect(told.body.facts.length).toBeGreaterThan(6);
});

it('E10: a server whose clock nobody sets, or is not the database’s, says so to who watches it and to the administrator', async () => {
  expect((await health()).clock).toEqual({ status: 'ok', ms: 0, source: 'kept' });
  const clock = async () => (await (await signIn(server.url, 'quan')).get<ClockAnswer>('/api/clock')).body;
  expect(await clock()).toMatchObject({ apart: { ms: 0, synchronised: true }, kept: true });
  systemSays('no');
  // A database 40 seconds ahead: its own clock function is found first by every new connection.
  await sql`create function public.clock_timestamp() returns timestamptz language sql volatile
    as 'select pg_catalog.clock_timestamp() + interval ''40 seconds'''`.execute(server.owner);
  await sql`alter database ${sql.id(server.database)} set search_path = public, pg_catalog`.execute(
    server.owner,
  );
  await server.restart();
  const { clock: told } = (await health()) as { clock: { status: string; ms: number; source: string } };
  expect([told.status, told.source]).toEqual(['apart', 'none']);
  expect(Math.round(told.ms / 1000)).toBe(40);
  const { apart, kept } = await clock();
  expect([apart.synchronised, Math.round(apart.ms / 1000), kept]).toEqual([false, 40, false]);
});
