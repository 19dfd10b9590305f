import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { accept } from '../../src/core/kernel/decision.ts';
import type { Fact } from '../../src/core/kernel/fact.ts';
import { dayOfInstant } from '../../src/core/kernel/instant.ts';
import type { WriteContext } from '../../src/server/http/context.ts';
import { record, runReactions } from '../../src/server/record/record.ts';
import { type Office, openOffice } from './accessOffice.ts';

let office: Office;
let campaignId: string;
beforeAll(async () => {
  office = await openOffice();
  campaignId = '01900000-0000-7000-8000-00000000c001';
  await sql`insert into template (id, version, title, body, published_at) values ('t', 1, 't', '{}', now())`.execute(
    office.db,
  );
  await sql`insert into campaign (id, authority_unit_id, receiver_unit_id, template_id, template_version, state,
      title, request, drafted_by, created_at)
    values (${campaignId}, ${office.units.district}, ${office.units.home}, 't', 1, 'draft', 'Quý I năm 2024', '{}',
      ${office.people.mai}, now())`.execute(office.db);
});
afterAll(() => office.close());

/** Says that something happened, as a verb of the report room does. */
const happen = (type: string, actorId: string, unitId?: string, fail = false): Promise<unknown> =>
  office.db.transaction().execute(async (trx) => {
    const now = Date.now();
    const ctx = {
      db: trx,
      trx,
      now,
      today: dayOfInstant(now),
      person: { personId: actorId, name: 'Hoàng Thị Lan', posts: [], standIns: [] },
      recorded: [] as Fact[],
    } as unknown as WriteContext;
    await record(ctx, accept({ type, chain: `test:${type}`, campaignId, unitId, data: {} }));
    await runReactions(ctx);
    if (fail) throw new Error('rolled back');
  });

const told = async (login: string): Promise<string[]> =>
  (await (await office.as(login)).get('/api/notices')).body.notices.map((n: { type: string }) => n.type);

test('each step tells those whose turn it is, and nobody what they did themselves', async () => {
  const { people, units } = office;
  await happen('report.obliged', people.mai, units.commune);
  await happen('report.passedToSign', people.lan, units.commune);
  await happen('report.submitted', people.hung, units.commune);
  await happen('report.returned', people.mai, units.commune);
  expect(await told('lan')).toEqual(['report.returned', 'report.obliged']);
  expect(await told('hung')).toEqual(['report.returned', 'report.passedToSign', 'report.obliged']);
  expect(await told('mai')).toEqual(['report.submitted']);
  expect(await told('quan')).toEqual([]);
  await happen('report.passedToSign', people.hung, units.commune);
  expect((await told('hung')).length).toBe(3);
});

test('a notice names campaign, unit and who, and is read by its owner only', async () => {
  const mai = await office.as('mai');
  const { notices, unread } = (await mai.get('/api/notices')).body;
  expect(unread).toBe(1);
  expect(notices[0]).toMatchObject({
    campaignTitle: 'Quý I năm 2024',
    unitName: 'Xã Bảo Lâm',
    by: 'Hoàng Thị Lan',
    readAt: null,
  });
  expect((await mai.get('/api/session')).body.me.counts.notices).toBe(1);
  const lan = await office.as('lan');
  expect((await lan.post('/api/notices/read', { ids: [notices[0].id] })).body).toMatchObject({ read: 0 });
  expect((await mai.post('/api/notices/read', { ids: [] })).body).toMatchObject({ read: 0 });
  expect((await mai.post('/api/notices/read', { ids: [notices[0].id] })).body).toMatchObject({ read: 1 });
  expect((await mai.get('/api/notices')).body.unread).toBe(0);
});

test('a step that is rolled back has told nobody', async () => {
  const before = await told('lan');
  await expect(happen('report.returned', office.people.mai, office.units.commune, true)).rejects.toThrow(
    'rolled back',
  );
  expect(await told('lan')).toEqual(before);
});
