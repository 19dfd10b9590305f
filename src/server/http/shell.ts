import { join } from 'node:path';
import statics from '@fastify/static';
import type { FastifyInstance } from 'fastify';

/** The web application: hashed files for ever, the shell never from a cache, any other path is the shell's to know. */
export const serveShell = async (app: FastifyInstance, webFolder: string): Promise<void> => {
  await app.register(statics, {
    root: webFolder,
    cacheControl: false,
    preCompressed: true,
    setHeaders: (reply, path) => {
      const hashed = path.startsWith(join(webFolder, 'assets'));
      reply.header('cache-control', hashed ? 'public, max-age=31536000, immutable' : 'no-cache');
    },
  });
  app.setNotFoundHandler((request, reply) => {
    const page =
      request.method === 'GET' && !request.url.startsWith('/api/') && !request.url.startsWith('/assets/');
    if (page && (request.headers.accept ?? '').includes('text/html')) return reply.sendFile('index.html');
    return reply.status(404).send({ code: 'http.notFound', details: { what: 'route' } });
  });
};
