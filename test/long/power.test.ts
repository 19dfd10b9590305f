import type { ChildProcess } from 'node:child_process';
import {
  chownSync,
  closeSync,
  cpSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { clusterLeft, connected, ended, startHolder } from '../setup/holding.ts';

const ROUNDS = Number(process.env.CCHC_FAULT_ROUNDS ?? 100);
const WRITES = 500;
// Where rows and their transaction states live; the log (pg_wal) and the control file are what is flushed.
const CACHED = ['base', 'pg_xact', 'pg_multixact', 'pg_subtrans'];

const folder = join(mkdtempSync(join(tmpdir(), 'cchc-power-')), 'data');
let holder: ChildProcess | undefined;

afterAll(async () => {
  if (holder) await ended(holder, 'SIGTERM');
  rmSync(join(folder, '..'), { recursive: true, force: true });
});

/** The database runs as a user of its own when the test is root. */
const chownTree = (path: string, uid: number, gid: number): void => {
  chownSync(path, uid, gid);
  if (statSync(path).isDirectory())
    for (const name of readdirSync(path)) chownTree(join(path, name), uid, gid);
};

/** Loses what was never flushed: the log behind the flushed place becomes zeros, as blocks that were not written. */
const cutLog = (file: string, offset: number): void => {
  const path = join(folder, 'pg/pg_wal', file);
  const rest = statSync(path).size - offset;
  const handle = openSync(path, 'r+');
  writeSync(handle, Buffer.alloc(rest), 0, rest, offset);
  closeSync(handle);
};

test(`J5: ${ROUNDS} simulated power cuts: only what was flushed is left, and every acknowledged write is in it`, async () => {
  const acknowledged: number[] = [];
  let next = 0;
  const saved = join(folder, '../saved');
  for (let round = 0; round < ROUNDS; round++) {
    const { child, url } = await startHolder(folder);
    const client = await connected(url);
    await client.query('create table if not exists written (n int primary key, word text)');
    await client.query('checkpoint');
    // The worst case: not one data page that was written after the checkpoint has reached the disk.
    for (const part of CACHED)
      cpSync(join(folder, 'pg', part), join(saved, part), { recursive: true, preserveTimestamps: true });
    const writers = await Promise.all([connected(url), connected(url), connected(url)]);
    const until = next + WRITES;
    await Promise.all(
      writers.map(async (writer) => {
        while (next < until) {
          const n = next++;
          await writer.query('insert into written values ($1, repeat($2, 50))', [n, 'x']);
          acknowledged.push(n);
        }
      }),
    );
    const { rows } = await client.query<{ file: string; at: number }>(
      'select file_name as file, file_offset as at from pg_walfile_name_offset(pg_current_wal_flush_lsn())',
    );
    const flushed = rows[0];
    if (!flushed) throw new Error('no place in the log');
    // Something is under way that nobody has been told of.
    void writers[0]
      ?.query('begin')
      .then(() =>
        writers[0]?.query("insert into written select 10000000 + n, 'lost' from generate_series(1, 500) n"),
      )
      .catch(() => undefined);
    const postmaster = Number(readFileSync(join(folder, 'pg/postmaster.pid'), 'utf8').split('\n')[0]);
    process.kill(postmaster, 'SIGKILL');
    await ended(child, 'SIGKILL');
    await Promise.all([client, ...writers].map((one) => one.end().catch(() => undefined)));
    await clusterLeft(folder);
    for (const part of CACHED) {
      const own = statSync(join(folder, 'pg', part));
      rmSync(join(folder, 'pg', part), { recursive: true });
      cpSync(join(saved, part), join(folder, 'pg', part), { recursive: true, preserveTimestamps: true });
      chownTree(join(folder, 'pg', part), own.uid, own.gid);
    }
    cutLog(flushed.file, Number(flushed.at));
    rmSync(saved, { recursive: true });
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
  expect(acknowledged).toHaveLength(ROUNDS * WRITES);
  expect(acknowledged.filter((n) => !kept.has(n))).toEqual([]);
  expect(rows.filter((row) => row.n >= 10_000_000)).toEqual([]);
});
