import type { FastifyInstance, FastifyReply } from 'fastify';
import type { z } from 'zod';
import { codeBody } from '../../../core/access/wire.ts';
import { dayOfInstant } from '../../../core/kernel/instant.ts';
import type { OidcSettings, Services } from '../../http/context.ts';
import { refused } from '../../http/failures.ts';
import { authenticate } from '../authenticate.ts';
import { giveCookie } from '../cookie.ts';
import { sessionAnswer } from '../views.ts';
import { beginSignIn, CALLBACK, finishSignIn, finishWithCode } from './signInByProvider.ts';

const COOKIE = 'cchc.oidc';
const LOGIN = '/dang-nhap';

/** A page of ours to come back to; anything else would send people wherever a letter wants them. */
const ownPage = (page: unknown): string =>
  typeof page === 'string' && /^\/(?![/\\])[\w\-/?=&%.]{0,200}$/.test(page) && !page.startsWith('/api')
    ? page
    : '/';

/** Sign-in at the province's provider, where the office has named one. It ends in a session of ours like any other. */
export const registerOidcRoutes = (
  app: FastifyInstance,
  services: Services,
  settings: OidcSettings,
): void => {
  // Lax, unlike the session's: the provider leads the browser back from another site.
  const options = {
    path: '/api/session/oidc',
    httpOnly: true,
    sameSite: 'lax' as const,
    secure: services.publicUrl?.startsWith('https:') ?? false,
  };
  const page = { public: true };
  const toLogin = (reply: FastifyReply, query: string) => reply.redirect(`${LOGIN}?${query}`, 303);

  app.route({
    method: 'GET',
    url: '/api/session/oidc',
    config: page,
    schema: { tags: ['access'], summary: 'Go to the identity provider' },
    handler: async (request, reply) => {
      const back = ownPage((request.query as { back?: unknown }).back);
      try {
        const { address, token } = await beginSignIn(services, settings, back);
        return reply.setCookie(COOKIE, token, { ...options, maxAge: 600 }).redirect(address, 303);
      } catch (error) {
        request.log.warn({ err: error }, 'oidc');
        return toLogin(reply, 'loi=access.oidcAway');
      }
    },
  });
  app.route({
    method: 'GET',
    url: CALLBACK,
    config: page,
    schema: { tags: ['access'], summary: 'Back from the identity provider' },
    handler: async (request, reply) => {
      const outcome = await finishSignIn(services, settings, request, request.cookies[COOKIE] ?? '');
      if (outcome.kind === 'refused') return toLogin(reply, `loi=${outcome.code}`);
      if (outcome.kind === 'code') return toLogin(reply, 'ma=1');
      if (outcome.kind === 'set-up') return toLogin(reply, 'ma=moi');
      giveCookie(services, reply, outcome.token);
      return reply.clearCookie(COOKIE, options).redirect(outcome.back, 303);
    },
  });
  app.route({
    method: 'POST',
    url: '/api/session/oidc/code',
    config: page,
    schema: { tags: ['access'], summary: 'The one-time code after the identity provider', body: codeBody },
    handler: async (request, reply) => {
      const { code } = request.body as z.infer<typeof codeBody>;
      const { token } = await finishWithCode(services, request, request.cookies[COOKIE] ?? '', code);
      giveCookie(services, reply, token);
      reply.clearCookie(COOKIE, options);
      const person = await authenticate(services)(request, { kind: 'session', token });
      if (!person) throw refused('access.signInFirst', {}, 401);
      const now = request.businessNow;
      return sessionAnswer({ services, db: services.db, person, now, today: dayOfInstant(now) });
    },
  });
};
