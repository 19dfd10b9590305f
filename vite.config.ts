import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync } from 'node:zlib';
import { defineConfig, type Plugin } from 'vite';

const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** Only what stands inside <svg> is kept: size, colour and stroke come from the .i class. */
const bareIcons: Plugin = {
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

/** The worker keeps what this build made: the shell first, screens after it, fonts when they are first used. */
const shellWorker: Plugin = {
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

/** Packed once as small as it goes: on a slow line a sixth less than what is packed while somebody waits (K3). */
const packed: Plugin = {
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

export default defineConfig(({ command }) => ({
  root: at('./src/web'),
  publicDir: at('./src/web/public'),
  plugins: [bareIcons, shellWorker, packed],
  resolve: {
    // React's API, compiled to Preact: 16 KB where React takes 75, and the same source builds with React.
    alias: [
      { find: /^react\/jsx-(dev-)?runtime$/, replacement: 'preact/jsx-runtime' },
      { find: /^react-dom\/client$/, replacement: 'preact/compat/client' },
      { find: /^react(-dom)?$/, replacement: 'preact/compat' },
      { find: /^use-sync-external-store\/shim(\/index\.js)?$/, replacement: 'preact/compat' },
    ],
    dedupe: ['preact'],
  },
  define: { __KIT__: JSON.stringify(command === 'serve' || process.env.CCHC_KIT === '1') },
  build: {
    // Windows 7 offices end at Chrome 109.
    target: 'chrome109',
    outDir: at('./dist/web'),
    emptyOutDir: true,
    modulePreload: { polyfill: false },
    // A data: URL would need font-src and img-src data: in the content security policy.
    assetsInlineLimit: 0,
    rolldownOptions: {
      input: { index: at('./src/web/index.html'), sw: at('./src/web/worker/sw.ts') },
      output: { entryFileNames: (chunk) => (chunk.name === 'sw' ? 'sw.js' : 'assets/[name]-[hash].js') },
    },
  },
  server: {
    proxy: Object.fromEntries(
      ['/api', '/healthz'].map((path) => [path, `http://127.0.0.1:${process.env.PORT ?? '8024'}`]),
    ),
  },
}));
