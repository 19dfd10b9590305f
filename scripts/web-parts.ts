import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import type { Plugin } from 'vite';

/** Only what stands inside <svg> is kept: size, colour and stroke come from the .i class. */
export const bareIcons: Plugin = {
  name: 'cchc:bare-icons',
  enforce: 'post',
  transform(code, id) {
    if (!/lucide-static\/icons\/[^/]+\.svg\?raw$/.test(id)) return null;
    const svg = JSON.parse(/^export default (".*");?\s*$/s.exec(code)?.[1] ?? '""') as string;
    const inner = svg
      .replace(/^[\s\S]*?<svg[^>]*>|<\/svg>\s*$/g, '')
      .replace(/\s+/g, ' ')
      .replace(/ ?\/> ?/g, '/>')
      .trim();
    return { code: `export default ${JSON.stringify(inner)}`, map: null };
  },
};

/**
 * Every module brings the areas of words that its keys name ('editor.save' needs the area editor), so that a screen
 * pays for its own words and for no others, and none can be forgotten. Words of the first page are always there.
 */
export const ownWords = (web: string): Plugin => {
  const texts = join(web, 'texts');
  const areas = new Map<string, string>();
  const here = readFileSync(join(texts, 'vi.ts'), 'utf8');
  for (const [, area = '', file = ''] of here.matchAll(/import \{ (\w+) \} from '\.\/(vi\/[\w-]+\.ts)'/g))
    areas.set(area, join(texts, file));
  const named = new RegExp(`['"\`](${[...areas.keys()].join('|')})\\.[a-zA-Z$]`, 'g');
  return {
    name: 'cchc:own-words',
    enforce: 'pre',
    transform(code, id) {
      if (!/\.tsx?$/.test(id) || !id.startsWith(web) || id.startsWith(texts)) return null;
      const wanted = new Set([...code.matchAll(named)].map((m) => m[1] ?? ''));
      if (wanted.size === 0) return null;
      const lines = [...wanted].map((a) => `import { ${a} as words_${a} } from '${areas.get(a)}';`);
      const all = [...wanted].map((a) => `${a}: words_${a}`).join(', ');
      return {
        code: `${lines.join('')}import { addWords as add_words } from '${join(texts, 'text.ts')}';add_words({ ${all} });${code}`,
        map: null,
      };
    },
  };
};

/** The worker keeps what this build made: the shell first, screens after it, fonts when they are first used. */
export const shellWorker: Plugin = {
  name: 'cchc:shell-worker',
  apply: 'build',
  enforce: 'post',
  generateBundle(_, bundle) {
    const worker = bundle['sw.js'];
    if (worker?.type !== 'chunk') throw new Error('the build made no sw.js');
    const kept = Object.values(bundle)
      .map((file) => file.fileName)
      .filter((name) => name.startsWith('assets/') && /\.(js|css)$/.test(name))
      .sort();
    const shell = bundle['index.html'];
    const version = createHash('sha256')
      .update(kept.join('\n'))
      .update(shell?.type === 'asset' ? shell.source : '')
      .digest('hex')
      .slice(0, 12);
    worker.code = worker.code
      .replace(
        /(['"`])__KEPT__\1/,
        JSON.stringify([
          '/',
          '/theme.js',
          '/icon.svg',
          '/manifest.webmanifest',
          ...kept.map((name) => `/${name}`),
        ]),
      )
      .replace('__VERSION__', version);
  },
};

/**
 * What the editor needs to its first key, for the server to name in the page: one way to the server and back instead
 * of one for each level of imports (K3).
 */
export const firstParts = (screen: string): Plugin => ({
  name: 'cchc:first-parts',
  apply: 'build',
  enforce: 'post',
  generateBundle(_, bundle) {
    const chunks = Object.values(bundle).filter((file) => file.type === 'chunk');
    const parts = new Set<string>();
    const styles = new Set<string>();
    const take = (chunk: (typeof chunks)[number] | undefined): void => {
      if (!chunk || parts.has(chunk.fileName)) return;
      parts.add(chunk.fileName);
      for (const css of chunk.viteMetadata?.importedCss ?? []) styles.add(css);
      for (const name of chunk.imports) take(chunks.find((c) => c.fileName === name));
    };
    for (const entry of [screen, 'frame/Frame.tsx', 'outbox/start.ts'])
      take(chunks.find((c) => c.moduleIds.some((id) => id.endsWith(entry))));
    this.emitFile({
      type: 'asset',
      fileName: 'first-parts.json',
      source: JSON.stringify({ parts: [...parts], styles: [...styles] }),
    });
  },
});

/** Packed once as small as it goes: on a slow line a sixth less than what is packed while somebody waits (K3). */
export const packed: Plugin = {
  name: 'cchc:packed',
  apply: 'build',
  enforce: 'post',
  writeBundle({ dir }) {
    const assets = join(dir ?? '', 'assets');
    for (const name of readdirSync(assets)) {
      if (!/\.(js|css)$/.test(name)) continue;
      writeFileSync(join(assets, `${name}.br`), brotliCompressSync(readFileSync(join(assets, name))));
    }
  },
};
