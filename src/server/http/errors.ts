import type { FastifyInstance } from 'fastify';
import { hasZodFastifySchemaValidationErrors } from 'fastify-type-provider-zod';
import { uuidv7 } from 'uuidv7';
import { Refused } from './failures.ts';

/** Three kinds of failure, one place: invalid 400, refusal with a stable code, fault 500. */
export const answerErrors = (app: FastifyInstance): void => {
  app.setErrorHandler((error, request, reply) => {
    if (error instanceof Refused) return reply.status(error.status).send(error.refusal);
    if (hasZodFastifySchemaValidationErrors(error))
      return reply.status(400).send({
        code: 'http.invalid',
        issues: error.validation.map((issue) => ({
          path: `${error.validationContext ?? 'body'}${issue.instancePath.replaceAll('/', '.')}`,
          message: issue.message ?? '',
        })),
      });
    const known = error as { statusCode?: number; code?: string; syscall?: string; message?: string };
    if (known.statusCode === 413) return reply.status(413).send({ code: 'http.tooLarge' });
    if (known.statusCode === 415) return reply.status(415).send({ code: 'http.wrongMediaType' });
    if (known.statusCode === 429) return reply.status(429).send({ code: 'http.tooMany' });
    if (known.statusCode && known.statusCode >= 400 && known.statusCode < 500)
      return reply.status(known.statusCode).send({ code: 'http.malformed' });
    // A code like 08006 or ECONNREFUSED, or no free connection in time: the database is away, nothing was stored.
    const away =
      /^(08|57P|53300$)|^ECONN/.test(known.code ?? '') ||
      (known.code === 'ENOENT' && known.syscall === 'connect') ||
      // The driver gives these no code.
      /^(timeout exceeded when trying to connect|Connection terminated|Client has encountered a connection error)/.test(
        known.message ?? '',
      );
    const full = known.code === '53100' || known.code === 'ENOSPC';
    const id = uuidv7();
    request.log.error({ err: error, id }, 'fault');
    // The transaction is undone whole; what was typed waits in its browser until there is room (J6).
    if (full) return reply.status(507).send({ code: 'http.diskFull', details: { id } });
    return reply
      .status(away ? 503 : 500)
      .send({ code: away ? 'http.databaseAway' : 'http.fault', details: { id } });
  });
};
