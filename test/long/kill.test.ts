import type { ChildProcess } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { connected, ended, startHolder } from '../setup/holding.ts';

const ROUNDS = Number(process.env.CCHC_FAULT_ROUNDS ?? 100);
const WRITES = 1000;
let folder = '';
let holder: ChildProcess | undefined;

beforeAll(() => {
  folder = join(mkdtempSync(join(tmpdir(), 'cchc-kill-')), 'data');
});

afterAll(async () => {
  if (holder) await ended(holder, 'SIGTERM');
  rmSync(join(folder, '..'), { recursive: true, force: true });
});

test(`J5: ${ROUNDS} times kill -9 among ${WRITES} acknowledged writes: none is lost, the database opens`, async () => {
  const acknowledged: number[] = [];
  let next = 0;
  for (let round = 0; round < ROUNDS; round++) {
    const { child, url } = await startHolder(folder);
    holder = child;
    const writers = await Promise.all([connected(url), connected(url), connected(url), connected(url)]);
    await writers[0]?.query('create table if not exists written (n int primary key)');
    const until = next + WRITES;
    const stopAt = next + Math.floor(Math.random() * WRITES);
    const postmaster = Number(readFileSync(join(folder, 'pg/postmaster.pid'), 'utf8').split('\n')[0]);
    let stopped = false;
    await Promise.all(
      writers.map(async (client) => {
        while (next < until) {
          const n = next++;
          // Half of the rounds kill the program only, half the database with it, at a moment nobody chose.
          if (n === stopAt && !stopped) {
            stopped = true;
            if (round % 2 === 0) process.kill(postmaster, 'SIGKILL');
            await ended(child, 'SIGKILL');
          }
          const ok = await client.query('insert into written values ($1)', [n]).then(
            () => true,
            () => false,
          );
          if (ok) acknowledged.push(n);
          else if (round % 2 === 0) return;
        }
      }),
    );
    await Promise.all(writers.map((client) => client.end().catch(() => undefined)));
    if (!stopped) await ended(child, 'SIGKILL');
    next = until;
  }
  const { child, url } = await startHolder(folder);
  holder = child;
  const client = await connected(url);
  const { rows } = await client.query<{ n: number }>('select n from written');
  await client.end();
  const kept = new Set(rows.map((row) => row.n));
  process.stdout.write(
    `${ROUNDS} rounds: acknowledged ${acknowledged.length}, of these found ${acknowledged.filter((n) => kept.has(n)).length}\n`,
  );
  expect(acknowledged.length).toBeGreaterThan(WRITES);
  expect(acknowledged.filter((n) => !kept.has(n))).toEqual([]);
});
