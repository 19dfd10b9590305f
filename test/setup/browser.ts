import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { type Browser, chromium } from 'playwright-core';

const require = createRequire(import.meta.url);
const CACHE = join(import.meta.dirname, '../../node_modules/.cache');

// No sandbox: containers and root have none. The rest keeps the browser from asking the world for anything.
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-domain-reliability',
  '--disable-sync',
  '--no-first-run',
  '--no-pings',
  '--font-render-hinting=none',
];

interface Program {
  path: string;
  env: Record<string, string>;
  flags: string[];
}

/** A browser for tests: the one that is named, the system's, or the one that npm brought. */
export async function launchBrowser(): Promise<Browser> {
  const program = await findProgram();
  return chromium.launch({
    executablePath: program.path,
    args: [...FLAGS, ...program.flags],
    env: { ...(process.env as Record<string, string>), ...program.env },
  });
}

export interface Profile {
  browser: Browser;
  /** SIGKILL to the browser and everything that it has started, as when the battery is empty. */
  kill(): Promise<void>;
}

/** A browser of its own on a folder of the disk, which can be killed and started again. */
export async function openProfile(folder: string): Promise<Profile> {
  const program = await findProgram();
  const child = spawn(
    program.path,
    [
      ...FLAGS,
      ...(program.flags.includes('--headless') ? [] : ['--headless=new']),
      ...program.flags,
      ...['--remote-debugging-port=0', `--user-data-dir=${folder}`, 'about:blank'],
    ],
    // A group of its own: the whole of it is killed.
    { env: { ...process.env, ...program.env }, detached: true, stdio: ['ignore', 'ignore', 'pipe'] },
  );
  const address = await new Promise<string>((resolve, reject) => {
    let said = '';
    child.stderr.on('data', (chunk) => {
      said += String(chunk);
      const found = /DevTools listening on (ws:\S+)/.exec(said)?.[1];
      if (found) resolve(found);
    });
    child.once('exit', () => reject(new Error(said)));
  });
  const browser = await chromium.connectOverCDP(address);
  const gone = new Promise((resolve) => child.once('exit', resolve));
  return {
    browser,
    kill: async () => {
      process.kill(-(child.pid ?? 0), 'SIGKILL');
      await gone;
    },
  };
}

async function findProgram(): Promise<Program> {
  const named = process.env.CHROMIUM_PATH;
  if (named) return { path: named, env: {}, flags: [] };
  if (existsSync('/usr/bin/chromium')) return { path: '/usr/bin/chromium', env: {}, flags: [] };
  const folder = await unpack();
  return {
    path: join(folder, 'chromium'),
    env: {
      LD_LIBRARY_PATH: [join(folder, 'al2023/lib'), process.env.LD_LIBRARY_PATH].filter(Boolean).join(':'),
      FONTCONFIG_FILE: join(folder, 'fonts.conf'),
    },
    // This build is a headless shell without the helper process that forks the others.
    flags: ['--headless', '--no-zygote'],
  };
}

/** The package brings the browser, its libraries and a font compressed; they are unpacked once, aside, then renamed. */
async function unpack(): Promise<string> {
  const entry = require.resolve('@sparticuz/chromium');
  const root = dirname(dirname(entry));
  const { version } = require(join(root, 'package.json')) as { version: string };
  const folder = join(CACHE, `chromium-${version}`);
  if (existsSync(folder)) return folder;
  const half = `${folder}.${process.pid}.half`;
  mkdirSync(half, { recursive: true });
  const { inflate } = await import('@sparticuz/chromium');
  const { TMPDIR } = process.env;
  // The package unpacks into the folder for temporary files, where another program may have put its own.
  process.env.TMPDIR = half;
  try {
    for (const file of ['chromium.br', 'al2023.tar.br', 'fonts.tar.br'])
      await inflate(join(root, 'bin', file));
  } finally {
    if (TMPDIR === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = TMPDIR;
  }
  writeFileSync(join(half, 'fonts.conf'), fontsFor(folder));
  try {
    renameSync(half, folder);
  } catch (error) {
    rmSync(half, { recursive: true, force: true });
    if (!existsSync(folder)) throw error;
  }
  return folder;
}

function fontsFor(folder: string): string {
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>/usr/share/fonts</dir>
  <dir>${join(folder, 'fonts')}</dir>
  <cachedir>${join(folder, 'fonts-cache')}</cachedir>
</fontconfig>
`;
}
