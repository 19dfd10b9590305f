import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ReportAnswer } from '../../src/core/report/answers.ts';
import { doc, fillAndPass, signSeen, theCampaign } from '../setup/campaign.ts';
import { type Client, signIn } from '../setup/client.ts';
import { type Cluster, missing, startCluster } from '../setup/cluster.ts';
import { childEnvironment, MAIN } from '../setup/command.ts';
import { startProgram } from '../setup/server.ts';

const title = 'PgBouncer in transaction mode, a replica for boards and totals, a synchronous standby';
let cluster: Cluster;
let folder: string;
let environment: Record<string, string>;
let programs: Awaited<ReturnType<typeof startProgram>>[] = [];
let mai: Client;
let lan: Client;
let campaign: Awaited<ReturnType<typeof theCampaign>>;

describe.skipIf(missing)(missing ? `${title} (skipped: ${missing})` : title, () => {
  beforeAll(async () => {
    cluster = await startCluster();
    folder = mkdtempSync(join(tmpdir(), 'cchc-pooled-'));
    environment = {
      DATABASE_URL: cluster.appUrl,
      DATABASE_OWNER_URL: cluster.ownerUrl,
      DATABASE_REPLICA_URL: cluster.replicaUrl,
      CCHC_DATA: folder,
      PORT: '0',
    };
    const one = await startProgram(['serve'], environment);
    programs = [one, await startProgram(['serve'], environment)];
    mai = await signIn(programs[0]!.url, 'mai');
    lan = await signIn(programs[1]!.url, 'lan');
    campaign = await theCampaign(mai);
  }, 300_000);
  afterAll(async () => {
    for (const program of programs) await program.end('SIGTERM');
    cluster?.end();
    rmSync(folder, { recursive: true, force: true });
  });
  const command = (...args: string[]) =>
    spawnSync(process.execPath, [MAIN, ...args], { encoding: 'utf8', env: childEnvironment(environment) });

  it('a report is filled, signed and received through four shared connections; doctor and a backup work as well', async () => {
    const path = campaign.path('Xã Bảo Lâm');
    await fillAndPass(lan, path);
    const hung = await signIn(programs[1]!.url, 'hung');
    expect((await signSeen(hung, path)).status).toBe(200);
    expect((await mai.post(`${path}/begin-receiving`)).status).toBe(200);
    const asked = Array.from({ length: 60 }, (_, i) => (i % 2 ? mai : lan).get('/api/work'));
    expect(new Set((await Promise.all(asked)).map((a) => a.status))).toEqual(new Set([200]));
    expect(command('audit', 'verify')).toMatchObject({ status: 0 });
    expect(command('backup', join(folder, 'pooled.cchc'))).toMatchObject({ status: 0, stderr: '' });
    const { findings } = JSON.parse(command('doctor', '--json').stdout) as {
      findings: { id: string; state: string }[];
    };
    for (const id of ['database', 'role', 'replica'])
      expect([id, findings.find((f) => f.id === id)?.state]).toEqual([id, 'ok']);
  });

  const board = (who: Client) => who.get(`/api/campaigns/${campaign.id}/board`);
  const ageOf = async (who: Client) => (await board(who)).headers.get('x-data-age');
  const binh = () => signIn(programs[0]!.url, 'binh');

  it('boards and totals come from the replica, say how old they are, and never from one that is too far behind', async () => {
    const overseer = await binh();
    await expect.poll(() => ageOf(overseer), { timeout: 20_000 }).toMatch(/^\d+$/);
    expect(Number(await ageOf(overseer))).toBeLessThanOrEqual(5000);
    const { body: totals, headers } = await overseer.get(`/api/campaigns/${campaign.id}/totals`);
    expect([totals.forms.length > 0, headers.has('x-data-age')]).toEqual([true, true]);
    // Whoever has just written reads what was written, not what the replica knows.
    expect((await mai.post(`${campaign.path('Xã Bảo Lâm')}/receive`)).status).toBe(200);
    const own = await board(mai);
    const row = own.body.rows.find((r: { name: string }) => r.name === 'Xã Bảo Lâm');
    expect([own.headers.has('x-data-age'), row.state]).toEqual([false, 'received']);
    await cluster.standby('select pg_wal_replay_pause()');
    await lan.post('/api/session', { login: 'lan', password: 'sai' });
    await expect.poll(() => ageOf(overseer), { timeout: 30_000, interval: 500 }).toBe(null);
    await cluster.standby('select pg_wal_replay_resume()');
    await expect.poll(() => ageOf(overseer), { timeout: 30_000, interval: 500 }).toMatch(/^\d+$/);
  });

  it('the primary dies among acknowledged saves and the standby takes over: none is lost', async () => {
    const rows = (await board(mai)).body.rows as { name: string; state: string }[];
    const { name } = rows.find((r) => r.state === 'drafting') ?? { name: '' };
    const path = campaign.path(name);
    const clerk = await clerkOf(name);
    const { body } = await clerk.get<ReportAnswer>(path);
    expect(body.may).toContain('edit');
    const sections = body.sections.filter((s) => s.words).slice(0, 4);
    const last = new Map<string, { version: number; text: string }>();
    let acknowledged = 0;
    let fallen = false;
    const until = Date.now() + 20_000;
    await Promise.all(
      sections.map(async ({ id }) => {
        let version = body.words.find((w) => w.section === id)?.version ?? 0;
        for (let n = 0; Date.now() < until; n++) {
          const text = `Lần ghi ${n}.`;
          const words = [{ section: id, kind: 'text', doc: doc(text), version }];
          const key = `failover-${id}-${n}`;
          for (;;) {
            const answer = await clerk
              .post(`${path}/save`, { cells: [], words }, { key })
              .catch(() => undefined);
            if (answer?.status === 200) break;
            if (answer && answer.status < 500) throw new Error(JSON.stringify(answer.body));
            await new Promise((resolve) => setTimeout(resolve, 200));
          }
          version++;
          acknowledged++;
          last.set(id, { version, text });
          if (!fallen && acknowledged > 40) {
            fallen = true;
            cluster.killPrimary();
            void cluster.promote();
          }
        }
      }),
    );
    expect(fallen).toBe(true);
    const after = (await clerk.get<ReportAnswer>(path)).body;
    const kept = new Map(after.words.map((w) => [w.section, { version: w.version, text: w.plain }]));
    for (const [id, said] of last) expect([id, kept.get(id)]).toEqual([id, said]);
    const quan = await signIn(programs[0]!.url, 'quan');
    expect((await quan.get('/api/journal/verify')).body.found).toEqual([]);
    console.log(`${acknowledged} acknowledged saves, all found`);
  });

  const clerkOf = async (unit: string): Promise<Client> => {
    const [row] = await cluster.standby<{ login: string }>(
      `select login from person join post on post.person_id = person.id
       where role = 'preparer' and unit_id = '${campaign.unit(unit)}' limit 1`,
    );
    return signIn(programs[1]!.url, row?.login ?? '');
  };
});
