#!/usr/bin/env node
// The command line `cchc`, on the project's own Node 24 whatever Node the machine has.
import { join } from 'node:path';
import { refuseOldNode, root, runOnNode24 } from './node24.mjs';

refuseOldNode();
// npm runs scripts in the project; files are named from where the person stands.
if (process.env.npm_lifecycle_event === 'cchc' && process.env.INIT_CWD) process.chdir(process.env.INIT_CWD);
process.exit(await runOnNode24(join(root, 'src/cli/main.ts'), process.argv.slice(2)));
