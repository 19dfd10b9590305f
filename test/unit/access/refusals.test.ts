import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { enRefusals } from '../../../src/web/texts/en-refusals.ts';
import type { Sentence } from '../../../src/web/texts/sentence.ts';
import { viRefusals } from '../../../src/web/texts/vi-refusals.ts';

const SRC = join(import.meta.dirname, '../../../src');
const sourcesOf = (folder: string): string[] =>
  readdirSync(join(SRC, folder))
    .filter((name) => name.endsWith('.ts') && name !== 'refusals.ts')
    .map((name) => readFileSync(join(SRC, folder, name), 'utf8'));

/** Codes that these rooms refuse with, read from their own text. */
const refusedIn = (folders: readonly string[]): string[] => {
  const codes = folders
    .flatMap(sourcesOf)
    .flatMap((text) => [...text.matchAll(/(?:refused?|no)\(\s*'([a-z]+\.\w+)'/g)].map((m) => m[1] ?? ''));
  return [...new Set(codes)].filter((code) => !code.startsWith('http.'));
};

/** A sentence as it is shown; its details stay as their names in braces. */
const shown = (sentence: Sentence | undefined): string =>
  typeof sentence === 'function' ? sentence({}) : (sentence ?? '');
const used = refusedIn([
  'core/access',
  'core/directory',
  'server/access',
  'server/directory',
  'server/clock',
]);

test('each code that sign-in or directory refuses with has a sentence in both languages', () => {
  expect(used.length).toBeGreaterThan(25);
  for (const code of used) {
    expect(shown(viRefusals[code]), code).toMatch(/^\p{Lu}|^\{/u);
    expect(shown(enRefusals[code]), code).toMatch(/\.$/);
  }
});

test('sentences address nobody by a pronoun and do not shout', () => {
  for (const [code, sentence] of Object.entries(viRefusals).filter(([name]) =>
    /^(access|directory)\./.test(name),
  ))
    expect(shown(sentence), code).not.toMatch(/!|(^|\s)(bạn|anh|chị|quý vị)(\s|[,.])/i);
});
