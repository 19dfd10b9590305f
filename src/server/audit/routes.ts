import type { FastifyInstance } from 'fastify';
import { mayAsk, mayVerify } from '../../core/audit/reading.ts';
import { journalQuery, verifyQuery } from '../../core/audit/wire.ts';
import type { Services } from '../http/context.ts';
import { forbidden } from '../http/failures.ts';
import { query } from '../http/route.ts';
import { readerOf } from './reader.ts';
import { journalChoices, journalPage, verified } from './views.ts';

const tag = 'audit';

export const registerAuditRoutes = (app: FastifyInstance, services: Services): void => {
  query(
    app,
    services,
    { url: '/api/journal', tag, summary: 'Who did what when, newest first', query: journalQuery },
    async (ctx, { query: wanted }) => {
      const reader = await readerOf(ctx);
      if (!mayAsk(reader, wanted)) throw forbidden();
      return journalPage(ctx.db, reader, wanted);
    },
  );
  query(
    app,
    services,
    { url: '/api/journal/choices', tag, summary: 'What the journal may be narrowed to' },
    async (ctx) => {
      const reader = await readerOf(ctx);
      if (!mayAsk(reader, {})) throw forbidden();
      return journalChoices(ctx.db, reader);
    },
  );
  query(
    app,
    services,
    {
      url: '/api/journal/verify',
      tag,
      summary: 'Walk the chains, a stretch at a time, and name rows that do not fit',
      query: verifyQuery,
    },
    async (ctx, { query: { chain, seq } }) => {
      if (!mayVerify(await readerOf(ctx))) throw forbidden();
      return verified(services.db, chain === undefined || seq === undefined ? null : { chain, seq });
    },
  );
};
