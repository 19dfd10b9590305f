import { changesOf } from '../../../core/scoring/changes.ts';
import type { CriteriaSet } from '../../../core/scoring/criteria.ts';
import { type FormProblem, formProblemText, readForm } from '../../../core/scoring/form.ts';
import { isSameSet } from '../../../core/scoring/keepSet.ts';
import type { ImportProblemLine, SetPreview } from '../../../core/scoring/setAnswers.ts';
import { readExcel } from '../../excel/readExcel.ts';
import type { ReadContext } from '../../http/context.ts';
import { refused } from '../../http/failures.ts';
import { readCriteriaFile } from '../readFile.ts';
import { myOffice } from './offices.ts';
import { findSet } from './setOf.ts';
import { headOf } from './sets.ts';

type Read = {
  readonly id: string;
  readonly set: CriteriaSet | undefined;
  readonly problems: readonly ImportProblemLine[];
};

const formLine = (p: FormProblem): ImportProblemLine => ({
  code: p.code,
  severity: p.severity,
  sheet: p.sheet,
  row: p.row,
  cell: p.cell,
  vi: formProblemText({ ...p, sheet: '', row: null, cell: null }, 'vi'),
  en: formProblemText({ ...p, sheet: '', row: null, cell: null }, 'en'),
});

const isWhole = (problems: readonly ImportProblemLine[]): boolean =>
  problems.every((p) => p.severity !== 'error');

/** A spreadsheet goes through the gate and the watched process like every foreign one; JSON is read here. */
const readFile = async (bytes: Buffer, name: string): Promise<readonly Read[]> => {
  const plainName = name.replace(/\.[A-Za-z0-9]{1,5}$/, '') || 'bo-tieu-chi';
  if (
    !/^\s*[[{]/.test(
      bytes
        .subarray(0, 200)
        .toString('utf8')
        .replace(/^\ufeff/, ''),
    )
  ) {
    const read = await readExcel(bytes);
    if (!read.ok) throw refused(read.code, { name }, 422);
    const { set, problems } = readForm(read.sheets, plainName);
    const lines = problems.map(formLine);
    return [{ id: set?.id ?? plainName, set: isWhole(lines) ? set : undefined, problems: lines }];
  }
  if (bytes.length > 2_000_000) throw refused('excel.tooLarge', { name }, 422);
  const read = await readCriteriaFile(bytes, name);
  if (!read.ok) throw refused('scoring.fileUnread', { words: read.vi, wordsEn: read.en }, 422);
  return read.sets.map((one) => ({
    id: one.id,
    set: one.set,
    problems: one.problems.map((p) => ({
      code: p.code,
      severity: p.severity,
      sheet: null,
      row: null,
      cell: p.path ?? null,
      vi: p.vi,
      en: p.en,
    })),
  }));
};

/** I1: what a filled form would do, with every problem by sheet, row and cell; nothing is stored. */
export const setPreview = async (
  ctx: ReadContext,
  file: { readonly bytes: Buffer; readonly name: string },
): Promise<SetPreview> => {
  await myOffice(ctx);
  const sets: SetPreview['sets'][number][] = [];
  for (const { id, set, problems } of (await readFile(file.bytes, file.name)).slice(0, 10)) {
    const known = await findSet(ctx, id);
    const changes = set && known ? changesOf(known.set, set) : [];
    sets.push({
      id,
      head: set ? headOf(set, (known?.version ?? 0) + 1) : null,
      standing: !set ? 'refused' : !known ? 'new' : isSameSet(known.set, set) ? 'same' : 'revision',
      problems,
      changes,
      set: set ?? null,
    });
  }
  return { fileName: file.name, sets };
};
