import type { FastifyRequest } from 'fastify';

type Failure = Error & { readonly code?: string; readonly table?: string; readonly constraint?: string };

/**
 * One JSON line an event, without people: the route as it is declared and not the address that was asked (searches
 * and names stand in it), and of a database's error what broke and not the row it broke on.
 */
export const logOptions = (level: string) => ({
  level,
  base: { program: 'cchc', pid: process.pid },
  serializers: {
    req: (request: FastifyRequest) => ({
      id: request.id,
      method: request.method,
      route: request.routeOptions?.url ?? 'none',
    }),
    err: (error: Failure) => ({
      type: error.name,
      message: error.message,
      stack: error.stack ?? '',
      ...(error.code ? { code: error.code } : {}),
      ...(error.table ? { table: error.table } : {}),
      ...(error.constraint ? { constraint: error.constraint } : {}),
    }),
  },
});
