import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import type {
  JournalAnswer,
  JournalChoices,
  JournalLine,
  VerifyAnswer,
} from '../../src/core/audit/answers.ts';
import { anchorChains } from '../../src/server/audit/anchor.ts';
import { type FactRow, hashOfFact } from '../../src/server/record/facts.ts';
import { FACT_TYPES } from '../../src/web/screens/admin/journal/types.ts';
import { fillAndPass, signSeen, theCampaign } from '../setup/campaign.ts';
import { type Client, signIn } from '../setup/client.ts';
import { databaseUrl } from '../setup/database.ts';
import { startTestServer, type TestServer } from '../setup/server.ts';

let server: TestServer;
const people: Record<string, Client> = {};
const as = (login: string): Client => people[login]!;
let campaign: Awaited<ReturnType<typeof theCampaign>>;

beforeAll(async () => {
  server = await startTestServer({ stage: 'issued' });
  for (const login of ['lan', 'hung', 'mai', 'thu', 'quan']) people[login] = await signIn(server.url, login);
  campaign = await theCampaign(as('mai'));
});
afterAll(() => server?.close());

const journal = async (who: string, query = ''): Promise<JournalAnswer> => {
  const answer = await as(who).get<JournalAnswer>(`/api/journal?limit=200${query}`);
  expect(answer.status).toBe(200);
  return answer.body;
};
const said = (line: JournalLine) => [line.type, line.actor?.name, line.unit?.name];
const baoLam = () => campaign.unit('Xã Bảo Lâm');

test('J3: every change of a report is told with who, when and what, newest first', async () => {
  const path = campaign.path('Xã Bảo Lâm');
  const before = (await journal('lan', `&unitId=${baoLam()}`)).facts.length;
  await fillAndPass(as('lan'), path);
  await signSeen(as('hung'), path);
  const { body: clock } = await as('quan').get('/api/clock');
  const { facts } = await journal('lan', `&unitId=${baoLam()}`);
  expect(facts.slice(0, facts.length - before).map(said)).toEqual([
    ['report.submitted', 'Nông Văn Hùng', 'Xã Bảo Lâm'],
    ['report.signed', 'Nông Văn Hùng', 'Xã Bảo Lâm'],
    ['report.passedToSign', 'Hoàng Thị Lan', 'Xã Bảo Lâm'],
    ['report.saved', 'Hoàng Thị Lan', 'Xã Bảo Lâm'],
  ]);
  expect(facts[0]?.campaign?.id).toBe(campaign.id);
  expect(facts[0]?.data).toMatchObject({ revision: 1, late: false });
  expect(Number(facts[3]?.data?.cells)).toBeGreaterThan(100);
  expect(JSON.stringify(facts)).not.toContain('theo kế hoạch');
  for (const fact of facts.slice(0, 4)) {
    expect(clock.nowMs - fact.at).toBeGreaterThanOrEqual(0);
    expect(clock.nowMs - fact.at).toBeLessThan(120_000);
  }
  expect(facts.map((f) => f.id)).toEqual(
    facts
      .map((f) => f.id)
      .toSorted()
      .reverse(),
  );
});

test('J3: changes of units, people, posts, calendar and clock are told to the administrator', async () => {
  const { body: tree } = await as('quan').get('/api/units');
  const unit = tree.units.find((u: { id: string }) => u.id === baoLam());
  await as('quan').put(`/api/units/${unit.id}`, { symbol: 'UBND-BL', version: unit.version });
  const { person } = (await as('quan').post('/api/people', { login: 'moi', name: 'Lý Văn Mới' })).body;
  const post = { unitId: unit.id, role: 'preparer', title: 'Công chức', validFrom: tree.at };
  await as('quan').post(`/api/people/${person.id}/posts`, post);
  await as('quan').post(`/api/people/${person.id}/reset-link`);
  await as('quan').put(`/api/people/${person.id}`, { active: false, version: person.version });
  const { body: calendar } = await as('quan').get('/api/calendar?year=2031');
  const day = { day: '2031-05-02', kind: 'holiday', name: 'Nghỉ hoán đổi' };
  const days = [...calendar.days.filter((d: { day: string }) => d.day !== day.day), day];
  await as('quan').put('/api/calendar', { year: 2031, version: calendar.version, days });
  const { nowMs } = (await as('quan').get('/api/clock')).body;
  await as('quan').post('/api/clock', { nowMs: nowMs + 60_000 });

  const { facts, names } = await journal('quan');
  const mine = facts.filter((f) => f.chain === 'directory').toReversed();
  expect(mine.map((f) => f.type)).toEqual([
    'directory.unitChanged',
    'directory.personEnrolled',
    'directory.postGiven',
    'access.resetLinkMade',
    'directory.personChanged',
    'directory.personDeactivated',
    'directory.calendarSet',
    'clock.moved',
  ]);
  expect(new Set(mine.map((f) => f.actor?.name))).toEqual(new Set(['Triệu Văn Quản']));
  expect(mine[0]?.data).toEqual({ before: { symbol: unit.symbol }, after: { symbol: 'UBND-BL' } });
  expect(names[person.id]).toBe('Lý Văn Mới');
  const about = await journal('quan', `&personId=${person.id}`);
  expect(about.facts.map((f) => f.type)).toContain('directory.personDeactivated');
});

test('the administrator knows that reports are worked on, not what they say', async () => {
  const { facts } = await journal('quan', `&unitId=${baoLam()}&type=report.submitted`);
  expect(facts.map(said)).toEqual([['report.submitted', 'Nông Văn Hùng', 'Xã Bảo Lâm']]);
  expect(facts.map((f) => [f.depth, f.data])).toEqual([['outline', null]]);
});

test('a unit reads its own journal and is refused that of another; the receiver reads the campaign', async () => {
  const other = campaign.unit('Xã Gia Cát');
  const refused = await as('lan').get(`/api/journal?unitId=${other}`);
  expect([refused.status, refused.body.code]).toEqual([403, 'access.forbidden']);
  const asked = await as('thu').get(`/api/journal?unitId=${baoLam()}&campaignId=${campaign.id}`);
  expect(asked.status).toBe(403);
  const own = await journal('lan');
  expect(new Set(own.facts.map((f) => f.unit?.id))).toEqual(new Set([baoLam()]));
  const whole = await journal('mai', `&campaignId=${campaign.id}`);
  expect(whole.facts.some((f) => f.unit?.id === other && f.depth === 'whole')).toBe(true);
  const toMai = (await journal('mai')).facts.map((f) => f.type);
  expect(toMai).not.toContain('access.resetLinkMade');

  const nobody = (await as('quan').post('/api/people', { login: 'khach', name: 'Vy Thị Khách' })).body.person;
  const { url } = (await as('quan').post(`/api/people/${nobody.id}/reset-link`)).body;
  await as('quan').post(`/api/password-resets/${url.split('/').at(-1)}`, { password: 'khau tho dong mo' });
  const stranger = await signIn(server.url, 'khach', 'khau tho dong mo');
  for (const path of ['/api/journal', '/api/journal/choices', '/api/journal/verify'])
    expect((await stranger.get(path)).status).toBe(403);
  for (const login of ['lan', 'hung', 'mai'])
    expect((await as(login).get('/api/journal/verify')).status).toBe(403);
});

test('J3: a reading of another unit and a file taken out leave a trace, with the address they came from', async () => {
  const path = campaign.path('Xã Bảo Lâm');
  const traces = async (who: string) =>
    (await journal(who, `&unitId=${baoLam()}`)).facts.filter((f) => /^(report\.read|export\.)/.test(f.type));
  const before = (await traces('lan')).length;
  await as('lan').get(path);
  for (let i = 0; i < 3; i++) await as('mai').get(path);
  expect((await as('lan').get(campaign.path('Xã Gia Cát'))).status).toBe(403);
  expect((await as('mai').download(`${path}/document.docx`)).status).toBe(200);
  await as('lan').download(`${path}/document.docx`);
  const left = (await traces('lan')).slice(0, -before || undefined);
  expect(left.map((f) => [f.type, f.actor?.name])).toEqual([
    ['export.made', 'Hoàng Thị Lan'],
    ['export.made', 'Vi Thị Mai'],
    ['report.read', 'Vi Thị Mai'],
  ]);
  expect(left[0]?.data?.file).toMatch(/^Báo cáo CCHC quý I-2024 – Xã Bảo Lâm\.docx$/);
  expect(left.map((f) => f.origin)).toEqual([null, null, null]);
  expect((await traces('quan')).slice(0, 3).map((f) => f.origin)).toEqual(Array(3).fill('127.0.0.1'));
});

test('what the journal may be narrowed to is what the reader may read', async () => {
  const choices = async (who: string) => (await as(who).get<JournalChoices>('/api/journal/choices')).body;
  expect((await choices('lan')).units.map((u) => u.name)).toEqual(['Xã Bảo Lâm']);
  expect((await choices('lan')).may).toEqual([]);
  const mai = await choices('mai');
  expect(mai.units.length).toBeGreaterThan(26);
  expect(mai.campaigns.map((c) => c.id)).toEqual([campaign.id]);
  expect((await choices('quan')).may).toEqual(['verify']);
});

test('pages follow each other without a gap; days, types and rooms narrow', async () => {
  const all = await journal('mai');
  const paged: string[] = [];
  let before = '';
  do {
    const { body } = await as('mai').get<JournalAnswer>(`/api/journal?limit=30${before}`);
    paged.push(...body.facts.map((f) => f.id));
    before = body.next === null ? '' : `&before=${body.next}`;
  } while (before !== '' && paged.length < 200);
  expect(paged.slice(0, all.facts.length)).toEqual(all.facts.map((f) => f.id).slice(0, paged.length));
  expect(new Set(paged).size).toBe(paged.length);

  const issued = await journal('mai', '&type=campaign.issued&from=2024-02-06&to=2024-02-06');
  expect(issued.facts.length).toBe(1);
  expect((await journal('mai', '&type=campaign.issued&from=2024-02-07')).facts).toEqual([]);
  expect(new Set((await journal('mai', '&type=campaign')).facts.map((f) => f.type.split('.')[0]))).toEqual(
    new Set(['campaign']),
  );
  for (const wrong of ['from=2024-02-30', 'limit=0', 'before=x', "type='; drop"])
    expect((await as('mai').get(`/api/journal?${wrong}`)).status).toBe(400);
});

test('every kind of fact that the demonstration knows has its words', async () => {
  const known = new Set(Object.values(FACT_TYPES).flatMap((room) => room.words.map(([type]) => type)));
  const types = await server.db.selectFrom('fact').select('type').distinct().execute();
  expect(types.map((row) => row.type).filter((type) => !known.has(type))).toEqual([]);
});

test('verify: whole chains are said to be whole; a changed and a missing row are named', async () => {
  const verify = async () => (await as('quan').get<VerifyAnswer>('/api/journal/verify')).body;
  const whole = await verify();
  expect(whole.found).toEqual([]);
  expect(whole.facts).toBeGreaterThan(200);
  expect(await command()).toMatchObject({ code: 0 });

  const chain = `report:${campaign.id}:${baoLam()}`;
  await sql`update fact set data = jsonb_set(data, '{late}', 'true')
    where chain = ${chain} and type = 'report.submitted'`.execute(server.owner);
  await sql`update fact set origin = '10.0.0.9' where chain = ${`campaign:${campaign.id}`} and seq = 1`.execute(
    server.owner,
  );
  await sql`delete from fact where chain = 'directory' and seq = 2`.execute(server.owner);
  const { found } = await verify();
  expect(found).toContainEqual(
    expect.objectContaining({
      chain,
      what: 'changed',
      type: 'report.submitted',
      actorName: 'Nông Văn Hùng',
      unitName: 'Xã Bảo Lâm',
    }),
  );
  const campaignChain = `campaign:${campaign.id}`;
  expect(found).toContainEqual(expect.objectContaining({ chain: campaignChain, seq: 1, what: 'changed' }));
  expect(found).toContainEqual(expect.objectContaining({ chain: 'directory', seq: 2, what: 'missing' }));
  // A walk may begin where another ended: the journal of years is read in stretches.
  const rest = (
    await as('quan').get<VerifyAnswer>(
      `/api/journal/verify?${new URLSearchParams({ chain: campaignChain, seq: '1' })}`,
    )
  ).body;
  expect([rest.next, rest.facts < rest.total, rest.found.some((row) => row.chain === campaignChain)]).toEqual(
    [null, true, false],
  );
  expect(rest.found).toContainEqual(expect.objectContaining({ chain: 'directory', seq: 2, what: 'missing' }));
  expect((await as('quan').get('/api/journal/verify?chain=directory')).status).toBe(400);
  const told = await command();
  expect(told.code).toBe(1);
  expect(told.output).toMatch(/Xã Bảo Lâm\): nội dung đã bị sửa; report\.submitted, .*Nông Văn Hùng/);
  expect(told.output).toMatch(/chuỗi directory, dòng 2: bị mất/);
});

test('J3: a chain that is written anew, hashes and end and all, no longer fits what an anchor fixed', async () => {
  const chain = `report:${campaign.id}:${campaign.unit('Xã Gia Cát')}`;
  await anchorChains(server.db);
  const last = await server.owner
    .selectFrom('fact')
    .selectAll()
    .where('chain', '=', chain)
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirstOrThrow();
  const { hash: _, seq, ...row } = { ...last, data: { forged: true } };
  const hash = hashOfFact({ ...row, seq: Number(seq) } as unknown as FactRow);
  await server.owner
    .updateTable('fact')
    .set({ data: JSON.stringify({ forged: true }), hash })
    .where('id', '=', last.id)
    .execute();
  await server.owner.updateTable('chain_head').set({ hash }).where('chain', '=', chain).execute();
  const { found } = (await as('quan').get<VerifyAnswer>('/api/journal/verify')).body;
  expect(found.filter((one) => one.chain === chain)).toEqual([
    expect.objectContaining({ seq: Number(seq), what: 'anchor', unitName: 'Xã Gia Cát' }),
  ]);
  await expect(server.db.deleteFrom('anchored_head').execute()).rejects.toThrow(/permission denied/);
});

/** `cchc audit verify` on the database of this test. */
const command = async (): Promise<{ code: number; output: string }> => {
  const { ownerUrl, appUrl } = inject('databases');
  const main = join(import.meta.dirname, '../../src/cli/main.ts');
  const env = {
    ...process.env,
    NO_COLOR: '1',
    CCHC_DATA: server.dataFolder,
    DATABASE_URL: databaseUrl(appUrl, server.database),
    DATABASE_OWNER_URL: databaseUrl(ownerUrl, server.database),
  };
  try {
    const { stdout } = await promisify(execFile)(process.execPath, [main, 'audit', 'verify'], { env });
    return { code: 0, output: stdout };
  } catch (error) {
    const failed = error as { code: number; stdout: string };
    return { code: failed.code, output: failed.stdout };
  }
};
