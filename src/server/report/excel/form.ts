import { writeCsv } from 'hucre/csv';
import { shortDay } from '../../../core/kernel/wording.ts';
import { csvOfReport } from '../../../core/report/excel/csv.ts';
import type { FormIdentity } from '../../../core/report/excel/identity.ts';
import { type Stored, sheetsOfReport } from '../../../core/report/excel/sheets.ts';
import { writeForm } from '../../excel/writeForm.ts';
import type { ReadContext } from '../../http/context.ts';
import { contentsOf, sectionsOf } from '../views/contents.ts';
import { fileName } from '../views/fileName.ts';
import { type Loaded, loadReport } from '../views/load.ts';
import { campaignHead } from '../views/pieces.ts';

type At = { readonly campaignId: string; readonly unitId: string };

export const identityOfReport = ({ report, template }: Loaded): FormIdentity => ({
  campaignId: report.campaignId,
  unitId: report.unitId,
  templateId: template.id,
  templateVersion: template.version,
});

const storedOf = async (ctx: ReadContext, at: At): Promise<Stored> => {
  const { cells } = await contentsOf(ctx, at.campaignId, at.unitId);
  const known = new Map(cells.map((c) => [`${c.form}\u0000${c.row}\u0000${c.column}`, c]));
  return (form, row, column) => known.get(`${form}\u0000${row}\u0000${column}`);
};

/** The forms of a report to fill outside: what stands now, with what tells whose they are. */
export const formAsExcel = async (
  ctx: ReadContext,
  at: At,
): Promise<{ readonly bytes: Uint8Array; readonly name: string }> => {
  const loaded = await loadReport(ctx, at.campaignId, at.unitId);
  const campaign = await campaignHead(ctx, at.campaignId);
  const { window } = campaign;
  const sheets = sheetsOfReport(
    await sectionsOf(ctx, loaded),
    identityOfReport(loaded),
    {
      unitName: loaded.unit.name,
      campaignTitle: campaign.title,
      window: window
        ? `Số liệu từ ngày ${shortDay(window.from)} đến hết ngày ${shortDay(window.to)}`
        : 'Chưa có kỳ số liệu',
      isDemo: ctx.services.mode === 'demo',
    },
    await storedOf(ctx, at),
  );
  return {
    bytes: await writeForm(sheets),
    name: `${await fileName(ctx, 'Biểu báo cáo CCHC', at.campaignId, at.unitId)}.xlsx`,
  };
};

export const formAsCsv = async (
  ctx: ReadContext,
  at: At,
): Promise<{ readonly text: string; readonly name: string }> => {
  const loaded = await loadReport(ctx, at.campaignId, at.unitId);
  const rows = csvOfReport(await sectionsOf(ctx, loaded), identityOfReport(loaded), await storedOf(ctx, at));
  // A program that opens it must not take somebody's words for a formula; the mark in front tells it UTF-8.
  const text = writeCsv(
    rows.map((row) => [...row]),
    { delimiter: ';', bom: true, escapeFormulae: true },
  );
  return { text, name: `${await fileName(ctx, 'Biểu báo cáo CCHC', at.campaignId, at.unitId)}.csv` };
};
