import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import pg from 'pg';
import { inject } from 'vitest';
import { type Connection, connect, type Database } from '../../src/server/database/connect.ts';
import { databaseUrl } from './database.ts';

const MAIN = join(import.meta.dirname, '../../src/cli/main.ts');
const CLOCK = join(import.meta.dirname, 'jumpingClock.ts');
export const PASSWORD = 'CaoLoc@2024';

/**
 * issued: the demonstration as it starts, without the campaigns that are over; with-earlier: with them; before-issue:
 * with the letter not issued; empty: a new office.
 */
export type Stage = 'issued' | 'with-earlier' | 'before-issue' | 'empty';

export interface TestServer {
  url: string;
  /** As the application may. */
  db: Database;
  /** As the owner may, to prepare and to tamper. */
  owner: Database;
  /** The same two as connections. */
  app: Connection;
  ownerPool: pg.Pool;
  dataFolder: string;
  /** Name of its database on the server of this run. */
  database: string;
  /** What the program has printed. */
  output(): string;
  stop(): Promise<void>;
  /** SIGKILL: nothing of the program's own is run any more. */
  kill(): Promise<void>;
  /** Starts again on the same data and address, after stop or kill or instead of them. */
  restart(): Promise<void>;
  /** Sets the clock of the program's process that far off, while it serves; it must have been started with `clock`. */
  clockBy(ms: number): Promise<void>;
  /** One more process of the program on the same database. */
  another(): Promise<{ url: string; end(): Promise<void>; kill(): Promise<void> }>;
  /** Ends everything; call it in afterAll. */
  close(): Promise<void>;
}

/** The real program in a process of its own, on a fresh database. */
export async function startTestServer(options: {
  stage: Stage;
  now?: string;
  /** More of the environment, such as the address of a mail server that the test has started. */
  environment?: Record<string, string>;
  /** Its clock can be made to jump. */
  clock?: boolean;
}): Promise<TestServer> {
  const database = await createTestDatabase(options.stage, options.now);
  const dataFolder = mkdtempSync(join(tmpdir(), 'cchc-data-'));
  const environment = {
    ...addressesOf(database),
    CCHC_DATA: dataFolder,
    ...(options.now === undefined ? {} : { CCHC_NOW: options.now }),
    ...(options.clock ? { NODE_OPTIONS: `--import ${pathToFileURL(CLOCK).href}` } : {}),
    ...options.environment,
  };
  const args = options.stage === 'empty' ? ['serve', '--office'] : ['serve'];
  let running = await startProgram(args, { PORT: '0', ...environment });
  const url = running.url;
  const app = connect(environment.DATABASE_URL, { max: 4 });
  const owner = connect(environment.DATABASE_OWNER_URL, { max: 4 });
  return {
    url,
    db: app.db,
    owner: owner.db,
    app,
    ownerPool: owner.pool,
    dataFolder,
    database,
    output: () => running.output(),
    stop: () => running.end('SIGTERM'),
    kill: () => running.end('SIGKILL'),
    restart: async () => {
      await running.end('SIGTERM');
      running = await startProgram(args, { ...environment, PORT: new URL(url).port });
    },
    clockBy: (ms) => running.tell({ clockBy: ms }),
    another: async () => {
      const { url, end } = await startProgram(args, { ...environment, PORT: '0' });
      return { url, end: () => end('SIGTERM'), kill: () => end('SIGKILL') };
    },
    close: async () => {
      await running.end('SIGTERM');
      await Promise.all([app.close(), owner.close()]);
      rmSync(dataFolder, { recursive: true, force: true });
    },
  };
}

/** A fresh database without a program on it, for tests of SQL itself. */
export async function openTestDatabase(
  stage: Stage = 'empty',
): Promise<{ app: Connection; owner: Connection }> {
  const addresses = addressesOf(await createTestDatabase(stage));
  return { app: connect(addresses.DATABASE_URL), owner: connect(addresses.DATABASE_OWNER_URL) };
}

let made = 0;

async function createTestDatabase(stage: Stage, now?: string): Promise<string> {
  const { ownerUrl, template } = inject('databases');
  const name = `cchc_test_${process.pid}_${made++}_${Date.now()}`;
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    // Copies of one template must not meet the making of another: one at a time, all test processes together.
    await client.query('select pg_advisory_lock(8024)');
    const staged =
      stage === 'empty' || now !== undefined ? template : await stageTemplate(client, template, stage);
    await client.query(`create database ${name} template ${staged}`);
  } finally {
    await client.end();
  }
  if (stage !== 'empty' && now !== undefined) await loadStage(name, stage, now);
  return name;
}

async function stageTemplate(client: pg.Client, template: string, stage: Stage): Promise<string> {
  const name = `${template}_${stage.replace('-', '_')}`;
  const found = await client.query('select 1 from pg_database where datname = $1', [name]);
  if (found.rowCount !== 0) return name;
  const half = `${name}_half`;
  await client.query(`drop database if exists ${half}`);
  await client.query(`create database ${half} template ${template}`);
  await loadStage(half, stage);
  await client.query(`alter database ${half} rename to ${name}`);
  return name;
}

/** The demonstration is loaded by the program's own command. */
async function loadStage(database: string, stage: Stage, now?: string): Promise<void> {
  const dataFolder = mkdtempSync(join(tmpdir(), 'cchc-load-'));
  const args = [
    ...['demo', 'reset', ...(stage === 'with-earlier' ? [] : ['--this-period'])],
    ...(stage === 'before-issue' ? ['--before-issue'] : []),
  ];
  const child = spawnProgram(args, {
    ...addressesOf(database),
    CCHC_DATA: dataFolder,
    ...(now === undefined ? {} : { CCHC_NOW: now }),
  });
  const output = collect(child);
  const code = await ended(child);
  rmSync(dataFolder, { recursive: true, force: true });
  if (code !== 0) throw new Error(`cchc ${args.join(' ')} ended with ${code}:\n${output()}`);
}

function addressesOf(database: string) {
  const { ownerUrl, appUrl } = inject('databases');
  return { DATABASE_URL: databaseUrl(appUrl, database), DATABASE_OWNER_URL: databaseUrl(ownerUrl, database) };
}

function spawnProgram(args: string[], environment: Record<string, string>): ChildProcess {
  const { CCHC_URL: _, HOST: __, ...outer } = process.env;
  return spawn(process.execPath, [MAIN, ...args], {
    env: { ...outer, NO_COLOR: '1', CCHC_DEMO_PASSWORD: PASSWORD, ...environment },
    // With the channel the program ends when the test process does, however that ends.
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
}

function collect(child: ChildProcess): () => string {
  let text = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (chunk) => {
      text += String(chunk);
    });
  }
  return () => text;
}

function ended(child: ChildProcess): Promise<number> {
  return new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) resolve(child.exitCode ?? 1);
    else child.once('exit', (code) => resolve(code ?? 1));
  });
}

/** The program itself, on whatever database its environment names. */
export async function startProgram(args: string[], environment: Record<string, string>) {
  const child = spawnProgram(args, environment);
  const output = collect(child);
  const url = await new Promise<string>((resolve, reject) => {
    child.stdout?.on('data', () => {
      // The welcome ends with how to stop; what stands above it has then been printed whole.
      const found = /http:\/\/[\d.]+:\d+(?=[\s\S]*Ctrl-C)/.exec(output());
      if (found !== null) resolve(found[0]);
    });
    child.once('exit', (code) => reject(new Error(`the program ended with ${code}:\n${output()}`)));
  });
  return {
    url,
    output,
    tell: (message: object) =>
      new Promise<void>((resolve, reject) => {
        // Answered when it has been taken, not only sent.
        child.once('message', () => resolve());
        child.send(message, (error) => error && reject(error));
      }),
    end: async (signal: NodeJS.Signals) => {
      child.kill(signal);
      await ended(child);
    },
  };
}
