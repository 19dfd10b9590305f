// `npm run upgrade [-- REF]`, before a release: the data of an older program (REF) is brought to the newest schema and
// worked with, and the older program's own story tests are run on the newest schema, as processes meet it that are
// replaced one after the other. Without REF: the last tag, or, before the first release, the commit before the
// youngest migration.
import { spawn, spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startSecondServer } from './second-server.ts';

const root = join(import.meta.dirname, '..');
const folder = mkdtempSync(join(tmpdir(), 'cchc-upgrade-'));
const older = join(folder, 'older');
const STORIES = ['sending', 'entry', 'request', 'consolidation', 'access', 'board', 'registry', 'killed'];

const git = (...args: string[]): string => {
  const done = spawnSync('git', args, { cwd: root, encoding: 'utf8' });
  if (done.status !== 0) throw new Error(`git ${args.join(' ')}: ${done.stderr}`);
  return done.stdout.trim();
};
const run = (where: string, args: string[], env: Record<string, string>): Promise<number> => {
  const child = spawn(process.execPath, args, {
    cwd: where,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  return new Promise((resolve) => child.once('exit', (code) => resolve(code ?? 1)));
};

const lastRelease = (): string => {
  const [tag] = git('tag', '--list', 'v*', '--sort=-v:refname').split('\n');
  if (tag) return tag;
  const youngest = git('log', '--diff-filter=A', '-1', '--format=%H', '--', 'migrations');
  return `${youngest}^`;
};

const ref = process.argv[2] ?? lastRelease();
let failed = 0;
const said = (what: string, code: number): void => {
  if (code !== 0) failed++;
  console.log(`${code === 0 ? '✓' : '✗'} ${what}`);
};

try {
  console.log(`── older program: ${git('log', '-1', '--format=%h %s', ref)}`);
  git('worktree', 'add', '--detach', older, ref);
  // Libraries only ever grow within a release; the ones of today serve both.
  symlinkSync(join(root, 'node_modules'), join(older, 'node_modules'), 'dir');
  symlinkSync(join(root, 'dist'), join(older, 'dist'), 'dir');
  const server = await startSecondServer(folder);
  try {
    const data = { ...server.environment, CCHC_DATA: join(folder, 'data'), NO_COLOR: '1' };
    said(
      'the older program fills its database',
      await run(older, ['src/cli/main.ts', 'demo', 'reset'], data),
    );
    said(
      'the newest program reads and writes what the older one left',
      await run(root, [join(root, 'scripts/upgrade-smoke.ts')], data),
    );
    said('its journal is whole', await run(root, ['src/cli/main.ts', 'audit', 'verify'], data));
    rmSync(join(older, 'migrations'), { recursive: true });
    cpSync(join(root, 'migrations'), join(older, 'migrations'), { recursive: true });
    const stories = STORIES.map((name) => `test/story/${name}.test.ts`);
    said(
      'the older stories on the newest schema',
      await run(
        older,
        [
          join(root, 'node_modules/vitest/vitest.mjs'),
          'run',
          '--project',
          'story',
          '--testTimeout',
          '300000',
          ...stories,
        ],
        { ...server.environment, TZ: 'America/Phoenix' },
      ),
    );
  } finally {
    await server.stop();
  }
} finally {
  git('worktree', 'remove', '--force', older);
  rmSync(folder, { recursive: true, force: true });
}
process.exit(failed === 0 ? 0 : 1);
