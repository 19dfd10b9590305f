import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { theCampaign } from '../test/setup/campaign.ts';
import { type Client, signIn } from '../test/setup/client.ts';
import { startTestServer, type TestServer } from '../test/setup/server.ts';
import { middle } from './clock.ts';
import { fillTo } from './fill.ts';
import { line, ms, times } from './table.ts';

// Every figure is a ratio to bare PostgreSQL in the same run, through the same driver: machines differ, ratios hold.
let server: TestServer;
let mai: Client;
let campaign: Awaited<ReturnType<typeof theCampaign>>;

beforeAll(async () => {
  server = await startTestServer({ stage: 'issued' });
  mai = await signIn(server.url, 'mai');
  campaign = await theCampaign(mai);
});
afterAll(() => server?.close());

const note = (what: string, units: number, ours: number, bare: number): void => {
  const board = what === 'board';
  line({
    of: board ? '2' : '3',
    what: `${what}, ${units.toLocaleString('en')} units`,
    product: ms(ours),
    bare: ms(bare),
    ratio: times(ours, bare),
    aim: board ? '≤ 1.5 ×' : '≤ 1 ×',
  });
};

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
