// Plain JavaScript for any Node >= 20: finds the Node 24 that npm installed with the project, and runs a script on it.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { constants } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = dirname(dirname(fileURLToPath(import.meta.url)));
const WANTED = 24;
const OLDEST = 20;
const startedBy = process.ppid;

/** Vietnamese first, the same in English small below it. */
export function fail(vi, en, code = 1) {
  console.error(`✗ ${vi}`);
  console.error(process.stderr.isTTY ? `\x1b[2m  ${en}\x1b[22m` : `  ${en}`);
  process.exit(code);
}

export function refuseOldNode() {
  if (Number(process.versions.node.split('.')[0]) >= OLDEST) return;
  fail(
    `Máy đang dùng Node ${process.versions.node}, chương trình cần Node ${OLDEST} trở lên. Cài bản mới từ https://nodejs.org rồi chạy lại.`,
    `This machine has Node ${process.versions.node}; Node ${OLDEST} or newer is needed. Install it from https://nodejs.org and run again.`,
  );
}

/** The executable of Node 24, or undefined when npm has not installed it. */
export function findNode24() {
  const windows = process.platform === 'win32';
  const system = windows ? 'win' : process.platform;
  const program = windows ? 'node.exe' : 'bin/node';
  const modules = join(root, 'node_modules');
  const names = [`node-${system}-${process.arch}`, `node-bin-${system}-${process.arch}`];
  const places = [
    join(modules, 'node', 'bin', windows ? 'node.exe' : 'node'),
    ...names.flatMap((name) => [
      join(modules, 'node', 'node_modules', name, program),
      join(modules, 'node', 'node_modules', name, 'bin', windows ? 'node.exe' : 'node'),
      join(modules, name, 'bin', windows ? 'node.exe' : 'node'),
    ]),
  ];
  const found = places.find((place) => existsSync(place));
  if (found !== undefined) return found;
  return Number(process.versions.node.split('.')[0]) >= WANTED ? process.execPath : undefined;
}

export function requireNode24() {
  const node = findNode24();
  if (node !== undefined) return node;
  return fail(
    'Chưa có Node 24 của chương trình trong node_modules. Chạy "npm ci" rồi thử lại.',
    'The Node 24 that belongs to the program is not in node_modules. Run "npm ci" and try again.',
  );
}

/**
 * Runs a script on Node 24 in our place: same terminal, same signals, same exit code. The script can see by its
 * channel that we are gone, however we ended.
 */
export function runOnNode24(script, args, { env = process.env } = {}) {
  const child = spawn(requireNode24(), ['--disable-warning=ExperimentalWarning', script, ...args], {
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
    // Half of a start is reading our own source: Node keeps what it made of it, and every program we start shares it.
    env: { NODE_COMPILE_CACHE: join(root, 'node_modules', '.cache', 'node'), ...env },
  });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => passOn(child, signal));
  endWithNpm(child);
  return new Promise((done) => {
    child.once('error', (error) =>
      fail(`Chưa chạy được Node 24 (${error.message}).`, `Node 24 did not start (${error.message}).`),
    );
    child.once('exit', (code, signal) => done(code ?? 128 + (constants.signals[signal] ?? 0)));
  });
}

/**
 * Windows knows no signals: killing there ends the program in the middle of its work. The console has told it of Ctrl-C
 * already, and the end of its channel tells it of everything else.
 */
function passOn(child, signal) {
  if (process.platform !== 'win32') child.kill(signal);
  else if (child.connected) child.disconnect();
}

/**
 * npm runs us through a shell, and a shell that is told to end does not tell us: when it is gone, so is the person or
 * the service manager who started npm.
 */
function endWithNpm(child) {
  if (process.env.npm_lifecycle_event === undefined || process.platform === 'win32') return;
  setInterval(() => {
    if (process.ppid !== startedBy) child.kill('SIGTERM');
  }, 500).unref();
}

if (process.argv[1] !== undefined && resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  refuseOldNode();
  const [script, ...args] = process.argv.slice(2);
  process.exit(await runOnNode24(resolve(script), args));
}
