import { afterAll, beforeAll, test } from 'vitest';
import { type Standing, startStanding, survive, WHO_FALLS } from '../setup/faults.ts';

// The short form of what test/long/faults.test.ts does a hundred times.
let standing: Standing;
beforeAll(async () => {
  standing = await startStanding();
});
afterAll(() => standing?.end());

test('J5: the program, its database and both are killed among acknowledged writes: 0 lost, 0 doubled, no repair', async () => {
  await survive(standing, WHO_FALLS.length, 30);
}, 300_000);
