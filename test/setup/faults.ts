import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'vitest';
import { Client } from './client.ts';
import { childEnvironment, MAIN } from './command.ts';

const SECRET = 'ruộng bậc thang mùa nước đổ';
const WRITERS = 6;

export const WHO_FALLS = ['program', 'database', 'both'] as const;
type Falls = (typeof WHO_FALLS)[number];

/** The program of an office with a database of its own, as it stands on one machine of a district. */
export interface Standing {
  url: string;
  client: Client;
  begin(): Promise<void>;
  fell(who: Falls): Promise<void>;
  /** The program runs: a database that dies must not take it along. */
  stands(): boolean;
  end(): Promise<void>;
}

export async function startStanding(): Promise<Standing> {
  const folder = join(mkdtempSync(join(tmpdir(), 'cchc-faults-')), 'data');
  let child: ChildProcess | undefined;
  let port = '0';
  let said = '';
  const begin = async (): Promise<void> => {
    const env = childEnvironment({
      CCHC_DATA: folder,
      PORT: port,
      CCHC_BACKUP_PASSPHRASE: '',
      CCHC_LOG: 'fatal',
    });
    const started = spawn(process.execPath, [MAIN, 'serve', '--office'], {
      env,
      stdio: ['ignore', 'pipe', 'ignore', 'ipc'],
    });
    child = started;
    said = '';
    await new Promise<void>((resolve, reject) => {
      started.stdout?.on('data', (chunk) => {
        said += String(chunk);
        if (/http:\/\/[\d.]+:\d+[\s\S]*Ctrl-C/.test(said)) resolve();
      });
      started.once('exit', (code) => reject(new Error(`the program ended with ${code}: ${said}`)));
    });
  };
  const ended = async (signal: NodeJS.Signals): Promise<void> => {
    const gone = child;
    if (!gone || gone.exitCode !== null || gone.signalCode !== null) return;
    await new Promise<void>((resolve) => {
      gone.once('exit', () => resolve());
      gone.kill(signal);
    });
  };
  await begin();
  const url = /http:\/\/[\d.]+:\d+/.exec(said)?.[0] ?? '';
  port = new URL(url).port;
  const client = new Client(url);
  const token = /dat-lai-mat-khau\/(\S+)/.exec(said)?.[1];
  await client.post(`/api/password-resets/${token}`, { password: SECRET });
  await client.signIn('quantri', SECRET);
  const killDatabase = (): void => {
    const [pid] = readFileSync(join(folder, 'pg/postmaster.pid'), 'utf8').split('\n');
    process.kill(Number(pid), 'SIGKILL');
  };
  return {
    url,
    client,
    begin,
    fell: async (who) => {
      if (who !== 'program') killDatabase();
      // A database alone is started again by the program that lost it.
      if (who === 'database') return;
      await ended('SIGKILL');
      await begin();
    },
    stands: () => child?.exitCode === null && child.signalCode === null,
    end: async () => {
      await ended('SIGTERM');
      rmSync(join(folder, '..'), { recursive: true, force: true });
    },
  };
}

/**
 * People enrolled by several hands at once while something falls, again and again. Whoever got no answer asks once
 * more with the same key, as a browser's outbox does. Afterwards everybody who was acknowledged is there, once.
 */
export async function survive(standing: Standing, rounds: number, writes: number): Promise<void> {
  const acknowledged = new Set<string>();
  const strange: unknown[] = [];
  let interrupted = 0;
  let broken: unknown;
  const enrol = async (login: string): Promise<void> => {
    for (let tries = 0; broken === undefined; tries++) {
      if (tries > 400)
        throw new Error(
          `${login} is not taken any more; the program ${standing.stands() ? 'stands' : 'has ended'}`,
        );
      const asked = { login, name: `Người thử ${login}` };
      const answer = await standing.client
        .post('/api/people', asked, { key: `enrol-${login}` })
        .catch(() => undefined);
      if (answer?.status === 200) return void acknowledged.add(login);
      if (answer && answer.status < 500) return void strange.push(answer.body);
      interrupted++;
      await new Promise((resolve) => setTimeout(resolve, 300));
    }
  };
  for (let round = 0; round < rounds; round++) {
    const names = Array.from({ length: writes }, (_, i) => `thu-${round}-${i}`);
    // At a write that nobody chose.
    const at = Math.floor(writes * (0.2 + Math.random() * 0.6));
    let falling: Promise<void> | undefined;
    let next = 0;
    await Promise.all(
      Array.from({ length: WRITERS }, async () => {
        while (next < names.length) {
          if (next >= at)
            falling ??= standing.fell(WHO_FALLS[round % WHO_FALLS.length] ?? 'both').catch((why: unknown) => {
              broken = why;
            });
          await enrol(names[next++] ?? '');
        }
      }),
    );
    await falling;
    expect(standing.stands()).toBe(true);
    if (broken !== undefined) throw broken;
  }
  expect(strange).toEqual([]);
  expect(acknowledged.size).toBe(rounds * writes);
  expect(interrupted).toBeGreaterThan(0);
  const { client } = standing;
  const found: string[] = [];
  for (let round = 0; round < rounds; round++) {
    const { body } = await client.get<{ people: { login: string }[] }>(
      `/api/people?q=thu-${round}-&limit=200`,
    );
    found.push(...body.people.map((p) => p.login).filter((login) => login.startsWith(`thu-${round}-`)));
  }
  process.stdout.write(
    `${rounds} rounds: acknowledged ${acknowledged.size}, found ${found.length}, asked again after no answer ${interrupted}\n`,
  );
  expect(found.sort()).toEqual([...acknowledged].sort());
  expect((await client.get('/api/journal/verify')).body.found).toEqual([]);
}
