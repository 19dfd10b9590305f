import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TotalsAnswer } from '../../src/core/consolidation/answers.ts';
import type { FrozenAnswer } from '../../src/core/consolidation/frozenAnswers.ts';
import type { ReportAnswer } from '../../src/core/report/answers.ts';
import { doc, signSeen, theCampaign } from '../setup/campaign.ts';
import { type Client, signIn } from '../setup/client.ts';
import { startTestServer, type TestServer } from '../setup/server.ts';
import { addLastYear } from './lastYear.ts';
import { addProvince, givePost } from './province.ts';

let server: TestServer;
let mai: Client;
let campaign: Awaited<ReturnType<typeof theCampaign>>;
let at = '';

beforeAll(async () => {
  server = await startTestServer({ stage: 'issued' });
  mai = await signIn(server.url, 'mai');
  campaign = await theCampaign(mai);
  at = `/api/campaigns/${campaign.id}`;
});
afterAll(() => server?.close());

const frozen = async (): Promise<FrozenAnswer> => (await mai.get<FrozenAnswer>(`${at}/frozen`)).body;
const freeze = (basis: 'received' | 'sent', note = '') => mai.post(`${at}/frozen`, { basis, note });
const write = (section: string, version: number, text: string) =>
  mai.post(`${at}/draft/sections/${section}`, {
    version,
    pieces: [{ id: randomUUID(), kind: 'words', doc: doc(text), sources: [] }],
  });
const total = async (column: string): Promise<string> => {
  const { body } = await mai.get<TotalsAnswer>(`${at}/totals?basis=sent`);
  const cell = body.forms
    .find((f) => f.id === 'dossier')
    ?.cells.find((c) => c.row === 'total' && c.column === column)?.commune;
  return cell?.kind === 'amount' ? cell.amount : '';
};

describe('G5: a frozen version never changes; what comes later is shown with its choice', () => {
  it('G5: figures, words and sources are kept with their hash, which the journal has; nobody can change the row', async () => {
    expect((await write('s2.2', 0, 'Bản của huyện khi chốt.')).status).toBe(200);
    const made = await freeze('sent');
    expect([made.status, made.body.number]).toEqual([200, 1]);
    const { versions, moved } = await frozen();
    expect(versions).toMatchObject([{ number: 1, intact: true, replaces: null, code: made.body.code }]);
    expect(moved).toMatchObject({ units: [], totals: [], sections: [], anything: false });
    const { rows } = await sql<{ hash: string }>`select data ->> 'hash' as hash from fact
      where campaign_id = ${campaign.id} and type = 'consolidation.frozen'`.execute(server.db);
    expect(rows).toEqual([{ hash: versions[0]?.hash }]);
    await expect(sql`update frozen_version set number = 9`.execute(server.db)).rejects.toThrow(
      /permission denied/,
    );
    await expect(sql`delete from frozen_version`.execute(server.db)).rejects.toThrow(/permission denied/);
    expect((await freeze('sent', 'Chốt lại lần nữa')).body.code).toBe('consolidation.nothingChanged');
    await sql`update frozen_version set content = jsonb_set(content, '{title}', '"khác"')`.execute(
      server.owner,
    );
    expect((await frozen()).versions[0]?.intact).toBe(false);
    await sql`update frozen_version set content = jsonb_set(content, '{title}', to_jsonb((select title from campaign where id = ${campaign.id})))`.execute(
      server.owner,
    );
    expect((await frozen()).versions[0]?.intact).toBe(true);
  });

  it('G5: a commune +3 after it: its cell, the total and all that rests on it are named with before and after', async () => {
    let name = '';
    const before = { four: await total('4'), three: await total('3') };
    const { rows: open } = await sql<{ name: string; role: string; login: string }>`
      select unit.name, post.role, person.login from report join unit on unit.id = report.unit_id
        join post on post.unit_id = unit.id join person on person.id = post.person_id
      where campaign_id = ${campaign.id} and state = 'submitted' and begun_at is null and unit.kind = 'commune'
      order by unit.name desc`.execute(server.db);
    name = open[0]?.name ?? '';
    const path = campaign.path(name);
    const of = (role: string) =>
      signIn(server.url, open.find((o) => o.name === name && o.role === role)?.login ?? '');
    const [preparer, signer] = [await of('preparer'), await of('signer')];
    expect((await preparer.post(`${path}/withdraw`)).status).toBe(200);
    const report = (await preparer.get<ReportAnswer>(path)).body;
    const cell = (column: string) => {
      const found = report.cells.find(
        (c) => c.form === 'dossier' && c.row === 'ho-tich' && c.column === column,
      );
      if (found?.cell.kind !== 'amount') throw new Error(`no figure in ${column}`);
      return {
        form: 'dossier',
        row: 'ho-tich',
        column,
        version: found.version,
        cell: { kind: 'amount', amount: String(Number(found.cell.amount) + 3) },
      };
    };
    const saved = await preparer.post(`${path}/save`, { cells: [cell('4'), cell('12')], words: [] });
    expect([saved.status, saved.body.conflicts]).toEqual([200, []]);
    // The words still say the old numbers: each is explained, as the unit would (C10).
    const { body: asked } = await preparer.post(`${path}/pass-to-sign`);
    for (const gap of asked.details?.gaps ?? [])
      await preparer.post(`${path}/reasons`, {
        check: gap.contradiction.key,
        reason: 'Thêm 3 hồ sơ nộp đêm 28/02',
      });
    expect((await preparer.post(`${path}/pass-to-sign`)).status).toBe(200);
    expect((await signSeen(signer, path)).status).toBe(200);
    const { moved } = await frozen();
    const unit = moved?.units.find((u) => u.name === name);
    expect([moved?.units.length, unit?.what]).toEqual([1, 'changed']);
    expect(unit?.cells.map((c) => [c.column, c.difference])).toEqual(
      expect.arrayContaining([
        ['4', '3'],
        ['12', '3'],
      ]),
    );
    const line = (column: string) =>
      moved?.totals.find((m) => m.row === 'total' && m.column === column && m.scope === 'commune');
    for (const [column, was] of [
      ['4', before.four],
      ['3', before.three],
    ] as const)
      expect(line(column)).toMatchObject({
        before: { kind: 'amount', amount: was },
        after: { kind: 'amount', amount: String(Number(was) + 3) },
        difference: '3',
      });
    expect(moved).toMatchObject({ figures: true, decided: null });
  });

  it('G5: printing version 1 gives what was frozen while the draft goes on', async () => {
    expect((await write('s2.2', 1, 'Câu viết sau khi chốt.')).status).toBe(200);
    const word = async (query: string) => {
      const { body } = await mai.download(`${at}/report.docx${query}`);
      const { readUpload } = await import('../../src/server/upload/readUpload.ts');
      const read = await readUpload(body as Uint8Array<ArrayBuffer>, 'bao-cao.docx');
      return read.ok ? read.text : '';
    };
    const [then, now] = [await word('?version=1'), await word('')];
    expect([then.includes('Bản của huyện khi chốt.'), then.includes('Câu viết sau khi chốt.')]).toEqual([
      true,
      false,
    ]);
    expect(now).toContain('Câu viết sau khi chốt.');
    expect((await mai.get(`${at}/report.docx?version=7`)).status).toBe(404);
  });

  it('G5: an erratum is for form only; figures go to the next period or into a version that replaces, linked both ways', async () => {
    const seen = (await frozen()).moved?.hash;
    const decide = (choice: string, more: Record<string, unknown> = {}) =>
      mai.post(`${at}/frozen/1/decide`, { choice, note: 'Số đổi ít, để kỳ sau', seen, ...more });
    expect((await decide('erratum')).body.code).toBe('consolidation.erratumFormOnly');
    expect((await decide('next-period', { seen: '0'.repeat(64) })).body.code).toBe(
      'consolidation.movedSince',
    );
    expect((await decide('next-period', { note: '' })).body.code).toBe('consolidation.noteMissing');
    expect((await decide('next-period')).status).toBe(200);
    expect((await decide('next-period')).body.code).toBe('consolidation.alreadyDecided');
    expect((await frozen()).moved?.decided).toBe('next-period');
    // The next period of the same authority shows what was put off to it.
    const next = await addLastYear(server.owner, campaign.id);
    await sql`update campaign set state = 'issued', window_from = '2023-12-01', window_to = '2024-05-31',
      period_kind = 'half', period_year = 2024 where id = ${next}`.execute(server.owner);
    const { carried } = (await mai.get<FrozenAnswer>(`/api/campaigns/${next}/frozen`)).body;
    expect(carried).toMatchObject([{ campaignId: campaign.id, number: 1, note: 'Số đổi ít, để kỳ sau' }]);
    expect(carried[0]?.totals.length).toBeGreaterThan(3);
    expect((await freeze('sent', '')).body.code).toBe('consolidation.noteMissing');
    expect((await freeze('sent', 'Một xã sửa số sau khi chốt')).body.number).toBe(2);
    const { versions, moved } = await frozen();
    expect(
      versions.map((v) => [v.number, v.replaces, v.decisions.map((d) => [d.choice, d.newNumber])]),
    ).toEqual([
      [2, 1, []],
      [
        1,
        null,
        [
          ['next-period', null],
          ['reissue', 2],
        ],
      ],
    ]);
    expect(moved?.anything).toBe(false);
    // Words alone: a slip of form, put right by an erratum.
    expect((await write('s2.2', 2, 'Sửa lỗi trình bày.')).status).toBe(200);
    const words = (await frozen()).moved;
    expect(words).toMatchObject({ figures: false, anything: true, sections: [{ id: 's2.2' }] });
    const erratum = { choice: 'erratum', note: 'Sửa lỗi trình bày', seen: words?.hash };
    expect((await mai.post(`${at}/frozen/2/decide`, erratum)).status).toBe(200);
  });

  it('G5: words whose source went stop the freezing', async () => {
    const offered = (await mai.get(`${at}/draft/sections/s1/sources`)).body;
    const group = offered.groups.find((g: { sentences: unknown[] }) => g.sentences.length === 1);
    const { unitId, section, quote } = group.sentences[0];
    const pieces = [
      {
        id: randomUUID(),
        kind: 'words',
        doc: doc(quote),
        sources: [{ kind: 'unit', role: 'unit', unitId, section, quote }],
      },
    ];
    expect((await mai.post(`${at}/draft/sections/s1`, { version: 0, pieces })).status).toBe(200);
    await mai.post(`${at}/total-changes/leave-out`, { unitId, form: null, reason: 'Chờ xã giải trình' });
    expect((await frozen()).problems).toBe(1);
    expect((await freeze('sent', 'Chốt khi nguồn đã mất')).body.code).toBe('consolidation.sourcesOpen');
    await mai.post(`${at}/draft/drop-unit`, { unitId, section: null });
    expect((await frozen()).problems).toBe(0);
    for (const change of (await mai.get<TotalsAnswer>(`${at}/totals`)).body.changes)
      await mai.post(`${at}/total-changes/${change.id}/take-back`);
  });
});

describe('G7: the frozen version goes up as the district’s own report', () => {
  it('G7: it fills the report that the province asked for, by measure and heading, and is sent by the ordinary verbs', async () => {
    const province = await addProvince(server.owner, campaign.id);
    const { upper } = await frozen();
    expect(upper).toMatchObject([{ campaignId: province.campaignId, state: 'not-opened', mayFill: false }]);
    const district = upper[0]?.unitId ?? '';
    const handUp = (who: Client, number: number) =>
      who.post(`${at}/frozen/${number}/hand-up`, { upperCampaignId: province.campaignId });
    expect((await handUp(mai, 2)).status).toBe(403);
    await givePost(server.owner, 'mai', district, 'preparer');
    await givePost(server.owner, 'nga', province.id, 'receiver');
    mai = await signIn(server.url, 'mai');
    expect((await handUp(mai, 1)).body.code).toBe('consolidation.notLatest');
    expect((await handUp(mai, 2)).status).toBe(200);
    const path = `/api/reports/${province.campaignId}/${district}`;
    const report = (await mai.get<ReportAnswer>(path)).body;
    const cell = report.cells.find((c) => c.form === 'bieu-huyen' && c.row === 'ho-tich' && c.column === '4');
    const { rows } = await sql<{ said: string }>`
      select coalesce(c ->> 'total', c -> 'commune' ->> 'amount') as said from frozen_version v, jsonb_array_elements(v.content -> 'forms') f,
        jsonb_array_elements(f -> 'cells') c
      where v.number = 2 and f ->> 'id' = 'dossier' and c ->> 'row' = 'ho-tich' and c ->> 'column' = '4'`.execute(
      server.db,
    );
    expect(cell?.cell).toEqual({ kind: 'amount', amount: rows[0]?.said });
    expect(report.words.find((w) => w.section === 'h1')?.plain).toBe('Câu viết sau khi chốt.');
    expect((await frozen()).versions[0]?.handedUp).toMatchObject([
      { campaignId: province.campaignId, by: 'Vi Thị Mai' },
    ]);
    const passed = await mai.post(`${path}/pass-to-sign`);
    expect(passed.body.code ?? passed.status).toBe(200);
    expect((await signSeen(mai, path)).status).toBe(403);
    const sent = await signSeen(await signIn(server.url, 'binh'), path);
    expect([sent.status, sent.body.state]).toEqual([200, 'submitted']);
    const nga = await signIn(server.url, 'nga');
    expect((await nga.post(`${path}/begin-receiving`)).status).toBe(200);
    expect((await nga.post<ReportAnswer>(`${path}/receive`)).body.state).toBe('received');
  });
});

describe('G6: the campaign closes when every obliged unit is in or left out', () => {
  it('G6: names who is open; closes once they are left out with a reason; then nothing more is changed', async () => {
    const refused = await mai.post(`${at}/close`);
    expect(refused.body.code).toBe('consolidation.unitsOpen');
    const { open } = await frozen();
    expect([refused.body.details.count, open.length > 5]).toEqual([open.length, true]);
    expect((await (await signIn(server.url, 'binh')).post(`${at}/close`)).status).toBe(403);
    for (const { unitId } of open.slice(1))
      await mai.post(`${at}/total-changes/leave-out`, { unitId, form: null, reason: 'Chưa gửi báo cáo' });
    const almost = await mai.post(`${at}/close`);
    expect(almost.body.details.units).toEqual([open[0]]);
    await mai.post(`${at}/total-changes/leave-out`, {
      unitId: open[0]?.unitId,
      form: null,
      reason: 'Gia hạn đến 08/3 theo Công văn số 121/UBND-NV',
    });
    expect((await mai.post(`${at}/close`)).status).toBe(200);
    expect((await frozen()).state).toBe('closed');
    expect((await mai.post(`${at}/close`)).body.code).toBe('consolidation.wrongState');
    expect((await write('s2.2', 3, 'Viết sau khi đóng')).body.code).toBe('consolidation.wrongState');
    const { rows } = await sql<{ n: string }>`select count(*) as n from fact
      where campaign_id = ${campaign.id} and type = 'campaign.closed'`.execute(server.db);
    expect(rows[0]?.n).toBe('1');
  });
});
