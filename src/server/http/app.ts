import compress from '@fastify/compress';
import cookie from '@fastify/cookie';
import helmet from '@fastify/helmet';
import multipart from '@fastify/multipart';
import swagger from '@fastify/swagger';
import fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import { jsonSchemaTransform, serializerCompiler, validatorCompiler } from 'fastify-type-provider-zod';
import { businessNow } from '../clock/now.ts';
import { cleanDeep } from './clean.ts';
import type { Person, Services } from './context.ts';
import { answerErrors } from './errors.ts';
import { refused } from './failures.ts';
import { logOptions } from './log.ts';
import './route.ts';

export type Authenticate = (request: FastifyRequest) => Promise<Person | null>;

const WRITES = new Set(['POST', 'PUT', 'DELETE', 'PATCH']);

/**
 * A browser sends its cookie along with requests that other sites make. A write with a session cookie must therefore
 * come from our own pages (Origin) or carry a header that other sites cannot set.
 */
const refuseForeignWrite = (request: FastifyRequest, publicUrl: string | null): void => {
  if (!WRITES.has(request.method) || request.headers.authorization) return;
  const { origin, host } = request.headers;
  const site = request.headers['sec-fetch-site'];
  const hosts = [request.host || host, publicUrl === null ? undefined : new URL(publicUrl).host];
  // A proxy may hand on the name without its port; the office has said how it is reached.
  const own = origin === undefined || (URL.canParse(origin) && hosts.includes(new URL(origin).host));
  const marked = request.headers['x-cchc'] !== undefined;
  if (
    !own ||
    site === 'cross-site' ||
    (origin === undefined && site === undefined && !marked && request.headers.cookie)
  )
    throw refused('access.foreignOrigin', {}, 403);
};

/** The HTTP application without its rooms; main.ts registers them. */
export const createApp = async (services: Services, authenticate: Authenticate): Promise<FastifyInstance> => {
  const app = fastify({
    logger: logOptions(process.env.CCHC_LOG ?? 'warn'),
    // Only the proxies that the office names, or those on this machine and its own network, may say whose request
    // they pass on.
    trustProxy:
      services.publicUrl !== null
        ? [...(services.proxies ?? ['loopback', 'linklocal', 'uniquelocal'])]
        : false,
    bodyLimit: 2 * 1024 * 1024,
    requestTimeout: 60_000,
    // An address that cannot be decoded is answered like everything else that cannot be read.
    frameworkErrors: (_error, _request, reply) => {
      (reply as FastifyReply).status(400).send({ code: 'http.malformed' });
    },
    forceCloseConnections: true,
  });
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(serializerCompiler);
  answerErrors(app);

  // A piece of a file, as bytes; larger ones come in more pieces.
  app.addContentTypeParser('application/octet-stream', { parseAs: 'buffer' }, (_request, body, done) =>
    done(null, body),
  );

  await app.register(cookie);
  await app.register(compress, { threshold: 1024 });
  await app.register(multipart, { limits: { fileSize: 20 * 1024 * 1024, files: 1, fields: 10 } });
  await app.register(helmet, {
    contentSecurityPolicy: {
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'"],
        imgSrc: ["'self'", 'data:', 'blob:'],
        fontSrc: ["'self'"],
        connectSrc: ["'self'"],
        objectSrc: ["'none'"],
        frameAncestors: ["'none'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        upgradeInsecureRequests: services.publicUrl?.startsWith('https:') ? [] : null,
      },
    },
    strictTransportSecurity: services.publicUrl?.startsWith('https:') ? { maxAge: 31_536_000 } : false,
  });
  await app.register(swagger, {
    openapi: {
      info: { title: 'cchc', version: services.version, description: 'Báo cáo cải cách hành chính định kỳ' },
      components: {
        securitySchemes: {
          session: { type: 'apiKey', in: 'cookie', name: 'cchc.session_token' },
          token: { type: 'http', scheme: 'bearer' },
        },
      },
    },
    transform: jsonSchemaTransform,
  });

  app.decorateRequest('person', null);
  app.decorateRequest('businessNow', 0);
  app.addHook('onRequest', async (request, reply) => {
    // By the route that answers as well as by the address as typed: '/%61pi/…' reaches the same route.
    const route = request.routeOptions.url;
    if (route === undefined || !(request.url.startsWith('/api/') || route.startsWith('/api/'))) return;
    reply.header('cache-control', 'no-store');
    refuseForeignWrite(request, services.publicUrl);
    request.person = await authenticate(request);
    // Whoever is signed in brings the clock along.
    if (!request.person) request.businessNow = await businessNow(services.db);
    reply.header('x-server-time', String(Math.floor(request.businessNow)));
    // What waited on a shared machine names who typed it; under somebody else's session nobody is signed in for it.
    const meant = request.headers['x-cchc-person'];
    if (meant !== undefined && request.person?.personId !== meant) request.person = null;
    // Default deny: a route is closed unless it says that it is public.
    if (!request.person && !request.routeOptions.config.public) throw refused('access.signInFirst', {}, 401);
  });
  app.addHook('preValidation', async (request) => {
    if (request.body && typeof request.body === 'object') request.body = cleanDeep(request.body);
    if (request.query && typeof request.query === 'object') request.query = cleanDeep(request.query);
  });
  return app;
};
