import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { type Connection, connect } from '../src/server/database/connect.ts';
import { doc, theCampaign } from '../test/setup/campaign.ts';
import { signIn } from '../test/setup/client.ts';
import { databaseUrl } from '../test/setup/database.ts';
import { startTestServer, type TestServer } from '../test/setup/server.ts';
import { crowd, type Editor, editorsOf } from './editors.ts';
import { fillTo } from './fill.ts';
import { type Signer, signersOf } from './signers.ts';
import { line, ms, times } from './table.ts';

// A full report: 60 figures and 10 KB of words saved, and sent by its signature, at 1, 8 and 32 clients, against the
// same rows put in by bare multi-row inserts over as many connections of the same driver.
const CLIENTS = [1, 8, 32] as const;
const EACH = 6;
const FIGURES = 60;
const WORDS = 'Đơn vị đã triển khai đồng bộ các nhiệm vụ cải cách hành chính theo kế hoạch. '.repeat(90);
const AIM = new Map([
  [1, 2.5],
  [8, 2],
  [32, 2],
]);

type Place = { form_id: string; row_id: string; column_id: string; scope: string };
let server: TestServer;
let campaignId: string;
let editors: Editor[];
let signers: Signer[];
let places: Place[];
let section: string;
let bare: Connection;

beforeAll(async () => {
  server = await startTestServer({ stage: 'issued' });
  const mai = await signIn(server.url, 'mai');
  campaignId = (await theCampaign(mai)).id;
  const sending = CLIENTS.reduce((sum, n) => sum + n * (EACH + 1), 0);
  await fillTo(server.owner, campaignId, 40 + 32 + sending);
  const all = await signersOf(server.owner, campaignId);
  editors = await editorsOf(server.owner, campaignId, 32);
  signers = all.filter((s) => !editors.some((e) => e.unitId === s.unitId));
  const { rows } = await sql<Place>`select form_id, row_id, column_id, scope from cell
    where campaign_id = ${campaignId} and unit_id = ${editors[0]?.unitId ?? ''} and kind = 'amount'
    order by 1, 2, 3 limit ${FIGURES}`.execute(server.owner);
  places = rows;
  const found = await sql<{ section_id: string }>`select section_id from narrative
    where campaign_id = ${campaignId} and unit_id = ${editors[0]?.unitId ?? ''} limit 1`.execute(
    server.owner,
  );
  section = found.rows[0]?.section_id ?? '';
  bare = connect(databaseUrl(inject('databases').appUrl, server.database), { max: 20 });
  await sql`create table bench_report (like submission including defaults)`.execute(server.owner);
  await sql`create table bench_cell (like cell including all)`.execute(server.owner);
  await sql`create table bench_words (like narrative including all)`.execute(server.owner);
  await sql`grant all on bench_report, bench_cell, bench_words to public`.execute(server.owner);
}, 600_000);
afterAll(async () => {
  await bare?.close();
  await server?.close();
});

const post = async (path: string, headers: Record<string, string>, body: unknown): Promise<void> => {
  const answer = await fetch(server.url + path, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });
  const text = await answer.text();
  if (answer.status !== 200) throw new Error(`${path}: ${answer.status} ${text.slice(0, 300)}`);
};

const turns = new Map<number, number>();
/** Every figure and the words at once, each time with the versions that stand. */
const saveAll = async (client: number): Promise<void> => {
  const editor = editors[client] as Editor;
  const turn = (turns.get(client) ?? 0) + 1;
  turns.set(client, turn);
  const known = await sql<{ row_id: string; column_id: string; form_id: string; version: number }>`
    select form_id, row_id, column_id, version from cell where campaign_id = ${campaignId} and unit_id = ${editor.unitId}`.execute(
    bare.db,
  );
  const at = new Map(known.rows.map((r) => [`${r.form_id}/${r.row_id}/${r.column_id}`, r.version]));
  const words = await sql<{ version: number }>`select version from narrative where campaign_id = ${campaignId}
    and unit_id = ${editor.unitId} and section_id = ${section}`.execute(bare.db);
  const cells = places.map((p) => ({
    form: p.form_id,
    row: p.row_id,
    column: p.column_id,
    cell: { kind: 'amount', amount: String(turn) },
    version: at.get(`${p.form_id}/${p.row_id}/${p.column_id}`) ?? 0,
  }));
  const body = {
    cells,
    words: [{ section, kind: 'text', doc: doc(`${turn} ${WORDS}`), version: words.rows[0]?.version ?? 0 }],
  };
  const headers = {
    authorization: `Bearer ${editor.token}`,
    'idempotency-key': `bench-full-${client}-${turn}`,
  };
  const began = performance.now();
  await post(`${editor.path}/save`, headers, body);
  taken.push(performance.now() - began);
};
let taken: number[] = [];
const middleOf = (all: readonly number[]): number => [...all].sort((a, b) => a - b)[all.length >> 1] ?? 0;

/** The same rows, bare: cells in one statement, words in one, one transaction. */
const insertAll = async (client: number, turn: number): Promise<void> => {
  const unit = editors[client]?.unitId ?? '';
  const put = randomUUID();
  await bare.db.transaction().execute(async (trx) => {
    await sql`insert into bench_cell (campaign_id, unit_id, form_id, row_id, column_id, scope, kind, amount, version, changed_by, changed_at)
      select ${campaignId}::uuid, ${put}::uuid, form_id, row_id, column_id, scope, 'amount', ${turn}, 1, ${unit}::uuid, now()
      from jsonb_to_recordset(${JSON.stringify(places)}::jsonb) as p(form_id text, row_id text, column_id text, scope text)`.execute(
      trx,
    );
    await sql`insert into bench_words (campaign_id, unit_id, section_id, kind, doc, plain, version, changed_by, changed_at)
      values (${campaignId}, ${put}, ${section}, 'text', ${JSON.stringify(doc(WORDS))}::jsonb, ${WORDS}, 1, ${unit}, now())`.execute(
      trx,
    );
  });
};

let nextSigner = 0;
const send = async (): Promise<void> => {
  const signer = signers[nextSigner++];
  if (!signer) throw new Error('no signer left');
  const headers = { cookie: signer.cookie, 'x-cchc': '1' };
  const path = `/api/reports/${campaignId}/${signer.unitId}`;
  const seen = await fetch(server.url + path, { headers });
  const { contentHash } = (await seen.json()) as { contentHash: string };
  const began = performance.now();
  await post(`${path}/sign`, headers, { contentHash });
  taken.push(performance.now() - began);
};

/** What was sent, bare: its row with the whole content. */
const insertSent = async (): Promise<void> => {
  await sql`insert into bench_report select * from submission
    where campaign_id = ${campaignId} and octet_length(content::text) > 10000 limit 1`.execute(bare.db);
};

test.each(CLIENTS)(
  '%i clients',
  async (clients) => {
    await crowd(clients, 1, saveAll);
    taken = [];
    await crowd(clients, EACH, saveAll);
    const saved = middleOf(taken);
    await crowd(clients, 1, insertAll);
    const inserted = (await crowd(clients, EACH, insertAll)).p50;
    const aim = `≤ ${AIM.get(clients)} ×`;
    const asked = clients === 1 ? '1 client' : `${clients} clients`;
    line({
      of: '1',
      what: `a full report saved, ${FIGURES} figures and 10 KB of words, ${asked}`,
      product: ms(saved),
      bare: ms(inserted),
      ratio: times(saved, inserted),
      aim,
    });
    await crowd(clients, 1, send);
    taken = [];
    await crowd(clients, EACH, send);
    const sent = middleOf(taken);
    await crowd(clients, 1, insertSent);
    const put = (await crowd(clients, EACH, insertSent)).p50;
    line({
      of: '1',
      what: `a report sent by its signature, ${asked}`,
      product: ms(sent),
      bare: ms(put),
      ratio: times(sent, put),
      aim,
    });
    expect(saved).toBeGreaterThan(0);
  },
  600_000,
);
