import { afterAll, beforeAll, expect, test } from 'vitest';
import type { JournalAnswer } from '../../src/core/audit/answers.ts';
import { setPassword } from '../../src/server/access/store.ts';
import { verifyChains } from '../../src/server/audit/verify.ts';
import { PASSWORD } from '../setup/server.ts';
import { type Office, openOffice } from './accessOffice.ts';

let office: Office;
beforeAll(async () => {
  office = await openOffice();
});
afterAll(() => office.close());

const tryIn = (login: string, password: string, totp?: string) =>
  office.nobody().post('/api/session', { login, password, ...(totp ? { totp } : {}) });

test('signing in opens a session that says who it is and what concerns her', async () => {
  const lan = office.nobody();
  const answer = await lan.post('/api/session', { login: ' LAN ', password: PASSWORD });
  expect(answer.status).toBe(200);
  expect(answer.body.me).toMatchObject({
    login: 'lan',
    name: 'Hoàng Thị Lan',
    nav: ['home', 'reports', 'evidence', 'tasks', 'scoring'],
    home: 'clerk',
    unit: { name: 'Xã Bảo Lâm', letterhead: 'XÃ BẢO LÂM' },
    posts: [{ unitName: 'Xã Bảo Lâm', unitKind: 'commune', role: 'preparer', standIn: false }],
  });
  expect(answer.body.installation).toMatchObject({ mode: 'demo', clock: { movable: false } });
  const cookie = answer.headers.getSetCookie().join();
  expect(cookie).toMatch(/HttpOnly/i);
  expect(cookie).toMatch(/SameSite=Strict/i);
  expect((await lan.get('/api/session')).body.me.personId).toBe(office.people.lan);

  expect((await lan.delete('/api/session')).status).toBe(200);
  expect((await lan.get('/api/session')).status).toBe(401);
});

test('the database holds no token that would open a session', async () => {
  const lan = await office.as('lan');
  const [token] = [...lan.cookies.values()];
  const rows = await office.db.selectFrom('session').selectAll().execute();
  expect(rows.length).toBeGreaterThan(0);
  expect(JSON.stringify(rows)).not.toContain(token);
});

test('J2: a name that does not exist, a wrong password and a deactivated person get the same answer', async () => {
  const admin = await office.as('quan');
  const gone = await admin.post('/api/people', { login: 'nghi', name: 'Đã Nghỉ' });
  await admin.put(`/api/people/${gone.body.person.id}`, { active: false, version: 1 });
  const answers = await Promise.all([
    tryIn('lan', 'sai mật khẩu rồi'),
    tryIn('khong-co-ai', 'sai mật khẩu rồi'),
    tryIn('nghi', 'sai mật khẩu rồi'),
    tryIn("' or 1=1 --", 'sai mật khẩu rồi'),
  ]);
  for (const { status, body } of answers) {
    expect(status).toBe(401);
    expect(body).toEqual({ code: 'access.wrongCredentials', details: { retryAfter: 0 } });
  }
});

test('J2: repeated failures slow down, by name, also for a name that does not exist', async () => {
  for (const login of ['hung', 'khong-ai-ca']) {
    const codes = [];
    for (let n = 0; n < 6; n++) codes.push((await tryIn(login, `sai lần ${n}`)).body);
    expect(codes.slice(0, 4).every((c) => c.details.retryAfter === 0)).toBe(true);
    expect(codes[4]).toEqual({ code: 'access.wrongCredentials', details: { retryAfter: 5 } });
    expect(codes[5].code).toBe('access.slowDown');
    expect(codes[5].details.retryAfter).toBeGreaterThan(0);
  }
  await office.db
    .updateTable('sign_in_attempt')
    .set({ blocked_until: new Date(Date.now() + 60_000) })
    .where('failures', '>', 4)
    .where('failures', '<', 10)
    .execute();
  // The right password waits too: otherwise waiting would tell that it was wrong.
  const right = await tryIn('hung', PASSWORD);
  expect(right.status).toBe(429);
  expect((await tryIn('lan', PASSWORD)).status).toBe(200);
  // After the wait she gets in, and the count begins afresh.
  await office.db
    .updateTable('sign_in_attempt')
    .set({ blocked_until: new Date(0) })
    .execute();
  expect((await tryIn('hung', PASSWORD)).status).toBe(200);
  expect((await tryIn('hung', 'sai')).body.details.retryAfter).toBe(0);
});

test('J2: many guesses at once are counted before they are checked', async () => {
  await office.db.deleteFrom('sign_in_attempt').execute();
  const answers = await Promise.all(Array.from({ length: 40 }, (_, n) => tryIn('mai', `đoán lần ${n}`)));
  const checked = answers.filter((a) => a.status === 401).length;
  // Five, or one more for every five seconds that a busy machine takes.
  expect(checked).toBeGreaterThanOrEqual(5);
  expect(checked).toBeLessThan(10);
  expect(answers.filter((a) => a.status === 429).length).toBe(40 - checked);
  await office.db.deleteFrom('sign_in_attempt').execute();
});

test('J2: a changed password ends the other sessions, and the old one opens nothing', async () => {
  const here = await office.as('mai');
  const there = await office.as('mai');
  const wrong = await here.post('/api/me/password', { current: 'không phải', password: 'suối trong veo' });
  expect([wrong.status, wrong.body.code]).toEqual([403, 'access.wrongPassword']);
  const weak = await here.post('/api/me/password', { current: PASSWORD, password: 'mai2024mai2024' });
  expect([weak.status, weak.body.code]).toEqual([409, 'access.passwordIsLogin']);
  expect((await there.get('/api/session')).status).toBe(200);
  const { token } = (await there.post('/api/me/tokens', { name: 'bảng tính', days: 30 })).body;
  const script = office.nobody().useToken(token);
  expect((await script.get('/api/session')).status).toBe(200);

  const done = await here.post('/api/me/password', { current: PASSWORD, password: 'suối trong veo' });
  expect(done.status).toBe(200);
  expect((await here.get('/api/session')).status).toBe(200);
  expect((await there.get('/api/session')).status).toBe(401);
  const told = (await here.get('/api/notices')).body.notices.map((n: { type: string }) => n.type);
  expect(told).toEqual(['access.passwordChanged', 'access.tokenMade']);
  expect((await script.get('/api/session')).status).toBe(401);
  expect((await tryIn('mai', PASSWORD)).status).toBe(401);
  // The same words typed with separate marks (NFD) are the same password.
  expect((await tryIn('mai', 'suối trong veo'.normalize('NFD'))).status).toBe(200);
});

test('J2: a reset link works once, ends every session, and a newer one replaces it', async () => {
  const admin = await office.as('quan');
  const lan = await office.as('lan');
  const make = () => admin.post(`/api/people/${office.people.lan}/reset-link`);
  expect((await lan.post(`/api/people/${office.people.lan}/reset-link`)).status).toBe(403);
  const tokenOf = (answer: { body: { url: string } }) => answer.body.url.replace('/dat-lai-mat-khau/', '');
  const old = tokenOf(await make());
  const token = tokenOf(await make());
  const set = (link: string, password: string) =>
    office.nobody().post(`/api/password-resets/${link}`, { password });

  expect((await set(old, 'rừng hồi xanh')).body.code).toBe('access.resetLinkInvalid');
  expect((await office.nobody().get(`/api/public/password-resets/${token}`)).body.login).toBe('lan');
  expect((await set(token, 'ngắn')).body.code).toBe('access.passwordTooShort');
  expect((await lan.get('/api/session')).status).toBe(200);
  const both = await Promise.all([set(token, 'rừng hồi xanh'), set(token, 'rừng hồi thơm')]);
  expect(both.map((a) => a.status).sort()).toEqual([200, 404]);
  expect((await lan.get('/api/session')).status).toBe(401);
  const word = both[0]?.status === 200 ? 'rừng hồi xanh' : 'rừng hồi thơm';
  expect((await tryIn('lan', word)).status).toBe(200);
  const stored = await office.db.selectFrom('password_reset').selectAll().execute();
  expect(JSON.stringify(stored)).not.toContain(token);
  const facts = await office.db.selectFrom('fact').select(['type', 'data']).execute();
  expect(facts.map((f) => f.type)).toContain('access.passwordReset');
  expect(JSON.stringify(facts)).not.toContain(token);
  await setPassword(office.db, office.people.lan, PASSWORD);
});

test('a link that is a day old opens nothing', async () => {
  const admin = await office.as('quan');
  const { body } = await admin.post(`/api/people/${office.people.lan}/reset-link`);
  await office.db
    .updateTable('password_reset')
    .set({ expires_at: new Date(Date.now() - 1) })
    .execute();
  const token = body.url.split('/').at(-1);
  const late = await office.nobody().post(`/api/password-resets/${token}`, { password: 'đường lên núi' });
  expect([late.status, late.body.code]).toEqual([404, 'access.resetLinkInvalid']);
});

test('the journal knows who signed in, who failed to and from where, and nothing that was typed', async () => {
  const admin = await office.as('quan');
  const newest = async (n: number) =>
    (await admin.get<JournalAnswer>(`/api/journal?type=access&limit=${n}`)).body.facts.toReversed();
  const lan = await office.as('lan');
  await tryIn('lan', 'sai-hẳn-rồi');
  await tryIn('mat-khau-go-nham', PASSWORD);
  await lan.post('/api/me/totp', { password: 'gõ-nhầm-đấy' });
  await lan.delete('/api/session');
  const told = await newest(5);
  const id = office.people.lan;
  expect(told.map((f) => [f.type, f.actor?.id ?? null, f.data])).toEqual([
    ['access.signedIn', id, { personId: id, way: 'password' }],
    ['access.signInFailed', null, { personId: id, wrong: 'password' }],
    ['access.signInFailed', null, { wrong: 'password' }],
    ['access.signInFailed', id, { personId: id, wrong: 'confirm' }],
    ['access.signedOut', id, { personId: id, which: 'this' }],
  ]);
  expect(new Set(told.map((f) => f.origin))).toEqual(new Set(['127.0.0.1']));
  const kept = JSON.stringify(await office.db.selectFrom('fact').selectAll().execute());
  for (const typed of ['sai-hẳn-rồi', 'mat-khau-go-nham', 'gõ-nhầm-đấy']) expect(kept).not.toContain(typed);
  expect((await verifyChains(office.db)).found).toEqual([]);
});

test('a token serves a script, shown once, and cannot prolong itself', async () => {
  const lan = await office.as('lan');
  const made = await lan.post('/api/me/tokens', { name: 'nhập liệu', days: 30 });
  expect(made.body.token).toMatch(/^cchc_[\w-]{43}$/);
  const listed = await lan.get('/api/me/tokens');
  expect(listed.body.tokens).toMatchObject([{ id: made.body.id, name: 'nhập liệu', lastUsedAt: null }]);
  expect(JSON.stringify(listed.body)).not.toContain(made.body.token);
  const written = await office.owner.selectFrom('client_write').selectAll().execute();
  expect(JSON.stringify(written)).not.toContain('cchc_');

  const script = office.nobody().useToken(made.body.token);
  expect((await script.get('/api/session')).body.me.login).toBe('lan');
  const more = await script.post('/api/me/tokens', { name: 'nữa', days: 30 });
  expect([more.status, more.body.code]).toEqual([403, 'access.sessionOnly']);
  expect((await script.post('/api/me/password', { current: PASSWORD, password: 'một câu dài' })).status).toBe(
    403,
  );

  expect((await lan.delete(`/api/me/tokens/${made.body.id}`)).status).toBe(200);
  expect((await script.get('/api/session')).status).toBe(401);
});

test('a token ends with a reset link and with all sessions: it could be another person who made it', async () => {
  const admin = await office.as('quan');
  const tokenOf = async () =>
    (await (await office.as('lan')).post('/api/me/tokens', { name: 'lạ', days: 30 })).body.token as string;
  const works = async (token: string) => (await office.nobody().useToken(token).get('/api/session')).status;
  const first = await tokenOf();
  expect(await works(first)).toBe(200);
  expect((await admin.delete(`/api/people/${office.people.lan}/sessions`)).status).toBe(200);
  expect(await works(first)).toBe(401);
  const second = await tokenOf();
  const { url } = (await admin.post(`/api/people/${office.people.lan}/reset-link`)).body;
  expect(await works(second)).toBe(200);
  const link = url.split('/').at(-1);
  await office.nobody().post(`/api/password-resets/${link}`, { password: 'đường lên núi' });
  expect(await works(second)).toBe(401);
  await setPassword(office.db, office.people.lan, PASSWORD);
});

test('a wrong token is not helped by a cookie beside it', async () => {
  const lan = await office.as('lan');
  const cookie = [...lan.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  const answer = await fetch(`${office.url}/api/session`, {
    headers: { cookie, authorization: `Bearer cchc_${'x'.repeat(43)}` },
  });
  expect(answer.status).toBe(401);
});

test('sessions end after twelve idle hours, after thirty days, and when their owner ends them', async () => {
  const lan = await office.as('lan');
  const other = await office.as('lan');
  const { sessions } = (await lan.get('/api/me/sessions')).body;
  const current = sessions.filter((s: { current: boolean }) => s.current);
  expect(current.length).toBe(1);
  const newest = sessions.find(
    (s: { current: boolean; createdAt: number }) => s.createdAt > current[0].createdAt,
  );
  expect((await lan.delete(`/api/me/sessions/${newest.id}`)).status).toBe(200);
  expect((await other.get('/api/session')).status).toBe(401);

  const hours = (n: number) => new Date(Date.now() - n * 3_600_000);
  const set = (change: { last_seen_at?: Date; expires_at?: Date }) =>
    office.db.updateTable('session').set(change).where('id', '=', current[0].id).execute();
  await set({ last_seen_at: hours(11.9) });
  expect((await lan.get('/api/session')).status).toBe(200);
  await set({ last_seen_at: hours(12.1) });
  expect((await lan.get('/api/session')).status).toBe(401);
  await set({ last_seen_at: new Date() });
  expect((await lan.get('/api/session')).status).toBe(200);
  await set({ expires_at: hours(0) });
  expect((await lan.get('/api/session')).status).toBe(401);
});

test("nobody ends another person's session", async () => {
  const lan = await office.as('lan');
  const mine = (await lan.get('/api/me/sessions')).body.sessions[0];
  const quan = await office.as('quan');
  expect((await quan.delete(`/api/me/sessions/${mine.id}`)).status).toBe(404);
  expect((await lan.get('/api/session')).status).toBe(200);
});

test('B6: a deactivated person can do nothing, with a live session or a token', async () => {
  const admin = await office.as('quan');
  const hung = await office.as('hung');
  const { token } = (await hung.post('/api/me/tokens', { name: 'x', days: 1 })).body;
  const script = office.nobody().useToken(token);
  expect((await script.get('/api/session')).status).toBe(200);
  const found = (await admin.get('/api/people?q=hung')).body.people[0];
  await admin.put(`/api/people/${found.id}`, { active: false, version: found.version });

  for (const client of [hung, script]) {
    expect((await client.get('/api/session')).status).toBe(401);
    expect((await client.post('/api/me/language', { language: 'en' })).status).toBe(401);
  }
  expect((await tryIn('hung', PASSWORD)).body.code).toBe('access.wrongCredentials');
  const ended = await office.db
    .selectFrom('session')
    .select('ended_why')
    .where('person_id', '=', found.id)
    .where('ended_at', 'is not', null)
    .execute();
  expect(ended.map((e) => e.ended_why)).toContain('deactivated');

  // Active again, the old session stays ended; the token lives until its owner ends it.
  await admin.put(`/api/people/${found.id}`, { active: true, version: found.version + 1 });
  expect((await hung.get('/api/session')).status).toBe(401);
});

test('a language is chosen for good', async () => {
  const lan = await office.as('lan');
  expect((await lan.post('/api/me/language', { language: 'en' })).status).toBe(200);
  expect((await (await office.as('lan')).get('/api/session')).body.me.language).toBe('en');
  expect((await lan.post('/api/me/language', { language: 'fr' })).status).toBe(400);
});

test('the welcome tells whose program it is, and nothing of people', async () => {
  const { status, body } = await office.nobody().get('/api/public/welcome');
  expect(status).toBe(200);
  expect(body).toMatchObject({
    superior: 'UBND TỈNH LẠNG SƠN',
    body: 'UBND HUYỆN CAO LỘC',
    campaign: null,
    mode: 'demo',
    oidc: false,
  });
});

test('a page of another site cannot sign anybody in or out', async () => {
  const lan = await office.as('lan');
  const foreign = { headers: { origin: 'https://example.com' } };
  expect((await lan.delete('/api/session', undefined, foreign)).body.code).toBe('access.foreignOrigin');
  expect((await lan.get('/api/session')).status).toBe(200);
  const forced = await office.nobody().post('/api/session', { login: 'lan', password: PASSWORD }, foreign);
  expect(forced.status).toBe(403);
});
