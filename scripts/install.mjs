// Installs what is missing. npm writes node_modules/.package-lock.json as its last act, so its absence or age tells.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fail, findNode24, root } from './node24.mjs';

const lock = join(root, 'package-lock.json');
const installed = join(root, 'node_modules', '.package-lock.json');
const stamp = join(root, 'node_modules', '.cchc-lock-hash');

export async function installWhatIsMissing() {
  if (isInstalled() && findNode24() !== undefined) return;
  console.log('• Cài các thư viện (lần đầu có thể mất vài phút)');
  const started = Date.now();
  const ticking = setInterval(() => {
    console.log(`  … đang cài, ${Math.round((Date.now() - started) / 1000)} giây`);
  }, 15_000);
  const { code, words } = await npm(['ci', '--no-audit', '--no-fund', '--loglevel=error']);
  clearInterval(ticking);
  if (code !== 0) {
    console.error(reasonIn(words));
    fail(
      'npm chưa cài được các thư viện (lý do ở trên). Kiểm tra mạng, chỗ trống trên ổ đĩa và quyền ghi thư mục này, rồi chạy lại.',
      'npm could not install the libraries (reason above). Check the network, the free disk space and the right to write here, then run again.',
    );
  }
  remember();
  console.log(`  đã cài xong sau ${Math.round((Date.now() - started) / 1000)} giây`);
}

/** npm says why first and how to use it afterwards. */
function reasonIn(words) {
  const lines = words.split('\n').filter((line) => /\S/.test(line.replace('npm error', '')));
  return lines.slice(0, 12).join('\n');
}

function isInstalled() {
  if (!existsSync(installed)) return false;
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === hashOfLock()) return true;
  // Installed by npm itself; a checkout may touch the lock file without changing it, hence the hash above.
  if (statSync(installed).mtimeMs < statSync(lock).mtimeMs) return false;
  remember();
  return true;
}

function remember() {
  try {
    writeFileSync(stamp, hashOfLock());
  } catch {
    // Installed by another user: the times of the files still tell.
  }
}

function hashOfLock() {
  return createHash('sha256').update(readFileSync(lock)).digest('hex');
}

function npm(args) {
  // Under `npm start` npm tells where it is; otherwise it is found as the shell finds it.
  const own = process.env.npm_execpath;
  const known = own !== undefined && /npm-cli\.c?js$/.test(own);
  const child = known
    ? spawn(process.execPath, [own, ...args], { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] })
    : spawn('npm', args, {
        cwd: root,
        stdio: ['ignore', 'pipe', 'pipe'],
        shell: process.platform === 'win32',
      });
  let words = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk) => {
      words += chunk;
    });
  }
  return new Promise((done) => {
    child.once('error', (error) => done({ code: 1, words: error.message }));
    child.once('close', (code) => done({ code: code ?? 1, words }));
  });
}
