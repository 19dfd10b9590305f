import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { enRefusals } from '../../src/web/texts/en-refusals.ts';
import { viRefusals } from '../../src/web/texts/vi-refusals.ts';

const root = join(import.meta.dirname, '../../src');
const files = (folder: string): string[] =>
  readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    return statSync(path).isDirectory() ? files(path) : /\.ts$/.test(path) ? [path] : [];
  });

/** Codes that the core and the server refuse with, as they stand in the source. */
const codes = (): Map<string, string> => {
  const found = new Map<string, string>();
  for (const path of [...files(join(root, 'core')), ...files(join(root, 'server'))]) {
    // Criteria are read on the command line, which says its own sentences.
    if (path.includes('/server/scoring/')) continue;
    const text = readFileSync(path, 'utf8');
    for (const m of text.matchAll(/\b(?:refuse|refused)\(\s*'([a-z]+\.[A-Za-z]+)'/g))
      if (m[1]) found.set(m[1], path);
    for (const m of text.matchAll(/return '((?:report|campaign|access|directory)\.[a-z][A-Za-z]+)';/g))
      if (m[1]) found.set(m[1], path);
  }
  return found;
};

describe('every refusal has a sentence', () => {
  const all = codes();
  it('finds the codes', () => expect(all.size).toBeGreaterThan(50));
  it('in Vietnamese', () => expect([...all].filter(([code]) => !(code in viRefusals))).toEqual([]));
  it('in English', () => expect([...all].filter(([code]) => !(code in enRefusals))).toEqual([]));
});
