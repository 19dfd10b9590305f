import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ContributionAnswer, TotalsAnswer } from '../../src/core/consolidation/answers.ts';
import { instantAt } from '../../src/core/kernel/instant.ts';
import type { BoardAnswer } from '../../src/core/report/answers.ts';
import { theCampaign } from '../setup/campaign.ts';
import { type Client, signIn } from '../setup/client.ts';
import { startTestServer, type TestServer } from '../setup/server.ts';

let server: TestServer;
let mai: Client;
let campaign: Awaited<ReturnType<typeof theCampaign>>;

beforeAll(async () => {
  server = await startTestServer({ stage: 'issued' });
  mai = await signIn(server.url, 'mai');
  campaign = await theCampaign(mai);
});
afterAll(() => server?.close());

const board = async () => (await mai.get<BoardAnswer>(`/api/campaigns/${campaign.id}/board`)).body;

describe('the board', () => {
  it('F3: states add up to the units obliged; holder, share and lateness stand beside', async () => {
    const b = await board();
    const { overdue, ...states } = b.counts;
    expect(b.obliged).toBe(27);
    expect(Object.values(states).reduce((n, c) => n + c, 0)).toBe(27);
    expect(b.rows).toHaveLength(27);
    expect(overdue).toBe(b.rows.filter((r) => /overdue/.test(r.lateness.kind)).length);
    for (const row of b.rows) expect(row.filled).toBeLessThanOrEqual(row.asked);
    const baoLam = b.rows.find((r) => r.name === 'Xã Bảo Lâm');
    expect(baoLam).toMatchObject({ state: 'drafting', holder: { name: 'Hoàng Thị Lan', role: 'preparer' } });
    expect(b.rows.find((r) => r.name === 'Xã Xuất Lễ')?.lateness.kind).toBe('resend-overdue');
  });

  it('F4: a sent but empty report is exposed', async () => {
    const b = await board();
    expect(b.rows.filter((r) => r.nearEmpty).map((r) => r.name)).toEqual(['Xã Tân Thành']);
    expect(b.rows.find((r) => r.name === 'Xã Tân Thành')?.state).toBe('submitted');
  });

  it('is for offices that receive and oversee; a clerk is refused', async () => {
    expect((await (await signIn(server.url, 'binh')).get(`/api/campaigns/${campaign.id}/board`)).status).toBe(
      200,
    );
    for (const login of ['lan', 'hung', 'thu'])
      expect(
        (await (await signIn(server.url, login)).get(`/api/campaigns/${campaign.id}/board`)).status,
      ).toBe(403);
  });

  it('owed reports are overdue at midnight of the deadline, not before', async () => {
    const quan = await signIn(server.url, 'quan');
    expect((await quan.post('/api/clock', { nowMs: instantAt('2024-02-29', 23, 59, 50) })).status).toBe(200);
    const owed = (b: BoardAnswer) =>
      b.rows.filter((r) => ['not-opened', 'drafting', 'awaiting-signature'].includes(r.state));
    expect(owed(await board()).filter((r) => r.lateness.kind === 'overdue')).toEqual([]);
    expect((await quan.post('/api/clock', { nowMs: instantAt('2024-03-01') })).status).toBe(200);
    const after = owed(await board());
    expect(after.length).toBeGreaterThan(0);
    expect(after.every((r) => r.lateness.kind === 'overdue')).toBe(true);
    expect((await quan.post('/api/clock', { nowMs: instantAt('2024-02-28') })).body.code).toBe(
      'clock.backwards',
    );
  });
});

describe('G1: totals', () => {
  it('are the sums of received communes, checked by another query over the sent contents', async () => {
    const totals = (await mai.get<TotalsAnswer>(`/api/campaigns/${campaign.id}/totals`)).body;
    const form = totals.forms.find((f) => f.id === 'dossier');
    // Independent: reads what was sent, not the cells, and adds in the database.
    const { rows } = await sql<{ row: string; total: string; units: string }>`
      select c->>'row' as row, sum((c->'cell'->>'amount')::numeric)::text as total, count(*)::text as units
      from submission s join report r using (campaign_id, unit_id, revision),
        jsonb_array_elements(s.content->'cells') c
      where r.campaign_id = ${campaign.id} and r.state = 'received'
        and c->>'form' = 'dossier' and c->>'column' = '4' and c->'cell'->>'kind' = 'amount'
      group by 1`.execute(server.db);
    expect(rows.length).toBeGreaterThan(5);
    for (const row of rows) {
      const cell = form?.cells.find((c) => c.row === row.row && c.column === '4');
      expect([row.row, cell?.commune, cell?.units]).toEqual([
        row.row,
        { kind: 'amount', amount: String(Number(row.total)) },
        Number(row.units),
      ]);
    }
    const all = rows.reduce((n, r) => n + Number(r.total), 0);
    expect(form?.cells.find((c) => c.row === 'total' && c.column === '4')?.commune).toEqual({
      kind: 'amount',
      amount: String(all),
    });
  });

  it('a click names each unit’s part, who is missing and who is "không phát sinh"; whole-area figures are apart', async () => {
    const totals = (await mai.get<TotalsAnswer>(`/api/campaigns/${campaign.id}/totals`)).body;
    expect(totals.communes).toEqual({ obliged: 22, received: 10 });
    expect(totals.missing).toHaveLength(27 - totals.communes.received - totals.departments.received);
    const answer = (
      await mai.get<ContributionAnswer>(
        `/api/campaigns/${campaign.id}/contributions?form=dossier&row=total&column=4`,
      )
    ).body;
    const communes = answer.units.filter((u) => u.scope === 'commune');
    expect(communes).toHaveLength(22);
    const counted = communes.filter((u) => u.counted);
    expect(counted).toHaveLength(10);
    const sum = counted.reduce((n, u) => n + (u.cell.kind === 'amount' ? Number(u.cell.amount) : 0), 0);
    const total = totals.forms
      .find((f) => f.id === 'dossier')
      ?.cells.find((c) => c.row === 'total' && c.column === '4');
    expect(total?.commune).toEqual({ kind: 'amount', amount: String(sum) });
    expect(answer.units.filter((u) => u.scope === 'area').every((u) => !u.counted)).toBe(true);
  });

  it('refuses a cell that is none', async () => {
    const answer = await mai.get(
      `/api/campaigns/${campaign.id}/contributions?form=dossier&row=${encodeURIComponent("%_\\'")}&column=4`,
    );
    expect([answer.status, answer.body.code]).toEqual([404, 'http.notFound']);
  });
});
