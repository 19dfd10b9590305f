import { Secret, TOTP } from 'otpauth';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Client, signIn } from '../setup/client.ts';
import { CLIENT, freePort, type IdentityProvider, signInAtProvider, startProvider } from '../setup/oidc.ts';
import { PASSWORD, startTestServer, type TestServer } from '../setup/server.ts';

/** Where people reach the program: known before it starts, since the provider has to know it too. */
let PUBLIC = '';
let provider: IdentityProvider;
let server: TestServer;

const EMAILS: Record<string, Record<string, unknown>> = {
  'tk-lan': { email: 'Lan@caoloc.example', email_verified: true },
  'tk-hung': { email: 'hung@caoloc.example', email_verified: true },
  'tk-thu': { email: 'thu@caoloc.example', email_verified: false },
};

beforeAll(async () => {
  const port = await freePort();
  PUBLIC = `http://127.0.0.1:${port}`;
  provider = await startProvider(`${PUBLIC}/api/session/oidc/callback`, (account) => EMAILS[account] ?? {});
  server = await startTestServer({
    stage: 'issued',
    environment: {
      PORT: String(port),
      CCHC_URL: PUBLIC,
      CCHC_OIDC_ISSUER: provider.issuer,
      CCHC_OIDC_CLIENT_ID: CLIENT.id,
      CCHC_OIDC_SECRET: encodeURIComponent(CLIENT.secret),
    },
  });
  for (const login of ['lan', 'hung', 'thu'])
    await server.owner
      .updateTable('person')
      .set({ email: `${login}@caoloc.example` })
      .where('login', '=', login)
      .execute();
});
afterAll(async () => {
  await server?.close();
  await provider?.close();
});

const inside = (address: string): string => address.replace(PUBLIC, '');

/** Through the provider and back; says where the program leads the browser. */
const through = async (account: string, browser = new Client(server.url)) => {
  const begun = await browser.get('/api/session/oidc?back=/bao-cao');
  expect(begun.status).toBe(303);
  const callback = inside(
    await signInAtProvider(provider.issuer, begun.headers.get('location') ?? '', account),
  );
  const done = await browser.get(callback);
  return { browser, callback, to: done.headers.get('location') };
};

test('an account with a confirmed e-mail is that person from then on, and comes back to the page it wanted', async () => {
  expect((await new Client(server.url).get('/api/public/welcome')).body.oidc).toBe(true);
  const { browser, to } = await through('tk-lan');
  expect(to).toBe('/bao-cao');
  expect((await browser.get('/api/session')).body.me.name).toBe('Hoàng Thị Lan');
  // The e-mail may change hands later: the account stays who it was.
  await server.owner.updateTable('person').set({ email: null }).where('login', '=', 'lan').execute();
  const again = await through('tk-lan');
  expect((await again.browser.get('/api/session')).body.me.name).toBe('Hoàng Thị Lan');
});

test('an account that belongs to nobody, or whose e-mail nobody has confirmed, opens nothing', async () => {
  for (const account of ['tk-la', 'tk-thu']) {
    const { browser, to } = await through(account);
    expect(to).toBe('/dang-nhap?loi=access.oidcUnknown');
    expect((await browser.get('/api/session')).status).toBe(401);
  }
});

test('a callback is taken once, only in the browser that began it, and only as the provider sent it', async () => {
  const { callback } = await through('tk-lan');
  const stranger = new Client(server.url);
  expect((await stranger.get(callback)).headers.get('location')).toBe('/dang-nhap?loi=access.oidcExpired');
  const begun = await stranger.get('/api/session/oidc');
  const forged = new URL(begun.headers.get('location') ?? '').searchParams.get('state');
  const answer = await stranger.get(`/api/session/oidc/callback?code=abc&state=${forged}`);
  expect(answer.headers.get('location')).toBe('/dang-nhap?loi=access.oidcFailed');
  const other = await stranger.get('/api/session/oidc?back=//evil.example/x');
  expect(new URL(other.headers.get('location') ?? '').origin).toBe(provider.issuer);
});

test('B6: a deactivated person does not come in through the provider either', async () => {
  await server.owner.updateTable('person').set({ active: false }).where('login', '=', 'lan').execute();
  expect((await through('tk-lan')).to).toBe('/dang-nhap?loi=access.oidcUnknown');
  await server.owner.updateTable('person').set({ active: true }).where('login', '=', 'lan').execute();
});

test('the person’s own second factor is asked for when the provider has asked for none', async () => {
  const hung = await signIn(server.url, 'hung');
  const { body } = await hung.post('/api/me/totp', { password: 'CaoLoc@2024' });
  const totp = new TOTP({ secret: Secret.fromBase32(body.secret) });
  expect((await hung.post('/api/me/totp/confirm', { code: totp.generate() })).status).toBe(200);
  const { browser, to } = await through('tk-hung');
  expect(to).toBe('/dang-nhap?ma=1');
  expect((await browser.get('/api/session')).status).toBe(401);
  const wrong = await browser.post('/api/session/oidc/code', { code: '000000' });
  expect([wrong.status, wrong.body.code]).toEqual([401, 'access.wrongCode']);
  const next = totp.generate({ timestamp: Date.now() + 30_000 });
  const right = await browser.post('/api/session/oidc/code', { code: next });
  expect([right.status, right.body.me?.name]).toEqual([200, 'Nông Văn Hùng']);
  expect((await browser.get('/api/session')).status).toBe(200);
});

test('where the office asks for a second factor, it is set up after the provider and before anything opens', async () => {
  await server.owner
    .updateTable('installation')
    .set({ factor_roles: ['preparer'] })
    .execute();
  const { browser, to } = await through('tk-lan');
  expect(to).toBe('/dang-nhap?ma=moi');
  const given = await browser.post('/api/session/oidc/code', { code: '' });
  expect([given.status, given.body.code]).toEqual([401, 'access.factorToSet']);
  expect((await browser.get('/api/session')).status).toBe(401);
  const totp = new TOTP({ secret: Secret.fromBase32(given.body.details.secret) });
  const done = await browser.post('/api/session/oidc/code', { code: totp.generate() });
  expect([done.status, done.body.me?.name]).toEqual([200, 'Hoàng Thị Lan']);
  // From now on it is only asked for.
  expect((await through('tk-lan')).to).toBe('/dang-nhap?ma=1');
  await server.owner.updateTable('installation').set({ factor_roles: [] }).execute();
  await server.owner.deleteFrom('second_factor').execute();
});

test('a proxy that hands on its name without the port shuts nobody out, and lets no other site in', async () => {
  const asked = { login: 'lan', password: PASSWORD };
  const from = (origin: string) => ({ headers: { origin, 'x-forwarded-host': 'cchc.co-quan.example' } });
  const nobody = new Client(server.url);
  expect((await nobody.post('/api/session', asked, from(PUBLIC))).status).toBe(200);
  const foreign = await nobody.post('/api/session', asked, from('https://example.com'));
  expect([foreign.status, foreign.body.code]).toEqual([403, 'access.foreignOrigin']);
});
