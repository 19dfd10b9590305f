import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { type Connection, connect } from '../src/server/database/connect.ts';
import { theCampaign } from '../test/setup/campaign.ts';
import { signIn } from '../test/setup/client.ts';
import { databaseUrl } from '../test/setup/database.ts';
import { startTestServer, type TestServer } from '../test/setup/server.ts';
import { crowd, type Editor, editorsOf } from './editors.ts';
import { fillTo } from './fill.ts';
import { line, ms, times } from './table.ts';

// Autosave of one cell by 1, 32 and 256 clerks at once, against one bare update each by as many at once.
const MOST = 256;
let server: TestServer;
let campaignId: string;
let editors: Editor[];
let bare: Connection;

beforeAll(async () => {
  server = await startTestServer({
    stage: 'issued',
  });
  campaignId = (await theCampaign(await signIn(server.url, 'mai'))).id;
  await fillTo(server.owner, campaignId, 27 + MOST);
  editors = await editorsOf(server.owner, campaignId, MOST);
  // As many connections as the program takes.
  bare = connect(databaseUrl(inject('databases').appUrl, server.database), { max: 20 });
}, 600_000);
afterAll(async () => {
  await bare?.close();
  await server?.close();
});

const PLACE = { form: 'dossier', row: 'ho-tich', column: '4' };

const saveOne = async (editor: Editor, version: number, turn: number): Promise<number> => {
  const answer = await fetch(`${server.url}${editor.path}/save`, {
    method: 'POST',
    headers: {
      ...{ authorization: `Bearer ${editor.token}`, 'content-type': 'application/json' },
      'idempotency-key': `bench-${editor.unitId}-${version}-${turn}`,
    },
    body: JSON.stringify({
      cells: [{ ...PLACE, cell: { kind: 'amount', amount: String(turn + 1) }, version }],
    }),
  });
  const body = (await answer.json()) as { cells?: { version: number }[] };
  const next = body.cells?.[0]?.version;
  if (next === undefined) throw new Error(JSON.stringify(body));
  return next;
};

const versions = new Map<number, number>();

test.each([1, 32, MOST])(
  '%i editors',
  async (count) => {
    for (const at of editors.keys()) {
      if (versions.has(at)) continue;
      const { version } = await server.db
        .selectFrom('cell')
        .select('version')
        .where('campaign_id', '=', campaignId)
        .where('unit_id', '=', editors[at]?.unitId ?? '')
        .where('form_id', '=', PLACE.form)
        .where('row_id', '=', PLACE.row)
        .where('column_id', '=', PLACE.column)
        .executeTakeFirstOrThrow();
      versions.set(at, version);
    }
    const ours = async (editor: number, turn: number) =>
      versions.set(editor, await saveOne(editors[editor] as Editor, versions.get(editor) ?? 0, turn));
    const theirs = (editor: number, turn: number) =>
      bare.db
        .updateTable('cell')
        .set({ amount: String(turn) })
        .where('campaign_id', '=', campaignId)
        .where('unit_id', '=', editors[editor]?.unitId ?? '')
        .where('form_id', '=', PLACE.form)
        .where('row_id', '=', PLACE.row)
        .where('column_id', '=', PLACE.column)
        .execute();
    const each = Math.max(8, Math.ceil(300 / count));
    await crowd(count, 3, ours);
    await crowd(count, 3, theirs);
    const [product, sql] = [await crowd(count, each, ours), await crowd(count, each, theirs)];
    line({
      of: '4',
      what: `one cell saved by itself, ${count} ${count === 1 ? 'editor' : 'editors'} (p95 ${ms(product.p95)} against ${ms(sql.p95)}, ${product.perSecond.toFixed(0)} a second)`,
      product: ms(product.p50),
      bare: ms(sql.p50),
      ratio: times(product.p50, sql.p50),
      aim: '≤ 2.5 ×',
    });
    expect(product.p95).toBeGreaterThan(0);
  },
  600_000,
);
