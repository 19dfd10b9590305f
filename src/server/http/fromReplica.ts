import type { FastifyReply, FastifyRequest } from 'fastify';
import { dayOfInstant } from '../../core/kernel/instant.ts';
import { OLDEST_MS } from '../database/replica.ts';
import type { ReadContext, Services } from './context.ts';

const WROTE = 'cchc.wrote';

/**
 * The same question to the replica, as of the moment that it knows; undefined when it is for the primary: no replica,
 * one too far behind, somebody who has just written and would miss it, or a script, which keeps no cookie.
 */
export const fromReplica = (ctx: ReadContext, request: FastifyRequest): ReadContext | undefined => {
  const { replica } = ctx.services;
  if (!replica || request.headers.authorization !== undefined || request.cookies[WROTE] !== undefined)
    return undefined;
  const age = replica.age();
  if (age === undefined) return undefined;
  const now = ctx.now - age;
  return { ...ctx, db: replica.db, now, today: dayOfInstant(now) };
};

/** Remembered by the browser for as long as a replica may lag, so that it holds behind any proxy and process. */
export const noteWrite = (services: Services, reply: FastifyReply): void => {
  if (!services.replica) return;
  const secure = services.publicUrl?.startsWith('https:') ?? false;
  const maxAge = OLDEST_MS / 1000 + 1;
  reply.setCookie(WROTE, '1', { path: '/api', httpOnly: true, sameSite: 'strict', secure, maxAge });
};
