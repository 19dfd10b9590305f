import type { ReportAnswer } from '../../src/core/report/answers.ts';
import { typedCells } from '../../src/core/report/gaps.ts';
import type { SaveWire } from '../../src/core/report/wire.ts';
import type { Client } from './client.ts';

export type Doc = {
  type: 'doc';
  content: { type: 'paragraph'; content: { type: 'text'; text: string }[] }[];
};
export const doc = (text: string): Doc => ({
  type: 'doc',
  content: [{ type: 'paragraph', content: [{ type: 'text', text }] }],
});

/** The campaign of the demonstration, and its units by name. */
export const theCampaign = async (officer: Client) => {
  const list = await officer.get('/api/campaigns');
  const id = list.body[0].id as string;
  const { body: board } = await officer.get(`/api/campaigns/${id}/board`);
  const unit = (name: string): string => {
    const row = board.rows?.find((r: { name: string }) => r.name === name);
    if (!row) throw new Error(`no unit ${name}`);
    return row.unitId;
  };
  return { id, unit, path: (name: string) => `/api/reports/${id}/${unit(name)}` };
};

const kindOfColumn = (report: ReportAnswer, form: string, column: string) => {
  const found = report.sections.flatMap((s) => s.forms).find((f) => f.id === form);
  return found?.columns.find((c) => c.id === column);
};

/** Everything that is still blank or wrong, filled with the least that is complete: nil figures, short sentences. */
const fillingOf = (report: ReportAnswer): SaveWire => {
  const known = new Map(report.cells.map((c) => [`${c.form}/${c.row}/${c.column}`, c]));
  const cells: SaveWire['cells'] = [];
  for (const section of report.sections)
    for (const form of section.forms)
      for (const at of typedCells(form)) {
        const column = kindOfColumn(report, form.id, at.columnId);
        const version = known.get(`${form.id}/${at.rowId}/${at.columnId}`)?.version ?? 0;
        const place = { form: form.id, row: at.rowId, column: at.columnId, version };
        if (column?.kind === 'figure') cells.push({ ...place, cell: { kind: 'nil' } });
        else if (column?.choices)
          cells.push({ ...place, cell: { kind: 'text', text: column.choices[0] ?? '' } });
        else cells.push({ ...place, cell: { kind: 'text', text: 'Đã thực hiện theo kế hoạch.' } });
      }
  const words: SaveWire['words'] = report.sections
    .filter((s) => s.words && s.applicability !== 'not-applicable')
    .map((s) => ({
      section: s.id,
      kind: 'text' as const,
      doc: doc(`Đơn vị đã triển khai nội dung ${s.title.toLowerCase()} theo kế hoạch.`),
      version: report.words.find((w) => w.section === s.id)?.version ?? 0,
    }));
  return { cells, words };
};

/** Fills a report whole and passes it for signature. */
export const fillAndPass = async (preparer: Client, path: string): Promise<ReportAnswer> => {
  const { body } = await preparer.get<ReportAnswer>(path);
  const saved = await preparer.post(`${path}/save`, fillingOf(body));
  if (saved.status !== 200) throw new Error(`save: ${JSON.stringify(saved.body)}`);
  const passed = await preparer.post<ReportAnswer>(`${path}/pass-to-sign`);
  if (passed.status !== 200) throw new Error(`pass: ${JSON.stringify(passed.body)}`);
  return passed.body;
};

/** Signs what stands now, which submits it. */
export const signSeen = async (signer: Client, path: string) => {
  const { body } = await signer.get<ReportAnswer>(path);
  return signer.post<ReportAnswer>(`${path}/sign`, { contentHash: body.contentHash });
};
