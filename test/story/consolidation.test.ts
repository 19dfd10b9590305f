import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ContributionAnswer, TotalsAnswer, YearAnswer } from '../../src/core/consolidation/answers.ts';
import { keptThatDiffer } from '../../src/server/consolidation/keptTallies.ts';
import { theCampaign } from '../setup/campaign.ts';
import { type Client, signIn } from '../setup/client.ts';
import { startTestServer, type TestServer } from '../setup/server.ts';
import { addedBySql, expectAdded } from './addedBySql.ts';
import { addLastYear } from './lastYear.ts';

let server: TestServer;
let mai: Client;
let thu: Client;
let campaign: Awaited<ReturnType<typeof theCampaign>>;
let at = '';

beforeAll(async () => {
  server = await startTestServer({ stage: 'issued' });
  mai = await signIn(server.url, 'mai');
  thu = await signIn(server.url, 'thu');
  campaign = await theCampaign(mai);
  at = `/api/campaigns/${campaign.id}`;
});
afterAll(() => server?.close());

const totals = async (who: Client, query = ''): Promise<TotalsAnswer> =>
  (await who.get<TotalsAnswer>(`${at}/totals${query}`)).body;
const amountAt = (answer: TotalsAnswer, form: string, row: string, column: string): string | undefined => {
  const cell = answer.forms
    .find((f) => f.id === form)
    ?.cells.find((c) => c.row === row && c.column === column)?.commune;
  return cell?.kind === 'amount' || cell?.kind === 'incomplete' ? cell.amount : undefined;
};
const given = async (query: string): Promise<ContributionAnswer> =>
  (await mai.get<ContributionAnswer>(`${at}/contributions?${query}`)).body;

/** A second implementation: adds in the database what units sent, or what stands in their cells, by state. */
const bySql = async (
  states: readonly string[],
  column: string,
  units?: readonly string[],
): Promise<string> => {
  const { rows } = await sql<{ total: string }>`
    select coalesce(sum(amount), 0)::text as total from cell join report using (campaign_id, unit_id)
    where campaign_id = ${campaign.id} and form_id = 'dossier' and column_id = ${column}
      and report.state = any(${[...states]}::text[])
      ${units ? sql`and unit_id = any(${[...units]}::uuid[])` : sql``}`.execute(server.db);
  return String(Number(rows[0]?.total));
};

describe('G1: totals by what was chosen on purpose', () => {
  it('G1: received only, sent, with drafts: each the sum that SQL finds, each with who is missing', async () => {
    const chosen = {
      received: ['received'],
      sent: ['received', 'submitted'],
      drafts: ['received', 'submitted', 'returned', 'signed', 'awaiting-signature', 'drafting'],
    };
    const seen = new Set<string | undefined>();
    for (const [basis, states] of Object.entries(chosen)) {
      const answer = await totals(mai, `?basis=${basis}`);
      expect(answer.basis).toBe(basis);
      const total = amountAt(answer, 'dossier', 'total', '4');
      expect(total).toBe(await bySql(states, '4'));
      seen.add(total);
      // Every figure, added now and read again from what was kept.
      expectAdded(answer, await addedBySql(server.db, campaign.id, states));
      expectAdded(await totals(mai, `?basis=${basis}`), await addedBySql(server.db, campaign.id, states));
      const { rows } = await sql<{ n: string }>`select count(*) as n from report
        where campaign_id = ${campaign.id} and state <> all(${states}::text[])`.execute(server.db);
      expect(answer.missing).toHaveLength(Number(rows[0]?.n));
    }
    expect(seen.size).toBeGreaterThan(1);
  });

  it('G1: each rule by itself: ratio of sums, the largest of a common catalogue, units that say yes', async () => {
    const answer = await totals(mai);
    const { rows } = await sql<{ ratio: string; most: string; yes: string }>`
      with r as (select c.* from cell c join report using (campaign_id, unit_id)
        where campaign_id = ${campaign.id} and state = 'received' and scope = 'commune')
      select
        round(sum(amount) filter (where form_id = 'dossier' and column_id in ('8', '9')) * 100
          / sum(amount) filter (where form_id = 'dossier' and column_id in ('8', '9', '10')), 2)::float8::text as ratio,
        max(amount) filter (where row_id = 'cchc-3-p2')::text as most,
        count(*) filter (where row_id = 'cchc-1-15' and amount = 1)::text as yes
      from r`.execute(server.db);
    const [found] = rows;
    expect(amountAt(answer, 'dossier', 'total', 'r1')).toBe(found?.ratio);
    expect(amountAt(answer, 'tthc', 'cchc-3-p2', 'value')).toBe(found?.most);
    expect(amountAt(answer, 'cddh', 'cchc-1-15', 'value')).toBe(found?.yes);
  });

  it('G1: what is kept follows every report that comes in or goes out, and agrees with adding afresh', async () => {
    const both = async (): Promise<void> => {
      for (const [basis, states] of [
        ['received', ['received']],
        ['sent', ['received', 'submitted']],
      ] as const)
        expectAdded(await totals(mai, `?basis=${basis}`), await addedBySql(server.db, campaign.id, states));
    };
    const { rows: sent } = await sql<{ unit_id: string; login: string; begun: boolean }>`
      select r.unit_id, person.login, r.begun_at is not null as begun from report r join unit on unit.id = r.unit_id
        join post on post.unit_id = r.unit_id and post.role = 'preparer' join person on person.id = post.person_id
      where r.campaign_id = ${campaign.id} and r.state = 'submitted' and unit.kind = 'commune'
      order by begun desc, unit.name`.execute(server.db);
    const [first, second] = [sent[0], sent.findLast((one) => !one.begun)];
    if (!first || !second || first === second) throw new Error('too few were sent');
    const path = (of: typeof first) => `/api/reports/${campaign.id}/${of.unit_id}`;
    await both();
    const less = (await totals(mai)).communes.received;
    expect((await mai.post(`${path(first)}/receive`)).status).toBe(200);
    expect((await totals(mai)).communes.received).toBe(less + 1);
    await both();
    expect((await (await signIn(server.url, second.login)).post(`${path(second)}/withdraw`)).status).toBe(
      200,
    );
    await both();
    const counted = { basis: 'received', under: null, kind: null, forms: null, changes: [] } as const;
    const check = () => keptThatDiffer({ db: server.db }, campaign.id, counted);
    const { checked } = await check();
    expect([checked > 0, (await check()).wrong]).toEqual([true, 0]);
    await sql`update kept_total set tallies = '[]' where basis = 'received' and unit_kind = 'commune'`.execute(
      server.owner,
    );
    expect((await check()).wrong).toBe(1);
    await sql`delete from kept_total`.execute(server.owner);
    await both();
  });

  it('G1: at any node of the tree and by kind of unit', async () => {
    const unit = campaign.unit('Xã Gia Cát');
    const one = await totals(mai, `?under=${unit}&basis=drafts`);
    expect(one.communes.obliged).toBe(1);
    expect(amountAt(one, 'dossier', 'total', '4')).toBe(
      await bySql(['received', 'submitted', 'drafting', 'returned', 'awaiting-signature'], '4', [unit]),
    );
    const gave = await given(`form=dossier&row=total&column=4&basis=drafts&under=${unit}`);
    expect(gave.units.map((u) => u.unitId)).toEqual([unit]);
    const departments = await totals(mai, '?kind=department&basis=drafts');
    expect([departments.communes.obliged, departments.departments.obliged]).toEqual([0, 5]);
    expect(amountAt(departments, 'dossier', 'total', '4')).toBeUndefined();
  });

  it('G1: a value far from the others is marked in who gave what, and only that one', async () => {
    const before = await given('form=dossier&row=ho-tich&column=5');
    const counted = before.units.filter((u) => u.counted && u.scope === 'commune');
    const odd = counted.find((u) => u.cell.kind === 'amount');
    if (!odd) throw new Error('no unit with a figure');
    await mai.post(`${at}/total-changes/correct`, {
      unitId: odd.unitId,
      form: 'dossier',
      row: 'ho-tich',
      column: '5',
      seen: odd.cell,
      amount: '99999',
      reason: 'Thử một số lệch hẳn các xã khác',
    });
    const after = await given('form=dossier&row=ho-tich&column=5');
    const marked = after.units.find((u) => u.unitId === odd.unitId);
    expect(marked?.look?.kind).toBe('far');
    const [change] = marked?.corrected ?? [];
    expect((await mai.post(`${at}/total-changes/${change?.id}/take-back`)).status).toBe(200);
    const again = await given('form=dossier&row=ho-tich&column=5');
    expect(again.units.find((u) => u.unitId === odd.unitId)?.value).toEqual(odd.cell);
  });
});

describe('G2: left out and corrected, with reasons that stay visible', () => {
  it('G2: a corrected cell moves every sum that rests on it; the report keeps its own; taken back it counts again', async () => {
    const before = await totals(mai);
    const gave = await given('form=dossier&row=ho-tich&column=4');
    const unit = gave.units.find((u) => u.counted && u.cell.kind === 'amount');
    if (unit?.cell.kind !== 'amount') throw new Error('no unit with a figure');
    const report = `/api/reports/${campaign.id}/${unit.unitId}`;
    const hash = (await mai.get(report)).body.contentHash;
    const place = { unitId: unit.unitId, form: 'dossier', row: 'ho-tich', column: '4', seen: unit.cell };
    const ask = (more: Record<string, unknown>) =>
      mai.post(`${at}/total-changes/correct`, { ...place, amount: '7', reason: 'Gõ đảo số', ...more });
    expect((await ask({ reason: ' ' })).body.code).toBe('consolidation.reasonMissing');
    expect((await ask({ amount: '7a' })).body.code).toBe('consolidation.notANumber');
    expect((await ask({ column: '3' })).body.code).toBe('consolidation.computedCell');
    expect((await ask({ seen: { kind: 'amount', amount: '123456' } })).body.code).toBe(
      'consolidation.reportedChanged',
    );
    const more = String(Number(unit.cell.amount) + 1000);
    expect((await ask({ amount: more })).status).toBe(200);
    expect((await ask({ amount: '9' })).body.code).toBe('consolidation.alreadyCorrected');
    const moved = await totals(mai);
    for (const [row, column] of [
      ['ho-tich', '4'],
      ['ho-tich', '3'],
      ['total', '4'],
      ['total', '3'],
    ] as const)
      expect(Number(amountAt(moved, 'dossier', row, column))).toBe(
        Number(amountAt(before, 'dossier', row, column)) + 1000,
      );
    expect(moved.changes).toMatchObject([
      { kind: 'correct', unitId: unit.unitId, amount: more, reported: unit.cell, reason: 'Gõ đảo số' },
    ]);
    expect((await mai.get(report)).body.contentHash).toBe(hash);
    const change = moved.changes[0]?.id;
    expect((await mai.post(`${at}/total-changes/${change}/take-back`)).status).toBe(200);
    expect((await mai.post(`${at}/total-changes/${change}/take-back`)).body.code).toBe(
      'consolidation.alreadyTakenBack',
    );
    expect((await totals(mai)).forms).toEqual(before.forms);
    const { rows } = await sql<{ type: string }>`select type from fact
      where campaign_id = ${campaign.id} and type like 'consolidation.%' order by seq desc limit 2`.execute(
      server.db,
    );
    expect(rows.map((r) => r.type)).toEqual(['consolidation.takenBack', 'consolidation.corrected']);
  });

  it('G2: a unit left out leaves every total and stands among the missing; one form can be left out alone', async () => {
    const before = await totals(mai);
    const gave = await given('form=dossier&row=total&column=4');
    const unit = gave.units.find((u) => u.counted && u.scope === 'commune');
    if (unit?.cell.kind !== 'amount') throw new Error('no unit');
    const less = Number(amountAt(before, 'dossier', 'total', '4')) - Number(unit.cell.amount);
    for (const form of ['dossier', null]) {
      const answer = await mai.post(`${at}/total-changes/leave-out`, {
        unitId: unit.unitId,
        form,
        reason: 'Chờ xã giải trình',
      });
      expect(answer.status).toBe(200);
      const now = await totals(mai);
      expect(Number(amountAt(now, 'dossier', 'total', '4'))).toBe(less);
      expect(now.communes.received).toBe(before.communes.received - (form === null ? 1 : 0));
      expect(now.missing.some((m) => m.unitId === unit.unitId)).toBe(form === null);
      if (form)
        expect(amountAt(now, 'cddh', 'cchc-1-01', 'value')).toBe(
          amountAt(before, 'cddh', 'cchc-1-01', 'value'),
        );
    }
    expect(
      (
        await mai.post(`${at}/total-changes/leave-out`, {
          unitId: unit.unitId,
          form: null,
          reason: 'Lần nữa',
        })
      ).body.code,
    ).toBe('consolidation.alreadyLeftOut');
    for (const change of (await totals(mai)).changes)
      expect((await mai.post(`${at}/total-changes/${change.id}/take-back`)).status).toBe(200);
    expect((await totals(mai)).forms).toEqual(before.forms);
  });
});

describe('G3: a lead sees all communes in its field and only there', () => {
  it('G3: Thu reads and changes public finance of every commune; other fields, units as a whole and closing are refused', async () => {
    const own = await totals(thu);
    expect(own.place).toEqual({ whole: null, areas: ['TÀI CHÍNH CÔNG', 'TÁC ĐỘNG KT-XH'] });
    expect(own.forms.map((f) => f.id).sort()).toEqual(['kt-xh', 'tai-chinh', 'tai-chinh-area']);
    expect(own.communes.obliged).toBe(22);
    expect(amountAt(own, 'tai-chinh', 'cchc-5-01', 'value')).toBe(
      amountAt(await totals(mai), 'tai-chinh', 'cchc-5-01', 'value'),
    );
    const spot = (form: string, row: string, column: string) =>
      thu.get<ContributionAnswer>(`${at}/contributions?form=${form}&row=${row}&column=${column}`);
    const finance = (await spot('tai-chinh', 'cchc-5-01', 'value')).body;
    expect(finance.units.filter((u) => u.scope === 'commune')).toHaveLength(22);
    expect((await spot('dossier', 'total', '4')).status).toBe(403);
    const unit = finance.units.find((u) => u.counted && u.cell.kind === 'amount');
    const out = (form: string | null) =>
      thu.post(`${at}/total-changes/leave-out`, {
        unitId: unit?.unitId,
        form,
        reason: 'Chưa đối chiếu Kho bạc',
      });
    expect((await out('dossier')).status).toBe(403);
    expect((await out(null)).status).toBe(403);
    expect((await out('tai-chinh')).status).toBe(200);
    const [change] = (await totals(thu)).changes;
    expect(change).toMatchObject({ form: 'tai-chinh', by: 'Nguyễn Thị Thu' });
    expect((await thu.post(`${at}/total-changes/${change?.id}/take-back`)).status).toBe(200);
    expect((await (await signIn(server.url, 'lan')).get(`${at}/totals`)).status).toBe(403);
  });
});

describe('G1: rules that are not sums', () => {
  it('G1: what was sent last, with whose it is; every unit listed; a corrected value and a form left out follow', async () => {
    // The same template with other rules in two rows, as an office would publish it.
    await sql`insert into template (id, version, title, body, published_at)
      select id, version + 100, title, body, published_at from template where (id, version) = (select template_id, template_version from campaign where id = ${campaign.id})`.execute(
      server.owner,
    );
    await sql`update template set body = jsonb_set(body, '{forms}', (
      select jsonb_agg(case when form ->> 'id' <> 'cddh' then form else jsonb_set(form, '{rows}', (
        select jsonb_agg(case r ->> 'id' when 'cchc-1-01' then r || '{"aggregation":"latest"}'
          when 'cchc-1-02' then r || '{"aggregation":"list"}' else r end order by at)
        from jsonb_array_elements(form -> 'rows') with ordinality as rows(r, at))) end order by n)
      from jsonb_array_elements(body -> 'forms') with ordinality as forms(form, n)))
      where version > 100`.execute(server.owner);
    const version = (by: number) =>
      sql`update campaign set template_version = template_version + ${by} where id = ${campaign.id}`.execute(
        server.owner,
      );
    await version(100);
    try {
      const cellAt = (answer: TotalsAnswer, row: string) =>
        answer.forms.find((f) => f.id === 'cddh')?.cells.find((c) => c.row === row && c.column === 'value');
      const { rows } = await sql<{ row_id: string; unit_id: string; name: string; amount: string }>`
        select row_id, unit_id, unit.name, amount::float8::text as amount
        from cell join report using (campaign_id, unit_id) join unit on unit.id = unit_id
        where campaign_id = ${campaign.id} and report.state = 'received' and form_id = 'cddh'
          and row_id in ('cchc-1-01', 'cchc-1-02') and column_id = 'value' and cell.kind = 'amount'
        order by submitted_at desc, unit.id`.execute(server.db);
      const [last, before] = rows.filter((r) => r.row_id === 'cchc-1-01');
      const listed = rows.filter((r) => r.row_id === 'cchc-1-02');
      if (!last || !before || listed.length < 3) throw new Error('too few figures');
      const first = await totals(mai);
      expect(cellAt(first, 'cchc-1-01')).toMatchObject({
        commune: { kind: 'amount', amount: last.amount },
        from: last.name,
        total: null,
      });
      const names = (answer: TotalsAnswer): string[] => {
        const cell = cellAt(answer, 'cchc-1-02')?.commune;
        return cell?.kind === 'text' ? cell.text.split('; ').sort() : [];
      };
      expect(names(first)).toEqual(listed.map((r) => `${r.name}: ${r.amount}`).sort());
      // A form left out: the one before it was sent last, and the list is shorter by one.
      await mai.post(`${at}/total-changes/leave-out`, {
        unitId: last.unit_id,
        form: 'cddh',
        reason: 'Chờ xã giải trình',
      });
      const without = await totals(mai);
      expect(cellAt(without, 'cchc-1-01')).toMatchObject({
        commune: { amount: before.amount },
        from: before.name,
      });
      expect(names(without)).toHaveLength(listed.filter((r) => r.unit_id !== last.unit_id).length);
      await mai.post(`${at}/total-changes/correct`, {
        unitId: before.unit_id,
        form: 'cddh',
        row: 'cchc-1-01',
        column: 'value',
        seen: { kind: 'amount', amount: before.amount },
        amount: '77',
        reason: 'Đếm lại theo sổ văn bản',
      });
      expect(cellAt(await totals(mai), 'cchc-1-01')).toMatchObject({
        commune: { amount: '77' },
        from: before.name,
      });
      for (const change of (await totals(mai)).changes)
        await mai.post(`${at}/total-changes/${change.id}/take-back`);
      expect((await totals(mai)).forms).toEqual(first.forms);
    } finally {
      await version(-100);
    }
  });
});

describe('G8: windows side by side, never added', () => {
  it('G8: the same quarter of last year stands beside each total and each unit; the sum stays this year’s', async () => {
    const alone = await totals(mai);
    expect(alone.compared).toBeNull();
    const last = await addLastYear(server.owner, campaign.id);
    const beside = await totals(mai);
    expect(beside.compared).toMatchObject({
      campaignId: last,
      relation: 'same-last-year',
      window: { from: '2022-12-01', to: '2023-02-28' },
    });
    expect(amountAt(beside, 'dossier', 'total', '4')).toBe(amountAt(alone, 'dossier', 'total', '4'));
    const { rows } = await sql<{ total: string }>`select sum(amount)::text as total from cell
      where campaign_id = ${last} and form_id = 'dossier' and column_id = '4'`.execute(server.db);
    const cell = beside.forms
      .find((f) => f.id === 'dossier')
      ?.cells.find((c) => c.row === 'total' && c.column === '4');
    expect(cell?.last).toEqual({ kind: 'amount', amount: String(Number(rows[0]?.total)) });
    const gave = await given('form=dossier&row=total&column=4');
    const unit = gave.units.find((u) => u.counted && u.cell.kind === 'amount');
    if (unit?.cell.kind !== 'amount') throw new Error('no unit');
    expect(unit.last).toEqual({ kind: 'amount', amount: String(Number(unit.cell.amount) * 2) });
    // A second window of the year that shares its days: 6 tháng beside quý I.
    const half = await addLastYear(server.owner, campaign.id);
    await sql`update campaign set period_kind = 'half', period_index = 1, period_year = 2024,
      window_from = '2023-12-01', window_to = '2024-05-31', title = 'Báo cáo 6 tháng đầu năm 2024'
      where id = ${half}`.execute(server.owner);
    const { body: year } = await mai.get<YearAnswer>(`${at}/year`);
    expect(year.periods.map((p) => [p.window.from, p.overlaps.length, p.lastYear])).toEqual([
      ['2023-12-01', 1, false],
      ['2023-12-01', 1, false],
      ['2022-12-01', 0, true],
    ]);
    const line = year.lines.find((l) => l.key === 'dossier/total/4');
    const now = amountAt(alone, 'dossier', 'total', '4');
    expect(line?.values.map((v) => v?.kind === 'amount' && v.amount)).toEqual([
      now,
      String(Number(rows[0]?.total)),
      String(Number(rows[0]?.total)),
    ]);
  });
});
