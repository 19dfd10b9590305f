// `npm test`: everything that must hold, in order, on Node 24. `--check`: without browser and second server.
// `--long`: kill, soak and power tests only.
import { join } from 'node:path';
import { installWhatIsMissing } from './install.mjs';
import { refuseOldNode, root, runOnNode24 } from './node24.mjs';

refuseOldNode();
await installWhatIsMissing();
// Deadlines are Vietnamese midnight; a strange time zone shows who reads the machine's.
const env = { ...process.env, TZ: 'America/Phoenix' };
process.exit(await runOnNode24(join(root, 'scripts/checks.ts'), process.argv.slice(2), { env }));
