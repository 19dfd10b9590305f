import { type Cell, cellName, type SheetOfCells } from '../kernel/sheet.ts';
import type { CriteriaSet } from './criteria.ts';
import { type ColumnId, FORM_COLUMNS, plainTitle } from './formColumns.ts';
import { dataIn, listIn, rawSet, settingsOf, textIn } from './formSettings.ts';
import { plainWords } from './parameterRanges.ts';
import { ruleFromCells, typeOf } from './parameters.ts';
import { type ProblemCode, problemText, type SetProblem } from './problems.ts';
import { policyOf, readSet } from './readSet.ts';
import { hasErrors, validateSet } from './validate.ts';

const sentences = {
  'form.noSheet': {
    vi: 'Tệp chưa có bảng tiêu chí: cần một dòng tiêu đề có “Mã”, “Tên” và “Điểm tối đa”.',
    en: 'The file has no table of criteria: a heading row with “Mã”, “Tên” and “Điểm tối đa” is needed.',
  },
  'form.empty': { vi: 'Bảng tiêu chí chưa có dòng nào.', en: 'The table has no rows.' },
  'form.codeIsDate': {
    vi: 'Ô mã đang là ngày tháng. Đặt ô ở dạng văn bản (Text) rồi nhập lại mã.',
    en: 'The code cell holds a date. Format the cell as text and type the code again.',
  },
  'form.level': {
    vi: 'Cấp “{value}” chưa hiểu được. Dùng: lĩnh vực, tiêu chí, tiêu chí thành phần.',
    en: 'The level “{value}” is not understood. Use lĩnh vực, tiêu chí or tiêu chí thành phần.',
  },
  'form.orphan': {
    vi: 'Dòng {criterion} đứng trước lĩnh vực đầu tiên. Thêm dòng lĩnh vực phía trên.',
    en: 'The line {criterion} stands before the first area. Add an area above it.',
  },
  'form.choice': {
    vi: 'Giá trị “{value}” ở cột {column} chưa hiểu được. Dùng: {known}.',
    en: 'The value “{value}” in column {column} is not understood. Use: {known}.',
  },
} as const satisfies Record<string, { vi: string; en: string }>;

export type FormProblemCode = keyof typeof sentences | ProblemCode;

export type FormProblem = {
  readonly code: FormProblemCode;
  readonly severity: 'error' | 'warning';
  readonly sheet: string;
  /** As Excel counts, from 1; null for what concerns the whole sheet. */
  readonly row: number | null;
  readonly cell: string | null;
  readonly details: Readonly<Record<string, string>>;
};

export const formProblemText = (p: FormProblem, language: 'vi' | 'en' = 'vi'): string => {
  const own = Object.hasOwn(sentences, p.code) ? sentences[p.code as keyof typeof sentences] : undefined;
  const words = own
    ? own[language].replace(/\{(\w+)\}/g, (_all, name: string) => p.details[name] ?? '…')
    : problemText({ code: p.code as ProblemCode, details: p.details }, language);
  const where = [
    p.sheet === '' ? '' : language === 'vi' ? `trang “${p.sheet}”` : `sheet “${p.sheet}”`,
    p.row === null ? '' : language === 'vi' ? `dòng ${p.row}` : `row ${p.row}`,
    p.cell === null ? '' : language === 'vi' ? `ô ${p.cell}` : `cell ${p.cell}`,
  ].filter((w) => w !== '');
  return where.length === 0 ? words : `${where.join(', ')}: ${words}`;
};

type Table = {
  readonly sheet: SheetOfCells;
  readonly heading: number;
  readonly columns: ReadonlyMap<ColumnId, number>;
};

const columnsOf = (row: readonly Cell[]): ReadonlyMap<ColumnId, number> => {
  const found = new Map<ColumnId, number>();
  row.forEach((cell, at) => {
    const title = plainTitle(textIn(cell));
    const column = FORM_COLUMNS.find(
      (c) => plainTitle(c.title) === title || (c.also as readonly string[]).includes(title),
    );
    if (column && !found.has(column.id)) found.set(column.id, at);
  });
  return found;
};

const tableIn = (sheets: readonly SheetOfCells[]): Table | undefined => {
  for (const sheet of sheets)
    for (let i = 0; i < Math.min(30, sheet.rows.length); i++) {
      const columns = columnsOf(sheet.rows[i] ?? []);
      if (columns.has('code') && columns.has('name') && columns.has('maxPoints'))
        return { sheet, heading: i, columns };
    }
  return undefined;
};

const DEPTHS: Readonly<Record<string, number>> = {
  'linh vuc': 0,
  area: 0,
  'tieu chi': 1,
  criterion: 1,
  tc: 1,
  'tieu chi thanh phan': 2,
  component: 2,
  tctp: 2,
};
const LEVELS = ['area', 'criterion', 'component'] as const;
const ROLES: Readonly<Record<string, string>> = {
  thuong: 'bonus',
  tru: 'penalty',
  bonus: 'bonus',
  penalty: 'penalty',
  'trong thang diem': 'normal',
  normal: 'normal',
};
const COMBINES: Readonly<Record<string, string>> = {
  cong: 'sum',
  'cong co tran': 'capped-sum',
  'nho nhat': 'min',
  'lon nhat': 'max',
  'trung binh': 'average',
};

type RawLine = Record<string, unknown> & { children: RawLine[] };
type Build = {
  readonly table: Table;
  readonly problems: FormProblem[];
  readonly rowOf: Map<unknown, number>;
  /** Areas are numbered I, II, III. */
  readonly hasRoman: boolean;
};

const ROMAN = /^[IVX]{1,5}$/;

const blame = (
  b: Build,
  code: FormProblemCode,
  row: number | null,
  column: ColumnId | undefined,
  details: Readonly<Record<string, string>> = {},
): void => {
  const at = column === undefined ? undefined : b.table.columns.get(column);
  b.problems.push({
    code,
    severity: 'error',
    sheet: b.table.sheet.name,
    row,
    cell: row === null || at === undefined ? null : cellName(at, row),
    details,
  });
};

const ZERO_DENOMINATOR: Readonly<Record<string, boolean>> = {
  'khong phat sinh': true,
  'khong tinh duoc': false,
};

const FEED_FIELDS: Readonly<Record<string, string>> = {
  'tử số': 'numerator',
  b: 'numerator',
  'mẫu số': 'denominator',
  a: 'denominator',
  'tỷ lệ': 'value',
  'giá trị': 'value',
  'số lượng': 'count',
  'vi phạm': 'count',
  'số ngày chậm': 'days',
  'số ngày': 'days',
  'năm nay': 'current',
  'năm trước': 'previous',
};

/** 'tử số = KSTT.06.08 + KSTT.06.09; mẫu số = KSTT.06.07' */
const feedIn = (text: string): Record<string, string> =>
  Object.fromEntries(
    listIn(text).map((one) => {
      const at = one.indexOf('=');
      const name = plainWords(one.slice(0, Math.max(0, at)));
      return [FEED_FIELDS[name] ?? (name === '' ? 'value' : name), one.slice(at + 1).trim()];
    }),
  );

const lineOf = (
  b: Build,
  cells: readonly Cell[],
  row: number,
): { line: RawLine; depth: number } | undefined => {
  const cell = (id: ColumnId): Cell | undefined => {
    const at = b.table.columns.get(id);
    return at === undefined ? undefined : cells[at];
  };
  const text = (id: ColumnId): string => textIn(cell(id));
  const code = cell('code');
  const label = text('code').replace(/\.$/, '');
  if (label === '' && text('name') === '') return undefined;
  if (typeof code === 'object' && code !== null) {
    blame(b, 'form.codeIsDate', row, 'code');
    return undefined;
  }
  if (label === '') {
    blame(b, 'line.noCode', row, 'code');
    return undefined;
  }
  const level = plainTitle(text('level'));
  const named = Object.hasOwn(DEPTHS, level) ? DEPTHS[level] : undefined;
  if (level !== '' && named === undefined) blame(b, 'form.level', row, 'level', { value: text('level') });
  // Without a level, the dots of the code tell it: 1, 1.2, 1.2.3; under Roman numbers 1 is a criterion already.
  const dots = label.split('.').length - 1;
  const said = b.hasRoman && !ROMAN.test(label) ? dots + 1 : dots;
  const depth = named === undefined || (named === 2 && said > 2) ? said : named;
  const line: RawLine = { code: label, name: text('name'), level: LEVELS[Math.min(2, depth)], children: [] };
  const max = cell('maxPoints');
  if (max !== null && max !== undefined && textIn(max) !== '')
    line.maxPoints = typeof max === 'number' ? max : textIn(max);
  const chosen = (id: ColumnId, known: Readonly<Record<string, unknown>>): void => {
    const said = text(id);
    if (said === '') return;
    const value = known[plainTitle(said)];
    if (value === undefined)
      blame(b, 'form.choice', row, id, { value: said, column: id, known: Object.keys(known).join(', ') });
    else line[id] = value;
  };
  chosen('role', ROLES);
  chosen('combine', COMBINES);
  for (const id of ['leadUnit', 'field', 'ruleSource', 'addedBy', 'note'] as const)
    if (text(id) !== '') line[id] = text(id);
  if (text('zeroWhen') !== '') line.zeroWhen = dataIn(text('zeroWhen'));
  for (const id of ['partners', 'evidence', 'inputs'] as const)
    if (text(id) !== '') line[id] = listIn(text(id));
  for (const id of ['whenNil', 'whenNotApplicable'] as const)
    if (text(id) !== '') line[id] = policyOf(plainWords(text(id))) ?? text(id);
  chosen('zeroDenominatorIsNil', ZERO_DENOMINATOR);
  if (text('feed') !== '') line.feed = feedIn(text('feed'));
  if (text('type') !== '') {
    const spec = ruleFromCells(typeOf(text('type')), text('parameters'), text('maxPoints'));
    if ('unclear' in spec)
      blame(b, 'rule.parameters', row, 'parameters', { criterion: label, value: String(spec.unclear) });
    else line.ruleSpec = spec;
  }
  return { line, depth };
};

const treeOf = (b: Build): RawLine[] => {
  const areas: RawLine[] = [];
  let open: { line: RawLine; depth: number }[] = [];
  b.table.sheet.rows.forEach((cells, i) => {
    if (i <= b.table.heading) return;
    const row = i + 1;
    const read = lineOf(b, cells, row);
    if (!read) return;
    b.rowOf.set(read.line, row);
    open = open.filter((o) => o.depth < read.depth);
    const above = open.at(-1);
    if (read.depth === 0) areas.push(read.line);
    else if (above) above.line.children.push(read.line);
    else blame(b, 'form.orphan', row, 'code', { criterion: String(read.line.code) });
    open.push(read);
  });
  return areas;
};

/** Which cell a problem of the set came from. */
const COLUMN_OF: readonly (readonly [RegExp, ColumnId])[] = [
  [/\.maxPoints$/, 'maxPoints'],
  [/\.(?:ruleSpec|rule)\.type$/, 'type'],
  [/\.(?:ruleSpec|rule)\b/, 'parameters'],
  [/\.whenNil$/, 'whenNil'],
  [/\.zeroWhen/, 'zeroWhen'],
];
const COLUMN_OF_CODE: Partial<Record<ProblemCode, ColumnId>> = {
  'line.sum': 'maxPoints',
  'line.noRule': 'type',
  'line.noMaximum': 'maxPoints',
  'line.sameCode': 'code',
  'line.noName': 'name',
  'rule.type': 'type',
  'rule.overMaximum': 'maxPoints',
  'rule.underMaximum': 'maxPoints',
  'reference.unknown': 'parameters',
};

const lineAt = (areas: readonly RawLine[], path: string): RawLine | undefined => {
  let list: readonly RawLine[] = areas;
  let line: RawLine | undefined;
  for (const m of path.matchAll(/(?:areas|children)\[(\d+)\]/g)) {
    line = list[Number(m[1])];
    if (!line) return undefined;
    list = line.children;
  }
  return line;
};

const placed = (b: Build, areas: readonly RawLine[], p: SetProblem): FormProblem => {
  const line = lineAt(areas, p.path);
  const row = line ? (b.rowOf.get(line) ?? null) : null;
  const column = COLUMN_OF_CODE[p.code] ?? COLUMN_OF.find(([form]) => form.test(p.path))?.[1];
  const fallback: ColumnId | undefined = p.code === 'set.total' ? 'maxPoints' : undefined;
  const at = b.table.columns.get(column ?? fallback ?? 'code');
  const shownRow = row ?? (p.code === 'set.total' ? b.table.heading + 1 : null);
  return {
    code: p.code,
    severity: p.severity,
    sheet: b.table.sheet.name,
    row: shownRow,
    cell: shownRow === null || at === undefined ? null : cellName(at, shownRow),
    details: p.details,
  };
};

export type ReadForm = { readonly set: CriteriaSet | undefined; readonly problems: readonly FormProblem[] };

/** The Excel form as a set of criteria; every problem names sheet, row and cell. */
export const readForm = (sheets: readonly SheetOfCells[], fallbackId: string): ReadForm => {
  const table = tableIn(sheets);
  if (!table) {
    const sheet = sheets[0]?.name ?? '';
    return {
      set: undefined,
      problems: [{ code: 'form.noSheet', severity: 'error', sheet, row: null, cell: null, details: {} }],
    };
  }
  const codes = table.columns.get('code') ?? 0;
  const hasRoman = table.sheet.rows
    .slice(table.heading + 1)
    .some((row) => ROMAN.test(textIn(row[codes]).replace(/\.$/, '')));
  const b: Build = { table, problems: [], rowOf: new Map(), hasRoman };
  const areas = treeOf(b);
  if (areas.length === 0) {
    if (b.problems.length === 0) blame(b, 'form.empty', table.heading + 1, 'code');
    return { set: undefined, problems: b.problems };
  }
  const read = readSet(rawSet(areas, settingsOf(sheets, table), fallbackId));
  const found = [...read.problems, ...(read.set && !hasErrors(read.problems) ? validateSet(read.set) : [])];
  const problems = [...b.problems, ...found.map((p) => placed(b, areas, p))];
  return { set: read.set, problems: problems.slice(0, 500) };
};
