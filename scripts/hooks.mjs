// `npm run hooks`: git runs .githooks from now on in this clone.
import { execFileSync } from 'node:child_process';
import { root } from './node24.mjs';

execFileSync('git', ['config', 'core.hooksPath', '.githooks'], { cwd: root, stdio: 'inherit' });
console.log('• .githooks/pre-commit chạy trước mỗi lần commit / runs before each commit');
