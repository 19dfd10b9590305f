import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './settings.ts';
import { print } from './terminal.ts';

export function programVersion(): string {
  return (JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { version: string }).version;
}

export async function version(): Promise<number> {
  print(`cchc ${programVersion()}`);
  return 0;
}
