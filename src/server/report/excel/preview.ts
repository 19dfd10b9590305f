import type { SheetOfCells } from '../../../core/kernel/sheet.ts';
import { WHO_MAY } from '../../../core/report/allow.ts';
import type { FormPreview, GapCounts } from '../../../core/report/excel/answers.ts';
import { type ComparedCell, compareForm } from '../../../core/report/excel/compare.ts';
import { isCsvForm, readCsv } from '../../../core/report/excel/csv.ts';
import { type FormIdentity, type ReadForm, wrongIdentity } from '../../../core/report/excel/identity.ts';
import { identityOf, readSheets } from '../../../core/report/excel/readSheets.ts';
import { columnLabel, formsOf } from '../../../core/report/excel/sheets.ts';
import { type Filled, gapsOf } from '../../../core/report/gaps.ts';
import { guard } from '../../../core/report/guard.ts';
import { readExcel } from '../../excel/readExcel.ts';
import type { ReadContext } from '../../http/context.ts';
import { forbidden, Refused, refused } from '../../http/failures.ts';
import { sha256 } from '../../record/hash.ts';
import { contentsOf, filledOf, sectionsOf } from '../views/contents.ts';
import { type Loaded, loadReport } from '../views/load.ts';
import { campaignHead } from '../views/pieces.ts';
import { identityOfReport } from './form.ts';

type File = { readonly bytes: Buffer; readonly name: string };

const readFile = async ({ bytes, name }: File): Promise<readonly SheetOfCells[]> => {
  const read = await readExcel(bytes, name);
  if (!read.ok) throw refused(read.code, { name }, 422);
  return read.sheets;
};

/** By which of the two verbs the caller may take a file into this report. */
const verbOf = (ctx: ReadContext, { report, stances }: Loaded): 'edit' | 'bring-in' | null =>
  (['edit', 'bring-in'] as const).find(
    (verb) => WHO_MAY[verb].some((s) => stances.has(s)) && !guard(report, verb, ctx.person.personId),
  ) ?? null;

const nameOf = async (
  ctx: ReadContext,
  table: 'unit' | 'campaign',
  id: string,
): Promise<string | undefined> =>
  table === 'unit'
    ? (await ctx.db.selectFrom('unit').select('name').where('id', '=', id).executeTakeFirst())?.name
    : (await ctx.db.selectFrom('campaign').select('title').where('id', '=', id).executeTakeFirst())?.title;

/** C9: a form of another unit, period or template version is refused, and says whose it is. */
const refuseOther = async (ctx: ReadContext, found: FormIdentity, wanted: FormIdentity): Promise<void> => {
  const wrong = wrongIdentity(found, wanted);
  if (!wrong) return;
  throw refused(
    wrong,
    {
      unit: (await nameOf(ctx, 'unit', found.unitId)) ?? '…',
      campaign: (await nameOf(ctx, 'campaign', found.campaignId)) ?? '…',
      found: found.templateVersion,
      wanted: wanted.templateVersion,
    },
    422,
  );
};

const countsOf = (sections: Parameters<typeof gapsOf>[0], filled: Filled): GapCounts => {
  const counts = { must: 0, reason: 0, look: 0 };
  for (const gap of gapsOf(sections, filled)) if (!gap.overridden) counts[gap.severity]++;
  return counts;
};

const after = (filled: Filled, taken: readonly ComparedCell[]): Filled => {
  const cells = new Map(taken.map((c) => [`${c.form}\u0000${c.row}\u0000${c.column}`, c.after]));
  return {
    ...filled,
    cell: (form, row, column) =>
      cells.get(`${form}\u0000${row}\u0000${column}`) ?? filled.cell(form, row, column),
  };
};

const previewOf = async (
  ctx: ReadContext,
  loaded: Loaded,
  sheets: readonly SheetOfCells[],
  file: File,
): Promise<FormPreview> => {
  const { campaignId, unitId } = loaded.report;
  const sections = await sectionsOf(ctx, loaded);
  const forms = formsOf(sections);
  const read: ReadForm | { wrong: string } = isCsvForm(sheets)
    ? readCsv(sheets)
    : readSheets(sheets, forms, columnLabel);
  if ('wrong' in read) throw refused(read.wrong, { name: file.name }, 422);
  await refuseOther(ctx, read.identity, identityOfReport(loaded));
  const contents = await contentsOf(ctx, campaignId, unitId);
  const known = new Map(contents.cells.map((c) => [`${c.form}\u0000${c.row}\u0000${c.column}`, c]));
  const compared = compareForm(read.cells, forms, (f, r, c) => known.get(`${f}\u0000${r}\u0000${c}`));
  const filled = filledOf(contents);
  const accepted = compared.filter((c) => c.standing !== 'refused' && c.standing !== 'conflict');
  return {
    file: { name: file.name, hash: sha256(file.bytes) },
    campaignId,
    campaignTitle: (await campaignHead(ctx, campaignId)).title,
    unitId,
    unitName: loaded.unit.name,
    cells: compared.map((c) => {
      const form = forms.find((f) => f.id === c.form);
      return {
        ...c,
        formTitle: form?.title ?? '',
        rowTitle: form?.rows.find((r) => r.id === c.row)?.title ?? '',
        columnTitle: form?.columns.find((x) => x.id === c.column)?.title ?? '',
      };
    }),
    same: read.cells.length - compared.length,
    missing: { before: countsOf(sections, filled), after: countsOf(sections, after(filled, accepted)) },
    by: verbOf(ctx, loaded),
  };
};

/** The unit's own form, read before anything is stored. */
export const previewForm = async (
  ctx: ReadContext,
  at: { readonly campaignId: string; readonly unitId: string },
  file: File,
): Promise<FormPreview> => {
  const loaded = await loadReport(ctx, at.campaignId, at.unitId);
  if (!WHO_MAY.edit.some((s) => loaded.stances.has(s))) throw forbidden({ verb: 'edit' });
  const closed = guard(loaded.report, 'edit', ctx.person.personId);
  if (closed && !closed.ok) throw new Refused(closed.refusal);
  return previewOf(ctx, loaded, await readFile(file), file);
};

/** One of many files: whose it is stands in the file. Only reports that the caller may bring figures into. */
export const previewAnyForm = async (
  ctx: ReadContext,
  campaignId: string,
  file: File,
): Promise<FormPreview> => {
  const sheets = await readFile(file);
  const csv = isCsvForm(sheets) ? readCsv(sheets) : undefined;
  const identity = csv ? ('wrong' in csv ? undefined : csv.identity) : identityOf(sheets);
  if (!identity) throw refused('excel.notOurForm', { name: file.name }, 422);
  if (identity.campaignId !== campaignId) await refuseOther(ctx, identity, { ...identity, campaignId });
  const loaded = await loadReport(ctx, campaignId, identity.unitId);
  const { stances, report } = loaded;
  if (!(['edit', 'bring-in'] as const).some((verb) => WHO_MAY[verb].some((s) => stances.has(s))))
    throw forbidden({ verb: 'bring-in' });
  const closed = guard(report, 'bring-in', ctx.person.personId);
  if (closed && !closed.ok)
    throw refused('excel.reportClosed', { unit: loaded.unit.name, state: report.state });
  return previewOf(ctx, loaded, sheets, file);
};
