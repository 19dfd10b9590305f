import { strFromU8, unzipSync } from 'fflate';
import { openXlsx } from 'hucre/xlsx';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RegisterAnswer } from '../../src/core/registry/answers.ts';
import type { ReportAnswer } from '../../src/core/report/answers.ts';
import type { RoundAnswer, RoundsAnswer, SheetAnswer } from '../../src/core/scoring/roundAnswers.ts';
import { theCampaign } from '../setup/campaign.ts';
import { type Client, signIn } from '../setup/client.ts';
import { startTestServer, type TestServer } from '../setup/server.ts';

let server: TestServer;
const people = new Map<string, Client>();
const who = (login: string): Client => people.get(login) as Client;
let campaign: Awaited<ReturnType<typeof theCampaign>>;
let round = '';
let sheetPath = '';

beforeAll(async () => {
  server = await startTestServer({ stage: 'issued' });
  for (const login of ['mai', 'nga', 'lan', 'hung', 'binh', 'thu'])
    people.set(login, await signIn(server.url, login));
  campaign = await theCampaign(who('mai'));
  const opened = await who('mai').post<RoundAnswer>('/api/rounds', {
    setId: 'cao-loc-xa-2024',
    title: 'Chấm điểm Chỉ số CCHC cấp xã năm 2024',
  });
  expect(opened.status).toBe(200);
  round = opened.body.round.id;
  sheetPath = `/api/rounds/${round}/units/${campaign.unit('Xã Bảo Lâm')}`;
});
afterAll(() => server?.close());

const wordsIn = (file: Uint8Array, between: string): string =>
  strFromU8(unzipSync(file)['word/document.xml'] ?? new Uint8Array()).replace(/<[^>]+>/g, between);
const sheet = async (login = 'lan') => (await who(login).get<SheetAnswer>(sheetPath)).body;
const line = (s: SheetAnswer, code: string) => {
  const found = s.lines.find((l) => l.code === code);
  if (!found) throw new Error(code);
  return found;
};
const scored = (s: SheetAnswer) => s.lines.filter((l) => l.kind === 'rule');
/** An answer that every kind of rule of the demonstration's set understands. */
const answerFor = (l: SheetAnswer['lines'][number]): unknown => {
  const [choice] = l.asked?.choices ?? [];
  if (choice) return choice.id === 'yes' ? true : choice.label;
  if (l.asked?.parts.length) return l.asked.parts.map(() => true);
  return Object.fromEntries((l.asked?.fields ?? []).map((f) => [f.name, f.name === 'count' ? 0 : 100]));
};

describe('a round of the index, from opening to the decision', () => {
  it('opens once, for every commune of the district; units see their own', async () => {
    const again = await who('mai').post('/api/rounds', { setId: 'cao-loc-xa-2024', title: 'Lần nữa' });
    expect([again.status, again.body.code]).toEqual([409, 'scoring.roundExists']);
    expect(
      (await who('lan').post('/api/rounds', { setId: 'cao-loc-huyen-2024', title: 'Của xã' })).status,
    ).toBe(403);
    const { body } = await who('lan').get<RoundsAnswer>('/api/rounds');
    expect(body.rounds[0]).toMatchObject({
      units: 22,
      done: 0,
      own: { unitName: 'Xã Bảo Lâm', stage: 'self' },
    });
    const all = await who('mai').get<RoundAnswer>(`/api/rounds/${round}`);
    expect(all.body.units).toHaveLength(22);
    expect((await who('lan').get<RoundAnswer>(`/api/rounds/${round}`)).body.units).toHaveLength(1);
    expect((await who('thu').get(sheetPath)).status).toBe(403);
  });

  it('I7: figures of the reports answer where the set says so, name report and cell, and are followed', async () => {
    const before = await sheet();
    const fed = line(before, '6.3.1');
    expect(fed.computed).toMatchObject({ points: expect.any(String) });
    expect(fed.computed?.source).toMatch(/quý I năm 2024.*biểu.*cột/i);
    expect(fed.self).toMatchObject({ points: fed.computed?.points, mark: null });
    expect(line(before, '1.2.1').computed?.source).toContain('Hệ thống báo cáo');

    const path = campaign.path('Xã Bảo Lâm');
    const { body: report } = await who('lan').get<ReportAnswer>(path);
    const cells = report.cells.filter(
      (c) => c.form === 'dossier' && c.column === '4' && c.cell.kind === 'amount',
    );
    const saved = await who('lan').post(`${path}/save`, {
      cells: cells.map((c) => ({
        form: c.form,
        row: c.row,
        column: c.column,
        cell: { kind: 'amount', amount: '0' },
        version: c.version,
      })),
    });
    expect(saved.status).toBe(200);
    const after = line(await sheet(), '6.3.1');
    expect(after.computed?.points).toBe('0');
    expect(after.self?.points).toBe('0');
  });

  it('I2 I3: each score says itself in words; "không phát sinh" is full points here and a smaller maximum there', async () => {
    const now = await sheet();
    const save = await who('lan').post<SheetAnswer>(`${sheetPath}/score`, {
      marks: [
        { criterion: '3.3.1', answer: '96/100', words: 'Theo sổ của Bộ phận Một cửa', version: 0 },
        { criterion: '2.2.2', answer: 'không phát sinh', words: 'Không có văn bản phải xử lý', version: 0 },
        { criterion: '5.1.1', answer: 'không phát sinh', words: 'Xã không được giao vốn', version: 0 },
      ],
    });
    expect(save.status).toBe(200);
    expect(line(save.body, '3.3.1').self).toMatchObject({
      points: '7.84',
      explanation: expect.stringContaining('96/100'),
    });
    expect(line(save.body, '2.2.2').self).toMatchObject({ points: '1' });
    expect(line(save.body, '5.1.1').self).toMatchObject({ status: 'reduced', maximum: '0' });
    expect(Number(save.body.self.total.maximum)).toBe(Number(now.self.total.maximum) - 3);
    const stale = await who('lan').post(`${sheetPath}/score`, {
      marks: [{ criterion: '3.3.1', answer: '97/100', words: '', version: 0 }],
    });
    expect([stale.status, stale.body.code]).toEqual([409, 'scoring.markStale']);
    const survey = await who('lan').post(`${sheetPath}/score`, {
      marks: [{ criterion: '7.2.1', answer: '90', words: '', version: 0 }],
    });
    expect(survey.body.code).toBe('scoring.surveyNotScored');
  });

  it('I5 I6: nothing open and nothing bare is locked, only the signer locks, and then the unit changes nothing', async () => {
    let now = await sheet();
    const early = await who('hung').post(`${sheetPath}/lock-self`, { version: now.version });
    expect(early.body).toMatchObject({ code: 'scoring.unanswered' });
    const open = scored(now).filter(
      (l) => l.self?.mark === null && (l.computed === null || l.self?.points === null),
    );
    const filled = await who('lan').post<SheetAnswer>(`${sheetPath}/score`, {
      marks: open.map((l) => ({ criterion: l.code, answer: answerFor(l), version: 0 })),
    });
    expect(filled.status).toBe(200);
    now = filled.body;
    expect((await who('lan').post(`${sheetPath}/lock-self`, { version: now.version })).status).toBe(403);
    const bare = await who('hung').post(`${sheetPath}/lock-self`, { version: now.version });
    expect(bare.body).toMatchObject({ code: 'scoring.evidenceOrWords' });
    const explained = await who('lan').post<SheetAnswer>(`${sheetPath}/score`, {
      marks: scored(now)
        .filter((l) => l.self?.mark && l.self.mark.words === '')
        .map((l) => ({
          criterion: l.code,
          answer: answerFor(l),
          words: 'Có hồ sơ lưu tại UBND xã',
          version: l.self?.mark?.version ?? 0,
        })),
    });
    const old = await who('hung').post(`${sheetPath}/lock-self`, { version: now.version });
    expect(old.body).toMatchObject({ code: 'scoring.sheetStale' });
    const locked = await who('hung').post<SheetAnswer>(`${sheetPath}/lock-self`, {
      version: explained.body.version,
    });
    expect(locked.body).toMatchObject({ stage: 'appraisal-1', may: [] });
    const late = await who('lan').post(`${sheetPath}/score`, {
      marks: [{ criterion: '3.3.1', answer: '99/100', words: 'Sửa sau khi khóa', version: 1 }],
    });
    expect([late.status, late.body.code]).toEqual([409, 'scoring.wrongStage']);
    expect(line(await sheet(), '6.3.1').self?.points).toBe('0');
  });

  it('I6: appraisal 1, explanation, appraisal 2 stand side by side; after each lock the other side works', async () => {
    let now = await sheet('mai');
    const codes = scored(now).map((l) => l.code);
    const bare = await who('mai').post(`${sheetPath}/appraise`, {
      marks: [{ criterion: '3.3.1', points: '5', version: 0 }],
    });
    expect(bare.body.code).toBe('scoring.reasonMissing');
    const over = await who('mai').post(`${sheetPath}/appraise`, {
      marks: [{ criterion: '3.3.1', points: '8.5', words: 'Cao hơn tối đa', version: 0 }],
    });
    expect(over.body.code).toBe('scoring.pointsOutside');
    const some = await who('mai').post<SheetAnswer>(`${sheetPath}/appraise`, {
      marks: [{ criterion: '3.3.1', points: '5', words: 'Sổ theo dõi chỉ có 62 hồ sơ đúng hạn', version: 0 }],
    });
    expect(some.status).toBe(200);
    const half = await who('mai').post(`${sheetPath}/lock-appraisal`, { version: some.body.version });
    expect(half.body.code).toBe('scoring.unappraised');
    expect(line(await sheet('lan'), '3.3.1').first).toBeNull();
    const rest = await who('mai').post<SheetAnswer>(`${sheetPath}/appraise`, {
      marks: codes.filter((c) => c !== '3.3.1').map((criterion) => ({ criterion, agreed: true, version: 0 })),
    });
    now = (await who('mai').post<SheetAnswer>(`${sheetPath}/lock-appraisal`, { version: rest.body.version }))
      .body;
    expect(now.stage).toBe('explanation');
    const seen = line(await sheet('lan'), '3.3.1');
    expect([seen.self?.points, seen.first?.points]).toEqual(['7.84', '5']);
    expect(seen.first?.explanation).toContain('62 hồ sơ đúng hạn');

    expect(
      (
        await who('mai').post(`${sheetPath}/appraise`, {
          marks: [{ criterion: '1.1.1', points: '0', words: 'Đổi sau khóa', version: 1 }],
        })
      ).body.code,
    ).toBe('scoring.wrongStage');
    const told = await who('lan').post<SheetAnswer>(`${sheetPath}/explain`, {
      marks: [{ criterion: '3.3.1', words: 'Bổ sung 34 hồ sơ trên Cổng dịch vụ công', version: 0 }],
    });
    const closed = await who('hung').post<SheetAnswer>(`${sheetPath}/lock-explanation`, {
      version: told.body.version,
    });
    expect(closed.body.stage).toBe('appraisal-2');
    const unjudged = await who('nga').post(`${sheetPath}/lock-appraisal`, { version: closed.body.version });
    expect(unjudged.body.code).toBe('scoring.unjudged');
    const judged = await who('nga').post<SheetAnswer>(`${sheetPath}/appraise`, {
      marks: [{ criterion: '3.3.1', points: '7.84', words: 'Chấp nhận hồ sơ bổ sung', version: 0 }],
    });
    const done = await who('nga').post<SheetAnswer>(`${sheetPath}/lock-appraisal`, {
      version: judged.body.version,
    });
    expect(done.body.stage).toBe('done');
    const side = line(done.body, '3.3.1');
    expect([side.self?.points, side.first?.points, side.second?.points]).toEqual(['7.84', '5', '7.84']);
    expect(side.explained?.words).toContain('34 hồ sơ');
  });

  it('I8: survey points come last; a percentage says whether they are in it; publishing waits for every unit', async () => {
    const unitId = campaign.unit('Xã Bảo Lâm');
    const before = await sheet('mai');
    expect(before.second?.index).toMatchObject({
      basis: 'without-survey',
      note: expect.stringContaining('điều tra'),
    });
    const kept = await who('mai').post<RoundAnswer>(`/api/rounds/${round}/survey`, {
      source: 'Báo cáo điều tra năm 2024',
      results: [{ unitId, criterion: '7.2.1', answer: '85,5' }],
    });
    expect(kept.status).toBe(200);
    const row = kept.body.units.find((u) => u.unitId === unitId);
    expect(row?.result).toMatchObject({ basis: 'with-survey', total: { survey: '5.13' } });
    expect(row?.result?.areas).toHaveLength(7);
    const early = await who('mai').post(`/api/rounds/${round}/publish`, {
      number: '10/QĐ-UBND',
      day: '2024-02-28',
    });
    expect(early.body).toMatchObject({ code: 'scoring.notAllDone', details: { n: 21 } });
    expect(
      (
        await who('lan').post(`/api/rounds/${round}/survey`, {
          results: [{ unitId, criterion: '7.2.1', answer: '99' }],
        })
      ).status,
    ).toBe(403);
  });

  it('two who appraise blindly see only their own, and what differs is settled openly', async () => {
    await server.owner.updateTable('index_round').set({ blind: true }).where('id', '=', round).execute();
    const path = `/api/rounds/${round}/units/${campaign.unit('Xã Lộc Yên')}`;
    await server.owner
      .updateTable('index_subject')
      .set({ stage: 'appraisal-1' })
      .where('unit_id', '=', campaign.unit('Xã Lộc Yên'))
      .execute();
    const codes = scored((await who('mai').get<SheetAnswer>(path)).body).map((l) => l.code);
    const all = (points: (c: string) => string) => ({
      marks: codes.map((criterion) => ({
        criterion,
        points: points(criterion),
        words: 'Theo hồ sơ gửi',
        version: 0,
      })),
    });
    const mai = await who('mai').post<SheetAnswer>(
      `${path}/appraise`,
      all(() => '0'),
    );
    expect(mai.status).toBe(200);
    const nga = await who('nga').post<SheetAnswer>(
      `${path}/appraise`,
      all((c) => (c === '1.1.1' ? '1' : '0')),
    );
    expect(line(nga.body, '1.1.1').first?.mark?.points).toBe('1');
    expect(JSON.stringify(nga.body)).not.toContain('"hands":[{');
    expect(
      (await who('mai').post<SheetAnswer>(`${path}/lock-appraisal`, { version: nga.body.version })).body
        .stage,
    ).toBe('appraisal-1');
    const both = await who('nga').post<SheetAnswer>(`${path}/lock-appraisal`, {
      version: nga.body.version + 1,
    });
    expect(both.body.stage).toBe('settling');
    expect(
      line(both.body, '1.1.1')
        .hands.map((h) => [h.name, h.points])
        .sort(),
    ).toEqual([
      ['Lương Thị Nga', '1'],
      ['Vi Thị Mai', '0'],
    ]);
    const settled = await who('mai').post<SheetAnswer>(`${path}/appraise`, {
      marks: [{ criterion: '1.1.1', points: '0.5', words: 'Hai người thống nhất', version: 0 }],
    });
    const out = await who('mai').post<SheetAnswer>(`${path}/lock-appraisal`, {
      version: settled.body.version,
    });
    expect(out.body.stage).toBe('explanation');
    expect(line(out.body, '1.1.1').first?.points).toBe('0.5');
  });

  it('what stands on the screens goes along as Word, PDF and Excel; a set comes as the form that brings it back', async () => {
    const papers: readonly (readonly [string, string, RegExp])[] = [
      ['lan', `${sheetPath}/sheet`, /Tự chấm.*Thẩm định 1.*Thẩm định 2.*34 hồ sơ/],
      ['mai', `/api/rounds/${round}/comparison`, /Xếp hạng.*Xã Bảo Lâm.*Theo lĩnh vực/],
      ['mai', '/api/remediation', /Tiêu chí thấp.*Xã Bảo Lâm/],
      ['mai', '/api/tasks', /Nhiệm vụ được giao.*phối hợp/],
      ['thu', '/api/forecast', /Dự kiến tự chấm.*Căn cứ/],
      ['lan', '/api/criteria-sets/cao-loc-xa-2024/paper', /Cách chấm.*7\.2\.1/],
    ];
    for (const [login, path, words] of papers) {
      const word = await who(login).download(`${path}.docx`);
      const text = wordsIn(word.body, ' ').replace(/\s+/g, ' ');
      expect([path, word.status, words.test(text)]).toEqual([path, 200, true]);
      const book = await openXlsx((await who(login).download(`${path}.xlsx`)).body);
      expect(book.sheets[0]?.rows.length).toBeGreaterThan(5);
    }
    const pdf = await who('mai').download(`/api/rounds/${round}/comparison.pdf`);
    expect(Buffer.from(pdf.body).subarray(0, 5).toString()).toBe('%PDF-');
    expect(
      (await who('lan').download(`/api/rounds/${round}/units/${campaign.unit('Xã Lộc Yên')}/sheet.docx`))
        .status,
    ).toBe(403);
    const form = await who('mai').download('/api/criteria-sets/cao-loc-xa-2024/form.xlsx');
    const preview = await who('mai').upload(
      '/api/criteria-sets/preview',
      'bo.xlsx',
      form.body as Uint8Array<ArrayBuffer>,
      '',
    );
    expect(preview.body.sets[0]).toMatchObject({ id: 'cao-loc-xa-2024', standing: 'same', problems: [] });
  });

  it('the decision is drafted with its annexes, signed and numbered; only results that were signed are published', async () => {
    const early = await who('mai').post(`/api/rounds/${round}/decision`);
    expect([early.status, early.body.code]).toEqual([409, 'scoring.notAllDone']);
    await server.owner
      .updateTable('index_subject')
      .set({ stage: 'done' })
      .where('round_id', '=', round)
      .execute();
    await who('mai').post(`/api/rounds/${round}/context`, { values: {} });
    expect((await who('lan').post(`/api/rounds/${round}/decision`)).status).toBe(403);
    const draft = await who('mai').post<{ id: string }>(`/api/rounds/${round}/decision`);
    expect(draft.status).toBe(200);
    const twice = await who('mai').post(`/api/rounds/${round}/decision`);
    expect(twice.body.code).toBe('scoring.decisionDrafted');
    const path = (id: string, verb: string) => `/api/documents/${id}/${verb}`;
    const issue = { symbol: 'QĐ-UBND', number: '45', day: '2024-02-28' };
    await who('binh').post(path(draft.body.id, 'sign'), { version: 1 });
    const unitId = campaign.unit('Xã Bảo Lâm');
    await who('mai').post(`/api/rounds/${round}/survey`, {
      results: [{ unitId, criterion: '7.2.1', answer: '60' }],
    });
    const vanthu = await signIn(server.url, 'vanthu');
    const stale = await vanthu.post(path(draft.body.id, 'issue'), { ...issue, version: 2 });
    expect(stale.body.code).toBe('scoring.decisionStale');
    await who('mai').post(path(draft.body.id, 'discard'), { version: 2 });
    const again = await who('mai').post<{ id: string }>(`/api/rounds/${round}/decision`);
    // What it rests on is worded by its drafter, before it is signed and never after.
    const bases = [
      'Căn cứ Luật Tổ chức chính quyền địa phương số 77/2015/QH13;',
      'Theo tờ trình số 12/TTr-PNV.',
    ];
    const word1 = { version: 1, bases };
    expect((await who('lan').post(path(again.body.id, 'bases'), word1)).status).toBe(403);
    const empty = await who('mai').post(path(again.body.id, 'bases'), { version: 1, bases: [' ; '] });
    expect(empty.body.code).toBe('registry.basesEmpty');
    expect((await who('mai').post(path(again.body.id, 'bases'), word1)).status).toBe(200);
    const at = (await who('mai').get<RoundAnswer>(`/api/rounds/${round}`)).body.decision?.unitId;
    const { documents } = (await who('mai').get<RegisterAnswer>(`/api/registry?unitId=${at}`)).body;
    expect(documents.find((one) => one.id === again.body.id)?.bases?.[0]).toMatch(/QH13$/);
    await who('binh').post(path(again.body.id, 'sign'), { version: 2 });
    const late = await who('mai').post(path(again.body.id, 'bases'), { version: 3, bases });
    expect(late.body.code).toBe('registry.wrongState');
    const out = await vanthu.post(path(again.body.id, 'issue'), { ...issue, version: 3 });
    expect(out.status).toBe(200);
    const published = (await who('lan').get<RoundAnswer>(`/api/rounds/${round}`)).body;
    expect(published.round).toMatchObject({
      state: 'published',
      decision: { number: '45/QĐ-UBND', day: '2024-02-28' },
    });
    expect(published.units).toHaveLength(22);
    const word = await who('mai').download(`/api/documents/${again.body.id}/document.docx`);
    const text = wordsIn(word.body, '');
    expect(text).toMatch(
      /77\/2015\/QH13;.*12\/TTr-PNV\..*QUYẾT ĐỊNH.*Điều 1\. .*22 đơn vị.*Điều 3\. .*Phụ lục II/s,
    );
    const marks = await server.db
      .selectFrom('published_mark')
      .where('unit_id', '=', unitId)
      .where('year', '=', 2024)
      .select('document')
      .execute();
    expect(new Set(marks.map((m) => m.document))).toEqual(
      new Set(['Quyết định số 45/QĐ-UBND ngày 28/02/2024']),
    );
  });
});
