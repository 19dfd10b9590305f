import { afterEach, expect, test } from 'vitest';
import type { BoardAnswer, BoardRow } from '../src/core/report/answers.ts';
import { theCampaign } from '../test/setup/campaign.ts';
import { Client, signIn } from '../test/setup/client.ts';
import { startTestServer, type TestServer } from '../test/setup/server.ts';
import { openStream, type Stream } from '../test/setup/stream.ts';
import { fillTo } from './fill.ts';
import { crowdOfSavers } from './savers.ts';
import { type Signer, signersOf } from './signers.ts';
import { line, ms } from './table.ts';

/**
 * How a deadline is met: so many units send within so long, the boards are open all along. A rush keeps that pace for a
 * part of the time (CCHC_RUSH_SECONDS), or a multiple of it (CCHC_RUSH_PACE).
 */
const RUSHES = [
  {
    units: 3321,
    within: 600,
    processes: 1,
    boards: 200,
    savesOfASending: 0,
    name: '3,321 units in ten minutes',
  },
  {
    units: 10_600,
    within: 7200,
    processes: 3,
    boards: 200,
    savesOfASending: 20,
    name: 'the last two hours of 10,600 units, three processes on one database',
  },
] as const;
const READ = 5;
const SECONDS = Number(process.env.CCHC_RUSH_SECONDS ?? 60);
const PACE = Number(process.env.CCHC_RUSH_PACE ?? 1);

let server: TestServer;
let urls: string[];
let others: Awaited<ReturnType<TestServer['another']>>[] = [];
let mai: Client;
let campaign: Awaited<ReturnType<typeof theCampaign>>;
let signers: Signer[];
let boards: Stream[] = [];
let idle: AbortController;

const prepare = async (rush: (typeof RUSHES)[number]): Promise<void> => {
  server = await startTestServer({ stage: 'issued' });
  others = [];
  for (let i = 1; i < rush.processes; i++) others.push(await server.another());
  urls = [server.url, ...others.map((o) => o.url)];
  mai = await signIn(server.url, 'mai');
  campaign = await theCampaign(mai);
  await fillTo(server.owner, campaign.id, rush.units);
  signers = await signersOf(server.owner, campaign.id);
  const path = `/api/changes?board=${campaign.id}`;
  const through = (i: number) => urls[i % urls.length] ?? server.url;
  boards = [];
  for (let i = 0; i < READ; i++) boards.push(await openStream(new Client(through(i)).takeSession(mai), path));
  idle = new AbortController();
  const cookie = [...mai.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  for (let i = READ; i < rush.boards; i++) {
    const { body } = await fetch(through(i) + path, { headers: { cookie }, signal: idle.signal });
    // Taken from the wire and thrown away: this machine measures, it does not draw.
    void body?.pipeTo(new WritableStream()).catch(() => undefined);
  }
};
afterEach(async () => {
  idle?.abort();
  for (const stream of boards) stream.close();
  for (const other of others) await other.end();
  await server?.close();
});

const at = (all: readonly number[], share: number): number =>
  [...all].sort((a, b) => a - b)[Math.min(all.length - 1, Math.floor(all.length * share))] ?? 0;
test.each(RUSHES)(
  '$name',
  async (rush) => {
    await prepare(rush);
    const aSecond = (rush.units / rush.within) * PACE;
    let turn = 0;
    const path = (s: Signer) => `/api/reports/${campaign.id}/${s.unitId}`;
    // A proxy without sticky sessions: each question goes to the next process.
    const next = (): string => urls[turn++ % urls.length] ?? server.url;
    const headers = (s: Signer) => ({ cookie: s.cookie, 'x-cchc': '1', 'content-type': 'application/json' });
    const sends: number[] = [];
    const reads: number[] = [];
    const errors: string[] = [];
    const sentAt = new Map<string, number>();
    const one = async (signer: Signer): Promise<void> => {
      let began = performance.now();
      const seen = await fetch(next() + path(signer), { headers: headers(signer) });
      const { contentHash } = (await seen.json()) as { contentHash: string };
      reads.push(performance.now() - began);
      began = performance.now();
      const body = JSON.stringify({ contentHash });
      const answer = await fetch(`${next()}${path(signer)}/sign`, {
        method: 'POST',
        headers: headers(signer),
        body,
      });
      const text = await answer.text();
      sends.push(performance.now() - began);
      sentAt.set(signer.unitId, performance.now());
      if (answer.status !== 200) errors.push(`${answer.status} ${text.slice(0, 200)}`);
    };
    // When each of the boards that are read shows that a unit has sent.
    const shown: number[] = [];
    const known = boards.map(() => new Map<string, BoardRow>());
    const read = boards.map(() => 0);
    const look = (): void => {
      boards.forEach((stream, i) => {
        for (const told of stream.told.slice(read[i])) {
          if (told.event !== 'rows') continue;
          for (const row of (told.data.rows ?? []) as BoardRow[]) {
            const sent = sentAt.get(row.unitId);
            if (row.state === 'submitted' && known[i]?.get(row.unitId)?.state !== 'submitted')
              shown.push(sent === undefined ? 0 : performance.now() - sent);
            known[i]?.set(row.unitId, row);
          }
        }
        read[i] = stream.told.length;
      });
    };
    const watch = setInterval(look, 50);
    const count = Math.min(signers.length, Math.round(aSecond * SECONDS));
    const savers = await crowdOfSavers(
      server.owner,
      campaign.id,
      urls,
      aSecond * rush.savesOfASending,
      signers,
    );
    const began = performance.now();
    const under: Promise<void>[] = [];
    for (const [i, signer] of signers.slice(0, count).entries()) {
      const wait = began + (i * 1000) / aSecond - performance.now();
      if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait));
      under.push(one(signer));
    }
    await Promise.all(under);
    const saves = await savers.end();
    const end = performance.now();
    while (known.some((rows) => [...rows.values()].filter((r) => r.state === 'submitted').length < count)) {
      if (performance.now() > end + 60_000) break;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    clearInterval(watch);
    look();
    const seconds = (end - began) / 1000;
    const whole = `${count} sendings in ${seconds.toFixed(0)} s, ${rush.boards} boards open`;
    const of = rush.processes === 1 ? '5' : '6';
    const tell = (what: string, all: readonly number[], aim: string): void => {
      if (all.length === 0) return;
      const product = `p50 ${ms(at(all, 0.5))}, p95 ${ms(at(all, 0.95))}, max ${ms(at(all, 1))}`;
      line({ of, what: `${rush.name}: ${what}`, product, bare: '', ratio: '', aim });
    };
    line({
      of,
      what: `${rush.name}: ${whole}`,
      product: `errors: ${errors.length + saves.errors.length}`,
      bare: '',
      ratio: '',
      aim: '0',
    });
    tell('the report read before it is signed', reads, '');
    tell('sent', sends, 'p95 < 300 ms');
    tell('shown on an open board after the answer', shown, '2 s');
    tell(`one cell saved meanwhile, ${(saves.took.length / seconds).toFixed(0)} a second`, saves.took, '');
    const took = performance.now();
    const { body: board } = await mai.get<BoardAnswer>(`/api/campaigns/${campaign.id}/board`);
    tell('the whole board read anew', [performance.now() - took], '');
    expect(saves.errors).toEqual([]);
    expect([...new Set(errors)]).toEqual([]);
    // What came by the stream is what the whole board says.
    for (const rows of known)
      for (const [unitId, row] of rows)
        expect([unitId, row.state]).toEqual([unitId, board.rows.find((r) => r.unitId === unitId)?.state]);
    expect(board.rows.filter((r) => r.state === 'submitted').length).toBeGreaterThanOrEqual(count);
  },
  1_800_000,
);
