import { afterAll, beforeAll, test } from 'vitest';
import { type Standing, startStanding, survive } from '../setup/faults.ts';

const ROUNDS = Number(process.env.CCHC_FAULT_ROUNDS ?? 100);
let standing: Standing;
beforeAll(async () => {
  standing = await startStanding();
});
afterAll(() => standing?.end());

test(`J5: ${ROUNDS} times the program, its database or both are killed among acknowledged writes: 0 lost, 0 doubled`, async () => {
  await survive(standing, ROUNDS, 100);
});
