import { printHelp, VERBS } from './help.ts';
import { speak, tellFailure, UsageFailure } from './terminal.ts';

type Run = (args: string[]) => Promise<number>;

// Loaded when asked for: verbs that need no database start without its libraries.
const RUNS: Record<string, () => Promise<Run>> = {
  serve: async () => (await import('./serve.ts')).serve,
  letter: async () => (await import('./letter.ts')).letter,
  demo: async () => (await import('./demo.ts')).demo,
  user: async () => (await import('./user.ts')).user,
  pack: async () => (await import('./pack.ts')).pack,
  criteria: async () => (await import('./criteria.ts')).criteria,
  openapi: async () => (await import('./openapi.ts')).openapi,
  audit: async () => (await import('./audit.ts')).audit,
  backup: async () => (await import('./backup.ts')).backup,
  export: async () => (await import('./export.ts')).exportAll,
  doctor: async () => (await import('./doctor.ts')).doctor,
  restore: async () => (await import('./restore.ts')).restore,
  version: async () => (await import('./version.ts')).version,
  help: async () => async (args) => {
    if (args[0] !== undefined && VERBS[args[0]] === undefined) throw unknownVerb(args[0]);
    printHelp(args[0]);
    return 0;
  },
};

// Whoever reads our output may stop reading, as `| head` does.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  process.exitCode = tellFailure(error);
}
// The launcher's channel would keep a finished command alive.
if (process.connected) process.disconnect();

async function main(given: string[]): Promise<number> {
  const args = takeLanguage(given);
  const [verb = 'help', ...rest] = args;
  if (verb === '--version') return (await RUNS.version?.())?.([]) ?? 0;
  if (verb === '--help' || verb === '-h' || rest.includes('--help') || rest.includes('-h')) {
    printHelp(VERBS[verb] === undefined ? undefined : verb);
    return 0;
  }
  const load = Object.hasOwn(RUNS, verb) ? RUNS[verb] : undefined;
  if (load === undefined) throw unknownVerb(verb);
  return (await load())(rest);
}

function takeLanguage(given: string[]): string[] {
  const at = given.findIndex((arg) => arg === '--lang' || arg.startsWith('--lang='));
  if (at < 0) return given;
  const joined = given[at]?.split('=')[1];
  const chosen = joined ?? given[at + 1];
  if (chosen !== 'vi' && chosen !== 'en') {
    throw new UsageFailure('--lang nhận vi hoặc en.', '--lang takes vi or en.');
  }
  speak(chosen);
  return given.toSpliced(at, joined === undefined ? 2 : 1);
}

function unknownVerb(verb: string): UsageFailure {
  return new UsageFailure(
    `Chưa có lệnh "${verb}". Các lệnh: ${Object.keys(VERBS).join(', ')}.`,
    `There is no command "${verb}". The commands: ${Object.keys(VERBS).join(', ')}.`,
  );
}
