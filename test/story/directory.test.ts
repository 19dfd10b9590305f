import { afterAll, beforeAll, expect, test } from 'vitest';
import type { PersonLine, UnitLine } from '../../src/core/directory/answers.ts';
import type { Client } from '../setup/client.ts';
import { type Office, openOffice } from './accessOffice.ts';

let office: Office;
let quan: Client;
beforeAll(async () => {
  office = await openOffice();
  quan = await office.as('quan');
});
afterAll(() => office.close());

const commune = (name: string, over: Record<string, unknown> = {}) => ({
  parentId: office.units.district,
  kind: 'commune',
  name,
  letterhead: `UBND ${name.toLocaleUpperCase('vi')}`,
  place: name,
  validFrom: '2004-01-01',
  ...over,
});
const namesOn = async (path: string): Promise<string[]> =>
  (await quan.get(path)).body.units.map((u: UnitLine) => u.name);
const peopleFor = async (q: string): Promise<string[]> =>
  (await quan.get(`/api/people?q=${encodeURIComponent(q)}`)).body.people.map((p: PersonLine) => p.name);
const typesOfFacts = async (): Promise<string[]> =>
  (
    await office.db
      .selectFrom('fact')
      .select('type')
      .where('chain', '=', 'directory')
      .orderBy('seq')
      .execute()
  ).map((f) => f.type);
const today = async (): Promise<string> => (await quan.get('/api/units')).body.at;

test('B1: units are a tree with days of life; one code is borne by two of them in turn', async () => {
  const province = { parentId: null, kind: 'province', validFrom: '2000-01-01' };
  const { unit: langSon } = (await quan.post('/api/units', commune('Tỉnh Lạng Sơn', province))).body;
  const town = commune('Thị trấn Cao Lộc', { code: '06187', validTo: '2025-06-30' });
  expect((await quan.post('/api/units', town)).status).toBe(200);
  const ward = commune('Phường Kỳ Lừa', { parentId: langSon.id, code: '06187', validFrom: '2025-06-30' });
  const tooEarly = await quan.post('/api/units', ward);
  expect([tooEarly.status, tooEarly.body.code]).toEqual([409, 'directory.codeInUse']);
  expect(tooEarly.body.details).toMatchObject({ code: '06187', unit: 'Thị trấn Cao Lộc' });
  expect((await quan.post('/api/units', { ...ward, validFrom: '2025-07-01' })).status).toBe(200);

  expect(await namesOn('/api/units?at=2025-06-30&q=06187')).toEqual(['Thị trấn Cao Lộc']);
  expect(await namesOn('/api/units?at=2025-07-01&q=06187')).toEqual(['Phường Kỳ Lừa']);
  expect((await quan.get('/api/units?at=2025-02-29')).status).toBe(400);

  const tree: UnitLine[] = (await quan.get('/api/units?at=2024-02-28')).body.units;
  const district = tree.findIndex((u) => u.name === 'Huyện Cao Lộc');
  expect(tree[district]?.depth).toBe(0);
  expect(tree.slice(district + 1, district + 4).map((u) => [u.name, u.depth])).toEqual([
    ['Phòng Nội vụ', 1],
    ['Thị trấn Cao Lộc', 1],
    ['Xã Bảo Lâm', 1],
  ]);
  expect(await typesOfFacts()).toEqual(Array(3).fill('directory.unitOpened'));
});

test('D2: a stale edit of a unit is refused with both values, and nothing is overwritten', async () => {
  const { unit } = (await quan.post('/api/units', commune('Xã Gia Cát'))).body;
  expect(unit).toMatchObject({ version: 1, may: ['change', 'open-below', 'name-stand-in'] });
  const first = await quan.put(`/api/units/${unit.id}`, { place: 'Gia Cát', symbol: 'UB', version: 1 });
  expect(first.body.unit).toMatchObject({ symbol: 'UB', version: 2 });
  const second = await quan.put(`/api/units/${unit.id}`, { symbol: 'UBND', version: 1 });
  expect(second.status).toBe(409);
  expect(second.body).toEqual({
    code: 'directory.stale',
    details: { yours: { symbol: 'UBND' }, current: { symbol: 'UB' }, version: 2 },
  });
  expect((await quan.get(`/api/units/${unit.id}`)).body.unit).toMatchObject({ symbol: 'UB', version: 2 });
  const both = await Promise.all(
    ['Chủ tịch', 'Phó Chủ tịch'].map((signerPosition) =>
      quan.put(`/api/units/${unit.id}`, { signerPosition, version: 2 }),
    ),
  );
  expect(both.map((a) => a.status).sort()).toEqual([200, 409]);
});

test('B5: one person serves several units, one unit has several people, and each only for the days given', async () => {
  const { person } = (await quan.post('/api/people', { login: 'nga', name: 'Triệu Thị Nga' })).body;
  const give = (unitId: string, role: string, validFrom: string, validTo: string | null = null) =>
    quan.post(`/api/people/${person.id}/posts`, { unitId, role, validFrom, validTo });
  expect((await give(office.units.home, 'receiver', '2022-01-01')).status).toBe(200);
  expect((await give(office.units.commune, 'preparer', '2022-01-01', '2023-12-31')).status).toBe(200);
  const twice = await give(office.units.home, 'receiver', '2024-01-01');
  expect([twice.status, twice.body.code]).toEqual([409, 'directory.postTwice']);
  const before = await give(office.units.home, 'preparer', '1990-01-01', '1991-01-01');
  expect(before.body.code).toBe('directory.unitNotThen');

  const link = (await quan.post(`/api/people/${person.id}/reset-link`)).body.url.split('/').at(-1);
  await office.nobody().post(`/api/password-resets/${link}`, { password: 'đèo Khánh Khê' });
  const nga = await office.as('nga', 'đèo Khánh Khê');
  const { posts } = (await nga.get('/api/session')).body.me;
  expect(posts).toMatchObject([{ unitName: 'Phòng Nội vụ', role: 'receiver' }]);

  const people: PersonLine[] = (await quan.get(`/api/units/${office.units.home}`)).body.people;
  expect(people.map((p) => p.name)).toEqual(['Lương Thị Mai', 'Triệu Thị Nga']);
});

test('B5: a stand-in signs for the days of a document, and is nobody before and after', async () => {
  const pho = (await quan.post('/api/people', { login: 'pho', name: 'Lâm Văn Phó' })).body.person;
  const at = await today();
  const body = {
    personId: pho.id,
    forPersonId: office.people.hung,
    fromDay: at,
    toDay: at,
    documentNumber: '05/QĐ-UBND',
    documentDay: at,
  };
  const name = (over: Record<string, unknown> = {}) =>
    quan.post(`/api/units/${office.units.commune}/stand-ins`, { ...body, ...over });
  expect((await name({ forPersonId: office.people.lan })).body.code).toBe('directory.nobodyToStandInFor');
  expect((await name({ personId: office.people.hung })).body.code).toBe('directory.standInForSelf');
  const named = await name();
  expect(named.body.standIns).toMatchObject([
    { personName: 'Lâm Văn Phó', forPersonName: 'Nông Văn Hùng', documentNumber: '05/QĐ-UBND', may: ['end'] },
  ]);

  const link = (await quan.post(`/api/people/${pho.id}/reset-link`)).body.url.split('/').at(-1);
  await office.nobody().post(`/api/password-resets/${link}`, { password: 'đèo Khánh Khê' });
  let client = await office.as('pho', 'đèo Khánh Khê');
  const posts = async () => (await client.get('/api/session')).body.me.posts;
  expect(await posts()).toMatchObject([{ unitName: 'Xã Bảo Lâm', role: 'signer', standIn: true }]);
  const [{ id }] = named.body.standIns;
  expect((await quan.delete(`/api/stand-ins/${id}`)).body.standIns).toEqual([]);
  // The session ends with what it was opened for; signing in again is signing in as nobody.
  expect((await client.get('/api/session')).status).toBe(401);
  client = await office.as('pho', 'đèo Khánh Khê');
  expect(await posts()).toEqual([]);
});

test('a post that ends takes its rights and its sessions at once', async () => {
  let mai = await office.as('mai');
  const [person] = (await quan.get('/api/people?q=mai')).body.people as PersonLine[];
  const receiver = person?.posts.find((p) => p.role === 'receiver');
  expect((await mai.get('/api/session')).body.me.nav).toContain('board');
  expect((await quan.delete(`/api/posts/${receiver?.id}`)).status).toBe(200);
  expect((await mai.get('/api/session')).status).toBe(401);
  mai = await office.as('mai');
  expect((await mai.get('/api/session')).body.me.nav).toEqual([
    'home',
    'reports',
    'evidence',
    'tasks',
    'scoring',
  ]);
  const again = await quan.delete(`/api/posts/${receiver?.id}`);
  expect(again.body.code).toBe('directory.pastStays');
});

test('the last administrator cannot lock everybody out, also when two try it on each other', async () => {
  const self = await quan.put(`/api/people/${office.people.quan}`, { active: false, version: 1 });
  expect(self.body.code).toBe('directory.notYourself');
  const second = (await quan.post('/api/people', { login: 'quan2', name: 'Vi Minh Hai' })).body.person;
  const given = await quan.post(`/api/people/${second.id}/posts`, {
    unitId: office.units.district,
    role: 'administrator',
    validFrom: await today(),
  });
  const link = (await quan.post(`/api/people/${second.id}/reset-link`)).body.url.split('/').at(-1);
  await office.nobody().post(`/api/password-resets/${link}`, { password: 'đèo Khánh Khê' });
  const other = await office.as('quan2', 'đèo Khánh Khê');
  const day = await today();
  const found: PersonLine[] = (await quan.get('/api/people?q=quan')).body.people;
  const own = found.find((p) => p.login === 'quan')?.posts[0];
  const both = await Promise.all([
    quan.delete(`/api/posts/${given.body.person.posts[0].id}`),
    other.delete(`/api/posts/${own?.id}`),
  ]);
  expect(both.filter((a) => a.status === 200).length).toBe(1);
  if ((await quan.get('/api/people')).status === 200) return;
  const back = { unitId: office.units.district, role: 'administrator', validFrom: day };
  expect((await other.post(`/api/people/${office.people.quan}/posts`, back)).status).toBe(200);
  // The session ended with the post that it was opened under.
  quan = await office.as('quan');
  expect((await quan.get('/api/people')).status).toBe(200);
});

test('names and addresses that are taken are refused, also in the same moment', async () => {
  const taken = await quan.post('/api/people', { login: 'Lan', name: 'Người khác' });
  expect(taken.body).toMatchObject({ code: 'directory.loginTaken', details: { person: 'Hoàng Thị Lan' } });
  const mail = await quan.post('/api/people', { login: 'lan2', name: 'X', email: 'LAN@example.vn' });
  expect(mail.body.code).toBe('directory.emailTaken');
  expect((await quan.post('/api/people', { login: 'họ tên', name: 'X' })).body.code).toBe(
    'directory.loginMalformed',
  );
  const both = await Promise.all(
    ['Một', 'Hai'].map((name) => quan.post('/api/people', { login: 'cung-luc', name })),
  );
  expect(both.map((a) => a.status).sort()).toEqual([200, 409]);
});

test('J8: what is searched is taken literally: %, _, \\, quotes, emoji, marks apart', async () => {
  const odd = ['Nguyễn 100% Thật', 'Lê_Văn_A', 'Tạ \\ Gạch', 'O\'Hara "Hai"', 'Đỗ 😀 Vui'];
  for (const [n, name] of odd.entries()) await quan.post('/api/people', { login: `la${n}`, name });
  expect(await peopleFor('%')).toEqual([odd[0]]);
  expect(await peopleFor('_')).toEqual([odd[1]]);
  expect(await peopleFor('\\')).toEqual([odd[2]]);
  expect(await peopleFor(`'`)).toEqual([odd[3]]);
  expect(await peopleFor('"hai"')).toEqual([odd[3]]);
  expect(await peopleFor('😀')).toEqual([odd[4]]);
  expect(await peopleFor('nguyễn'.normalize('NFD'))).toEqual([odd[0]]);
  expect(await peopleFor("'; drop table person; --")).toEqual([]);
  expect(await peopleFor('.*')).toEqual([]);
  expect((await quan.get('/api/people?q=%00')).status).toBe(200);
});

test('K4: people stand by the last word, An Ánh Ăn Ân, and are found without marks', async () => {
  for (const [n, name] of ['Chu Thị Ân', 'Chu Văn An', 'Chu Thị Ăn', 'Chu Ngọc Ánh'].entries())
    await quan.post('/api/people', { login: `chu${n}`, name });
  expect(await peopleFor('chu')).toEqual(['Chu Văn An', 'Chu Ngọc Ánh', 'Chu Thị Ăn', 'Chu Thị Ân']);
  expect(await peopleFor('ANH')).toEqual(['Chu Ngọc Ánh']);
  expect(await peopleFor('  hoang thi  ')).toEqual(['Hoàng Thị Lan']);
  const do1 = await quan.post('/api/people', { login: 'dong', name: 'Đồng Văn Đăng' });
  expect(do1.status).toBe(200);
  expect(await peopleFor('dong van dang')).toEqual(['Đồng Văn Đăng']);
});

test('only an administrator sees or changes the directory', async () => {
  const lan = await office.as('lan');
  const facts = await typesOfFacts();
  const refused = [
    await lan.get('/api/people'),
    await lan.get('/api/units'),
    await lan.get(`/api/units/${office.units.commune}`),
    await lan.post('/api/units', commune('Xã của Lan')),
    await lan.put(`/api/units/${office.units.commune}`, { name: 'Xã khác', version: 1 }),
    await lan.post('/api/people', { login: 'ban-lan', name: 'Bạn' }),
    await lan.put(`/api/people/${office.people.lan}`, { name: 'Lan Khác', version: 1 }),
    await lan.post(`/api/people/${office.people.lan}/posts`, {
      unitId: office.units.district,
      role: 'administrator',
      validFrom: '2022-01-01',
    }),
    await lan.delete(`/api/posts/${office.people.lan}`),
    await lan.post(`/api/people/${office.people.quan}/reset-link`),
    await lan.delete(`/api/people/${office.people.quan}/totp`),
    await lan.delete(`/api/people/${office.people.quan}/sessions`),
    await lan.put('/api/installation', { superior: null, body: 'Cơ quan của Lan' }),
    await lan.post('/api/clock', { nowMs: Date.now() + 1000 }),
  ];
  expect(refused.map((a) => a.status)).toEqual(refused.map(() => 403));
  const { body: calendar } = await lan.get('/api/calendar');
  expect(calendar.may).toEqual([]);
  const set = await lan.put('/api/calendar', { year: calendar.year, version: calendar.version, days: [] });
  expect(set.status).toBe(403);
  expect(await typesOfFacts()).toEqual(facts);
});

test('the calendar of a year is kept as a whole, and a stale one is refused', async () => {
  const read = async () => (await quan.get('/api/calendar?year=2024')).body;
  const empty = await read();
  const days = [
    { day: '2024-02-08', kind: 'holiday', name: 'Tết Nguyên đán' },
    { day: '2024-02-17', kind: 'worked-weekend', name: '' },
  ];
  const put = (version: string, list: unknown[]) =>
    quan.put('/api/calendar', { year: 2024, version, days: list });
  expect((await put(empty.version, days)).body.days).toEqual(days);
  const late = await put(empty.version, []);
  expect(late.body).toMatchObject({ code: 'directory.stale', details: { current: { days } } });
  const wrong = await put((await read()).version, [{ day: '2024-02-19', kind: 'worked-weekend', name: '' }]);
  expect(wrong.body.code).toBe('directory.notWeekend');
  expect((await read()).days).toEqual(days);
});

test('the same enrolment sent twice under one key enrols once', async () => {
  const body = { login: 'motlan', name: 'Một Lần' };
  const key = 'enrol-motlan-0001';
  const first = await quan.post('/api/people', body, { key });
  const second = await quan.post('/api/people', body, { key });
  expect(second.body).toEqual(first.body);
  expect((await quan.post('/api/people', { ...body, name: 'Hai Lần' }, { key })).status).toBe(422);
  expect((await quan.get('/api/people?q=motlan')).body.total).toBe(1);
});
