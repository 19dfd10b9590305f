import type { FastifyInstance } from 'fastify';
import { bookBody, handOverBody, nextNumberQuery, registerQuery } from '../../core/registry/wire.ts';
import type { Services } from '../http/context.ts';
import { command, query } from '../http/route.ts';
import { handBookOver, takeBookBack } from './keep.ts';
import { nextNumber, register } from './views.ts';
import { waitingFor } from './waiting.ts';

const tag = 'registry';

export const registerRegistryRoutes = (app: FastifyInstance, services: Services): void => {
  query(
    app,
    services,
    {
      url: '/api/registry',
      tag,
      summary: 'Outgoing documents of a body in a year, and its books',
      query: registerQuery,
    },
    (ctx, { query: q }) => register(ctx, q),
  );
  query(
    app,
    services,
    { url: '/api/registry/waiting', tag, summary: 'Documents that wait for the caller' },
    waitingFor,
  );
  query(
    app,
    services,
    {
      url: '/api/registry/next',
      tag,
      summary: 'The number that comes next, where the body handed over its book',
      query: nextNumberQuery,
    },
    (ctx, { query: q }) => nextNumber(ctx, q),
  );
  command(
    app,
    services,
    {
      url: '/api/registry/books',
      tag,
      summary: 'Hand a book over: the program gives its numbers from now on',
      body: handOverBody,
    },
    async (ctx, { body: { startNumber, ...which } }) => {
      await handBookOver(ctx, which, startNumber);
      return register(ctx, which);
    },
  );
  command(
    app,
    services,
    {
      url: '/api/registry/books/take-back',
      tag,
      summary: 'Take a book back: văn thư types its numbers',
      body: bookBody,
    },
    async (ctx, { body }) => {
      await takeBookBack(ctx, body);
      return register(ctx, body);
    },
  );
};
