// `npm run lock`: after `npm install`, gives package-lock.json an entry for every optional package of every platform.
// npm leaves out those that the registry in use does not carry, and then `npm ci` refuses its own lock file
// (github.com/npm/cli/issues/9846). `--check` only tells.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const SYSTEMS = ['android', 'darwin', 'freebsd', 'linux', 'openharmony', 'win32'];
const PROCESSORS = ['arm64', 'arm', 'ia32', 'loong64', 'ppc64', 'riscv64', 's390x', 'wasm32', 'x64'];

/** Whether `name` is found from `place`: in its own node_modules, or in one further up. */
function isResolved(packages, place, name) {
  const folders = place.split(/\/?node_modules\//).filter((part) => part !== '');
  for (let depth = folders.length; depth >= 0; depth--) {
    const path = [...folders.slice(0, depth), name].map((part) => `node_modules/${part}`).join('/');
    if (packages[path]) return true;
  }
  return false;
}

/** The platform is in the name: @swc/core-linux-arm-gnueabihf. */
function entryFor(name, version, parent) {
  const parts = name.split('/').at(-1).split(/[-.]/);
  const os = SYSTEMS.find((system) => parts.includes(system));
  const cpu = PROCESSORS.find((processor) => parts.includes(processor));
  const libc = parts.includes('musl') ? 'musl' : parts.includes('gnu') ? 'glibc' : undefined;
  return {
    version,
    ...(cpu ? { cpu: [cpu] } : {}),
    ...(parent.dev ? { dev: true } : {}),
    ...(parent.devOptional ? { devOptional: true } : {}),
    ...(os === 'linux' && libc ? { libc: [libc] } : {}),
    optional: true,
    ...(os ? { os: [os] } : {}),
  };
}

export function missingFrom(lock) {
  const missing = {};
  for (const [place, parent] of Object.entries(lock.packages)) {
    for (const [name, version] of Object.entries(parent.optionalDependencies ?? {})) {
      if (isResolved(lock.packages, place, name)) continue;
      missing[`node_modules/${name}`] = entryFor(name, version, parent);
    }
  }
  return missing;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const path = join(import.meta.dirname, '..', 'package-lock.json');
  const lock = JSON.parse(readFileSync(path, 'utf8'));
  const missing = missingFrom(lock);
  const names = Object.keys(missing);
  if (process.argv.includes('--check')) {
    for (const name of names) console.error(`✗ package-lock.json lacks ${name}`);
    process.exit(names.length === 0 ? 0 : 1);
  }
  const { '': root, ...packages } = { ...lock.packages, ...missing };
  const sorted = Object.entries(packages).sort(([a], [b]) => a.localeCompare(b, 'en'));
  lock.packages = { '': root, ...Object.fromEntries(sorted) };
  writeFileSync(path, `${JSON.stringify(lock, null, 2)}\n`);
  console.log(`• package-lock.json: +${names.length}`);
}
