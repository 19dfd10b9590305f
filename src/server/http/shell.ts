import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import statics from '@fastify/static';
import type { FastifyInstance, FastifyRequest } from 'fastify';

/** What a page brings with it: its words as they are read, and the answers that the program would ask for first. */
export type Brought = { readonly markup: string; readonly answers: Readonly<Record<string, unknown>> };
export type Bring = (request: FastifyRequest) => Promise<Brought | undefined>;

type Parts = { readonly parts: readonly string[]; readonly styles: readonly string[] };

const ROOT = '<div id="root">';

/** JSON that no HTML parser takes for the end of its element. */
const inPage = (value: unknown): string => JSON.stringify(value).replaceAll('<', '\\u003c');

/**
 * The web application: hashed files for ever, the shell never from a cache, any other path is the shell's to know.
 * Where somebody is signed in and opens a report, the page brings its words, its answers and the names of all parts
 * of the program that it needs: two ways over a slow line instead of seven (K3).
 */
export const serveShell = async (app: FastifyInstance, webFolder: string, bring: Bring): Promise<void> => {
  await app.register(statics, {
    root: webFolder,
    cacheControl: false,
    preCompressed: true,
    setHeaders: (reply, path) => {
      const hashed = path.startsWith(join(webFolder, 'assets'));
      reply.header('cache-control', hashed ? 'public, max-age=31536000, immutable' : 'no-cache');
    },
  });
  const page = pageOf(webFolder);
  app.setNotFoundHandler(async (request, reply) => {
    const shell =
      request.method === 'GET' && !request.url.startsWith('/api/') && !request.url.startsWith('/assets/');
    if (!shell || !(request.headers.accept ?? '').includes('text/html'))
      return reply.status(404).send({ code: 'http.notFound', details: { what: 'route' } });
    const brought = page && (await bring(request));
    if (!page || !brought) return reply.sendFile('index.html');
    return reply.type('text/html; charset=utf-8').header('cache-control', 'no-store').send(page(brought));
  });
};

const pageOf = (webFolder: string): ((brought: Brought) => string) | undefined => {
  const files = [join(webFolder, 'index.html'), join(webFolder, 'first-parts.json')];
  if (!files.every((file) => existsSync(file))) return undefined;
  const [shell = '', list = ''] = files.map((file) => readFileSync(file, 'utf8'));
  const { parts, styles } = JSON.parse(list) as Parts;
  const named = (name: string): boolean => shell.includes(`"/${name}"`);
  const links = [
    ...styles.filter((s) => !named(s)).map((s) => `<link rel="stylesheet" href="/${s}">`),
    ...parts.filter((p) => !named(p)).map((p) => `<link rel="modulepreload" href="/${p}">`),
  ];
  const [head = '', body = ''] = shell.replace('</head>', `${links.join('')}</head>`).split(ROOT);
  return ({ markup, answers }) =>
    `${head}<div id="first">${markup}</div><script type="application/json" id="brought">${inPage(answers)}</script>${ROOT}${body}`;
};
