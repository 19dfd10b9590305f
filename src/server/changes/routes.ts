import type { ServerResponse } from 'node:http';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { dayOfInstant } from '../../core/kernel/instant.ts';
import type { Authenticate } from '../http/app.ts';
import type { Person, Services } from '../http/context.ts';
import { refused } from '../http/failures.ts';
import { mustOversee } from '../report/views/oversee.ts';
import { createFeed, LONGEST_LOOK_BACK_MS } from './feed.ts';
import { createPreparing, type Onlooker, tell } from './onlooker.ts';

/** Who has signed out or lost a post is told nothing more after so long; it is the heartbeat for proxies too. */
const LOOK_AGAIN_MS = 25_000;
/** What a page may have read just before it began to listen. */
const JUST_BEFORE_MS = 15_000;
/** A page that does not take what it is sent is let go; it comes again and reads anew. */
const MOST_WAITING_BYTES = 4 * 1024 * 1024;

/** Where to go on after a loss of the connection; undefined when too long ago: then everything is read anew. */
const sinceOf = (request: FastifyRequest): number | undefined => {
  const last = Number(request.headers['last-event-id'] ?? (request.query as { since?: number }).since);
  if (!Number.isFinite(last) || last <= 0) return Date.now() - JUST_BEFORE_MS;
  const since = last - JUST_BEFORE_MS;
  return since > Date.now() - LONGEST_LOOK_BACK_MS ? since : undefined;
};

/**
 * Server-sent events: what changes shows by itself. A stream says where something happened, and brings the changed
 * rows of the board that the page has open; whatever is lost on the way is read anew.
 */
export const registerChangeRoutes = (
  app: FastifyInstance,
  services: Services,
  authenticate: Authenticate,
): void => {
  const failed = (error: unknown): void => app.log.error(error, 'changes');
  const feed = createFeed(services, failed);
  const preparing = createPreparing(services);
  const open = new Set<ServerResponse>();
  // An open stream is no request under way: ending the program does not wait for it.
  app.addHook('preClose', async () => {
    for (const response of open) response.end();
  });

  const mayStill = async (request: FastifyRequest, board: string | undefined): Promise<Person | null> => {
    const person = await authenticate(request);
    if (person && board !== undefined)
      await mustOversee(
        {
          services,
          db: services.db,
          person,
          now: request.businessNow,
          today: dayOfInstant(request.businessNow),
        },
        board,
      );
    return person;
  };

  app.get(
    '/api/changes',
    {
      schema: {
        tags: ['changes'],
        summary: 'A stream of what changes, as server-sent events; with the rows of one board',
        querystring: z.object({ board: z.uuid().optional(), since: z.coerce.number().optional() }),
      },
    },
    async (request, reply) => {
      const { board } = request.query as { board?: string };
      let person = await mayStill(request, board);
      if (!person) throw refused('access.signInFirst', {}, 401);
      const since = sinceOf(request);
      reply.hijack();
      const { raw } = reply;
      raw.writeHead(200, {
        ...(reply.getHeaders() as Record<string, string>),
        'content-type': 'text/event-stream; charset=utf-8',
        'cache-control': 'no-store, no-transform',
        // nginx keeps answers back until they are whole, unless told otherwise.
        'x-accel-buffering': 'no',
      });
      const write = (event: string, data: unknown): void => {
        if (raw.writableEnded || raw.destroyed) return;
        if (raw.writableLength > MOST_WAITING_BYTES) return void raw.destroy();
        raw.write(`id: ${Date.now()}\nevent: ${event}\ndata: ${JSON.stringify(data)}\n\n`);
      };
      open.add(raw);
      write('hello', { whole: since === undefined });
      let told = Promise.resolve();
      const leave = feed.follow((changes) => {
        const now = person;
        if (!now) return;
        const onlooker: Onlooker = { person: now, board, send: write };
        told = told.then(async () => tell(onlooker, changes, await preparing(changes))).catch(failed);
      }, since ?? Date.now());
      const again = setInterval(() => {
        mayStill(request, board).then(
          (still) => {
            person = still;
            if (still) raw.write(': \n\n');
            else raw.end();
          },
          // No longer allowed, or the database is away: the page asks again and is answered properly.
          () => raw.end(),
        );
      }, LOOK_AGAIN_MS);
      again.unref();
      raw.on('close', () => {
        clearInterval(again);
        leave();
        open.delete(raw);
      });
    },
  );
};
