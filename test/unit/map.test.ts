import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '../..');

describe('the documents point to files that exist', () => {
  for (const file of ['docs/map.md', 'README.md', 'CONTRIBUTING.md', 'src/web/README.md'])
    it(file, () => {
      const text = readFileSync(join(root, file), 'utf8');
      const named = [...text.matchAll(/`((?:src|packs|test|migrations|docs|scripts|bench)\/[^`\s*]+)`/g)].map(
        (m) => m[1] ?? '',
      );
      const linked = [...text.matchAll(/\]\((?!https?:|#)([^)#]+)[^)]*\)/g)].map((m) =>
        join(file, '..', m[1] ?? ''),
      );
      const missing = [...named, ...linked].filter((path) => !existsSync(join(root, path)));
      expect(missing).toEqual([]);
    });
});
