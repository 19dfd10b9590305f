import type { Page } from 'playwright-core';
import type { ReportAnswer } from '../../src/core/report/answers.ts';
import { typedCells } from '../../src/core/report/gaps.ts';

/** The own report of who is signed in, by its address. */
export const ownReport = (page: Page): Promise<{ campaignId: string; unitId: string }> =>
  page.evaluate(async () => {
    const work = await (await fetch('/api/work')).json();
    return { campaignId: work.own[0].campaign.id, unitId: work.own[0].row.unitId };
  });

type At = { campaignId: string; unitId: string };

export const readReport = (page: Page, at: At): Promise<ReportAnswer> =>
  page.evaluate(
    async ({ campaignId, unitId }) => (await fetch(`/api/reports/${campaignId}/${unitId}`)).json(),
    at,
  );

/** A command in the name of who is signed in, as another window or program would give it. */
export const command = (page: Page, at: At, verb: string, body?: unknown): Promise<number> =>
  page.evaluate(
    async ({ at: { campaignId, unitId }, verb, body }) => {
      const answer = await fetch(`/api/reports/${campaignId}/${unitId}/${verb}`, {
        method: 'POST',
        headers: {
          'X-CCHC': '1',
          'Idempotency-Key': crypto.randomUUID(),
          ...(body ? { 'content-type': 'application/json' } : {}),
        },
        ...(body ? { body: JSON.stringify(body) } : {}),
      });
      return answer.status;
    },
    { at, verb, body },
  );

const DOSSIER: Readonly<Record<string, string>> = {
  '4': '10',
  '5': '20',
  '6': '1',
  '8': '15',
  '9': '10',
  '10': '1',
  '12': '4',
  '13': '1',
};

/** Everything that is still blank or wrong, filled so that all rules hold. */
export const fillUp = async (page: Page, at: At): Promise<void> => {
  const report = await readReport(page, at);
  const known = new Map(report.cells.map((c) => [`${c.form}/${c.row}/${c.column}`, c]));
  const cells = report.sections.flatMap((section) =>
    section.forms.flatMap((form) =>
      typedCells(form).flatMap(({ rowId, columnId, optional }) => {
        const now = known.get(`${form.id}/${rowId}/${columnId}`);
        const column = form.columns.find((c) => c.id === columnId);
        const dossier = form.id === 'dossier';
        const there = now && now.cell.kind !== 'empty' && now.cell.kind !== 'unparsed';
        if (optional || (there && !dossier)) return [];
        const cell =
          column?.kind === 'figure'
            ? { kind: 'amount', amount: dossier ? DOSSIER[columnId] : '3' }
            : { kind: 'text', text: column?.choices?.[0] ?? 'Đã làm xong.' };
        return [{ form: form.id, row: rowId, column: columnId, cell, version: now?.version ?? 0 }];
      }),
    ),
  );
  // Words that name figures would contradict the tables as they are filled here.
  const text = 'Đã triển khai theo kế hoạch.';
  const words = report.words
    .filter((w) => /\d/.test(w.plain))
    .map(({ section, version }) => ({
      section,
      kind: 'text',
      doc: { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text }] }] },
      version,
    }));
  const status = await command(page, at, 'save', { cells, words });
  if (status !== 200) throw new Error(`filling up answered ${status}`);
};
