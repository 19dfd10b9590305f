import { cpus } from 'node:os';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ReportAnswer } from '../src/core/report/answers.ts';
import { theCampaign } from '../test/setup/campaign.ts';
import { type Client, signIn } from '../test/setup/client.ts';
import { startTestServer, type TestServer } from '../test/setup/server.ts';
import { middle } from './clock.ts';
import { fillTo } from './fill.ts';

// Every figure is a ratio to bare PostgreSQL in the same run, through the same driver: machines differ, ratios hold.
let server: TestServer;
let mai: Client;
let campaign: Awaited<ReturnType<typeof theCampaign>>;
const rows: string[][] = [];

beforeAll(async () => {
  server = await startTestServer({ stage: 'issued' });
  mai = await signIn(server.url, 'mai');
  campaign = await theCampaign(mai);
});
afterAll(async () => {
  await server?.close();
  console.log(`\n${new Date().toISOString().slice(0, 10)}, ${cpus().length} × ${cpus()[0]?.model}\n`);
  console.log(['| | units | product, ms | bare SQL, ms | ratio |', '|---|---|---|---|---|'].join('\n'));
  for (const row of rows) console.log(`| ${row.join(' | ')} |`);
});

const note = (what: string, units: number, ours: number, bare: number): void => {
  rows.push([what, String(units), ours.toFixed(1), bare.toFixed(1), (ours / bare).toFixed(2)]);
};

test('one cell saved over HTTP against a bare update', async () => {
  const lan = await signIn(server.url, 'lan');
  const path = campaign.path('Xã Bảo Lâm');
  const { body } = await lan.get<ReportAnswer>(path);
  const place = body.cells.find((c) => c.form === 'dossier' && c.cell.kind === 'amount');
  if (!place) throw new Error('no cell');
  let version = place.version;
  const ours = await middle(50, async () => {
    const answer = await lan.post(`${path}/save`, {
      cells: [
        {
          form: 'dossier',
          row: place.row,
          column: place.column,
          cell: { kind: 'amount', amount: String(version) },
          version,
        },
      ],
    });
    version = answer.body.cells[0].version;
  });
  const unit = campaign.unit('Xã Bảo Lâm');
  const bare = await middle(50, () =>
    server.db
      .updateTable('cell')
      .set({ amount: '1' })
      .where('campaign_id', '=', campaign.id)
      .where('unit_id', '=', unit)
      .where('form_id', '=', 'dossier')
      .where('row_id', '=', place.row)
      .where('column_id', '=', place.column)
      .execute(),
  );
  note('autosave of one cell', 27, ours, bare);
  expect(ours).toBeGreaterThan(0);
});

for (const units of [35, 3321, 10_600]) {
  test(`board and totals of ${units} units against bare SQL`, async () => {
    await fillTo(server.owner, campaign.id, units);
    const board = await middle(5, () => mai.get(`/api/campaigns/${campaign.id}/board`));
    const bareBoard = await middle(5, () =>
      sql`select r.*, u.name from report r join unit u on u.id = r.unit_id where r.campaign_id = ${campaign.id}`.execute(
        server.db,
      ),
    );
    note('board', units, board, bareBoard);
    const totals = await middle(5, () => mai.get(`/api/campaigns/${campaign.id}/totals`));
    const bareTotals = await middle(5, () =>
      sql`select form_id, row_id, column_id, sum(amount), count(*) from cell c join report r using (campaign_id, unit_id)
        where c.campaign_id = ${campaign.id} and r.state = 'received' group by 1, 2, 3`.execute(server.db),
    );
    note('totals', units, totals, bareTotals);
    // What has to be added again after one report was received, and everything, as after an import.
    const again = await middle(3, async () => {
      await sql`update report set version = version + 1 where campaign_id = ${campaign.id} and unit_id =
        (select unit_id from report where campaign_id = ${campaign.id} and state = 'received' order by random() limit 1)`.execute(
        server.owner,
      );
      await mai.get(`/api/campaigns/${campaign.id}/totals`);
    });
    note('totals after one was received', units, again, bareTotals);
    const afresh = await middle(3, async () => {
      await sql`delete from kept_total`.execute(server.owner);
      await mai.get(`/api/campaigns/${campaign.id}/totals`);
    });
    note('totals, nothing kept', units, afresh, bareTotals);
    const answer = await mai.get(`/api/campaigns/${campaign.id}/board`);
    expect(answer.body.rows).toHaveLength(units);
  }, 600_000);
}
