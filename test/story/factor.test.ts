import { Secret, TOTP } from 'otpauth';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { FactorDemandAnswer } from '../../src/core/access/answers.ts';
import { addDays, dayOfInstant } from '../../src/core/kernel/instant.ts';
import { endSessionsOfEndedPosts } from '../../src/server/access/endedPosts.ts';
import { sealPlainFactors } from '../../src/server/access/secondFactor.ts';
import { seal, sealKey } from '../../src/server/database/seal.ts';
import { newId } from '../../src/server/directory/store.ts';
import { PASSWORD } from '../setup/server.ts';
import { type Office, openOffice } from './accessOffice.ts';

let office: Office;
beforeAll(async () => {
  office = await openOffice();
});
afterAll(() => office.close());

const FROM = '2021-07-01';
const tryIn = (login: string, password: string, totp?: string) =>
  office.nobody().post('/api/session', { login, password, ...(totp ? { totp } : {}) });
const factorOf = (personId: string) =>
  office.db
    .selectFrom('second_factor')
    .selectAll()
    .where('person_id', '=', personId)
    .executeTakeFirstOrThrow();

test('one-time codes: asked for once confirmed, each used once, taken away by the administrator', async () => {
  const lan = await office.as('lan');
  expect((await lan.post('/api/me/totp', { password: 'sai' })).status).toBe(403);
  const begun = await lan.post('/api/me/totp', { password: PASSWORD });
  expect(begun.body.qr).toMatch(/^data:image\/svg\+xml;base64,/);
  // Whoever reads the database alone can make no codes: the key lies in the data folder.
  const row = await factorOf(office.people.lan);
  expect(row.secret).toMatch(/^v1\./);
  expect(row.secret).not.toContain(begun.body.secret);
  // Not confirmed yet: nobody is locked out by a secret that no telephone has.
  expect((await tryIn('lan', PASSWORD)).status).toBe(200);
  const totp = new TOTP({ secret: Secret.fromBase32(begun.body.secret) });
  const soon = (steps: number) => totp.generate({ timestamp: Date.now() + steps * 30_000 });
  expect((await lan.post('/api/me/totp/confirm', { code: '000000' })).status).toBe(409);
  expect((await lan.post('/api/me/totp/confirm', { code: soon(-1) })).status).toBe(200);

  expect((await tryIn('lan', PASSWORD)).body.code).toBe('access.totpRequired');
  expect((await tryIn('lan', 'sai', soon(0))).body.code).toBe('access.wrongCredentials');
  const code = soon(0);
  expect((await tryIn('lan', PASSWORD, code)).status).toBe(200);
  expect((await tryIn('lan', PASSWORD, code)).body.code).toBe('access.wrongCode');

  const admin = await office.as('quan');
  expect((await admin.delete(`/api/people/${office.people.lan}/totp`)).status).toBe(200);
  expect((await tryIn('lan', PASSWORD)).status).toBe(200);
  await office.db.deleteFrom('sign_in_attempt').execute();
});

test('a secret that an older program left readable is sealed, and one of another key says what to do', async () => {
  const plain = new Secret({ size: 20 }).base32;
  const put = (secret: string) =>
    office.db
      .insertInto('second_factor')
      .values({ person_id: office.people.lan, secret, confirmed_at: new Date() })
      .onConflict((c) => c.column('person_id').doUpdateSet({ secret, last_step: 0 }))
      .execute();
  const totp = new TOTP({ secret: Secret.fromBase32(plain) });
  await put(plain);
  expect(await sealPlainFactors({ dataFolder: office.dataFolder }, office.db)).toBe(1);
  expect(await sealPlainFactors({ dataFolder: office.dataFolder }, office.db)).toBe(0);
  expect((await factorOf(office.people.lan)).secret).not.toContain(plain);
  expect((await tryIn('lan', PASSWORD, totp.generate())).status).toBe(200);
  const other = sealKey({ dataFolder: office.dataFolder, secret: 'một khóa khác của một máy khác, đủ dài' });
  await put(seal(other, office.people.lan, plain));
  expect((await tryIn('lan', PASSWORD, totp.generate())).body.code).toBe('access.factorUnreadable');
  // Moved to another person's row, a sealed secret opens nothing.
  const ours = sealKey({ dataFolder: office.dataFolder });
  await put(seal(ours, office.people.mai, plain));
  expect((await tryIn('lan', PASSWORD, totp.generate())).body.code).toBe('access.factorUnreadable');
  await office.db.deleteFrom('second_factor').execute();
  await office.db.deleteFrom('sign_in_attempt').execute();
});

test('a second factor can be asked of roles: set up at the next sign-in, and not turned off again', async () => {
  const admin = await office.as('quan');
  const path = '/api/access/second-factor';
  expect((await (await office.as('mai')).get(path)).status).toBe(403);
  expect((await (await office.as('mai')).put(path, { roles: [] })).body.code).toBe(
    'access.administratorOnly',
  );
  // Who asks it of themselves has it already: nobody shuts the last administrator out.
  expect((await admin.put(path, { roles: ['administrator'] })).body.code).toBe('access.factorOwnFirst');
  const [hung, lan] = [await office.as('hung'), await office.as('lan')];
  const asked = await admin.put<FactorDemandAnswer>(path, { roles: ['signer'] });
  expect(asked.body.roles.find((line) => line.role === 'signer')).toEqual({
    role: 'signer',
    demanded: true,
    people: 1,
    set: 0,
  });
  // Sessions by password alone end, where it is asked for and nowhere else.
  expect([(await hung.get('/api/session')).status, (await lan.get('/api/session')).status]).toEqual([
    401, 200,
  ]);

  expect((await tryIn('hung', 'sai')).body.code).toBe('access.wrongCredentials');
  const given = await tryIn('hung', PASSWORD);
  expect([given.status, given.body.code]).toEqual([401, 'access.factorToSet']);
  const totp = new TOTP({ secret: Secret.fromBase32(given.body.details.secret) });
  expect((await tryIn('hung', PASSWORD, '000000')).body.code).toBe('access.wrongCode');
  const inside = office.nobody();
  const done = await inside.post('/api/session', {
    login: 'hung',
    password: PASSWORD,
    totp: totp.generate(),
  });
  expect(done.status).toBe(200);
  expect((await inside.get('/api/me/totp')).body).toEqual({ state: 'on', demanded: true });
  expect((await inside.post('/api/me/totp/remove', { password: PASSWORD })).body.code).toBe(
    'access.factorDemanded',
  );
  expect((await tryIn('hung', PASSWORD)).body.code).toBe('access.totpRequired');

  // A post that brings the role asks for it too.
  const post = { unitId: office.units.commune, role: 'signer', title: 'Phó Chủ tịch', validFrom: FROM };
  expect((await admin.post(`/api/people/${office.people.lan}/posts`, post)).status).toBe(200);
  expect((await lan.get('/api/session')).status).toBe(401);
  expect((await tryIn('lan', PASSWORD)).body.code).toBe('access.factorToSet');

  await admin.put(path, { roles: [] });
  expect((await tryIn('lan', PASSWORD)).status).toBe(200);
  expect((await inside.post('/api/me/totp/remove', { password: PASSWORD })).status).toBe(200);
  expect((await tryIn('hung', PASSWORD)).status).toBe(200);
  await office.db
    .deleteFrom('post')
    .where('person_id', '=', office.people.lan)
    .where('role', '=', 'signer')
    .execute();
});

test('a session ends with the last day of a stand-in that it was opened under', async () => {
  // Who signed in under it is signed out, who signed in afterwards is not.
  const [before, after, lan] = [await office.as('hung'), await office.as('hung'), await office.as('lan')];
  const today = dayOfInstant(Date.now());
  await office.owner
    .insertInto('stand_in')
    .values({
      id: newId(),
      unit_id: office.units.home,
      person_id: office.people.hung,
      for_person_id: office.people.mai,
      from_day: addDays(today, -9),
      to_day: addDays(today, -1),
      document_number: '7/QĐ',
      document_day: addDays(today, -9),
    })
    .execute();
  const oldest = await office.db
    .selectFrom('session')
    .select('id')
    .where('person_id', '=', office.people.hung)
    .where('ended_at', 'is', null)
    .orderBy('created_at')
    .execute();
  await office.owner
    .updateTable('session')
    .set({ created_at: new Date(Date.now() - 3 * 86_400_000) })
    .where('id', '=', oldest.at(-2)?.id ?? '')
    .execute();
  expect(await endSessionsOfEndedPosts(office.db, today)).toBe(1);
  expect((await before.get('/api/session')).status).toBe(401);
  expect([(await after.get('/api/session')).status, (await lan.get('/api/session')).status]).toEqual([
    200, 200,
  ]);
});
