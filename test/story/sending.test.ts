import { createHash, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { instantAt } from '../../src/core/kernel/instant.ts';
import type { ReportAnswer } from '../../src/core/report/answers.ts';
import { fillAndPass, signSeen, theCampaign } from '../setup/campaign.ts';
import { type Client, signIn } from '../setup/client.ts';
import { pdf } from '../setup/evidence.ts';
import { startTestServer, type TestServer } from '../setup/server.ts';

let server: TestServer;
const people: Record<string, Client> = {};
const as = (login: string): Client => people[login]!;
let campaign: Awaited<ReturnType<typeof theCampaign>>;
let baoLam: string;

beforeAll(async () => {
  server = await startTestServer({ stage: 'issued' });
  for (const login of ['lan', 'hung', 'mai', 'nga', 'quan', 'thu', 'vanthu'])
    people[login] = await signIn(server.url, login);
  campaign = await theCampaign(as('mai'));
  baoLam = campaign.path('Xã Bảo Lâm');
});
afterAll(() => server?.close());

const state = async (path: string) => (await as('mai').get<ReportAnswer>(path)).body.state;
const moveClock = async (to: number) => {
  const answer = await as('quan').post('/api/clock', { nowMs: to });
  expect(answer.status).toBe(200);
};

describe('from the clerk to the receiving office', () => {
  it('E2: what is missing names every gap with its place', async () => {
    const refused = await as('lan').post(`${baoLam}/pass-to-sign`);
    expect([refused.status, refused.body.code]).toEqual([409, 'report.incomplete']);
    for (const gap of refused.body.details.gaps) expect(gap.sectionId).toMatch(/^s/);
    expect(refused.body.details.count).toBe(refused.body.details.gaps.length);
  });

  it('E1: Lan prepares, Hùng signs; Lan cannot, and Hùng cannot write', async () => {
    await fillAndPass(as('lan'), baoLam);
    const { body } = await as('lan').get<ReportAnswer>(baoLam);
    expect((await as('lan').post(`${baoLam}/sign`, { contentHash: body.contentHash })).status).toBe(403);
    expect((await as('hung').post(`${baoLam}/save`, { cells: [] })).status).toBe(403);
    const back = await as('hung').post(`${baoLam}/send-back`, { reason: '  ' });
    expect([back.status, back.body.code]).toEqual([409, 'report.reasonMissing']);
    expect(
      (await as('hung').post(`${baoLam}/send-back`, { reason: 'Xem lại phần phương hướng.' })).body.state,
    ).toBe('drafting');
    expect((await as('lan').post(`${baoLam}/pass-to-sign`)).body.state).toBe('awaiting-signature');
  });

  it('signs only what was seen', async () => {
    const old = await as('hung').post(`${baoLam}/sign`, { contentHash: '0'.repeat(64) });
    expect([old.status, old.body.code]).toEqual([409, 'report.changedSinceSeen']);
  });

  it('E6: signing submits: number, second, hash; anybody with the receipt can check it', async () => {
    const signed = await signSeen(as('hung'), baoLam);
    expect(signed.status).toBe(200);
    const [receipt] = signed.body.receipts;
    expect(signed.body.state).toBe('submitted');
    expect(receipt).toMatchObject({
      revision: 1,
      year: 2024,
      late: false,
      lateBy: 0,
      signedBy: 'Nông Văn Hùng',
    });
    expect(receipt?.contentHash).toMatch(/^[0-9a-f]{64}$/);
    const check = await fetch(
      `${server.url}/api/public/receipts/${receipt?.code}?hash=${receipt?.contentHash}`,
    );
    // Whoever finds the paper learns whether it is right and when, and nothing of whom.
    const { contentHash, submittedAt } = receipt!;
    const told = { match: true, late: false, lateBy: 0, contentHash, submittedAt, journal: null };
    expect(await check.json()).toEqual(told);
    const wrong = await fetch(`${server.url}/api/public/receipts/${receipt?.code}?hash=${'0'.repeat(64)}`);
    expect(await wrong.json()).toEqual({ match: false });
    expect((await as('lan').post(`${baoLam}/save`, { cells: [] })).body.code).toBe('report.wrongState');
  });

  it('E3: reading changes nothing; it can be taken back until receiving begins', async () => {
    await as('mai').get(baoLam);
    expect((await as('lan').post(`${baoLam}/withdraw`)).body.state).toBe('drafting');
    await as('lan').post(`${baoLam}/pass-to-sign`);
    expect((await signSeen(as('hung'), baoLam)).body.revision).toBe(2);
    expect((await as('mai').post(`${baoLam}/receive`)).body.code).toBe('report.receivingNotBegun');
    expect((await as('mai').post(`${baoLam}/begin-receiving`)).status).toBe(200);
    expect((await as('lan').post(`${baoLam}/withdraw`)).body.code).toBe('report.receivingBegun');
  });

  it('E4: a return wants pins with reasons and a date; the unit answers each before it can send again', async () => {
    const pin = {
      place: { kind: 'section', section: 's6' },
      reason: 'unclear',
      sentence: 'Chưa rõ người phụ trách.',
    };
    const tomorrow = instantAt('2024-02-29', 16);
    expect((await as('mai').post(`${baoLam}/return`, { pins: [], resendBy: tomorrow })).body.code).toBe(
      'report.pinMissing',
    );
    expect(
      (await as('mai').post(`${baoLam}/return`, { pins: [{ ...pin, sentence: '' }], resendBy: tomorrow }))
        .body.code,
    ).toBe('report.pinWithoutReason');
    expect((await as('mai').post(`${baoLam}/return`, { pins: [pin], resendBy: null })).body.code).toBe(
      'report.resendDateMissing',
    );
    const returned = await as('mai').post<ReportAnswer>(`${baoLam}/return`, {
      pins: [pin],
      resendBy: tomorrow,
    });
    expect(returned.body.state).toBe('returned');
    expect((await as('lan').post(`${baoLam}/pass-to-sign`)).body.code).toBe('report.pinsOpen');
    const row = returned.body.sections.flatMap((s) => s.forms).find((f) => f.id === 'dossier')?.rows[1]?.id;
    const version = returned.body.cells.find(
      (c) => c.form === 'dossier' && c.row === row && c.column === '4',
    )?.version;
    await as('lan').post(`${baoLam}/save`, {
      cells: [{ form: 'dossier', row, column: '4', cell: { kind: 'amount', amount: '0' }, version }],
    });
    expect((await as('lan').post(`${baoLam}/pins/1/answer`, { answer: 'Đã ghi rõ.' })).status).toBe(200);
    await as('lan').post(`${baoLam}/pass-to-sign`);
    expect((await signSeen(as('hung'), baoLam)).body.lateness.kind).toBe('on-time');
    const { body: differences } = await as('mai').get(`${baoLam}/differences`);
    expect(differences.cells).toEqual([
      expect.objectContaining({ form: 'dossier', row, column: '4', pinned: false }),
    ]);
  });

  it('receives; then nothing of it changes any more (E9), and văn thư adds number, date and the stamped PDF', async () => {
    await as('mai').post(`${baoLam}/begin-receiving`);
    expect((await as('mai').post(`${baoLam}/receive`)).body.state).toBe('received');
    expect((await as('lan').post(`${baoLam}/save`, { cells: [] })).body.code).toBe('report.wrongState');
    const registry = await as('mai').get<ReportAnswer>(baoLam);
    expect(registry.body.people.registry.length).toBeGreaterThan(0);
    const row = await server.db
      .selectFrom('post')
      .innerJoin('person', 'person.id', 'post.person_id')
      .where('post.role', '=', 'registry')
      .where('post.unit_id', '=', campaign.unit('Xã Bảo Lâm'))
      .select('person.login')
      .executeTakeFirstOrThrow();
    const clerk = await signIn(server.url, row.login);
    expect(
      (await clerk.post(`${baoLam}/register`, { number: 'mười', symbol: 'BC-UBND', day: '2024-02-28' })).body
        .code,
    ).toBe('report.numberMalformed');
    const hash = (await clerk.get<ReportAnswer>(baoLam)).body.contentHash;
    expect(
      (await clerk.post(`${baoLam}/register`, { number: '31', symbol: 'BC-UBND', day: '2024-02-28' })).body
        .registration,
    ).toMatchObject({ number: '31' });
    const fake = await clerk.upload(
      `${baoLam}/stamped`,
      'ban-dau.pdf',
      new Uint8Array([1, 2, 3]),
      'application/pdf',
    );
    expect([fake.status, fake.body.code]).toEqual([422, 'report.stampedNotPdf']);
    // A copy that cannot be opened takes nothing with it: the number that came beside it is not kept either.
    const corrected = { number: '32', symbol: 'BC-UBND', day: '2024-02-28' };
    const broken = new Uint8Array(Buffer.from('%PDF-1.7 nửa chừng'));
    const together = (bytes: Uint8Array<ArrayBuffer>) =>
      clerk.upload(`${baoLam}/stamped`, 'ban-dau.pdf', bytes, 'application/pdf', { fields: corrected });
    const half = await together(broken);
    expect([half.status, half.body.code]).toEqual([422, 'evidence.damaged']);
    expect((await clerk.get<ReportAnswer>(baoLam)).body.registration).toMatchObject({
      number: '31',
      stamped: false,
    });
    const stampedPdf = new Uint8Array(pdf('Ban dau'));
    expect((await together(stampedPdf)).status).toBe(200);
    expect((await clerk.get<ReportAnswer>(baoLam)).body.registration).toEqual({
      number: '32',
      symbol: 'BC-UBND',
      day: '2024-02-28',
      stamped: true,
      current: true,
    });
    expect(
      (await clerk.upload(`${baoLam}/stamped`, 'ban-dau.pdf', stampedPdf, 'application/pdf')).status,
    ).toBe(200);
    const kept = (await clerk.get<ReportAnswer>(baoLam)).body;
    expect(kept.contentHash).toBe(hash);
    // The legal original is tied to the sending in its receipt, not to the one before.
    expect(kept.receipts.map((r) => r.original?.hash)).toEqual([
      createHash('sha256').update(stampedPdf).digest('hex'),
      undefined,
      undefined,
    ]);
  });

  it('E1: a stand-in signs in the days of the document only, the receipt says in whose place; who prepared may where the unit says so', async () => {
    const path = campaign.path('Xã Công Sơn');
    const unit = campaign.unit('Xã Công Sơn');
    const loginOf = async (role: string) =>
      await server.db
        .selectFrom('post')
        .innerJoin('person', 'person.id', 'post.person_id')
        .where('post.role', '=', role)
        .where('post.unit_id', '=', unit)
        .select(['person.login', 'person.id'])
        .executeTakeFirstOrThrow();
    const [writer, head] = [await loginOf('preparer'), await loginOf('signer')];
    const preparer = await signIn(server.url, writer.login);
    await fillAndPass(preparer, path);
    const hung = await server.db
      .selectFrom('person')
      .where('login', '=', 'hung')
      .select('id')
      .executeTakeFirstOrThrow();
    expect((await as('hung').get(path)).status).toBe(403);
    const standIn = (personId: string) => ({
      id: randomUUID(),
      unit_id: unit,
      person_id: personId,
      for_person_id: head.id,
      from_day: '2024-02-26',
      to_day: '2024-03-08',
      document_number: '12/QĐ-UBND',
      document_day: '2024-02-23',
    });
    await server.owner
      .insertInto('stand_in')
      .values([standIn(hung.id), standIn(writer.id)])
      .execute();
    // Who prepared it holds the right to sign in another's place, and still may not, until the unit's rule allows it.
    const mine = (await preparer.get<ReportAnswer>(path)).body;
    expect([mine.may.includes('sign'), mine.mayNot.sign]).toEqual([false, 'report.preparerMayNotSign']);
    expect((await signSeen(preparer, path)).status).toBe(409);
    const quan = await signIn(server.url, 'quan');
    const rule = async (preparerMaySign: boolean) => {
      const { version } = (await quan.get(`/api/units/${unit}`)).body.unit;
      const changed = await quan.put(`/api/units/${unit}`, { version, preparerMaySign });
      expect(changed.status).toBe(200);
    };
    await rule(true);
    expect((await preparer.get<ReportAnswer>(path)).body.may).toContain('sign');
    await rule(false);
    const signed = await signSeen(as('hung'), path);
    expect(signed.body.receipts[0]).toMatchObject({
      signedBy: 'Nông Văn Hùng',
      signedInPlace: { documentNumber: '12/QĐ-UBND', fromDay: '2024-02-26', toDay: '2024-03-08' },
    });
  });

  it('E5: Mai cannot receive the report of Phòng Nội vụ that she prepared; Nga can', async () => {
    const own = campaign.path('Phòng Nội vụ');
    await fillAndPass(as('mai'), own);
    const row = await server.db
      .selectFrom('post')
      .innerJoin('person', 'person.id', 'post.person_id')
      .where('post.role', '=', 'signer')
      .where('post.unit_id', '=', campaign.unit('Phòng Nội vụ'))
      .select('person.login')
      .executeTakeFirstOrThrow();
    expect((await signSeen(await signIn(server.url, row.login), own)).body.state).toBe('submitted');
    const mai = await as('mai').get<ReportAnswer>(own);
    expect(mai.body.may).not.toContain('begin-receiving');
    expect(mai.body.mayNot['begin-receiving']).toBe('report.preparerMayNotReceive');
    expect((await as('mai').post(`${own}/begin-receiving`)).body.code).toBe('report.preparerMayNotReceive');
    expect((await as('nga').post(`${own}/begin-receiving`)).status).toBe(200);
    expect((await as('nga').post(`${own}/receive`)).body.state).toBe('received');
  });

  it('E6 E7 E10: signing after midnight is late by the second on the server’s clock', async () => {
    const path = campaign.path('Xã Lộc Yên');
    expect(await state(path)).toBe('awaiting-signature');
    const row = await server.db
      .selectFrom('post')
      .innerJoin('person', 'person.id', 'post.person_id')
      .where('post.role', '=', 'signer')
      .where('post.unit_id', '=', campaign.unit('Xã Lộc Yên'))
      .select('person.login')
      .executeTakeFirstOrThrow();
    const signer = await signIn(server.url, row.login);
    await moveClock(instantAt('2024-03-01', 0, 0, 40));
    const signed = await signSeen(signer, path);
    expect(signed.body.lateness.kind).toBe('late');
    const lateBy = signed.body.receipts[0]?.lateBy ?? 0;
    expect(lateBy).toBeGreaterThanOrEqual(40_000);
    expect(lateBy).toBeLessThan(100_000);
  });

  it('receipt numbers run without gap or double', async () => {
    const rows = await server.db
      .selectFrom('submission')
      .select('receipt_number')
      .orderBy('receipt_number')
      .execute();
    expect(rows.map((r) => r.receipt_number)).toEqual(rows.map((_, i) => i + 1));
  });
});
