#!/usr/bin/env node
// The command line `cchc`, on the project's own Node 24 whatever Node the machine has.
import { join } from 'node:path';
import { refuseOldNode, root, runOnNode24 } from './node24.mjs';

refuseOldNode();
process.exit(await runOnNode24(join(root, 'src/cli/main.ts'), process.argv.slice(2)));
