import { execFile } from 'node:child_process';
import { timeServiceSays } from '../../core/kernel/apart.ts';

const ASKED: Partial<Record<NodeJS.Platform, readonly [string, readonly string[]]>> = {
  linux: ['timedatectl', ['show', '--property=NTPSynchronized', '--value']],
  win32: ['w32tm', ['/query', '/status']],
};

const WAIT_MS = 3000;
/** A watchdog asks every few seconds; a program is not started for each. */
const KEPT_MS = 30_000;

/** What the operating system's own program answers; empty where there is none, or it does not answer. */
const answerOf = ([program, words]: readonly [string, readonly string[]]): Promise<string> =>
  new Promise((resolve) => {
    const options = { timeout: WAIT_MS, windowsHide: true, env: { ...process.env, LC_ALL: 'C' } };
    execFile(program, [...words], options, (error, said) => resolve(error ? '' : said));
  });

let known: { readonly until: number; readonly says: Promise<boolean | null> } | undefined;

/**
 * Whether this machine sets its clock by a time source. A clock that nobody sets wanders by seconds a week, and every
 * receipt with it (E10); null where the operating system does not say.
 */
export const setsItsClock = (): Promise<boolean | null> => {
  // By the clock that never jumps: the other one is what is doubted here.
  if (known && performance.now() < known.until) return known.says;
  const asked = ASKED[process.platform];
  const says = asked ? answerOf(asked).then(timeServiceSays) : Promise.resolve(null);
  known = { until: performance.now() + KEPT_MS, says };
  return says;
};
