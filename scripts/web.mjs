// Builds the web application when its sources changed since the last build; a stamp beside the build tells.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fail, requireNode24, root } from './node24.mjs';

const built = join(root, 'dist', 'web');
const stamp = join(root, 'dist', 'web.stamp');
const sources = ['src/web', 'src/core', 'vite.config.ts', 'package-lock.json'];

export async function buildWebWhenOld() {
  const wanted = hashOf(sources);
  const current =
    existsSync(stamp) && existsSync(join(built, 'index.html')) ? readFileSync(stamp, 'utf8') : '';
  if (current === wanted) return;
  console.log('• Dựng giao diện web');
  rmSync(stamp, { force: true });
  const { code, words } = await vite();
  if (code !== 0) {
    console.error(words.trim().split('\n').slice(-30).join('\n'));
    fail(
      'Chưa dựng được giao diện web (lý do ở trên). Nếu vừa sửa mã nguồn thì sửa lỗi đó; nếu chưa, xóa node_modules rồi chạy lại "npm start".',
      'The web application could not be built (reason above). Mend the source if it was just edited; otherwise delete node_modules and run "npm start" again.',
    );
  }
  mkdirSync(join(root, 'dist'), { recursive: true });
  writeFileSync(stamp, wanted);
}

function hashOf(paths) {
  const hash = createHash('sha256');
  const add = (path) => {
    const full = join(root, path);
    for (const entry of readdirSync(full, { withFileTypes: true }).sort((a, b) =>
      a.name < b.name ? -1 : 1,
    )) {
      if (entry.isDirectory()) add(`${path}/${entry.name}`);
      else hash.update(`${path}/${entry.name}\0`).update(readFileSync(join(full, entry.name)));
    }
  };
  for (const path of paths) {
    if (!existsSync(join(root, path))) continue;
    if (path.includes('.')) hash.update(`${path}\0`).update(readFileSync(join(root, path)));
    else add(path);
  }
  return hash.digest('hex');
}

function vite() {
  const program = join(root, 'node_modules', 'vite', 'bin', 'vite.js');
  const child = spawn(requireNode24(), [program, 'build', '--logLevel', 'warn'], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
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
