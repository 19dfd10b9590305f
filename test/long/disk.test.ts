import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { theCampaign } from '../setup/campaign.ts';
import { signIn } from '../setup/client.ts';
import { MAIN } from '../setup/command.ts';
import { PASSWORD } from '../setup/server.ts';

const place = mkdtempSync(join(tmpdir(), 'cchc-disk-'));
const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=260M', 'tmpfs', place]).status === 0;
const name = 'J6: a full disk loses no acknowledged write, says so, and passes when there is room again';
let program: ChildProcess | undefined;

afterAll(async () => {
  program?.kill('SIGTERM');
  if (program?.exitCode === null) await new Promise((resolve) => program?.once('exit', resolve));
  if (mounted) spawnSync('umount', ['-l', place]);
  rmSync(place, { recursive: true, force: true });
});

const start = async (): Promise<string> => {
  const { DATABASE_URL: _, DATABASE_OWNER_URL: __, ...outer } = process.env;
  const env = {
    ...outer,
    NO_COLOR: '1',
    CCHC_DEMO_PASSWORD: PASSWORD,
    CCHC_DATA: join(place, 'data'),
    PORT: '0',
  };
  const child = spawn(process.execPath, [MAIN, 'serve'], {
    env,
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  });
  program = child;
  let text = '';
  return new Promise((resolve, reject) => {
    child.stdout?.on('data', (chunk) => {
      text += String(chunk);
      const found = /http:\/\/[\d.]+:\d+(?=[\s\S]*Ctrl-C)/.exec(text);
      if (found) resolve(found[0]);
    });
    child.once('exit', (code) => reject(new Error(`ended with ${code}: ${text}`)));
  });
};

test.skipIf(!mounted)(
  mounted ? name : `${name} (skipped: this user may not mount a small disk)`,
  async () => {
    const url = await start();
    const mai = await signIn(url, 'mai');
    const lan = await signIn(url, 'lan');
    const path = (await theCampaign(mai)).path('Xã Bảo Lâm');
    const section = (await lan.get(path)).body.sections.find((s: { words: boolean }) => s.words).id;
    const versionNow = async (): Promise<number> =>
      (await lan.get(path)).body.words.find((w: { section: string }) => w.section === section)?.version ?? 0;
    const write = async (n: number, version: number): Promise<{ status: number; code?: string }> => {
      // Words that no page compresses away, so that the disk fills.
      const text = Array.from({ length: 300 }, (_, i) => `${n}-${i}-${Math.sin(n * 1000 + i)}`).join(' ');
      const words = [
        {
          section,
          kind: 'text',
          doc: { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text }] }] },
          version,
        },
      ];
      const answer = await lan.post(`${path}/save`, { cells: [], words }).catch(() => undefined);
      return { status: answer?.status ?? 0, code: answer?.body?.code };
    };
    const ballast = join(place, 'ballast');
    mkdirSync(ballast);
    const { bavail, bsize } = statfsSync(place);
    writeFileSync(join(ballast, '0'), Buffer.alloc(Math.max(0, bavail * bsize - 8_000_000), 1));
    let version = await versionNow();
    let refused: string | undefined;
    for (let n = 0; n < 4000 && refused === undefined; n++) {
      const { status, code } = await write(n, version);
      if (status === 200) version++;
      else refused = code ?? 'http.databaseAway';
    }
    expect(refused).toMatch(/^http\.(diskFull|databaseAway)$/);
    expect(program?.exitCode).toBe(null);

    rmSync(ballast, { recursive: true });
    const again = async (): Promise<number> => (await lan.get(path)).status;
    await expect.poll(again, { timeout: 60_000, interval: 500 }).toBe(200);
    // What was answered with 200 is there; a write whose answer never came may be there too, once.
    const kept = await versionNow();
    expect([version, version + 1]).toContain(kept);
    expect((await write(9999, kept)).status).toBe(200);
  },
);
