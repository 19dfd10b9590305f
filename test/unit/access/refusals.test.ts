import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { accessRefusals } from '../../../src/core/access/refusals.ts';
import { directoryRefusals } from '../../../src/core/directory/refusals.ts';

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

const sentences = { ...accessRefusals, ...directoryRefusals };
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
    expect(sentences[code]?.vi, code).toMatch(/^\p{Lu}|^\{/u);
    expect(sentences[code]?.en, code).toMatch(/\.$/);
  }
});

test('sentences address nobody by a pronoun and do not shout', () => {
  for (const [code, { vi }] of Object.entries(sentences))
    expect(vi, code).not.toMatch(/!|(^|\s)(bạn|anh|chị|quý vị)(\s|[,.])/i);
});
