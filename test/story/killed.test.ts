import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { journalMark } from '../../src/core/documents/receipt.ts';
import type { ReportAnswer } from '../../src/core/report/answers.ts';
import { verifyChains } from '../../src/server/audit/verify.ts';
import { fillAndPass, theCampaign } from '../setup/campaign.ts';
import { type Client, signIn } from '../setup/client.ts';
import { startTestServer, type TestServer } from '../setup/server.ts';

let server: TestServer;
let campaign: Awaited<ReturnType<typeof theCampaign>>;

beforeAll(async () => {
  server = await startTestServer({ stage: 'issued' });
  campaign = await theCampaign(await signIn(server.url, 'mai'));
});
afterAll(() => server?.close());

const stored = async () => {
  const at = campaign.unit('Xã Bảo Lâm');
  const report = await server.db
    .selectFrom('report')
    .selectAll()
    .where('unit_id', '=', at)
    .executeTakeFirstOrThrow();
  const sent = await server.db
    .selectFrom('submission')
    .select('revision')
    .where('unit_id', '=', at)
    .execute();
  const facts = await server.db
    .selectFrom('fact')
    .select('type')
    .where('unit_id', '=', at)
    .where('type', 'in', ['report.signed', 'report.submitted'])
    .execute();
  return { state: report.state, revision: report.revision, sent: sent.length, facts: facts.length };
};

describe('D5: the program is killed in the middle of sending', () => {
  it('afterwards the report is wholly sent or wholly not, and a repeat with the same key sends it once', async () => {
    const path = campaign.path('Xã Bảo Lâm');
    await fillAndPass(await signIn(server.url, 'lan'), path);
    let hung: Client = await signIn(server.url, 'hung');
    const { contentHash } = (await hung.get<ReportAnswer>(path)).body;
    const key = 'sign-through-kills';
    const sign = () => hung.post<ReportAnswer>(`${path}/sign`, { contentHash }, { key });
    // Kills at other moments of the request each time; none may leave half a sending.
    for (const wait of [0, 2, 5, 9, 14, 20]) {
      const asked = sign().then(
        (a) => a.status,
        () => 0,
      );
      await new Promise((resolve) => setTimeout(resolve, wait));
      await server.kill();
      await asked;
      const after = await stored();
      if (after.sent === 0)
        expect(after).toEqual({ state: 'awaiting-signature', revision: 0, sent: 0, facts: 0 });
      else expect(after).toEqual({ state: 'submitted', revision: 1, sent: 1, facts: 2 });
      await server.restart();
      hung = await signIn(server.url, 'hung');
    }
    const last = await sign();
    expect(last.status).toBe(200);
    expect(last.body.receipts).toHaveLength(1);
    expect(await stored()).toEqual({ state: 'submitted', revision: 1, sent: 1, facts: 2 });
    expect((await verifyChains(server.db)).found).toEqual([]);
    // Six starts of the program: a busy machine takes its time for each.
  }, 300_000);
});

describe('the journal', () => {
  it('refuses update and delete in the database itself, and a change by the owner is found and named', async () => {
    await expect(server.db.updateTable('fact').set({ type: 'x' }).execute()).rejects.toThrow(
      /permission denied/,
    );
    await expect(server.db.deleteFrom('fact').execute()).rejects.toThrow(/permission denied/);
    await expect(server.db.deleteFrom('submission').execute()).rejects.toThrow(/permission denied/);
    const victim = await server.owner
      .selectFrom('fact')
      .selectAll()
      .where('type', '=', 'report.submitted')
      .limit(1)
      .executeTakeFirstOrThrow();
    const { receipt_code: code } = await server.db
      .selectFrom('submission')
      .where('campaign_id', '=', victim.campaign_id)
      .where('unit_id', '=', victim.unit_id)
      .select('receipt_code')
      .executeTakeFirstOrThrow();
    const onPaper = async () =>
      (
        await fetch(
          `${server.url}/api/public/receipts/${code}?mark=${journalMark({ seq: Number(victim.seq), hash: victim.hash })}`,
        )
      ).json();
    expect(await onPaper()).toMatchObject({ journal: 'whole' });
    await server.owner
      .updateTable('fact')
      .set({ data: JSON.stringify({ ...(victim.data as object), lateBy: 1 }) })
      .where('id', '=', victim.id)
      .execute();
    expect((await verifyChains(server.db)).found).toEqual([
      { chain: victim.chain, seq: Number(victim.seq), what: 'changed' },
    ]);
    // Whoever holds the receipt sees it without asking the office.
    expect(await onPaper()).toMatchObject({ match: true, journal: 'changed' });
  });
});
