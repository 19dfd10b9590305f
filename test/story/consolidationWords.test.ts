import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type {
  ContributionAnswer,
  DraftAnswer,
  HistoryAnswer,
  PartnersAnswer,
  SourcesAnswer,
  TotalsAnswer,
} from '../../src/core/consolidation/answers.ts';
import type { UnitSource, WantedPiece } from '../../src/core/consolidation/draft.ts';
import { instantAt } from '../../src/core/kernel/instant.ts';
import { plainText } from '../../src/core/kernel/richText.ts';
import { doc, theCampaign } from '../setup/campaign.ts';
import { type Client, signIn } from '../setup/client.ts';
import { startTestServer, type TestServer } from '../setup/server.ts';

let server: TestServer;
let mai: Client;
let nga: Client;
let thu: Client;
let campaign: Awaited<ReturnType<typeof theCampaign>>;
let at = '';
const TTHC = 's2.2';

beforeAll(async () => {
  server = await startTestServer({ stage: 'issued' });
  [mai, nga, thu] = (await Promise.all(['mai', 'nga', 'thu'].map((login) => signIn(server.url, login)))) as [
    Client,
    Client,
    Client,
  ];
  campaign = await theCampaign(mai);
  at = `/api/campaigns/${campaign.id}`;
});
afterAll(() => server?.close());

const draft = async (who: Client = mai): Promise<DraftAnswer> =>
  (await who.get<DraftAnswer>(`${at}/draft`)).body;
const section = async (id: string, who: Client = mai) => {
  const found = (await draft(who)).sections.find((s) => s.id === id);
  if (!found) throw new Error(`no section ${id}`);
  return found;
};
const sources = async (id: string): Promise<SourcesAnswer> =>
  (await mai.get<SourcesAnswer>(`${at}/draft/sections/${id}/sources`)).body;
const write = (id: string, version: number, pieces: readonly unknown[], who: Client = mai) =>
  who.post(`${at}/draft/sections/${id}`, { version, pieces });
const words = (text: string, from: readonly UnitSource[] = [], id: string = randomUUID()): WantedPiece => ({
  id,
  kind: 'words',
  doc: doc(text),
  sources: from,
});
const asWanted = (pieces: DraftAnswer['sections'][number]['pieces']): WantedPiece[] =>
  pieces.map((p) =>
    p.kind === 'table'
      ? p
      : {
          id: p.id,
          kind: 'words',
          doc: p.doc,
          sources: p.sources.filter((s): s is UnitSource => s.kind === 'unit'),
        },
  );

describe('G4: the draft is put together from words that somebody wrote', () => {
  it('G4: the outline is the district’s own: the communes’ parts with the fields led in the whole area between', async () => {
    const { sections } = await draft();
    expect(sections.map((s) => `${s.number} ${s.area ?? ''}`.trim())).toEqual([
      'I CĐĐH',
      'II',
      '1 THỂ CHẾ',
      '2 TTHC',
      '3 BỘ MÁY',
      '4 CÔNG VỤ',
      '5 TÀI CHÍNH CÔNG',
      '6 CĐS',
      'III',
      'IV',
      'V TÁC ĐỘNG KT-XH',
      'VI',
      'VII',
    ]);
    expect(sections.every((s) => s.pieces.length === 0)).toBe(true);
  });

  it('G4: chosen sentences keep their unit, near-duplicates fold, one’s own are signed; a made-up source is refused', async () => {
    const offered = await sources(TTHC);
    expect(offered.read).toBeGreaterThan(10);
    const folded = offered.groups.find((g) => g.sentences.length > 1);
    const single = offered.groups.find((g) => g.sentences.length === 1);
    if (!folded || !single) throw new Error('nothing to choose from');
    const from = (g: typeof folded): UnitSource[] =>
      g.sentences.map(({ unitId, section: s, quote }) => ({
        kind: 'unit',
        role: 'unit',
        unitId,
        section: s,
        quote,
      }));
    const invented = [{ ...from(single)[0]!, quote: 'Xã đã hoàn thành mọi chỉ tiêu.' }];
    expect((await write(TTHC, 0, [words('Xã đã hoàn thành mọi chỉ tiêu.', invented)])).body.code).toBe(
      'consolidation.sourceUnknown',
    );
    const saved = await write(TTHC, 0, [
      words(folded.text, from(folded)),
      words(`${single.text.slice(0, 12)} (rút gọn).`, from(single)),
      words('Huyện tiếp tục chỉ đạo thực hiện.'),
      { id: randomUUID(), kind: 'table', form: 'dossier' },
    ]);
    expect([saved.status, saved.body.version]).toEqual([200, 1]);
    const [alike, short, own, table] = (await section(TTHC)).pieces;
    expect(alike).toMatchObject({ edited: null, sources: from(folded) });
    expect(short).toMatchObject({ edited: { name: 'Vi Thị Mai' }, sources: from(single) });
    expect(own).toMatchObject({ sources: [{ kind: 'person', name: 'Vi Thị Mai' }] });
    expect(table).toMatchObject({ kind: 'table', form: 'dossier' });
    expect((await section(TTHC)).problems).toEqual([]);
  });

  it('G4: two editors at once: the stale save is refused with what stands, and both texts are there to choose', async () => {
    const before = await section(TTHC);
    const mine = await write(TTHC, before.version, [...asWanted(before.pieces), words('Câu của Mai.')]);
    expect(mine.status).toBe(200);
    const stale = await write(TTHC, before.version, [...asWanted(before.pieces), words('Câu của Nga.')], nga);
    expect([stale.status, stale.body.code]).toEqual([409, 'consolidation.staleSection']);
    expect(JSON.stringify(stale.body.details.pieces)).toContain('Câu của Mai.');
    const now = await section(TTHC, nga);
    const both = await write(TTHC, now.version, [...asWanted(now.pieces), words('Câu của Nga.')], nga);
    expect(both.status).toBe(200);
    const after = JSON.stringify((await section(TTHC)).pieces);
    expect([after.includes('Câu của Mai.'), after.includes('Câu của Nga.')]).toEqual([true, true]);
    // Who wrote what is the server's to say: Mai's sentence stays hers when Nga saves.
    const authors = (await section(TTHC)).pieces.flatMap((p) =>
      p.kind === 'words' ? p.sources.flatMap((s) => (s.kind === 'person' ? [s.name] : [])) : [],
    );
    expect(authors).toEqual(['Vi Thị Mai', 'Vi Thị Mai', 'Lương Thị Nga']);
    const { body: history } = await mai.get<HistoryAnswer>(`${at}/draft/sections/${TTHC}/history`);
    expect(history.versions.map((v) => v.version)).toEqual([3, 2, 1]);
  });

  it('G4: taking a unit out takes its sentences and leaves no orphan; a sentence is not made one’s own by dropping its source', async () => {
    const now = await section(TTHC);
    const sourced = now.pieces.find(
      (p) => p.kind === 'words' && p.sources.length === 1 && p.sources[0]?.kind === 'unit',
    );
    if (sourced?.kind !== 'words' || sourced.sources[0]?.kind !== 'unit')
      throw new Error('no sourced sentence');
    const laundered = asWanted(now.pieces).map((p) => (p.id === sourced.id ? { ...p, sources: [] } : p));
    expect((await write(TTHC, now.version, laundered)).body.code).toBe('consolidation.orphan');
    const { unitId, section: written } = sourced.sources[0];
    expect((await mai.post(`${at}/draft/drop-unit`, { unitId, section: null })).body.sections).toBe(1);
    const after = await section(TTHC);
    expect(after.pieces.some((p) => p.id === sourced.id)).toBe(false);
    expect(JSON.stringify(after.pieces)).not.toContain(unitId);
    expect(after.pieces.every((p) => p.kind === 'table' || p.sources.length > 0)).toBe(true);
    const { rows } = await sql<{ n: string }>`select count(*) as n from narrative
      where campaign_id = ${campaign.id} and unit_id = ${unitId} and section_id = ${written} and plain <> ''`.execute(
      server.db,
    );
    expect(rows[0]?.n).toBe('1');
  });

  it('G4: a live figure inside a sentence follows the total', async () => {
    const now = await section(TTHC);
    const ref = 'dossier/ho-tich/4/commune';
    const live = {
      id: randomUUID(),
      kind: 'words',
      sources: [],
      doc: {
        type: 'doc',
        content: [
          {
            type: 'paragraph',
            content: [
              { type: 'text', text: 'Hộ tịch trực tuyến: ' },
              { type: 'figure', attrs: { cell: ref, text: '?' } },
            ],
          },
        ],
      },
    };
    expect((await write(TTHC, now.version, [...asWanted(now.pieces), live])).status).toBe(200);
    const said = async () => {
      const piece = (await section(TTHC)).pieces.at(-1);
      return piece?.kind === 'words' ? plainText(piece.doc) : '';
    };
    const before = await said();
    expect(before).toMatch(/^Hộ tịch trực tuyến: \d+$/);
    const gave = (await mai.get(`${at}/contributions?form=dossier&row=ho-tich&column=4`)).body;
    const unit = gave.units.find(
      (u: { counted: boolean; cell: { kind: string } }) => u.counted && u.cell.kind === 'amount',
    );
    await mai.post(`${at}/total-changes/correct`, {
      unitId: unit.unitId,
      form: 'dossier',
      row: 'ho-tich',
      column: '4',
      seen: unit.cell,
      amount: String(Number(unit.cell.amount) + 3),
      reason: 'Thêm 3 hồ sơ nộp đêm',
    });
    expect(Number((await said()).split(': ')[1])).toBe(Number(before.split(': ')[1]) + 3);
  });

  it('G4: a comment with @ reaches who is named; somebody without a part in the draft cannot be named', async () => {
    const { people } = await draft();
    const named = people.find((p) => p.name === 'Lương Thị Nga');
    const say = (mentioned: readonly (string | undefined)[]) =>
      mai.post(`${at}/draft/sections/${TTHC}/comments`, {
        piece: null,
        words: '@Nga xem lại câu này',
        mentioned,
      });
    const lan = (await (await signIn(server.url, 'lan')).get('/api/session')).body.me.personId;
    expect((await say([lan])).body.code).toBe('consolidation.notInDraft');
    expect((await say([named?.personId])).status).toBe(200);
    const notices = (await nga.get('/api/notices')).body.notices;
    expect(notices[0]).toMatchObject({ type: 'consolidation.commented', by: 'Vi Thị Mai' });
    const [said] = (await section(TTHC)).comments;
    expect((await nga.post(`${at}/draft/comments/${said?.id}/settle`)).status).toBe(200);
    expect((await nga.post(`${at}/draft/comments/${said?.id}/settle`)).body.code).toBe(
      'consolidation.alreadySettled',
    );
  });
});

describe('G3: a field lead writes its own part; a partner gives into it by an internal day', () => {
  it('G3: Thu sees and writes the sections of her fields and no other', async () => {
    const own = await draft(thu);
    expect(own.sections.map((s) => s.area)).toEqual(['TÀI CHÍNH CÔNG', 'TÁC ĐỘNG KT-XH']);
    expect((await write('s2.4', 0, [words('Đã rà soát giải ngân các xã.')], thu)).status).toBe(200);
    expect((await write(TTHC, 0, [words('Ngoài lĩnh vực.')], thu)).status).toBe(404);
    expect((await thu.get(`${at}/draft/sections/${TTHC}/sources`)).status).toBe(404);
    expect((await thu.get(`${at}/report.docx`)).status).toBe(403);
  });

  it('G3: the partner’s part is asked for by a day, given, and stands in the lead’s section with its source', async () => {
    const [lead, partner] = (await Promise.all(
      ['soan.van-phong', 'soan.vhtt'].map((l) => signIn(server.url, l)),
    )) as [Client, Client];
    const unitId = campaign.unit('Phòng Văn hóa và Thông tin');
    const part = { area: 'CĐS', unitId };
    const ask = (dueAt: number, who = lead) => who.post(`${at}/partners/ask`, { ...part, dueAt });
    expect((await ask(instantAt('2024-02-29', 12), partner)).status).toBe(403);
    expect((await ask(instantAt('2024-03-02'))).body.code).toBe('consolidation.dueAfterDeadline');
    expect((await ask(instantAt('2024-02-01'))).body.code).toBe('consolidation.duePast');
    expect((await ask(instantAt('2024-02-29', 12))).status).toBe(200);
    expect((await partner.get('/api/notices')).body.notices[0].type).toBe('consolidation.contributionAsked');
    const text = 'Đã tập huấn kỹ năng số cho 214 lượt công chức cấp xã.';
    const give = (plain: string, version: number, who = partner) =>
      who.post(`${at}/partners/give`, { ...part, plain, version });
    expect((await give(' ', 1)).body.code).toBe('consolidation.contributionEmpty');
    expect((await give(text, 1)).status).toBe(200);
    expect((await give('Muộn', 1)).body.code).toBe('consolidation.staleContribution');
    expect((await lead.get('/api/notices')).body.notices[0].type).toBe('consolidation.contributionGiven');
    const { body: seen } = await lead.get<PartnersAnswer>(`${at}/partners`);
    expect(seen.parts).toMatchObject([{ area: 'CĐS', plain: text, late: false, may: ['ask'] }]);
    expect((await lead.post(`${at}/draft/fill`, { section: 's2.5' })).body.sections).toBe(1);
    const digital = await section('s2.5', lead);
    const taken = digital.pieces.find((p) => p.kind === 'words' && plainText(p.doc) === text);
    expect(taken).toMatchObject({
      sources: [{ kind: 'unit', role: 'partner', unitId, quote: text }],
      edited: null,
    });
    expect((await thu.get(`${at}/partners`)).status).toBe(403);
  });
});

describe('G1: every indicator that somebody is asked', () => {
  const drafts = async () => (await mai.get<TotalsAnswer>(`${at}/totals?basis=drafts`)).body;

  it('G1: what only agencies or leads are asked has lines of its own; an agency is corrected in its own form', async () => {
    const answer = await drafts();
    const { rows } = await sql<{ at: string; scope: 'agency' | 'area'; total: string }>`
      select form_id || '/' || row_id || '/' || column_id as at, scope, sum(amount)::float8::text as total
      from cell join report using (campaign_id, unit_id)
      where campaign_id = ${campaign.id} and scope in ('agency', 'area') and kind = 'amount' group by 1, 2`.execute(
      server.db,
    );
    const added = new Map(rows.map((r) => [r.at, r.total]));
    const own = answer.forms.flatMap((form) => {
      const { scope } = form;
      if (scope !== 'agency' && scope !== 'area') return [];
      return form.cells.flatMap((cell) => {
        const value = cell[scope];
        const key = `${form.id}/${cell.row}/${cell.column}`;
        return value?.kind === 'amount' && added.has(key) ? [{ key, scope, value: value.amount, cell }] : [];
      });
    });
    expect(new Set(own.map((one) => one.scope))).toEqual(new Set(['agency', 'area']));
    for (const { key, value, cell } of own)
      expect([key, value, cell.commune.kind]).toEqual([key, added.get(key), 'empty']);
    // The lines stand once: the communes' own are not repeated.
    const ownRows = answer.forms.find((f) => f.id === 'the-che-agency')?.rows.map((r) => r.id);
    expect(ownRows).toEqual(['cchc-2-01']);
    const { body: gave } = await mai.get<ContributionAnswer>(
      `${at}/contributions?form=cddh&row=cchc-1-01&column=value&basis=drafts`,
    );
    const agency = gave.units.find((u) => u.scope === 'agency' && u.value.kind === 'amount');
    expect(agency?.at).toEqual({ form: 'cddh-agency', row: 'cchc-1-01', column: 'value' });
    const total = (a: TotalsAnswer) =>
      a.forms.find((f) => f.id === 'cddh')?.cells.find((c) => c.row === 'cchc-1-01' && c.column === 'value');
    const before = total(answer)?.agency;
    await mai.post(`${at}/total-changes/leave-out`, {
      unitId: agency?.unitId,
      form: agency?.at.form,
      reason: 'Chờ cơ quan giải trình',
    });
    const without = await drafts();
    expect(total(without)?.agency).not.toEqual(before);
    for (const change of without.changes) await mai.post(`${at}/total-changes/${change.id}/take-back`);
    expect(total(await drafts())?.agency).toEqual(before);
  });
});
