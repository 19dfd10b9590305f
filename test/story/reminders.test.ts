import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { instantAt } from '../../src/core/kernel/instant.ts';
import { isOwed } from '../../src/core/notifications/remind.ts';
import type { BoardAnswer, ReportAnswer } from '../../src/core/report/answers.ts';
import type { Services } from '../../src/server/http/context.ts';
import { deliverDue } from '../../src/server/notifications/deliver.ts';
import { digestDue } from '../../src/server/notifications/digestDue.ts';
import { remindDue } from '../../src/server/notifications/remindDue.ts';
import { fillAndPass, signSeen, theCampaign } from '../setup/campaign.ts';
import { type Client, signIn } from '../setup/client.ts';
import { type MailBox, openMailBox } from '../setup/mail.ts';
import { startTestServer, type TestServer } from '../setup/server.ts';

let server: TestServer;
let box: MailBox;
let campaign: Awaited<ReturnType<typeof theCampaign>>;
const as = (login: string): Promise<Client> => signIn(server.url, login);

beforeAll(async () => {
  box = await openMailBox();
  server = await startTestServer({
    stage: 'issued',
    environment: { CCHC_SMTP: box.address, CCHC_MAIL_FROM: 'Phòng Nội vụ <cchc@caoloc.example>' },
  });
  await sql`update person set email = login || '@caoloc.example'`.execute(server.owner);
  campaign = await theCampaign(await as('mai'));
});
afterAll(async () => {
  await server?.close();
  await box?.stop();
});
beforeEach(() => {
  box.atRecipient = async () => undefined;
  box.atContent = async () => undefined;
});

/** Waits for what happens by itself; the test's own limit is the only clock. */
const until = async (what: string, happened: () => Promise<boolean> | boolean): Promise<void> => {
  const end = performance.now() + 50_000;
  while (!(await happened())) {
    if (performance.now() > end) throw new Error(`never happened: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
};
const LAST_DAY = `last-day:${instantAt('2024-03-01')}`;
const reminders = async (occasion = '') =>
  (await server.db.selectFrom('reminder').selectAll().execute()).filter((r) =>
    r.occasion.startsWith(occasion),
  );
const unitsOf = (rows: readonly { unit_id: string }[]) => [...new Set(rows.map((r) => r.unit_id))].sort();
const mails = () => server.db.selectFrom('outgoing_mail').selectAll().orderBy('created_at').execute();
const allEnded = async () => (await mails()).every((m) => ['sent', 'dead', 'not-needed'].includes(m.state));
/** Letters end by themselves within a minute; the administrator need not wait so long. */
const lettersEnd = async (): Promise<void> => {
  await (await as('quan')).post('/api/jobs/letters/run-now');
  await until('letters', allEnded);
};
/** Time passes for the letters: waits and leases are over. */
const timePasses = () =>
  sql`update outgoing_mail set next_at = now() - interval '1 second',
    lease_until = case when lease_until is null then null else now() - interval '1 second' end`.execute(
    server.owner,
  );
const moveClock = async (to: number) =>
  expect((await (await as('quan')).post('/api/clock', { nowMs: to })).status).toBe(200);
const board = async (): Promise<BoardAnswer> =>
  (await (await as('mai')).get<BoardAnswer>(`/api/campaigns/${campaign.id}/board`)).body;
const remind = async (...names: string[]) =>
  (await as('mai')).post(`/api/campaigns/${campaign.id}/remind`, { unitIds: names.map(campaign.unit) });

describe('F1: reminders by rule', () => {
  it('before the moment of a rule nobody is reminded, but those whose own date to send again has come', async () => {
    await until('the first look', async () => (await reminders()).length > 0);
    const rows = (await board()).rows;
    for (const { unit_id } of await reminders())
      expect(rows.find((r) => r.unitId === unit_id)?.state).toBe('returned');
  });

  it('at its moment only those who owe are told, by notice and by letter, naming what is missing', async () => {
    await moveClock(instantAt('2024-02-28', 14));
    await until('reminders', async () => (await reminders('before-1-day')).length > 0);
    const { rows } = await board();
    const owing = rows.filter((r) => isOwed(r.state) && r.state !== 'returned').map((r) => r.unitId);
    await until('every unit', async () => unitsOf(await reminders('before-1-day')).length === owing.length);
    await until('letters', allEnded);
    const told = await reminders('before-1-day');
    expect(unitsOf(told)).toEqual(owing.sort());
    expect(owing.length).toBeLessThan(rows.length);
    expect((await mails()).filter((m) => m.occasion?.startsWith('before-1-day'))).toHaveLength(told.length);
    expect(box.received).toHaveLength((await mails()).length);
    const letter = box.received.find((m) => m.to === 'lan@caoloc.example');
    expect(letter?.text).toContain('Đôn đốc: ');
    expect(letter?.text).toContain('hạn cuối 24:00 ngày 29/02/2024');
    expect(letter?.text).toMatch(/Tình trạng: (còn thiếu \d+ nội dung: mục|chưa điền mục nào|đã điền đủ)/);
    const { notices } = (await (await as('lan')).get('/api/notices')).body;
    expect(notices[0]).toMatchObject({ type: 'report.reminded', unitName: 'Xã Bảo Lâm' });
    expect(notices[0].words).toMatch(/^Kính gửi UBND xã Bảo Lâm: /);
  });

  it('climbs to the head, stops the second a report is sent, and says nothing twice after a new start', async () => {
    const path = campaign.path('Xã Bảo Lâm');
    await fillAndPass(await as('lan'), path);
    expect((await signSeen(await as('hung'), path)).body.state).toBe('submitted');
    box.received.length = 0;
    await moveClock(instantAt('2024-02-29', 8));
    const owing = (await board()).rows.filter((r) => isOwed(r.state) && r.state !== 'returned').length;
    await until('the last day', async () => unitsOf(await reminders(LAST_DAY)).length === owing);
    await until('letters', allEnded);
    const last = await reminders(LAST_DAY);
    expect(unitsOf(last)).not.toContain(campaign.unit('Xã Bảo Lâm'));
    const all = await reminders();
    const sent = box.received.length;
    await server.restart();
    await Promise.all([remindDue(services()), remindDue(services()), remindDue(services())]);
    await lettersEnd();
    expect(await reminders()).toHaveLength(all.length);
    expect(box.received).toHaveLength(sent);
  });
});

const services = (): Services => ({
  db: server.db,
  mode: 'demo',
  dataFolder: server.dataFolder,
  version: '',
  publicUrl: null,
  mail: {
    host: '127.0.0.1',
    port: Number(new URL(box.address).port),
    secure: false,
    login: null,
    from: 'cchc@caoloc.example',
  },
});

describe('the rules of a campaign', () => {
  it('are the usual ones until the receiving office sets its own; an empty list reminds nobody', async () => {
    const path = `/api/campaigns/${campaign.id}/reminder-rules`;
    const mai = await as('mai');
    const set = async (rules: unknown[]) =>
      mai.put(path, { rules, version: (await mai.get(path)).body.version });
    const usual = (await mai.get(path)).body;
    expect([usual.usual, usual.rules.length]).toEqual([true, 4]);
    expect((await (await as('lan')).get(path)).status).toBe(403);
    expect((await (await as('lan')).put(path, { rules: [], version: 0 })).status).toBe(403);
    const rule = { id: 'soon', when: { kind: 'hours-before', hours: 20 }, to: ['head'] };
    const twice = await set([rule, rule]);
    expect([twice.status, twice.body.code]).toEqual([409, 'reminder.ruleTwice']);
    const malformed = { ...rule, when: { kind: 'hours-before', hours: 0 } };
    expect((await set([malformed])).status).toBe(400);
    const before = (await reminders()).length;
    expect((await set([])).body).toMatchObject({ usual: false, rules: [] });
    expect(await remindDue(services())).toBe(0);
    expect((await set([rule])).status).toBe(200);
    expect(await remindDue(services())).toBeGreaterThan(0);
    expect(unitsOf(await reminders('soon')).length).toBeGreaterThan(5);
    expect((await set([])).status).toBe(200);
    expect((await reminders()).length).toBeGreaterThan(before);
    // Somebody who still looks at the first rules does not overwrite the newer ones.
    const stale = await mai.put(path, { rules: [rule], version: 0 });
    expect([stale.status, stale.body.code]).toEqual([409, 'reminder.rulesStale']);
    await lettersEnd();
  });
});

describe('F1: a preview, and notes of calls', () => {
  it('says to one unit what it lacks and who would be told; nothing is sent', async () => {
    const path = `/api/campaigns/${campaign.id}/reminder-preview/${campaign.unit('Xã Mẫu Sơn')}`;
    const before = (await reminders()).length;
    const { body } = await (await as('mai')).get(path);
    expect(body.words).toMatch(/^Kính gửi UBND xã Mẫu Sơn: .*Tình trạng: /);
    expect(body.told.map((t: { step: string }) => t.step)).toEqual(['holder', 'deputy', 'head']);
    expect(body.told[2].people.length).toBeGreaterThan(0);
    expect((await reminders()).length).toBe(before);
    expect((await (await as('lan')).get(path)).status).toBe(403);
  });

  it('a call is written down by the receiving office, stands on the board, and never changes', async () => {
    const unitId = campaign.unit('Xã Mẫu Sơn');
    const path = `/api/campaigns/${campaign.id}/units/${unitId}`;
    const call = { kind: 'phone', spokeWith: 'Văn phòng UBND xã', note: 'Hẹn gửi trong chiều nay.' };
    const mai = await as('mai');
    for (const login of ['lan', 'binh', 'quan'])
      expect([login, (await (await as(login)).post(`${path}/contacts`, call)).status]).toEqual([login, 403]);
    const empty = await mai.post(`${path}/contacts`, { ...call, spokeWith: ' ', note: '' });
    expect([empty.status, empty.body.code]).toEqual([409, 'contact.empty']);
    const noted = await mai.post(`${path}/contacts`, call);
    expect(noted.body.contacts[0]).toMatchObject(call);
    const row = (await board()).rows.find((r) => r.unitId === unitId);
    expect(row?.contact).toMatchObject({ ...call, by: expect.any(String) });
    const { body } = await (await as('binh')).get(`${path}/history`);
    expect(body.may).toEqual([]);
    expect(body.periods[0]).toMatchObject({ campaignId: campaign.id, returns: 0 });
    expect((await (await as('lan')).get(`${path}/history`)).status).toBe(403);
    await expect(sql`update contact set note = ''`.execute(server.db)).rejects.toThrow(/permission denied/);
  });
});

describe('"Đôn đốc" by hand', () => {
  it('is the receiving office’s, tells those who owe and says of the others why not', async () => {
    const unitIds = [campaign.unit('Xã Lộc Yên')];
    for (const login of ['lan', 'hung', 'quan', 'binh'])
      expect([
        login,
        (await (await as(login)).post(`/api/campaigns/${campaign.id}/remind`, { unitIds })).status,
      ]).toEqual([login, 403]);
    box.received.length = 0;
    const answer = await remind('Xã Bảo Lâm', 'Xã Lộc Yên');
    expect(answer.status).toBe(200);
    expect(answer.body.units).toEqual(
      expect.arrayContaining([
        { unitId: campaign.unit('Xã Bảo Lâm'), code: 'reminder.owesNothing' },
        expect.objectContaining({ unitId: campaign.unit('Xã Lộc Yên'), people: expect.any(Number) }),
      ]),
    );
    await until('letters', allEnded);
    expect(box.received.length).toBeGreaterThan(0);
    for (const letter of box.received) expect(letter.text).toContain('báo cáo đang chờ ký');
    expect((await board()).rows.find((r) => r.name === 'Xã Lộc Yên')?.remindedAt).toEqual(expect.any(Number));
  });
});

describe('F2: the mail server is down', () => {
  it('no reminder is lost, no report is delayed, and what is sent meanwhile is reminded of no more', async () => {
    await box.stop();
    box.received.length = 0;
    const path = campaign.path('Xã Lộc Yên');
    expect((await remind('Xã Lộc Yên', 'Xã Mẫu Sơn')).body.units).toHaveLength(2);
    await until('tries', async () => (await mails()).filter((m) => m.last_error !== null).length >= 2);
    const { body } = await (await as('quan')).get('/api/outgoing-mail');
    expect(body).toMatchObject({ configured: true, from: 'Phòng Nội vụ <cchc@caoloc.example>' });
    expect(body.counts.waiting).toBeGreaterThan(0);
    expect(body.mails[0]).toMatchObject({ state: 'waiting', may: [], error: expect.any(String) });
    const { login } = await server.db
      .selectFrom('post')
      .innerJoin('person', 'person.id', 'post.person_id')
      .where('post.role', '=', 'signer')
      .where('post.unit_id', '=', campaign.unit('Xã Lộc Yên'))
      .select('person.login')
      .executeTakeFirstOrThrow();
    const signed = await signSeen(await as(login), path);
    expect([signed.status, (signed.body as ReportAnswer).state]).toEqual([200, 'submitted']);
    await box.start();
    await timePasses();
    await lettersEnd();
    const ended = (await mails()).filter((m) => m.last_error !== null || m.state === 'not-needed');
    expect(ended).toEqual(ended.map(() => expect.objectContaining({ state: 'not-needed' })));
    expect(new Set(ended.map((m) => m.unit_id))).toEqual(new Set([campaign.unit('Xã Lộc Yên')]));
    expect(box.received.length).toBeGreaterThan(0);
    for (const letter of box.received) expect(letter.text).toContain('UBND xã Mẫu Sơn');
  });

  it('a refused address is given up at once and listed; the administrator sends it again', async () => {
    box.atRecipient = async () => {
      throw Object.assign(new Error('no such mailbox'), { responseCode: 550 });
    };
    await remind('Xã Mẫu Sơn');
    await until('given up', async () => (await mails()).some((m) => m.state === 'dead'));
    await until('all', allEnded);
    const quan = await as('quan');
    expect((await (await as('mai')).get('/api/outgoing-mail')).status).toBe(403);
    const { mails: listed } = (await quan.get('/api/outgoing-mail')).body;
    expect(listed[0]).toMatchObject({ state: 'dead', attempts: 1, may: ['send-again'] });
    box.atRecipient = async () => undefined;
    box.received.length = 0;
    // The administrator has put the address right meanwhile.
    const right = 'dia.chi.dung@mauson.example';
    const [{ address: wrong }] = listed;
    const change = (from: string, email: string) =>
      server.owner.updateTable('person').set({ email }).where('email', '=', from).execute();
    await change(wrong, right);
    for (const { id } of listed.filter((m: { state: string }) => m.state === 'dead'))
      expect((await quan.post(`/api/outgoing-mail/${id}/send-again`)).status).toBe(200);
    await until('letters', allEnded);
    expect(box.received).toHaveLength(listed.length);
    expect(box.received.map((letter) => letter.to)).toContain(right);
    await change(right, wrong);
    const again = await quan.post(`/api/outgoing-mail/${listed[0].id}/send-again`);
    expect([again.status, again.body.code]).toEqual([409, 'mail.notDead']);
  });
});

describe('the program is killed while it hands a letter over', () => {
  const never = new Promise<void>(() => undefined);

  it('before the content: it goes once, after the new start', async () => {
    let reached = false;
    box.atRecipient = () => {
      reached = true;
      return never;
    };
    box.received.length = 0;
    const { body } = await remind('Xã Mẫu Sơn');
    await until('the recipient', () => reached);
    await server.kill();
    expect(box.received).toEqual([]);
    box.atRecipient = async () => undefined;
    await server.restart();
    await timePasses();
    await lettersEnd();
    expect(box.received).toHaveLength(body.units[0].letters);
  });

  it('after the content: it never goes twice by itself, and the administrator is told', async () => {
    let reached = false;
    box.atContent = () => {
      reached = true;
      return never;
    };
    box.received.length = 0;
    const { body } = await remind('Xã Mẫu Sơn');
    await until('the content', () => reached);
    const first = box.received[0]?.to;
    await server.kill();
    box.atContent = async () => undefined;
    await server.restart();
    await timePasses();
    await lettersEnd();
    expect(box.received).toHaveLength(body.units[0].letters);
    expect(box.received.filter((m) => m.to === first)).toHaveLength(1);
    const { mails: listed } = (await (await as('quan')).get('/api/outgoing-mail')).body;
    expect(listed[0]).toMatchObject({ state: 'dead', address: first, may: ['send-again'] });
    expect(listed[0].error).toContain('chưa rõ máy chủ thư đã nhận');
  });
});

describe('several processes', () => {
  it('share the letters: each goes once', async () => {
    await box.stop();
    const names = (await board()).rows.filter((r) => isOwed(r.state)).map((r) => r.name);
    const letters = (await remind(...names)).body.units.reduce(
      (n: number, u: { letters: number }) => n + u.letters,
      0,
    );
    await timePasses();
    box.received.length = 0;
    await box.start();
    await Promise.all([1, 2, 3].map(() => deliverDue(services(), () => false)));
    await lettersEnd();
    expect(box.received).toHaveLength(letters);
    expect(letters).toBeGreaterThan(5);
  });
});

describe('one letter a day for who wants it so', () => {
  const DAY_AFTER = instantAt('2024-03-02', 8, 31);

  it('gathers what was reminded, goes once though several processes look, and leaves out what was sent', async () => {
    const lan = await as('lan');
    expect((await lan.get('/api/me/mail-choice')).body).toMatchObject({ choice: 'at-once', mail: true });
    // The preparer of Xã Mẫu Sơn takes one letter a day; the signer none.
    const unit = campaign.unit('Xã Mẫu Sơn');
    const people = await server.db
      .selectFrom('post')
      .innerJoin('person', 'person.id', 'post.person_id')
      .where('post.unit_id', '=', unit)
      .select(['post.role', 'person.id', 'person.login'])
      .execute();
    const of = (role: string) => people.find((p) => p.role === role) ?? { id: '', login: '' };
    const [preparer, signer] = [of('preparer'), of('signer')];
    for (const [login, choice] of [
      [preparer.login, 'digest'],
      [signer.login, 'in-app'],
    ] as const)
      expect((await (await as(login)).put('/api/me/mail-choice', { choice })).body.choice).toBe(choice);
    await until('letters', allEnded);
    box.received.length = 0;
    await moveClock(instantAt('2024-03-01', 9));
    expect((await remind('Xã Mẫu Sơn')).body.units[0]).toMatchObject({ letters: 0 });
    expect((await remind('Xã Mẫu Sơn')).body.units[0]).toMatchObject({ letters: 0 });
    await digestDue(services());
    const [first] = await mails().then((all) => all.filter((m) => m.digest_day !== null));
    // Past half past eight: the letter of the first of March goes now, and no second one on that day.
    expect(first).toMatchObject({ person_id: preparer.id, digest_day: '2024-03-01' });
    await remind('Xã Mẫu Sơn');
    await Promise.all([1, 2, 3].map(() => digestDue(services())));
    await lettersEnd();
    // Tasks that come due are told in a letter of their own.
    const received = () =>
      box.received.filter(
        (m) => m.to === `${preparer.login}@caoloc.example` && m.text.includes('Đôn đốc ngày'),
      );
    expect(received()).toHaveLength(1);
    expect(received()[0]?.text).toContain('Đôn đốc ngày 01/03/2024: 1 báo cáo cần hoàn thành');
    expect(received()[0]?.text).toMatch(/1\. UBND xã Mẫu Sơn: .*\s+.*đã quá hạn/);
    expect(box.received.filter((m) => m.to === `${signer.login}@caoloc.example`)).toEqual([]);

    // What came after it waits for the next day, and is not written when the report was sent before the letter went.
    await server.stop();
    await sql`update report set state = 'submitted', submitted_at = changed_at, signed_by = ${signer.id},
      first_submitted_at = changed_at where unit_id = ${unit}`.execute(server.owner);
    await sql`update installation set clock_offset_ms = ${DAY_AFTER - Date.now()}`.execute(server.owner);
    expect(await digestDue(services())).toBe(1);
    expect(await digestDue(services())).toBe(0);
    await deliverDue(services(), () => false);
    expect(received()).toHaveLength(1);
    expect((await mails()).filter((m) => m.digest_day === '2024-03-02')).toMatchObject([
      { state: 'not-needed' },
    ]);
  });
});
