import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';

const VERSIONS = '/usr/lib/postgresql';
const BOUNCERS = ['/usr/sbin/pgbouncer', '/usr/bin/pgbouncer'];

const binaries = (): string | undefined => {
  if (!existsSync(VERSIONS)) return undefined;
  const newest = readdirSync(VERSIONS).sort((a, b) => Number(b) - Number(a))[0];
  const folder = join(VERSIONS, newest ?? '', 'bin');
  return existsSync(join(folder, 'pg_basebackup')) ? folder : undefined;
};
const bouncer = BOUNCERS.find((path) => existsSync(path));
const other = (() => {
  if (process.getuid?.() !== 0) return undefined;
  const id = (flag: string) => Number(spawnSync('id', [flag, 'postgres'], { encoding: 'utf8' }).stdout);
  const found = { uid: id('-u'), gid: id('-g') };
  return found.uid > 0 ? found : undefined;
})();

/** Why this machine cannot try what a larger installation is made of; undefined when it can. */
export const missing = ((): string | undefined => {
  if (binaries() === undefined) return 'no PostgreSQL server of the system with pg_basebackup';
  if (bouncer === undefined) return 'no pgbouncer of the system';
  if (process.getuid?.() === 0 && other === undefined) return 'root, and no user postgres';
  return undefined;
})();

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });

const ask = async <T extends pg.QueryResultRow>(url: string, sql: string): Promise<T[]> => {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<T>(sql)).rows;
  } finally {
    await client.end();
  }
};

/** The server and every process of it, as when the machine is gone. */
const killAll = (folder: string): void => {
  const [line = ''] = readFileSync(join(folder, 'postmaster.pid'), 'utf8').split('\n');
  const parent = Number(line);
  const children = readFileSync(`/proc/${parent}/task/${parent}/children`, 'utf8').trim().split(' ');
  for (const pid of [parent, ...children.filter(Boolean).map(Number)])
    try {
      process.kill(pid, 'SIGKILL');
    } catch {
      // It has just ended by itself.
    }
};

export interface Cluster {
  /** Through PgBouncer in transaction mode. */
  appUrl: string;
  ownerUrl: string;
  replicaUrl: string;
  /** As superuser of the standby. */
  standby<T extends pg.QueryResultRow>(sql: string): Promise<T[]>;
  /** SIGKILL to every process of the primary; its data is never started again. */
  killPrimary(): void;
  /** Makes the standby the primary and sends PgBouncer there. */
  promote(): Promise<void>;
  end(): void;
}

/** A primary, a synchronous standby and PgBouncer before them, from the packages of the system. */
export async function startCluster(): Promise<Cluster> {
  const bin = binaries() ?? '';
  const root = mkdtempSync(join(tmpdir(), 'cchc-cluster-'));
  chmodSync(root, 0o755);
  const own = (path: string): string => {
    mkdirSync(path, { recursive: true, mode: 0o700 });
    if (other) chownSync(path, other.uid, other.gid);
    return path;
  };
  const [primary, standby, pool] = ['primary', 'standby', 'pool'].map((name) => own(join(root, name)));
  const run = (program: string, args: string[]): void => {
    const done = spawnSync(join(bin, program), args, {
      encoding: 'utf8',
      cwd: root,
      ...other,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    if (done.status !== 0) throw new Error(`${program} ${args.join(' ')}: ${done.stdout}${done.stderr}`);
  };
  const [at, behind, door] = [await freePort(), await freePort(), await freePort()];
  const start = (folder: string, port: number): void => {
    const options = `-p ${port} -c listen_addresses=127.0.0.1 -c unix_socket_directories=${folder}`;
    // The server keeps what it is given open: a log of its own, or pg_ctl would seem never to end.
    run('pg_ctl', ['start', '-D', folder, '-w', '-s', '-l', join(folder, 'server.log'), '-o', options]);
  };
  run('initdb', ['-D', primary!, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--locale=C.UTF-8', '-N']);
  start(primary!, at);
  const super_ = (port: number, database = 'postgres') => `postgres://postgres@127.0.0.1:${port}/${database}`;
  for (const sql of [
    'create role cchc_owner login',
    'create role cchc_app login',
    'create database cchc owner cchc_owner template template0',
  ])
    await ask(super_(at), sql);
  run('pg_basebackup', ['-D', standby!, '-R', '-X', 'stream', '-c', 'fast', '-d', super_(at)]);
  start(standby!, behind);
  await ask(super_(at), `alter system set synchronous_standby_names = '*'`);
  await ask(super_(at), 'select pg_reload_conf()');
  const ini = join(pool!, 'pgbouncer.ini');
  const send = (port: number): void => {
    const lines = [
      ['[databases]', `cchc = host=127.0.0.1 port=${port} dbname=cchc user=cchc_app`, '[pgbouncer]'],
      [`listen_addr = 127.0.0.1`, `listen_port = ${door}`, 'unix_socket_dir ='],
      ['auth_type = any', 'pool_mode = transaction', 'default_pool_size = 4', 'max_client_conn = 200'],
      [
        `logfile = ${join(pool!, 'log')}`,
        'server_login_retry = 1',
        'ignore_startup_parameters = extra_float_digits',
      ],
    ].flat();
    writeFileSync(ini, `${lines.join('\n')}\n`, { mode: 0o644 });
  };
  send(at);
  const pooler: ChildProcess = spawn(bouncer ?? '', ['-q', ini], { stdio: 'ignore', cwd: pool, ...other });
  const address = (role: string, port: number) => `postgres://${role}@127.0.0.1:${port}/cchc`;
  return {
    appUrl: address('cchc_app', door),
    ownerUrl: address('cchc_owner', at),
    replicaUrl: address('cchc_app', behind),
    standby: (sql) => ask(super_(behind, 'cchc'), sql),
    killPrimary: () => killAll(primary!),
    promote: async () => {
      run('pg_ctl', ['promote', '-D', standby!, '-w', '-s']);
      send(behind);
      pooler.kill('SIGHUP');
    },
    end: () => {
      pooler.kill('SIGKILL');
      for (const folder of [standby!, primary!])
        spawnSync(join(bin, 'pg_ctl'), ['stop', '-D', folder, '-m', 'immediate', '-s'], {
          cwd: root,
          ...other,
        });
      rmSync(root, { recursive: true, force: true });
    },
  };
}
