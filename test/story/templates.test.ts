import { writeXlsx } from 'hucre/xlsx';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CampaignAnswer } from '../../src/core/campaign/answers.ts';
import { REQUEST_PARTS } from '../../src/core/campaign/request.ts';
import type { ReportAnswer } from '../../src/core/report/answers.ts';
import { readUnits } from '../../src/core/report/elsewhere.ts';
import { type Gap, gapsOf } from '../../src/core/report/gaps.ts';
import type { DraftAnswer, TemplateFileAnswer, TemplatesAnswer } from '../../src/core/template/answers.ts';
import { EMPTY } from '../../src/core/template/cell.ts';
import type { Edit } from '../../src/core/template/edit.ts';
import { sheetsOfTemplate } from '../../src/core/template/writeSheets.ts';
import { theCampaign } from '../setup/campaign.ts';
import { type Client, signIn } from '../setup/client.ts';
import { communesOf } from '../setup/communes.ts';
import { startTestServer, type TestServer } from '../setup/server.ts';

let server: TestServer;
let mai: Client;
let lan: Client;
let quan: Client;
let binh: Client;
let vanthu: Client;
let campaign: Awaited<ReturnType<typeof theCampaign>>;
let id = '';
let at = '';
let draft: DraftAnswer;

beforeAll(async () => {
  server = await startTestServer({ stage: 'issued' });
  [mai, lan, quan, binh, vanthu] = (await Promise.all(
    ['mai', 'lan', 'quan', 'binh', 'vanthu'].map((p) => signIn(server.url, p)),
  )) as [Client, Client, Client, Client, Client];
  campaign = await theCampaign(mai);
  id = (await mai.get<TemplatesAnswer>('/api/templates')).body.templates[0]?.id ?? '';
  at = `/api/templates/${id}`;
});
afterAll(() => server?.close());

const edit = async (change: Edit, client = mai) => {
  const answer = await client.post<DraftAnswer>(`${at}/draft/edit`, { version: draft.version, edit: change });
  if (answer.status === 200) draft = answer.body;
  return answer;
};
const must = async (change: Edit) => {
  const answer = await edit(change);
  expect([change.do, answer.status, answer.body]).toMatchObject([change.do, 200, {}]);
};
const commune = () => draft.template.outlines.find((o) => o.kinds.includes('commune'));
const tops = () => commune()?.sections.map((s) => `${s.number} ${s.title}`.slice(0, 24)) ?? [];
const formOf = (form: string) => draft.template.forms.find((f) => f.id === form);

describe('versions of a template', () => {
  it('only the administrator and the receiving officer keep templates', async () => {
    for (const client of [lan, binh, vanthu]) {
      expect((await client.get('/api/templates')).status).toBe(403);
      expect((await client.post(`${at}/draft`, { from: 1 })).status).toBe(403);
    }
    const list = (await quan.get<TemplatesAnswer>('/api/templates')).body;
    expect(list.templates).toMatchObject([{ id, draft: null }]);
    expect(list.may).toContain('publish');
  });

  it('parts are added, moved and numbered as letters number them; each step is a fact', async () => {
    const from = (await mai.get<TemplatesAnswer>('/api/templates')).body.templates[0]?.versions[0]?.version;
    draft = (await mai.post<DraftAnswer>(`${at}/draft`, { from })).body;
    expect((await quan.post(`${at}/draft`, { from })).body.code).toBe('template.draftExists');
    const before = tops();
    const outline = commune()?.id ?? '';
    await must({ do: 'section-add', outline, parent: null, title: 'Sáng kiến, cách làm hay' });
    const section = 'sang-kien-cach-lam-hay';
    expect(tops().at(-1)).toBe('VIII Sáng kiến, cách làm');
    await must({ do: 'section-move', outline, section, to: 'up' });
    expect(
      tops()
        .slice(-2)
        .map((s) => s.split(' ')[0]),
    ).toEqual(['VII', 'VIII']);
    await must({ do: 'section-move', outline, section, to: 'in' });
    const above = commune()?.sections.find((s) => s.children?.some((c) => c.id === section));
    expect([above?.number, above?.children?.at(-1)?.number]).toEqual(['VI', '1']);
    await must({ do: 'section-move', outline, section, to: 'out' });
    const set = { optional: true, guidance: 'Nêu tên sáng kiến.', evidence: ['Quyết định công nhận'] };
    await must({ do: 'section-change', outline, section, set });
    expect(commune()?.sections.find((s) => s.id === section)).toMatchObject({ number: 'VII', ...set });
    expect(tops().filter((s) => !s.includes('Sáng kiến'))).toHaveLength(before.length);
    const facts = await server.db
      .selectFrom('fact')
      .where('chain', '=', `template:${id}`)
      .selectAll()
      .execute();
    expect(facts.map((f) => f.type)).toEqual(['template.draftBegun', ...Array(5).fill('template.edited')]);
  });

  it('a stale edit is refused and names who was quicker', async () => {
    const old = draft;
    await must({ do: 'template-rename', title: 'Mẫu báo cáo CCHC định kỳ (số liệu minh họa)' });
    const stale = await quan.post(`${at}/draft/edit`, {
      version: old.version,
      edit: { do: 'template-rename', title: 'Khác' },
    });
    expect([stale.status, stale.body.code]).toEqual([409, 'template.stale']);
    expect(stale.body.details).toMatchObject({ yours: old.version, current: draft.version });
    expect((await mai.get<DraftAnswer>(`${at}/draft`)).body.template.title).toContain('định kỳ');
  });

  it('C2: an indicator keeps its type and unit for ever; another meaning is a new indicator', async () => {
    const row = 'cchc-1-01';
    const refusedUnit = await edit({
      do: 'row-change',
      form: 'cddh',
      row,
      set: { unit: 'lượt' },
      anew: false,
    });
    expect([refusedUnit.status, refusedUnit.body]).toMatchObject([
      409,
      { code: 'template.indicatorMeaning', details: { field: 'unit', was: 'văn bản', wanted: 'lượt', row } },
    ]);
    const column = { do: 'column-change', form: 'cddh', column: 'note' } as const;
    const refusedType = await edit({ ...column, set: { kind: 'figure' }, anew: false });
    expect(refusedType.body).toMatchObject({ code: 'template.indicatorMeaning', details: { field: 'type' } });
    // The code of an indicator names the same thing in every form.
    const elsewhere = await edit({
      do: 'row-add',
      form: 'tthc',
      set: { title: 'Số văn bản', indicator: 'CCHC.1.01', unit: 'trang' },
    });
    expect(elsewhere.body).toMatchObject({ code: 'template.indicatorMeaning', details: { field: 'unit' } });

    await must({
      do: 'row-change',
      form: 'cddh',
      row,
      set: { title: 'Văn bản chỉ đạo đã ban hành' },
      anew: false,
    });
    await must({ do: 'row-change', form: 'cddh', row, set: { unit: 'lượt' }, anew: true });
    const rows = formOf('cddh')?.rows;
    expect(rows).toContainEqual(expect.objectContaining({ id: `${row}-2`, unit: 'lượt' }));
    expect(rows).not.toContainEqual(expect.objectContaining({ id: row }));
    expect(JSON.stringify(rows)).not.toContain('"CCHC.1.01"');
  });

  it('a rule is read by the core, with the place of what it does not understand', async () => {
    const set = {
      severity: 'reason',
      title: 'Tồn đầu kỳ bằng tồn cuối kỳ trước.',
      text: '[6] = ky truoc([11])',
    } as const;
    const wrong = await edit({ do: 'check-add', form: 'dossier', set });
    expect([wrong.status, wrong.body]).toMatchObject([
      409,
      {
        code: 'template.ruleUnread',
        details: { letter: 7, fault: { code: 'rule.unknownWord', found: 'ky' } },
      },
    ]);
    await must({
      do: 'check-add',
      form: 'dossier',
      set: { ...set, text: '[6] = kỳ trước([11]) khi liền kề' },
    });
    const over = { severity: 'must', title: null, text: '[10] <= [tổng; 10] / 2' } as const;
    await must({ do: 'check-add', form: 'dossier', set: over });
    const units = { severity: 'reason', title: null, text: '[CCHC.5.05] = các xã([CCHC.5.05])' } as const;
    await must({ do: 'check-add', form: 'tai-chinh-area', set: units });
    expect(formOf('dossier')?.checks.at(-1)).toMatchObject({ rule: over.text });
  });

  it('a draft with faults is not published; a sound one becomes the next version', async () => {
    const outline = commune()?.id ?? '';
    await must({ do: 'section-add', outline, parent: null, title: 'Phần chưa xong' });
    await must({ do: 'section-change', outline, section: 'phan-chua-xong', set: { words: false } });
    const unsound = await mai.post(`${at}/draft/publish`, { version: draft.version });
    expect([unsound.status, unsound.body]).toMatchObject([
      409,
      { code: 'template.unsound', details: { n: 1 } },
    ]);
    await must({ do: 'section-remove', outline, section: 'phan-chua-xong' });
    const tried = await mai.post<DraftAnswer>(`${at}/draft/tried`, { version: draft.version });
    expect([draft.tried, tried.body.tried]).toEqual([false, true]);
  });
});

describe('a template as an Excel file', () => {
  const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
  const preview = (bytes: Uint8Array<ArrayBuffer>) =>
    mai.upload<TemplateFileAnswer>('/api/template-files/preview', 'mau.xlsx', bytes, XLSX);
  const fileOf = async (change: (rows: string[][], sheet: string) => void) =>
    new Uint8Array(
      await writeXlsx({
        sheets: sheetsOfTemplate(draft.template).map((s) => {
          const rows = [[...s.headings], ...s.rows.map((row) => [...row])];
          change(rows, s.name);
          return { name: s.name, rows };
        }),
      }),
    );

  it('export and import give the same template, and say so', async () => {
    const file = await mai.download(`${at}/draft/file.xlsx`);
    expect(file.headers.get('content-type')).toBe(XLSX);
    const read = await preview(new Uint8Array(file.body));
    expect(read.body).toMatchObject({ problems: [], becomes: 'same', draftVersion: draft.version });
    expect((await lan.download(`${at}/draft/file.xlsx`)).status).toBe(403);
  });

  it('a dry run names every fault by sheet, row and cell; nothing is stored', async () => {
    const bytes = await fileOf((rows, sheet) => {
      const row = rows[2];
      if (sheet === 'Hàng' && row) row[2] = '';
      if (sheet === 'Mục' && row) row[9] = 'khắp nơi';
    });
    const read = await preview(bytes);
    expect(read.body.problems.map((p) => [p.sheet, p.row, p.cell, p.code])).toEqual([
      ['Mục', 3, 'J3', 'templateFile.cellChoice'],
      ['Hàng', 3, 'C3', 'templateFile.cellMissing'],
    ]);
    expect(read.body.template).toBeNull();
    const taken = await mai.upload(`/api/template-files/${draft.version}`, 'mau.xlsx', bytes, XLSX);
    expect([taken.status, taken.body.code]).toEqual([409, 'template.fileUnsound']);
    expect((await mai.get<DraftAnswer>(`${at}/draft`)).body.version).toBe(draft.version);
  });

  it('what is confirmed becomes the draft, unless somebody changed it meanwhile', async () => {
    const bytes = await fileOf((rows, sheet) => {
      if (sheet === 'Mẫu' && rows[1]) rows[1][2] = 'Mẫu nhập từ Excel (số liệu minh họa)';
    });
    const read = await preview(bytes);
    expect(read.body).toMatchObject({ becomes: 'replaces', draftVersion: draft.version });
    const take = (version: number) =>
      mai.upload<DraftAnswer>(`/api/template-files/${version}`, 'mau.xlsx', bytes, XLSX);
    expect((await take(draft.version - 1)).body).toMatchObject({ code: 'template.stale' });
    const taken = await take(draft.version);
    expect(taken.body.template.title).toContain('nhập từ Excel');
    expect(taken.body.template.forms).toEqual(draft.template.forms);
    draft = taken.body;
  });
});

describe('C1: a report stays on the version it was begun with', () => {
  let path = '';
  let next: CampaignAnswer;

  it('publishing changes no report that was begun, and takes away nothing that was filled', async () => {
    path = campaign.path('Xã Bảo Lâm');
    const before = (await lan.get<ReportAnswer>(path)).body;
    const published = await mai.post<TemplatesAnswer>(`${at}/draft/publish`, { version: draft.version });
    expect(published.body.templates[0]?.versions.length).toBeGreaterThan(1);
    expect(published.body.templates[0]?.draft).toBeNull();
    const after = (await lan.get<ReportAnswer>(path)).body;
    expect(after.sections).toEqual(before.sections);
    expect([after.cells, after.words]).toEqual([before.cells, before.words]);
    const typed = before.cells.find((c) => c.form === 'cddh' && c.row === 'cchc-1-01');
    const saved = await lan.post(`${path}/save`, {
      cells: [
        {
          form: 'cddh',
          row: 'cchc-1-01',
          column: 'value',
          cell: { kind: 'amount', amount: '5' },
          version: typed?.version ?? 0,
        },
      ],
    });
    expect(saved.status).toBe(200);
  });

  it('the next request takes the newest version, or the one that is chosen in its draft', async () => {
    next = (await mai.post<CampaignAnswer>(`/api/campaigns/${campaign.id}/next`, {})).body;
    const newest = Math.max(...next.templates.filter((t) => t.id === id).map((t) => t.version));
    expect(next.template).toMatchObject({ id, version: newest });
    const parts = (answer: CampaignAnswer) => JSON.stringify(answer.outlines);
    expect(parts(next)).toContain('Sáng kiến, cách làm hay');
    const choose = (version: number) =>
      mai.post<CampaignAnswer>(`/api/campaigns/${next.id}/template`, {
        version: next.version,
        template: { id, version },
      });
    const older = await choose(newest - 1);
    expect(older.body.template.version).toBe(newest - 1);
    expect(parts(older.body)).not.toContain('Sáng kiến, cách làm hay');
    expect((await choose(newest)).body).toMatchObject({ code: 'campaign.stale' });
    next = older.body;
    const unknown = await choose(99);
    expect([unknown.status, unknown.body]).toMatchObject([409, { code: 'campaign.templateUnknown' }]);
    next = (await choose(newest)).body;
    expect(next.template.version).toBe(newest);
  });

  it('C4: the same rule answers in the browser and on the server, for a report of the new version', async () => {
    const step = async (client: Client, verb: string, body: object) => {
      const answer = await client.post<CampaignAnswer>(`/api/campaigns/${next.id}/${verb}`, {
        version: next.version,
        ...body,
      });
      expect([verb, answer.status, answer.body]).toMatchObject([verb, 200, {}]);
      next = answer.body;
    };
    next = (
      await mai.put<CampaignAnswer>(`/api/campaigns/${next.id}`, {
        version: next.version,
        request: { ...next.request, seen: REQUEST_PARTS },
      })
    ).body;
    await step(mai, 'pass-to-sign', {});
    await step(binh, 'sign', {});
    await step(vanthu, 'issue', { number: '301', symbol: 'UBND-NV', day: '2024-02-05' });
    expect(
      (
        await mai.post(`/api/campaigns/${next.id}/template`, {
          version: next.version,
          template: { id, version: 1 },
        })
      ).status,
    ).toBe(409);

    const here = `/api/reports/${next.id}/${campaign.unit('Xã Bảo Lâm')}`;
    const figures = { 4: '10', 5: '2', 6: '0', 8: '3', 9: '0', 10: '9', 12: '0', 13: '0' };
    const saved = await lan.post(`${here}/save`, {
      cells: Object.entries(figures).map(([column, amount]) => ({
        form: 'dossier',
        row: 'ho-tich',
        column,
        cell: { kind: 'amount', amount },
        version: 0,
      })),
    });
    expect(saved.status).toBe(200);
    const report = (await lan.get<ReportAnswer>(here)).body;
    expect(report.sections.map((s) => s.title)).toContain('Sáng kiến, cách làm hay');
    const cells = new Map(report.cells.map((c) => [`${c.form}/${c.row}/${c.column}`, c.cell]));
    const seen = gapsOf(report.sections, {
      cell: (form, row, column) => cells.get(`${form}/${row}/${column}`) ?? EMPTY,
      words: () => undefined,
      reason: () => undefined,
    });
    const told = await lan.post(`${here}/pass-to-sign`);
    expect(told.status).toBe(409);
    const rule = (gaps: readonly Gap[]) => gaps.find((g) => g.finding?.columns.includes('10'))?.finding;
    expect(rule(seen)).toBeUndefined();

    const others = report.sections
      .flatMap((s) => s.forms)
      .find((f) => f.id === 'dossier')
      ?.rows.filter((r) => r.id !== 'ho-tich' && r.id !== 'total');
    await lan.post(`${here}/save`, {
      cells: others?.flatMap((r) =>
        Object.keys(figures).map((column) => ({
          form: 'dossier',
          row: r.id,
          column,
          cell: { kind: 'nil' },
          version: 0,
        })),
      ),
    });
    for (const r of others ?? [])
      for (const column of Object.keys(figures)) cells.set(`dossier/${r.id}/${column}`, { kind: 'nil' });
    const now = gapsOf(report.sections, {
      cell: (form, row, column) => cells.get(`${form}/${row}/${column}`) ?? EMPTY,
      words: () => undefined,
      reason: () => undefined,
    });
    expect(rule(now)).toMatchObject({ code: 'check.over', left: '9', right: '4.5', rowId: 'ho-tich' });
    const refusedNow = await lan.post(`${here}/pass-to-sign`);
    expect(rule(refusedNow.body.details.gaps)).toEqual(rule(now));
  });

  it('a lead is told where the whole area differs from what the communes sent, once all of them have', async () => {
    const thu = await signIn(server.url, 'thu');
    const here = `/api/reports/${next.id}/${campaign.unit('Phòng Tài chính - Kế hoạch')}`;
    const place = { form: 'tai-chinh-area', row: 'cchc-5-05', column: 'value' };
    const cell = { ...place, cell: { kind: 'amount', amount: '40' }, version: 0 };
    expect((await thu.post(`${here}/save`, { cells: [cell] })).status).toBe(200);
    const theirs = { ...place, form: 'tai-chinh' };
    const { ids, send } = await communesOf(server, next.id, theirs, '2');
    await send(ids.slice(1));
    expect((await thu.get<ReportAnswer>(here)).body.units).toBeUndefined();
    await send(ids);
    const report = (await thu.get<ReportAnswer>(here)).body;
    expect(report.units).toEqual([{ ...place, of: 'commune', cell: { kind: 'amount', amount: '44' } }]);
    const seen = gapsOf(report.sections, {
      cell: (form, row, column) =>
        report.cells.find((c) => c.form === form && c.row === row && c.column === column)?.cell ?? EMPTY,
      words: () => undefined,
      reason: () => undefined,
      around: readUnits(report.units),
    });
    const rule = seen.find((g) => g.finding?.formId === place.form)?.finding;
    expect(rule).toMatchObject({ code: 'check.unequal', left: '40', right: '44', difference: '-4' });
  });
});
