import { existsSync, readdirSync, readFileSync } from 'node:fs';
import type { Expected } from './score.ts';

const ROOT = new URL('./', import.meta.url);

export type CorpusLetter = { name: string; file: string; bytes: Uint8Array; expected: Expected };

/** The letters of this folder: a file each, as an office would send it, and what a careful person reads in it. */
export const corpus = (): CorpusLetter[] =>
  readdirSync(ROOT, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && /^\d{2,3}-/.test(entry.name))
    .map((entry) => entry.name)
    .sort()
    .map((name) => {
      const folder = new URL(`${name}/`, ROOT);
      const file = ['letter.txt', 'letter.html', 'letter.docx', 'letter.pdf'].find((f) => existsSync(new URL(f, folder)));
      if (!file) throw new Error(`test/letters/${name}: no letter`);
      return {
        name,
        file,
        bytes: readFileSync(new URL(file, folder)),
        expected: JSON.parse(readFileSync(new URL('expected.json', folder), 'utf8')) as Expected,
      };
    });
