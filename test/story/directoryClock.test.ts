import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Office, openOffice } from './accessOffice.ts';

let demo: Office;
let real: Office;
beforeAll(async () => {
  demo = await openOffice('demo');
  real = await openOffice('office');
});
afterAll(() => Promise.all([demo.close(), real.close()]));

const HOUR = 3_600_000;

test('the clock of a demonstration moves forward, is written down, and goes on ticking', async () => {
  const quan = await demo.as('quan');
  const { nowMs, may } = (await quan.get('/api/clock')).body;
  expect(may).toEqual(['move']);
  const moved = await quan.post('/api/clock', { nowMs: Math.round(nowMs) + 48 * HOUR });
  expect(moved.status).toBe(200);
  const after = (await quan.get('/api/clock')).body.nowMs;
  expect(after).toBeGreaterThanOrEqual(Math.round(nowMs) + 48 * HOUR);

  const back = await quan.post('/api/clock', { nowMs: Math.round(nowMs) + HOUR });
  expect([back.status, back.body.code]).toEqual([409, 'clock.backwards']);
  expect((await quan.post('/api/clock', { nowMs: Math.round(nowMs) + 9999 * 24 * HOUR })).body.code).toBe(
    'clock.tooFar',
  );
  const facts = await demo.db.selectFrom('fact').select('type').where('type', 'like', 'clock.%').execute();
  expect(facts.map((f) => f.type)).toEqual(['clock.moved']);
});

test('security lives in real time: a session does not age with the business clock', async () => {
  const quan = await demo.as('quan');
  const lan = await demo.as('lan');
  const { nowMs } = (await quan.get('/api/clock')).body;
  await quan.post('/api/clock', { nowMs: Math.round(nowMs) + 60 * 24 * HOUR });
  expect((await lan.get('/api/session')).status).toBe(200);
});

test('an office lives in real time', async () => {
  const quan = await real.as('quan');
  expect((await quan.get('/api/clock')).body).toMatchObject({ mode: 'office', may: [] });
  const moved = await quan.post('/api/clock', { nowMs: Date.now() + HOUR });
  expect([moved.status, moved.body.code]).toEqual([409, 'clock.officeIsReal']);
  expect((await quan.get('/api/session')).body.installation.clock.movable).toBe(false);
});
