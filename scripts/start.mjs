// `npm start`: installs what is missing, builds the web when it changed, and serves. Any Node >= 20.
import { join } from 'node:path';
import { installWhatIsMissing } from './install.mjs';
import { refuseOldNode, root, runOnNode24 } from './node24.mjs';
import { buildWebWhenOld } from './web.mjs';

refuseOldNode();
await installWhatIsMissing();
await buildWebWhenOld();
process.exit(await runOnNode24(join(root, 'src/cli/main.ts'), ['serve', ...process.argv.slice(2)]));
