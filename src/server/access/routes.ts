import type { FastifyInstance } from 'fastify';
import type { Kysely } from 'kysely';
import type { z } from 'zod';
import { accessFact } from '../../core/access/administer.ts';
import type { SecondFactorAnswer } from '../../core/access/answers.ts';
import { signedOut } from '../../core/access/signInFacts.ts';
import {
  changePasswordBody,
  codeBody,
  confirmPasswordBody,
  factorDemandBody,
  idParams,
  languageBody,
  newPasswordBody,
  resetParams,
  signInBody,
  tokenBody,
} from '../../core/access/wire.ts';
import { accept } from '../../core/kernel/decision.ts';
import { dayOfInstant } from '../../core/kernel/instant.ts';
import type { DB } from '../database/schema.ts';
import type { Services } from '../http/context.ts';
import { notFound, refused } from '../http/failures.ts';
import { command, query } from '../http/route.ts';
import { record } from '../record/record.ts';
import { endSessionsOf, makeResetLink, removeFactorOf } from './administer.ts';
import { authenticate } from './authenticate.ts';
import { changePassword } from './changePassword.ts';
import { giveCookie, takeCookie } from './cookie.ts';
import { demandSecondFactor, factorDemand, factorDemanded } from './demand.ts';
import {
  beginSecondFactor,
  confirmSecondFactor,
  removeSecondFactor,
  secondFactorState,
  takeCode,
} from './secondFactor.ts';
import { hashOfToken } from './secrets.ts';
import { secretWrite } from './secretWrite.ts';
import { signIn } from './signIn.ts';
import { addAccessToken, endAccessToken, endSessions, setLanguage } from './store.ts';
import { useResetLink } from './useResetLink.ts';
import { findResetLink, mySessions, myTokens, sessionAnswer, welcomeAnswer } from './views.ts';

const tag = 'access';

const registerPublicRoutes = (app: FastifyInstance, services: Services): void => {
  app.route({
    method: 'GET',
    url: '/api/public/welcome',
    config: { public: true },
    schema: { tags: [tag], summary: 'Whose program this is, before signing in' },
    handler: (request) => welcomeAnswer(services, request.businessNow),
  });
  app.route({
    method: 'POST',
    url: '/api/session',
    config: { public: true },
    schema: { tags: [tag], summary: 'Sign in', body: signInBody },
    handler: async (request, reply) => {
      const { token } = await signIn(services, request, request.body as z.infer<typeof signInBody>);
      giveCookie(services, reply, token);
      const person = await authenticate(services)(request, { kind: 'session', token });
      if (!person) throw refused('access.signInFirst', {}, 401);
      const now = request.businessNow;
      return sessionAnswer({ services, db: services.db, person, now, today: dayOfInstant(now) });
    },
  });
  app.route({
    method: 'GET',
    url: '/api/public/password-resets/:token',
    config: { public: true },
    schema: { tags: [tag], summary: 'Whose password a one-time link sets', params: resetParams },
    handler: async (request) => {
      const { token } = request.params as z.infer<typeof resetParams>;
      const link = await findResetLink(services.db, hashOfToken(token));
      if (!link) throw refused('access.resetLinkInvalid', {}, 404);
      return link;
    },
  });
  app.route({
    method: 'POST',
    url: '/api/password-resets/:token',
    config: { public: true },
    schema: {
      tags: [tag],
      summary: 'Set a password by a one-time link',
      params: resetParams,
      body: newPasswordBody,
    },
    handler: async (request) => {
      const { token } = request.params as z.infer<typeof resetParams>;
      const { password } = request.body as z.infer<typeof newPasswordBody>;
      await useResetLink(services, token, password, request.ip);
      return {};
    },
  });
};

const registerSessionRoutes = (app: FastifyInstance, services: Services): void => {
  query(app, services, { url: '/api/session', tag, summary: 'Who is signed in' }, (ctx) =>
    sessionAnswer(ctx),
  );
  secretWrite(
    app,
    services,
    { method: 'DELETE', url: '/api/session', summary: 'Sign out' },
    async (ctx, { reply }) => {
      await endSessions(ctx.trx, ctx.person.personId, 'signed-out', { only: ctx.person.sessionId ?? '' });
      await record(ctx, accept(signedOut(ctx.person.personId, 'this')));
      takeCookie(services, reply);
    },
  );
  query(app, services, { url: '/api/me/sessions', tag, summary: 'Own open sessions' }, mySessions);
  secretWrite(
    app,
    services,
    { method: 'DELETE', url: '/api/me/sessions/:id', summary: 'End an own session', params: idParams },
    async (ctx, { params, reply }) => {
      const ended = await endSessions(ctx.trx, ctx.person.personId, 'ended', { only: params.id });
      if (ended === 0) throw notFound('session');
      const own = params.id === ctx.person.sessionId;
      await record(ctx, accept(signedOut(ctx.person.personId, own ? 'this' : 'other')));
      if (own) takeCookie(services, reply);
    },
  );
  command(
    app,
    services,
    { url: '/api/me/language', tag, summary: 'Choose the language of the screens', body: languageBody },
    async (ctx, { body }) => {
      await setLanguage(ctx.trx, ctx.person.personId, body.language);
      return { language: body.language };
    },
  );
};

const registerSecretRoutes = (app: FastifyInstance, services: Services): void => {
  secretWrite(
    app,
    services,
    {
      url: '/api/me/password',
      summary: 'Change the own password; other sessions end',
      body: changePasswordBody,
      provenBy: (body) => body.current,
    },
    (ctx, { body }) => changePassword(ctx, body.password),
  );
  query(
    app,
    services,
    { url: '/api/me/totp', tag, summary: 'Whether one-time codes are on' },
    async ({ db, person, today }): Promise<SecondFactorAnswer> => ({
      state: await secondFactorState(db as Kysely<DB>, person.personId),
      demanded: await factorDemanded(db as Kysely<DB>, person.personId, today),
    }),
  );
  secretWrite(
    app,
    services,
    {
      url: '/api/me/totp',
      summary: 'Begin one-time codes: a new secret',
      body: confirmPasswordBody,
      provenBy: (body) => body.password,
    },
    async (ctx) => {
      const state = await secondFactorState(ctx.trx, ctx.person.personId);
      if (state === 'on') throw refused('access.secondFactorOn');
      return beginSecondFactor(services, ctx.trx, ctx.person.personId, ctx.person.login);
    },
  );
  secretWrite(
    app,
    services,
    { url: '/api/me/totp/confirm', summary: 'Turn one-time codes on with a first code', body: codeBody },
    async (ctx, { body }) => {
      const state = await secondFactorState(ctx.trx, ctx.person.personId);
      if (state !== 'pending') throw refused('access.noSecondFactor');
      if (!(await takeCode(services, ctx.trx, ctx.person.personId, body.code, Date.now())))
        throw refused('access.wrongCode', { retryAfter: 0 });
      await confirmSecondFactor(ctx.trx, ctx.person.personId);
      await record(ctx, accept(accessFact('access.secondFactorSet', ctx.person.personId)));
    },
  );
  secretWrite(
    app,
    services,
    {
      url: '/api/me/totp/remove',
      summary: 'Turn one-time codes off',
      body: confirmPasswordBody,
      provenBy: (body) => body.password,
    },
    async (ctx) => {
      const state = await secondFactorState(ctx.trx, ctx.person.personId);
      if (state === 'off') throw refused('access.noSecondFactor');
      if (state === 'on' && (await factorDemanded(ctx.trx, ctx.person.personId, ctx.today)))
        throw refused('access.factorDemanded');
      await removeSecondFactor(ctx.trx, ctx.person.personId);
      await record(ctx, accept(accessFact('access.secondFactorRemoved', ctx.person.personId)));
    },
  );
  query(app, services, { url: '/api/me/tokens', tag, summary: 'Own tokens for scripts' }, myTokens);
  secretWrite(
    app,
    services,
    { url: '/api/me/tokens', summary: 'Make a token for scripts; it is shown once', body: tokenBody },
    async (ctx, { body }) => {
      const made = await addAccessToken(ctx.trx, ctx.person.personId, body.name, body.days);
      const data = { tokenId: made.id, name: body.name, days: body.days };
      await record(ctx, accept(accessFact('access.tokenMade', ctx.person.personId, data)));
      return made;
    },
  );
  secretWrite(
    app,
    services,
    { method: 'DELETE', url: '/api/me/tokens/:id', summary: 'End an own token', params: idParams },
    async (ctx, { params }) => {
      if (!(await endAccessToken(ctx.trx, ctx.person.personId, params.id))) throw notFound('token');
      await record(ctx, accept(accessFact('access.tokenEnded', ctx.person.personId, { tokenId: params.id })));
    },
  );
};

const registerAdministrationRoutes = (app: FastifyInstance, services: Services): void => {
  query(
    app,
    services,
    { url: '/api/access/second-factor', tag, summary: 'Of which roles a second factor is asked' },
    factorDemand,
  );
  command(
    app,
    services,
    {
      method: 'PUT',
      url: '/api/access/second-factor',
      tag,
      summary: 'Ask a second factor of some roles',
      body: factorDemandBody,
    },
    (ctx, { body }) => demandSecondFactor(ctx, body.roles),
  );
  secretWrite(
    app,
    services,
    {
      url: '/api/people/:id/reset-link',
      summary: 'Make a one-time link to set a password',
      params: idParams,
    },
    (ctx, { params }) => makeResetLink(ctx, params.id),
  );
  secretWrite(
    app,
    services,
    {
      method: 'DELETE',
      url: '/api/people/:id/totp',
      summary: 'Turn off one-time codes of a person',
      params: idParams,
    },
    (ctx, { params }) => removeFactorOf(ctx, params.id),
  );
  secretWrite(
    app,
    services,
    {
      method: 'DELETE',
      url: '/api/people/:id/sessions',
      summary: 'End all sessions of a person',
      params: idParams,
    },
    (ctx, { params }) => endSessionsOf(ctx, params.id),
  );
};

export const registerAccessRoutes = (app: FastifyInstance, services: Services): void => {
  registerPublicRoutes(app, services);
  registerSessionRoutes(app, services);
  registerSecretRoutes(app, services);
  registerAdministrationRoutes(app, services);
};
