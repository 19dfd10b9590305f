import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { DocumentTree } from '../../src/core/documents/tree.ts';
import type { BoardAnswer } from '../../src/core/report/answers.ts';
import { type HeatAnswer, heatOf, unpackHeat } from '../../src/core/report/heat.ts';
import { sheetsOf } from '../../src/server/excel/sheets.ts';
import { docxText } from '../../src/server/upload/docxText.ts';
import { theCampaign } from '../setup/campaign.ts';
import { type Client, signIn } from '../setup/client.ts';
import { startTestServer, type TestServer } from '../setup/server.ts';

let server: TestServer;
let [mai, lan, binh]: Client[] = [];
let campaign: Awaited<ReturnType<typeof theCampaign>>;
let at: string;

beforeAll(async () => {
  server = await startTestServer({ stage: 'issued' });
  [mai, lan, binh] = await Promise.all(['mai', 'lan', 'binh'].map((login) => signIn(server.url, login)));
  campaign = await theCampaign(mai as Client);
  at = `/api/campaigns/${campaign.id}`;
});
afterAll(() => server?.close());

const file = async (who: Client, path: string, body: unknown) => {
  const cookie = [...who.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  const response = await fetch(server.url + path, {
    method: 'POST',
    headers: { cookie, 'x-cchc': '1', 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  return {
    status: response.status,
    headers: response.headers,
    bytes: new Uint8Array(await response.arrayBuffer()),
  };
};
const board = async () => (await (mai as Client).get<BoardAnswer>(`${at}/board`)).body;

it('A7: who has not confirmed having seen the request is on the board until the unit confirms', async () => {
  const unseen = async () => (await board()).rows.filter((r) => r.acknowledgedAt === null).map((r) => r.name);
  expect(await unseen()).toContain('Xã Mẫu Sơn');
  const unitId = campaign.unit('Xã Mẫu Sơn');
  const { login } = await server.db
    .selectFrom('post')
    .innerJoin('person', 'person.id', 'post.person_id')
    .where('post.unit_id', '=', unitId)
    .where('post.role', '=', 'preparer')
    .select('person.login')
    .executeTakeFirstOrThrow();
  const clerk = await signIn(server.url, login);
  expect((await clerk.post(`${campaign.path('Xã Mẫu Sơn')}/acknowledge`)).status).toBe(200);
  expect(await unseen()).not.toContain('Xã Mẫu Sơn');
  const row = (await board()).rows.find((r) => r.unitId === unitId);
  expect(row?.contact).toMatchObject({ kind: 'seen', at: expect.any(Number) });
});

it('F3 F5: the packed view says of every unit what the board says, in a few characters each', async () => {
  const { rows } = await board();
  const { body: heat } = await (mai as Client).get<HeatAnswer>(`${at}/heat`);
  expect(heat.units.ids).toHaveLength(rows.length);
  expect(heat.packed).toHaveLength(2 * rows.length);
  heat.units.ids.forEach((id, i) => {
    const row = rows.find((r) => r.unitId === id);
    if (!row) throw new Error(`no row ${id}`);
    const { heat: code, share } = unpackHeat(heat.packed, i);
    expect([row.name, code]).toEqual([row.name, heatOf(row.state, row.lateness)]);
    expect(Math.abs(share - row.filled / (row.asked || 1))).toBeLessThan(0.02);
    expect(heat.groups[heat.units.group[i] ?? -1]?.id).toBe(row.parent?.id);
  });
  expect((await (lan as Client).get(`${at}/heat`)).status).toBe(403);
});

it('the list goes out as Excel in the order of the screen, and the journal knows', async () => {
  const unitIds = ['Xã Mẫu Sơn', 'Xã Bảo Lâm', 'Phòng Tư pháp'].map(campaign.unit);
  expect((await file(lan as Client, `${at}/board.xlsx`, { unitIds })).status).toBe(403);
  const { status, headers, bytes } = await file(binh as Client, `${at}/board.xlsx`, { unitIds });
  expect([status, headers.get('content-disposition')]).toEqual([200, expect.stringContaining('attachment')]);
  const [sheet] = await sheetsOf(bytes);
  expect(sheet?.rows[1]?.[0]).toMatch(/^Số liệu minh họa\. 3 đơn vị, lúc /);
  expect(sheet?.rows.slice(3).map((row) => row[1])).toEqual(['Xã Mẫu Sơn', 'Xã Bảo Lâm', 'Phòng Tư pháp']);
  const { rows } = await sql<{
    n: string;
  }>`select count(*) as n from fact where type = 'export.made'`.execute(server.db);
  expect(Number(rows[0]?.n)).toBeGreaterThan(0);
});

it('a công văn đôn đốc is drafted without a number from those of the chosen units that owe', async () => {
  const { rows } = await board();
  const sent = rows.find((r) => r.state === 'received');
  const unitIds = [campaign.unit('Xã Mẫu Sơn'), campaign.unit('Xã Xuất Lễ'), sent?.unitId ?? ''];
  for (const who of [lan, binh])
    expect((await (who as Client).post(`${at}/reminder-letter`, { unitIds })).status).toBe(403);
  const { body } = await (mai as Client).post<DocumentTree>(`${at}/reminder-letter`, { unitIds });
  expect(body.kinhGui).toEqual(['UBND xã Mẫu Sơn', 'UBND xã Xuất Lễ']);
  expect(body.head).toMatchObject({ number: null, day: null, body: 'PHÒNG NỘI VỤ' });
  expect(body.marks).toEqual({ draft: true, illustration: true });
  const nobody = await (mai as Client).post(`${at}/reminder-letter`, { unitIds: [sent?.unitId] });
  expect([nobody.status, nobody.body.code]).toEqual([409, 'reminder.owesNothing']);
  const word = await file(mai as Client, `${at}/reminder-letter.docx`, { unitIds });
  const words = await docxText(Buffer.from(word.bytes));
  expect(JSON.stringify(words)).toContain('Trả lại, chưa gửi lại');
  const pdf = await file(mai as Client, `${at}/reminder-letter.pdf`, { unitIds });
  expect(Buffer.from(pdf.bytes.slice(0, 5)).toString()).toBe('%PDF-');
});

it('a view of the board is kept by its person alone, replaced under its name, and forgotten', async () => {
  const view = {
    query: '',
    tile: 'drafting',
    group: 'communes',
    mine: false,
    risky: true,
    unseen: false,
    under: null,
    sort: 'due',
  };
  const kept = await (mai as Client).put('/api/board-views', { name: 'Xã sắp trễ', view });
  expect(kept.body.views).toEqual([{ name: 'Xã sắp trễ', view }]);
  const again = await (mai as Client).put('/api/board-views', {
    name: 'Xã sắp trễ',
    view: { ...view, sort: 'name' },
  });
  expect(again.body.views).toEqual([{ name: 'Xã sắp trễ', view: { ...view, sort: 'name' } }]);
  expect((await (binh as Client).get('/api/board-views')).body.views).toEqual([]);
  const nameless = await (mai as Client).put('/api/board-views', { name: '  ', view });
  expect([nameless.status, nameless.body.code]).toEqual([409, 'board.viewNameless']);
  expect((await (mai as Client).delete('/api/board-views', { name: 'Xã sắp trễ' })).body.views).toEqual([]);
});
