import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import type { CellAnswer, ReportAnswer } from '../../src/core/report/answers.ts';
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

export type AtDesk = {
  open(section: string): Promise<void>;
  cell(row: string, column: string): Locator;
  /** Everything typed is on the server. */
  saved(): Promise<void>;
  stored(row: string, column: string, form?: string): Promise<CellAnswer | undefined>;
  focused(): Promise<string>;
  /** What a paste brings, into the field in hand. */
  clipboard(kind: string, text: string): Promise<void>;
};

/** The editor of one report as a clerk's hands and eyes have it. */
export const atDesk = (page: Page, url: string, at: At): AtDesk => ({
  open: async (section) => {
    await page.goto(`${url}/bao-cao/${at.campaignId}/${at.unitId}/${section}`);
    // The words that came with the page stand there before the program does.
    await page.locator('#main .sh h1').waitFor();
  },
  cell: (row, column) => page.locator(`[data-row="${row}"][data-col="${column}"]`),
  saved: async () => {
    await expect
      .poll(() => page.locator('.save').textContent(), { timeout: 30_000 })
      .toMatch(/^Đã lưu \d\d:\d\d:\d\d$/);
  },
  stored: async (row, column, form = 'dossier') =>
    (await readReport(page, at)).cells.find((c) => c.form === form && c.row === row && c.column === column),
  focused: () =>
    page.evaluate(() => {
      const field = document.activeElement as HTMLElement;
      return `${field.dataset.row}/${field.dataset.col}`;
    }),
  clipboard: (kind, text) =>
    page.evaluate(
      ([type, content]) => {
        const data = new DataTransfer();
        data.setData(type as string, content as string);
        if (type !== 'text/plain') data.setData('text/plain', ' ');
        document.activeElement?.dispatchEvent(
          new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
        );
      },
      [kind, text],
    ),
});
