import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { ZodType, z } from 'zod';
import { dayOfInstant } from '../../core/kernel/instant.ts';
import type { Person, ReadContext, Services, WriteContext } from './context.ts';
import { refused } from './failures.ts';
import { fileOf } from './file.ts';
import { fromReplica, noteWrite } from './fromReplica.ts';
import { type ClientKey, clientKeyOf, performWrite } from './write.ts';

declare module 'fastify' {
  interface FastifyRequest {
    person: Person | null;
    businessNow: number;
  }
  interface FastifyContextConfig {
    /** Open without sign-in; the list is tested (J1). */
    public?: boolean;
  }
}

type Shape<P extends ZodType, Q extends ZodType, B extends ZodType> = {
  readonly url: string;
  readonly tag: string;
  readonly summary: string;
  readonly params?: P;
  readonly query?: Q;
  readonly body?: B;
};
type Input<P extends ZodType, Q extends ZodType, B extends ZodType> = {
  readonly params: z.infer<P>;
  readonly query: z.infer<Q>;
  readonly body: z.infer<B>;
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
};

const schemaOf = (shape: Shape<ZodType, ZodType, ZodType>) => ({
  tags: [shape.tag],
  summary: shape.summary,
  ...(shape.params ? { params: shape.params } : {}),
  ...(shape.query ? { querystring: shape.query } : {}),
  ...(shape.body ? { body: shape.body } : {}),
});

const personOf = (request: FastifyRequest): Person => {
  if (!request.person) throw refused('access.signInFirst', {}, 401);
  return request.person;
};

/** A route that only reads. It is a POST where the question is a file or too long for an address. */
export const query = <P extends ZodType, Q extends ZodType, B extends ZodType>(
  app: FastifyInstance,
  services: Services,
  shape: Shape<P, Q, B> & {
    readonly method?: 'GET' | 'POST';
    /** A heavy overview that may be some seconds old; it says so. */
    readonly replica?: boolean;
  },
  answer: (ctx: ReadContext, input: Input<P, Q, B>) => Promise<unknown>,
): void => {
  app.route({
    method: shape.method ?? 'GET',
    url: shape.url,
    schema: schemaOf(shape),
    handler: async (request, reply) => {
      const now = request.businessNow;
      const ctx = { services, db: services.db, person: personOf(request), now, today: dayOfInstant(now) };
      const { params, query, body } = request as unknown as Input<P, Q, B>;
      const input = { params, query, body, request, reply };
      const far = shape.replica ? fromReplica(ctx, request) : undefined;
      if (!far) return answer(ctx, input);
      try {
        const found = await answer(far, input);
        reply.header('x-data-age', String(now - far.now));
        return found;
      } catch {
        // It is away, it cancelled the question, or it has not heard of what is asked for: the primary knows.
        return answer(ctx, input);
      }
    },
  });
};

/** What stands around the transaction of a command, so that nobody waits for it behind a lock. */
type Around<I, T> = {
  /** What takes long and changes nothing (reading a foreign file), before the transaction begins. */
  readonly prepare?: (ctx: ReadContext, input: I) => Promise<T>;
  /** The answer, read after the commit; a repeat under the same key gets the one that was given first. */
  readonly answer?: (ctx: ReadContext, input: I) => Promise<unknown>;
};

/** A route that changes something: one transaction, idempotent by the client's key. */
export const command = <P extends ZodType, B extends ZodType, T = undefined>(
  app: FastifyInstance,
  services: Services,
  shape: Shape<P, ZodType, B> & { readonly method?: 'POST' | 'PUT' | 'DELETE' },
  perform: (ctx: WriteContext, input: Input<P, ZodType, B>, prepared: T) => Promise<unknown>,
  { prepare, answer: read }: Around<Input<P, ZodType, B>, T> = {},
): void => {
  app.route({
    method: shape.method ?? 'POST',
    url: shape.url,
    schema: schemaOf(shape),
    handler: async (request, reply) => {
      const { params, query, body } = request as unknown as Input<P, ZodType, B>;
      const person = personOf(request);
      if (request.isMultipart()) await fileOf(request);
      const input = { params, query, body, request, reply };
      const now = request.businessNow;
      const outside = { services, db: services.db, person, now, today: dayOfInstant(now) };
      const prepared = (await prepare?.(outside, input)) as T;
      const answer = await performWrite(
        services,
        request,
        person,
        now,
        (ctx) => perform(ctx, input, prepared),
        read && (() => read(outside, input)),
      );
      noteWrite(services, reply);
      return reply.status(answer.status).send(answer.body);
    },
  });
};

/**
 * A command that is one statement, which takes the client's key itself. Only for what is asked so often that the round
 * trips of a transaction would be its cost: a save of keys.
 */
export const statement = <P extends ZodType, B extends ZodType>(
  app: FastifyInstance,
  services: Services,
  shape: Shape<P, ZodType, B>,
  perform: (ctx: ReadContext, input: Input<P, ZodType, B>, key: ClientKey | undefined) => Promise<unknown>,
): void => {
  app.route({
    method: 'POST',
    url: shape.url,
    schema: schemaOf(shape),
    handler: async (request, reply) => {
      const { params, query, body } = request as unknown as Input<P, ZodType, B>;
      const now = request.businessNow;
      const ctx = { services, db: services.db, person: personOf(request), now, today: dayOfInstant(now) };
      const answer = await perform(ctx, { params, query, body, request, reply }, await clientKeyOf(request));
      noteWrite(services, reply);
      return answer;
    },
  });
};
