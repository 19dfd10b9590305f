import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';
import { bareIcons, firstParts, ownWords, packed, shellWorker } from './scripts/web-parts.ts';

const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

const REPORT =
  /src[\\/](core[\\/](kernel|template|report)|web[\\/]screens[\\/]editor[\\/](gap-text|contradiction-text|numbering|previous-text|grid[\\/](cell-text|finding-text|shape)))/;
const EDITOR = /src[\\/]web[\\/](screens[\\/]editor[\\/]EditorScreen\.tsx|outbox[\\/]start\.ts)$/;

export default defineConfig(({ command }) => ({
  root: at('./src/web'),
  publicDir: at('./src/web/public'),
  plugins: [
    ownWords(at('./src/web')),
    bareIcons,
    shellWorker,
    firstParts('screens/editor/EditorScreen.tsx'),
    packed,
  ],
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
      output: {
        // Few parts, each by who needs it: the sign-in page, any screen, screens of one report, the editor. On a slow
        // line every level of imports costs a way to the server and back.
        codeSplitting: {
          groups: [
            // The worker is a script of its own that imports nothing.
            { name: 'base', tags: ['$initial'], test: /^(?!.*[\\/]web[\\/]worker[\\/])/, priority: 4 },
            {
              name: 'frame',
              test: /src[\\/]web[\\/](frame|http|kit)[\\/](?!TreePaper|Paper|CopyText)/,
              priority: 3,
            },
            { name: 'report', test: REPORT, minShareCount: 2, priority: 2 },
            { name: 'editor', test: EDITOR, priority: 1 },
          ],
        },
        entryFileNames: (chunk) => (chunk.name === 'sw' ? 'sw.js' : 'assets/[name]-[hash].js'),
      },
    },
  },
  server: {
    proxy: Object.fromEntries(
      ['/api', '/healthz'].map((path) => [path, `http://127.0.0.1:${process.env.PORT ?? '8024'}`]),
    ),
  },
}));
