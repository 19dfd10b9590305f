import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { ZodType, z } from 'zod';
import { dayOfInstant } from '../../core/kernel/instant.ts';
import { inTransaction } from '../database/retry.ts';
import type { Person, Services, WriteContext } from '../http/context.ts';
import { refused } from '../http/failures.ts';
import { runReactions } from '../record/record.ts';
import { expectOwnPassword } from './ownPassword.ts';

type Shape<P extends ZodType, B extends ZodType> = {
  readonly method?: 'POST' | 'DELETE';
  readonly url: string;
  readonly summary: string;
  readonly params?: P;
  readonly body?: B;
  /** Where the body carries the own password once more: a found-open browser must not take the account over. */
  readonly provenBy?: (body: z.infer<B>) => string;
};

/** Somebody's own sign-in is changed in person: a token for scripts may not give itself a longer life. */
const inPerson = (request: FastifyRequest): Person => {
  if (!request.person) throw refused('access.signInFirst', {}, 401);
  if (request.headers.authorization !== undefined) throw refused('access.sessionOnly', {}, 403);
  return request.person;
};

/**
 * A write whose body or answer is a secret. It takes no client key: the list of answered writes would keep the
 * secret, or a quick hash of a password, for as long as the database lives.
 */
export const secretWrite = <P extends ZodType, B extends ZodType>(
  app: FastifyInstance,
  services: Services,
  shape: Shape<P, B>,
  perform: (
    ctx: WriteContext,
    input: { params: z.infer<P>; body: z.infer<B>; request: FastifyRequest; reply: FastifyReply },
  ) => Promise<unknown>,
): void => {
  app.route({
    method: shape.method ?? 'POST',
    url: shape.url,
    schema: {
      tags: ['access'],
      summary: shape.summary,
      ...(shape.params ? { params: shape.params } : {}),
      ...(shape.body ? { body: shape.body } : {}),
    },
    handler: async (request, reply) => {
      const person = inPerson(request);
      const now = request.businessNow;
      const { params, body } = request as unknown as { params: z.infer<P>; body: z.infer<B> };
      // Before the transaction: a wrong guess stays counted when the request fails.
      if (shape.provenBy) await expectOwnPassword(services, person, shape.provenBy(body), now);
      return inTransaction(services.db, async (trx) => {
        const ctx: WriteContext = {
          services,
          db: trx,
          trx,
          person,
          now,
          today: dayOfInstant(now),
          recorded: [],
        };
        const answer = (await perform(ctx, { params, body, request, reply })) ?? {};
        await runReactions(ctx);
        return answer;
      });
    },
  });
};
