import { afterAll, beforeAll, expect, test } from 'vitest';
import { line, ms } from '../../bench/table.ts';
import type { ReportAnswer } from '../../src/core/report/answers.ts';
import { verifyChains } from '../../src/server/audit/verify.ts';
import { theCampaign } from '../setup/campaign.ts';
import { type Client, signIn } from '../setup/client.ts';
import { startTestServer, type TestServer } from '../setup/server.ts';

const SECONDS = Number(process.env.CCHC_SOAK_SECONDS ?? 300);
const SAVES_PER_SECOND = 50;
const READERS = 10;

let server: TestServer;
let mai: Client;
let lan: Client;
let campaign: Awaited<ReturnType<typeof theCampaign>>;

beforeAll(async () => {
  server = await startTestServer({ stage: 'issued' });
  mai = await signIn(server.url, 'mai');
  lan = await signIn(server.url, 'lan');
  campaign = await theCampaign(mai);
});
afterAll(() => server?.close());

test('J7 saves go on while totals are read: no error, no lost value, the journal whole', async () => {
  const path = campaign.path('Xã Bảo Lâm');
  const { body } = await lan.get<ReportAnswer>(path);
  const places = body.cells.filter((c) => c.form === 'dossier' && c.cell.kind === 'amount');
  const last = new Map(places.map((c) => [`${c.row}/${c.column}`, { version: c.version, amount: '' }]));
  const took: number[] = [];
  const until = Date.now() + SECONDS * 1000;
  const failures: unknown[] = [];
  const readers = Array.from({ length: READERS }, async () => {
    while (Date.now() < until) {
      const answer = await mai.get(`/api/campaigns/${campaign.id}/totals`);
      if (answer.status !== 200) failures.push(answer.body);
    }
  });
  // Each writer owns its cells, so that every version is its own to count.
  const writers = Array.from({ length: 8 }, async (_, w) => {
    const own = places.filter((_, i) => i % 8 === w);
    for (let n = 0; Date.now() < until; n++) {
      const place = own[n % own.length];
      if (!place) return;
      const key = `${place.row}/${place.column}`;
      const known = last.get(key);
      const amount = String(n);
      const began = performance.now();
      const answer = await lan.post(`${path}/save`, {
        cells: [
          {
            form: 'dossier',
            row: place.row,
            column: place.column,
            cell: { kind: 'amount', amount },
            version: known?.version,
          },
        ],
      });
      took.push(performance.now() - began);
      if (answer.status !== 200 || answer.body.conflicts.length > 0) failures.push(answer.body);
      else last.set(key, { version: answer.body.cells[0].version, amount });
      await new Promise((resolve) =>
        setTimeout(resolve, (8 * 1000) / SAVES_PER_SECOND - (performance.now() - began)),
      );
    }
  });
  await Promise.all([...readers, ...writers]);
  expect(failures).toEqual([]);
  const after = (await lan.get<ReportAnswer>(path)).body;
  for (const [key, { amount, version }] of last) {
    if (amount === '') continue;
    const cell = after.cells.find((c) => c.form === 'dossier' && `${c.row}/${c.column}` === key);
    expect([key, cell?.cell, cell?.version]).toEqual([key, { kind: 'amount', amount }, version]);
  }
  expect((await verifyChains(server.db)).found).toEqual([]);
  took.sort((a, b) => a - b);
  const at = (share: number): string => ms(took[Math.floor(took.length * share)] ?? 0);
  line({
    of: '5',
    what: `J7: ${SECONDS} s of ${SAVES_PER_SECOND} saves a second while ${READERS} read totals all along: ${took.length} saves, errors: ${failures.length}`,
    product: `p50 ${at(0.5)}, p95 ${at(0.95)}`,
    bare: '',
    ratio: '',
    aim: 'p95 < 150 ms',
  });
}, 3_600_000);
