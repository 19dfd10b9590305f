import type { SheetOfCells } from '../../core/kernel/sheet.ts';
import type { CriteriaSet } from '../../core/scoring/criteria.ts';
import { type FormProblem, formProblemText, readForm } from '../../core/scoring/form.ts';
import { problemText, type SetProblem } from '../../core/scoring/problems.ts';
import { readSets } from '../../core/scoring/readSet.ts';
import { hasErrors, validateSet } from '../../core/scoring/validate.ts';
import { sheetsOf } from '../excel/sheets.ts';
import { type GateFault, xlsxGate } from '../excel/xlsxGate.ts';

export const CRITERIA_FILE_LIMIT = 20_000_000;

const refusals = {
  'criteria.tooLarge': {
    vi: 'Tệp lớn hơn 20 MB. Chỉ giữ bảng tiêu chí rồi thử lại.',
    en: 'The file is larger than 20 MB. Keep only the table of criteria and try again.',
  },
  'criteria.empty': { vi: 'Tệp trống. Chọn lại tệp.', en: 'The file is empty. Choose another one.' },
  'criteria.damaged': {
    vi: 'Tệp Excel bị hỏng nên chưa mở được. Mở bằng Excel, lưu thành bản mới (.xlsx) rồi thử lại.',
    en: 'The Excel file is damaged. Open it in Excel, save a new copy (.xlsx) and try again.',
  },
  'criteria.bomb': {
    vi: 'Tệp Excel giải nén ra lớn bất thường nên không được mở. Lưu thành bản mới (.xlsx) chỉ có bảng tiêu chí.',
    en: 'The Excel file unpacks to an abnormal size and was not opened. Save a new copy with the table only.',
  },
  'criteria.encrypted': {
    vi: 'Tệp đặt mật khẩu nên chưa đọc được. Bỏ mật khẩu, lưu lại rồi thử lại.',
    en: 'The file is protected by a password. Remove it, save and try again.',
  },
  'criteria.macro': {
    vi: 'Tệp có chứa macro nên không được nhận. Lưu lại ở dạng Excel không macro (.xlsx).',
    en: 'The file holds macros and is not accepted. Save it as Excel without macros (.xlsx).',
  },
  'criteria.notSpreadsheet': {
    vi: 'Tệp này chưa phải tệp Excel (.xlsx) hay JSON. Lưu bảng tiêu chí thành .xlsx rồi thử lại.',
    en: 'This is neither an Excel file (.xlsx) nor JSON. Save the table as .xlsx and try again.',
  },
  'criteria.oldExcel': {
    vi: 'Tệp Excel đời cũ (.xls) hoặc có mật khẩu chưa đọc được. Mở bằng Excel, lưu thành .xlsx rồi thử lại.',
    en: 'Old Excel files (.xls) and protected files cannot be read. Open it in Excel and save it as .xlsx.',
  },
  'criteria.notJson': {
    vi: 'Tệp JSON chưa đúng cú pháp: {value}.',
    en: 'The JSON of the file is not well formed: {value}.',
  },
} as const satisfies Record<string, { vi: string; en: string }>;

export type CriteriaFileRefusal = keyof typeof refusals;

/** A problem with its sentence, whichever kind of file it comes from. */
export type ImportProblem = {
  readonly code: string;
  readonly severity: 'error' | 'warning';
  readonly set: string;
  readonly path?: string;
  readonly sheet?: string;
  readonly row?: number;
  readonly cell?: string;
  readonly vi: string;
  readonly en: string;
};

export type ImportedSet = {
  /** Absent when errors forbid its use. */
  readonly set?: CriteriaSet;
  readonly id: string;
  readonly problems: readonly ImportProblem[];
};

export type CriteriaImport =
  | { readonly ok: true; readonly sets: readonly ImportedSet[] }
  | { readonly ok: false; readonly code: CriteriaFileRefusal; readonly vi: string; readonly en: string };

export const refused = (code: CriteriaFileRefusal, value = ''): CriteriaImport & { ok: false } => ({
  ok: false,
  code,
  vi: refusals[code].vi.replace('{value}', value),
  en: refusals[code].en.replace('{value}', value),
});

const FAULTS: Readonly<Record<GateFault, CriteriaFileRefusal>> = {
  damaged: 'criteria.damaged',
  bomb: 'criteria.bomb',
  encrypted: 'criteria.encrypted',
  macro: 'criteria.macro',
  notSpreadsheet: 'criteria.notSpreadsheet',
};

const fromSet = (p: SetProblem, set: string): ImportProblem => ({
  code: p.code,
  severity: p.severity,
  set,
  path: p.path,
  vi: problemText(p, 'vi'),
  en: problemText(p, 'en'),
});

const fromForm = (p: FormProblem, set: string): ImportProblem => ({
  code: p.code,
  severity: p.severity,
  set,
  sheet: p.sheet,
  ...(p.row === null ? {} : { row: p.row }),
  ...(p.cell === null ? {} : { cell: p.cell }),
  vi: formProblemText(p, 'vi'),
  en: formProblemText(p, 'en'),
});

const imported = (
  set: CriteriaSet | undefined,
  id: string,
  problems: readonly ImportProblem[],
): ImportedSet => {
  const isUsable = set !== undefined && problems.every((p) => p.severity !== 'error');
  return { id, problems, ...(isUsable ? { set } : {}) };
};

const fromJson = (text: string): CriteriaImport => {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    return refused('criteria.notJson', (error as Error).message.slice(0, 160));
  }
  const sets = readSets(value).map(({ set, problems }) => {
    const found = [...problems, ...(set && !hasErrors(problems) ? validateSet(set) : [])];
    const id = set?.id ?? '';
    return imported(
      set,
      id,
      found.map((p) => fromSet(p, id)),
    );
  });
  return { ok: true, sets };
};

const fromExcel = async (bytes: Buffer, name: string): Promise<CriteriaImport> => {
  const gate = xlsxGate(bytes);
  if (!gate.ok) return refused(FAULTS[gate.fault]);
  let sheets: SheetOfCells[];
  try {
    sheets = await sheetsOf(gate.clean);
  } catch {
    return refused('criteria.damaged');
  }
  const { set, problems } = readForm(sheets, name);
  const id = set?.id ?? name;
  return {
    ok: true,
    sets: [
      imported(
        set,
        id,
        problems.map((p) => fromForm(p, id)),
      ),
    ],
  };
};

const starts = (bytes: Buffer, ...magic: readonly number[]): boolean => magic.every((b, i) => bytes[i] === b);

/** A criteria file (.xlsx or .json) by its content, whatever its name says. Refuses in sentences, never throws. */
export const readCriteriaFile = async (bytes: Buffer, name: string): Promise<CriteriaImport> => {
  if (bytes.length > CRITERIA_FILE_LIMIT) return refused('criteria.tooLarge');
  if (bytes.length === 0) return refused('criteria.empty');
  const plainName = name.replace(/\.[A-Za-z0-9]{1,5}$/, '') || 'bo-tieu-chi';
  if (starts(bytes, 0x50, 0x4b)) return fromExcel(bytes, plainName);
  if (starts(bytes, 0xd0, 0xcf, 0x11, 0xe0)) return refused('criteria.oldExcel');
  const text = bytes.toString('utf8').replace(/^\ufeff/, '');
  if (!/^\s*[[{]/.test(text)) return refused('criteria.notSpreadsheet');
  return fromJson(text);
};
