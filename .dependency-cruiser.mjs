// Who may import whom. Default deny: what this list does not allow is refused, type imports and circles included.
// The rooms are those of the core; "knows" is transitive, and everybody may use the kernel.
const KNOWS = {
  kernel: [],
  directory: [],
  template: ['directory'],
  regime: ['template'],
  campaign: ['regime'],
  registry: ['directory'],
  letter: ['campaign'],
  evidence: ['directory'],
  report: ['campaign', 'evidence'],
  tasks: ['campaign', 'evidence'],
  scoring: ['report', 'tasks'],
  consolidation: ['report', 'scoring'],
  documents: ['consolidation', 'scoring', 'letter', 'registry'],
  notifications: [],
  jobs: [],
  // Rights are decided by person, post and unit, which are words of the directory.
  access: ['directory'],
  audit: [],
};

const friendsOf = (room, seen = new Set()) => {
  for (const friend of KNOWS[room]) {
    if (!seen.has(friend)) friendsOf(friend, seen.add(friend));
  }
  return seen;
};

const packages = (...names) => `node_modules/(@types/)?(${names.join('|').replaceAll('.', '\\.')})(/|$)`;

const core = Object.keys(KNOWS).map((room) => ({
  from: { path: `^src/core/${room}/` },
  to: { path: `^src/core/(${[room, 'kernel', ...friendsOf(room)].join('|')})/` },
}));

const SHARED = '(database|http|record|clock|excel|evidence|registry)';
const WEB_PACKAGES = packages(
  'react',
  'react-dom',
  'preact',
  'idb',
  'swr',
  'wouter',
  'qrcode',
  'lucide-static',
  'prosemirror-[a-z-]+',
  '@fontsource/[a-z-]+',
  'vite',
);

export default {
  forbidden: [
    { name: 'no-circles', severity: 'error', from: { path: '^src/' }, to: { circular: true } },
    { name: 'resolvable', severity: 'error', from: { path: '^src/' }, to: { couldNotResolve: true } },
  ],
  allowed: [
    ...core,
    { from: { path: '^src/core/' }, to: { path: packages('big.js') } },
    { from: { path: '^src/core/[^/]+/wire\\.ts$' }, to: { path: packages('zod') } },

    // A room of the server: itself, the core, the shared ground, and the reading side of other rooms.
    { from: { path: '^src/server/([^/]+)/' }, to: { path: '^src/server/$1/' } },
    { from: { path: '^src/server/' }, to: { path: '^src/core/' } },
    { from: { path: '^src/server/[^/]+/' }, to: { path: `^src/server/${SHARED}/` } },
    {
      from: { path: '^src/server/[^/]+/', pathNot: `^src/server/${SHARED}/` },
      to: { path: '^src/server/[^/]+/views(\\.ts$|/)' },
    },
    // Every foreign archive goes through the one reader that trusts nothing an archive says about itself, and every
    // parser of foreign bytes runs in the one process that is watched.
    { from: { path: '^src/server/' }, to: { path: '^src/server/upload/(zip|watchedChild)\\.ts$' } },
    { from: { path: '^src/server/(main\\.ts$|reactions\\.ts$|demo/)' }, to: { path: '^src/server/' } },
    { from: { path: '^src/cli/' }, to: { path: '^src/(cli|server|core)/' } },
    {
      from: { path: '^src/(server|cli)/' },
      to: { dependencyTypes: ['core', 'npm', 'npm-dev', 'npm-optional'] },
    },

    { from: { path: '^src/web/' }, to: { path: '^src/(web|core)/' } },
    { from: { path: '^src/web/' }, to: { path: WEB_PACKAGES } },
    { from: { pathNot: '^src/' }, to: {} },
  ],
  allowedSeverity: 'error',
  options: {
    parser: 'swc',
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: {
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.json', '.css', '.svg'],
      exportsFields: ['exports'],
      conditionNames: ['types', 'import', 'node', 'default'],
    },
  },
};
