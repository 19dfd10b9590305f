import { readdirSync, readFileSync } from 'node:fs';
import { strFromU8, unzipSync } from 'fflate';
import { readXlsx } from 'hucre/xlsx';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CampaignAnswer } from '../../src/core/campaign/answers.ts';
import type { TotalsAnswer } from '../../src/core/consolidation/answers.ts';
import type { Chart } from '../../src/core/documents/chart.ts';
import type { ReportAnswer } from '../../src/core/report/answers.ts';
import { writeBook } from '../../src/server/excel/writeBook.ts';
import { readUpload } from '../../src/server/upload/readUpload.ts';
import { theCampaign } from '../setup/campaign.ts';
import { type Client, signIn } from '../setup/client.ts';
import { startTestServer, type TestServer } from '../setup/server.ts';
import { evaluateBook } from '../unit/documents/evaluateBook.ts';
import { readPdf, tight } from '../unit/documents/readPdf.ts';

let server: TestServer;
let mai: Client;
let campaign: Awaited<ReturnType<typeof theCampaign>>;
let received: string;

beforeAll(async () => {
  server = await startTestServer({ stage: 'issued' });
  mai = await signIn(server.url, 'mai');
  campaign = await theCampaign(mai);
  const { body: board } = await mai.get(`/api/campaigns/${campaign.id}/board`);
  const row = board.rows.find(
    (one: { state: string; name: string }) => one.state === 'received' && one.name.startsWith('Xã'),
  );
  received = `/api/reports/${campaign.id}/${row.unitId}`;
});
afterAll(() => server?.close());

const textOf = async (file: Uint8Array): Promise<string> => {
  const { pages } = await readPdf(file);
  return tight(pages.map((page) => page.body).join('\n'));
};
const pdf = async (path: string): Promise<string> => {
  const answer = await mai.download(path);
  expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'application/pdf']);
  return textOf(answer.body);
};

describe('A6: the request is printed, and what is printed is the request', () => {
  it.each(['pdf', 'docx'])('as %s: read again, it gives the same request', async (format) => {
    const path = `/api/campaigns/${campaign.id}`;
    const { request, number } = (await mai.get<CampaignAnswer>(path)).body;
    const printed = await mai.download(`${path}/request.${format}`);
    expect(printed.status).toBe(200);
    const upload = await readUpload(printed.body, `cong-van.${format}`);
    expect(upload).toMatchObject({ ok: true, kind: format, notes: { converted: false } });
    if (!upload.ok) return;
    const made = await mai.post<CampaignAnswer>('/api/campaigns', {
      text: upload.text,
      fileName: `cong-van.${format}`,
    });
    expect(made.status).toBe(200);
    // Only that a person has looked at it is not in the file.
    expect(made.body.request).toEqual({ ...request, seen: [] });
    const { reading } = made.body.letter as {
      reading: { number: { value: string }; date: { value: string } };
    };
    expect([reading.number.value, reading.date.value]).toEqual([number, '2024-02-06']);
  });
});

describe('H1: PDF beside Word', () => {
  it('the request: its number, its day, its signer', async () => {
    const text = await pdf(`/api/campaigns/${campaign.id}/request.pdf`);
    expect(text).toContain('Số: 112/UBND-NV');
    expect(text).toContain('Cao Lộc, ngày 06 tháng 02 năm 2024');
    expect(text).toMatch(/TL\. CHỦ TỊCH CHÁNH VĂN PHÒNG Đàm Quốc Bình/);
  });

  it('a report of a commune: every part with what the commune wrote, its wide form in an annex', async () => {
    const { body: report } = await mai.get<ReportAnswer>(received);
    const answer = await mai.download(`${received}/document.pdf`);
    expect(answer.headers.get('content-disposition')).toMatch(
      /^attachment; filename="bao-cao-cchc-quy-i-2024-xa-[a-z-]+\.pdf"; filename\*=UTF-8''B%C3%A1o%20c%C3%A1o/,
    );
    const { pages } = await readPdf(answer.body);
    const text = tight(pages.map((page) => page.body).join('\n'));
    for (const section of report.sections) {
      const title = section.depth === 0 ? section.title.toLocaleUpperCase('vi') : section.title;
      expect(text).toContain(tight(title));
    }
    const written = report.words.flatMap((one) => (one.kind === 'text' && one.plain ? [one.plain] : []));
    expect(written.length).toBeGreaterThan(5);
    for (const one of written) expect(text).toContain(tight(one).trim().slice(0, 60));
    const annex = pages.find((page) => /^Phụ lục/m.test(page.text))!;
    expect(annex.width).toBeGreaterThan(annex.height);
    for (const page of pages) expect(page.text).toContain('Số liệu minh họa');
  });

  it("the district's report: a draft without number, with who is missing", async () => {
    const text = await pdf(`/api/campaigns/${campaign.id}/report.pdf`);
    expect(text).toContain('DỰ THẢO');
    expect(text).toMatch(/Số: +\/BC-UBND/);
    expect(text).toContain('Chưa có trong số liệu:');
  });

  it('the receipt: number, second, hash in groups, and a code that anybody can check', async () => {
    const { body: report } = await mai.get<ReportAnswer>(received);
    const [receipt] = report.receipts;
    const text = await pdf(`${received}/receipt.pdf`);
    expect(text).toContain(`Số: ${String(receipt!.number)}/${receipt!.year}`);
    const code = /Mã kiểm tra: ([0-9A-Z]+)/.exec(text)![1]!;
    expect(code).toBe(receipt!.code);
    expect(text.replace(/ /g, '')).toContain(receipt!.contentHash);
    const check = await fetch(`${server.url}/api/public/receipts/${code}?hash=${receipt!.contentHash}`);
    expect(await check.json()).toMatchObject({ match: true });
    // The paper also keeps where the journal wrote the sending down (J3).
    const [, line, hash = ''] = /Dấu nhật ký\s+Dòng (\d+): ([0-9a-f ]+)/.exec(text) ?? [];
    const marked = async (mark: string) =>
      (await fetch(`${server.url}/api/public/receipts/${code}?mark=${mark}`)).json();
    expect(await marked(`${line}-${hash.replace(/ /g, '')}`)).toMatchObject({ journal: 'whole' });
    expect(await marked(`${line}-${'0'.repeat(20)}`)).toMatchObject({ match: true, journal: 'changed' });
    const word = await mai.download(`${received}/receipt.docx`);
    const readAgain = await readUpload(word.body, 'phieu.docx');
    expect(readAgain.ok && readAgain.text).toContain(`Mã kiểm tra: ${code}`);
  });

  it('the same file at each download', async () => {
    const [first, second] = [
      await mai.download(`${received}/document.pdf`),
      await mai.download(`${received}/document.pdf`),
    ];
    expect(Buffer.compare(first.body, second.body)).toBe(0);
  });

  it('only for those who may read the report', async () => {
    const lan = await signIn(server.url, 'lan');
    for (const path of [`${received}/document.pdf`, `${received}/receipt.pdf`])
      expect((await lan.download(path)).status).toBe(403);
    expect((await fetch(`${server.url}${received}/document.pdf`)).status).toBe(401);
  });
});

it('H3: the program goes on printing for many at once', async () => {
  const answers = await Promise.all(
    Array.from({ length: 12 }, (_, i) =>
      mai.download(i % 2 ? `${received}/document.pdf` : `/api/campaigns/${campaign.id}/request.pdf`),
    ),
  );
  expect(answers.map((one) => one.status)).toEqual(answers.map(() => 200));
  expect((await fetch(`${server.url}/healthz`)).status).toBe(200);
});

/** Printing processes of the server that this test started: children of its child. */
const printers = (): number[] => {
  const parentOf = (id: string): string =>
    /PPid:\s+(\d+)/.exec(readFileSync(`/proc/${id}/status`, 'utf8'))?.[1] ?? '';
  return readdirSync('/proc').flatMap((id) => {
    try {
      if (!/^\d+$/.test(id) || !readFileSync(`/proc/${id}/cmdline`, 'utf8').includes('pdf/child.ts'))
        return [];
      return parentOf(parentOf(id)) === String(process.pid) ? [Number(id)] : [];
    } catch {
      // A process that has just ended.
      return [];
    }
  });
};

describe('H1: the reports of a campaign as one file', () => {
  type Archive = { id: string; state: string; total: number; done: number; bytes: number; failed: string[] };
  const archives = async (of: Client): Promise<Archive[]> =>
    (await of.get<Archive[]>(`/api/campaigns/${campaign.id}/archives`)).body;
  const ended = async (of: Client, id: string): Promise<Archive> => {
    await expect
      .poll(async () => (await archives(of)).find((one) => one.id === id)?.state, { timeout: 60_000 })
      .toBe('done');
    return (await archives(of)).find((one) => one.id === id)!;
  };

  it('H1: every sent report is in it; it is stopped, goes on after a kill, and a download goes on too', async () => {
    const lan = await signIn(server.url, 'lan');
    const asked = { format: 'pdf' };
    const path = `/api/campaigns/${campaign.id}/archives`;
    expect((await lan.post(path, asked)).status).toBe(403);
    const made = await mai.post<{ id: string }>(path, asked);
    const twice = await mai.post(path, asked);
    expect([twice.status, twice.body.code]).toEqual([409, 'documents.archiveUnderWay']);
    // A person beside gets a document of the own without waiting for the archive's last.
    expect((await mai.download(`${received}/document.pdf`)).status).toBe(200);
    await expect
      .poll(async () => (await archives(mai))[0]?.done ?? 0, { timeout: 60_000 })
      .toBeGreaterThan(0);
    // The printing process dies under a document: it is made again in the next one, and none is missing.
    for (const id of printers()) process.kill(id, 'SIGKILL');
    const stopped = await mai.post(`/api/archives/${made.body.id}/cancel`);
    // On a quick machine it may have ended before it could be stopped.
    expect([200, 409]).toContain(stopped.status);
    if (stopped.status === 200)
      expect((await mai.post(`/api/archives/${made.body.id}/resume`)).status).toBe(200);
    await server.kill();
    await server.restart();
    mai = await signIn(server.url, 'mai');
    // Whoever held it died: it goes on with the next document. That a dead holder is noticed is tried with the jobs;
    // here nobody waits for it.
    await sql`update queue.job set state = 'retry', start_after = now()
      where name = 'archives' and state = 'active'`.execute(server.owner);
    const archive = await ended(mai, made.body.id);
    const { body: board } = await mai.get(`/api/campaigns/${campaign.id}/board`);
    const sent = board.rows.filter((one: { state: string }) => /submitted|received/.test(one.state));
    expect([archive.done, archive.total, archive.failed]).toEqual([sent.length, sent.length, []]);
    const whole = await mai.download(`/api/archives/${archive.id}/archive.zip`);
    expect([whole.status, whole.body.length]).toEqual([200, archive.bytes]);
    const files = unzipSync(whole.body);
    const names = Object.keys(files);
    expect(names).toHaveLength(sent.length + 1);
    for (const one of [sent[0], sent.at(-1)]) {
      const name = names.find((each) => each.endsWith(`${one.name}.pdf`))!;
      const alone = await mai.download(`/api/reports/${campaign.id}/${one.unitId}/document.pdf`);
      expect(Buffer.compare(files[name]!, alone.body), name).toBe(0);
    }
    const rest = await fetch(`${server.url}/api/archives/${archive.id}/archive.zip`, {
      headers: { cookie: [...mai.cookies].map(([k, v]) => `${k}=${v}`).join('; '), range: 'bytes=1000-' },
    });
    expect([rest.status, rest.headers.get('content-range')]).toEqual([
      206,
      `bytes 1000-${archive.bytes - 1}/${archive.bytes}`,
    ]);
    expect(Buffer.compare(Buffer.from(await rest.arrayBuffer()), whole.body.subarray(1000))).toBe(0);
    expect((await lan.get(`/api/archives/${archive.id}/archive.zip`)).status).toBe(404);
  }, 120_000);
});

describe('H1: charts and tables that an office sends on', () => {
  it('H1: each chart is a picture and a table of the same figures, on the page, in Word and in PDF', async () => {
    const at = `/api/campaigns/${campaign.id}`;
    const { body: charts } = await mai.get<Chart[]>(`${at}/charts`);
    expect(charts.map((one) => one.id)).toEqual(['timeliness', 'fields', 'ranking']);
    const { body: board } = await mai.get(`${at}/board`);
    const sums = charts[0]!.series.flatMap((one) => one.values).reduce((a, b) => (a ?? 0) + (b ?? 0), 0);
    expect(sums).toBe(board.obliged);
    const best = charts[2]!.series[0]!.values;
    expect(best).toEqual([...best].sort((a, b) => (b ?? 0) - (a ?? 0)));
    const svg = await mai.download(`${at}/charts/ranking.svg`);
    const picture = Buffer.from(svg.body).toString();
    expect(svg.headers.get('content-type')).toContain('image/svg+xml');
    for (const name of charts[2]!.labels) expect(picture).toContain(name);
    expect(picture).not.toContain('<style');
    const lan = await signIn(server.url, 'lan');
    expect((await lan.get(`${at}/charts`)).status).toBe(403);
    expect((await lan.get(`${at}/charts/ranking.svg`)).status).toBe(403);
    const text = await pdf(`${at}/charts-document.pdf`);
    for (const one of charts) expect(text).toContain(one.title);
    for (const name of charts[2]!.labels) expect(text).toContain(name);
    const word = unzipSync((await mai.download(`${at}/charts-document.docx`)).body);
    expect(Object.keys(word).filter((name) => name.endsWith('.png'))).toHaveLength(charts.length);
  });

  it('H1: totals as Excel: every formula comes to the figure that stands in its cell', async () => {
    const at = `/api/campaigns/${campaign.id}`;
    // Somebody said "không phát sinh" and another figure counts for the total: it is in the ground as well.
    const nil = await server.db
      .selectFrom('cell')
      .innerJoin('report', (join) =>
        join
          .onRef('report.campaign_id', '=', 'cell.campaign_id')
          .onRef('report.unit_id', '=', 'cell.unit_id'),
      )
      .where('cell.kind', '=', 'nil')
      .where('report.state', '=', 'received')
      .where('form_id', '=', 'the-che')
      .select(['cell.unit_id', 'row_id', 'column_id'])
      .orderBy('cell.unit_id')
      .executeTakeFirstOrThrow();
    await mai.post(`${at}/total-changes/correct`, {
      unitId: nil.unit_id,
      form: 'the-che',
      row: nil.row_id,
      column: nil.column_id,
      seen: { kind: 'nil' },
      amount: '3',
      reason: 'Đơn vị báo thiếu',
    });
    // With what was only sent: a department is among them, whose figures are in forms of their own.
    const { body: answer } = await mai.get<TotalsAnswer>(`${at}/totals?basis=sent`);
    const file = await mai.download(`${at}/totals.xlsx?basis=sent`);
    expect(file.status).toBe(200);
    const book = await readXlsx(file.body, { readStyles: false });
    const evaluated = evaluateBook(book.sheets);
    expect(evaluated.length).toBeGreaterThan(100);
    expect(evaluated.filter((one) => !one.agrees)).toEqual([]);
    const sums = evaluated.filter((one) => one.formula.startsWith('SUMIFS'));
    expect(sums.length).toBeGreaterThan(20);
    const of = (words: string) => evaluated.filter((one) => one.formula.includes(words)).length;
    expect([of('MAX(') > 0, of("'Số liệu cơ quan ") > 5, of('COUNTIFS') > 0]).toEqual([true, true, true]);
    // The first table's grand total is the one that the screen shows.
    const form = answer.forms.find((one) => one.cells.some((c) => c.total !== null))!;
    const cell = form.cells.find((c) => c.total !== null)!;
    const sheet = book.sheets.find((one) => String(one.rows[0]?.[0]).startsWith(`${form.title}: tổng hợp`))!;
    const title = form.rows.find((r) => r.id === cell.row)!.title;
    expect(sheet.rows.some((r) => r[0] === title && r[5] === Number(cell.total))).toBe(true);
    const names = strFromU8(unzipSync(file.body)['xl/workbook.xml']!);
    expect(names).toContain('_xlnm.Print_Titles');
    expect(names).toContain("'Tổng hợp 1'!$5:$5");
    // As narrowed on the screen, and it says so.
    const part = await readXlsx(
      (await mai.download(`${at}/totals.xlsx?kind=commune&area=${encodeURIComponent('TTHC')}`)).body,
    );
    const heads = part.sheets.map((one) => String(one.rows[0]?.[0]));
    expect(heads.filter((h) => h.includes('thủ tục hành chính'))).toHaveLength(heads.length);
    expect(part.sheets[0]?.rows[1]?.[0]).toContain('Chỉ báo cáo đã tiếp nhận, chỉ đơn vị cấp xã: 10/22');
    expect(evaluateBook(part.sheets).filter((one) => !one.agrees)).toEqual([]);
  });

  it('H1: words of people never run in a spreadsheet', async () => {
    const sheet = {
      name: 'Thử',
      headRow: 1,
      widths: [20],
      rows: ['=1+1', '+cmd|x', '@SUM(A1)', '-2+3'].map((value) => [{ value, look: 'label' as const }]),
    };
    const made = unzipSync(await writeBook([sheet], 'Thử'));
    const xml = strFromU8(made['xl/worksheets/sheet1.xml']!);
    expect(xml).not.toContain('<f>');
    const read = await readXlsx(await writeBook([sheet], 'Thử'));
    expect(read.sheets[0]!.rows.map((row) => row[0])).toEqual(['=1+1', '+cmd|x', '@SUM(A1)', '-2+3']);
  });

  it('H2: the register of outgoing documents as Excel', async () => {
    const vanthu = await signIn(server.url, 'vanthu');
    const file = await vanthu.download('/api/registry/outgoing.xlsx');
    const book = await readXlsx(file.body);
    expect(book.sheets[0]!.rows.some((row) => row[0] === '112/UBND-NV' && row[1] === '06/02/2024')).toBe(
      true,
    );
  });
});
