import { cpus, loadavg } from 'node:os';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { BoardAnswer, BoardRow } from '../src/core/report/answers.ts';
import { theCampaign } from '../test/setup/campaign.ts';
import { type Client, signIn } from '../test/setup/client.ts';
import { startTestServer, type TestServer } from '../test/setup/server.ts';
import { openStream, type Stream } from '../test/setup/stream.ts';
import { fillTo } from './fill.ts';
import { type Signer, signersOf } from './signers.ts';

// 3,321 units in ten minutes are 5.5 sendings a second. The rush keeps that pace, or a multiple, for a part of the
// time; the boards, 200 of them, are open all along. CCHC_RUSH_SECONDS and CCHC_RUSH_PACE make it longer or harder.
const UNITS = 3321;
const BOARDS = 200;
const READ = 5;
const SECONDS = Number(process.env.CCHC_RUSH_SECONDS ?? 60);
const PACE = Number(process.env.CCHC_RUSH_PACE ?? 1);
const A_SECOND = (UNITS / 600) * PACE;

let server: TestServer;
let mai: Client;
let campaign: Awaited<ReturnType<typeof theCampaign>>;
let signers: Signer[];
const boards: Stream[] = [];
let idle: AbortController;

beforeAll(async () => {
  server = await startTestServer({ stage: 'issued' });
  mai = await signIn(server.url, 'mai');
  campaign = await theCampaign(mai);
  await fillTo(server.owner, campaign.id, UNITS);
  signers = await signersOf(server.owner, campaign.id);
  const path = `/api/changes?board=${campaign.id}`;
  for (let i = 0; i < READ; i++) boards.push(await openStream(mai, path));
  idle = new AbortController();
  const cookie = [...mai.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  for (let i = READ; i < BOARDS; i++) {
    const { body } = await fetch(server.url + path, { headers: { cookie }, signal: idle.signal });
    // Taken from the wire and thrown away: this machine measures, it does not draw.
    void body?.pipeTo(new WritableStream()).catch(() => undefined);
  }
}, 600_000);
afterAll(async () => {
  idle?.abort();
  for (const stream of boards) stream.close();
  await server?.close();
});

const at = (all: readonly number[], share: number): number =>
  [...all].sort((a, b) => a - b)[Math.min(all.length - 1, Math.floor(all.length * share))] ?? 0;
const said = (all: readonly number[]): string =>
  `p50 ${at(all, 0.5).toFixed(0)} ms, p95 ${at(all, 0.95).toFixed(0)} ms, max ${at(all, 1).toFixed(0)} ms`;

test('a rush of sendings while 200 boards are open', async () => {
  const path = (s: Signer) => `${server.url}/api/reports/${campaign.id}/${s.unitId}`;
  const headers = (s: Signer) => ({ cookie: s.cookie, 'x-cchc': '1', 'content-type': 'application/json' });
  const sends: number[] = [];
  const reads: number[] = [];
  const errors: string[] = [];
  const sentAt = new Map<string, number>();
  const one = async (signer: Signer): Promise<void> => {
    let began = performance.now();
    const seen = await fetch(path(signer), { headers: headers(signer) });
    const { contentHash } = (await seen.json()) as { contentHash: string };
    reads.push(performance.now() - began);
    began = performance.now();
    const body = JSON.stringify({ contentHash });
    const answer = await fetch(`${path(signer)}/sign`, { method: 'POST', headers: headers(signer), body });
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
  const count = Math.min(signers.length, Math.round(A_SECOND * SECONDS));
  const began = performance.now();
  const under: Promise<void>[] = [];
  for (const [i, signer] of signers.slice(0, count).entries()) {
    const wait = began + (i * 1000) / A_SECOND - performance.now();
    if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait));
    under.push(one(signer));
  }
  await Promise.all(under);
  const end = performance.now();
  while (known.some((rows) => [...rows.values()].filter((r) => r.state === 'submitted').length < count)) {
    if (performance.now() > end + 60_000) break;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  clearInterval(watch);
  look();
  const took = performance.now();
  const { body: board } = await mai.get<BoardAnswer>(`/api/campaigns/${campaign.id}/board`);
  console.log(
    [
      `\n${new Date().toISOString().slice(0, 10)}, ${cpus().length} × ${cpus()[0]?.model}, load ${loadavg()[0]?.toFixed(1)}`,
      `${count} of ${UNITS} units sent in ${((end - began) / 1000).toFixed(0)} s (pace × ${PACE}), ${BOARDS} boards open, errors: ${errors.length}`,
      `report read before signing: ${said(reads)}`,
      `send (sign, which submits): ${said(sends)}`,
      `shown on the boards after the answer: ${said(shown)}`,
      `whole board read anew: ${(performance.now() - took).toFixed(0)} ms`,
    ].join('\n'),
  );
  expect([...new Set(errors)]).toEqual([]);
  // What came by the stream is what the whole board says.
  for (const rows of known)
    for (const [unitId, row] of rows)
      expect([unitId, row.state]).toEqual([unitId, board.rows.find((r) => r.unitId === unitId)?.state]);
  expect(board.rows.filter((r) => r.state === 'submitted').length).toBeGreaterThanOrEqual(count);
}, 1_800_000);
