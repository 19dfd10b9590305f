import type { FastifyReply, FastifyRequest } from 'fastify';
import { SESSION_LONGEST_SECONDS } from '../../core/access/lifetimes.ts';
import type { Services } from '../http/context.ts';

const SESSION_COOKIE = 'cchc.session_token';

const options = (services: Services) => ({
  path: '/',
  httpOnly: true,
  sameSite: 'strict' as const,
  secure: services.publicUrl?.startsWith('https:') ?? false,
});

export const giveCookie = (services: Services, reply: FastifyReply, token: string): void => {
  reply.setCookie(SESSION_COOKIE, token, { ...options(services), maxAge: SESSION_LONGEST_SECONDS });
};

export const takeCookie = (services: Services, reply: FastifyReply): void => {
  reply.clearCookie(SESSION_COOKIE, options(services));
};

export type Proof = { readonly kind: 'session' | 'token'; readonly token: string };

/** What the request carries as proof. A request that names a token never falls back to the cookie beside it. */
export const proofOf = (request: FastifyRequest): Proof | undefined => {
  const { authorization } = request.headers;
  if (authorization !== undefined) {
    const token = /^Bearer (cchc_[\w-]{43})$/i.exec(authorization)?.[1];
    return token ? { kind: 'token', token } : undefined;
  }
  const token = request.cookies[SESSION_COOKIE];
  return token && /^[\w-]{43}$/.test(token) ? { kind: 'session', token } : undefined;
};
