import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Office, openOffice } from './accessOffice.ts';

let office: Office;
beforeAll(async () => {
  office = await openOffice();
});
afterAll(() => office.close());

/** Open without signing in, each for a reason. Whoever adds one changes this list, and so has to say why. */
const OPEN: Readonly<Record<string, string>> = {
  'GET /healthz': 'a watchdog has no account',
  'GET /api/openapi.json': 'a script reads it before it has a token',
  'POST /api/session': 'signing in',
  'GET /api/public/welcome': 'the sign-in page',
  'GET /api/public/receipts/{code}': 'whoever holds a printed receipt checks it (E6)',
  'GET /api/public/password-resets/{token}': 'the page of a one-time link',
  'POST /api/password-resets/{token}': 'using a one-time link',
};

const SOME_ID = '01900000-0000-7000-8000-000000000000';
type Description = { paths: Record<string, Record<string, unknown>> };

/** What the program says that it answers. */
const described = async (): Promise<string[]> => {
  const description = (await office.nobody().get<Description>('/api/openapi.json')).body;
  return Object.entries(description.paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
  );
};

/** What it does answer: the router's own tree, a segment a line, four columns a level. */
const answered = (): string[] => {
  const above: string[] = [];
  return office.app
    .printRoutes({ commonPrefix: false })
    .split('\n')
    .flatMap((line) => {
      const [, drawing, segment, methods] = /^([│├└─\s]*)(\S+)(?: \(([A-Z, ]+)\))?$/.exec(line) ?? [];
      if (drawing === undefined || segment === undefined) return [];
      const depth = drawing.length / 4;
      above.splice(depth - 1, above.length, segment);
      const path = above.join('').replace(/:(\w+)/g, '{$1}');
      return (methods ?? '')
        .split(', ')
        .filter((method) => method !== '' && method !== 'HEAD' && method !== 'OPTIONS')
        .map((method) => `${method} ${path}`);
    });
};

/** Every stored row, to see that a refused request left nothing behind. */
const counts = async () => {
  const { sql } = await import('kysely');
  const { rows } = await sql<{ count: string }>`
    select (select count(*) from fact) + (select count(*) from client_write) + (select count(*) from person)
      + (select count(*) from unit) + (select count(*) from campaign) as count`.execute(office.db);
  return rows[0]?.count;
};

test('J1: the description names every route that the program answers', async () => {
  const undescribed = ['GET /healthz', 'GET /api/openapi.json'];
  expect(answered().length).toBeGreaterThan(40);
  expect(answered().sort()).toEqual([...(await described()), ...undescribed].sort());
});

test('J1: without sign-in every route answers 401, whatever is asked of it, except the tested list', async () => {
  const before = await counts();
  const open: string[] = [];
  for (const route of answered()) {
    const [method = '', path = ''] = route.split(' ');
    const url = path.replace(/\{\w+\}/g, SOME_ID);
    const body =
      method === 'GET' ? {} : { body: '{}', headers: { 'content-type': 'application/json', 'x-cchc': '1' } };
    const answer = await fetch(office.url + url, { method, ...body });
    if (answer.status !== 401) {
      open.push(route);
      continue;
    }
    expect(await answer.json(), route).toMatchObject({ code: 'access.signInFirst' });
  }
  const listed = Object.keys(OPEN);
  expect(open.filter((route) => !listed.includes(route))).toEqual([]);
  expect(listed.filter((route) => route.startsWith('POST /api/session') && !open.includes(route))).toEqual(
    [],
  );
  expect(await counts()).toBe(before);
});

test('J1: a made-up session or token is nobody', async () => {
  for (const headers of [
    { cookie: `cchc.session_token=${'a'.repeat(43)}` },
    { cookie: 'cchc.session_token=' },
    { authorization: `Bearer cchc_${'a'.repeat(43)}` },
    { authorization: 'Basic cXVhbjpxdWFu' },
  ] as Record<string, string>[])
    expect((await fetch(`${office.url}/api/session`, { headers })).status, JSON.stringify(headers)).toBe(401);
});
