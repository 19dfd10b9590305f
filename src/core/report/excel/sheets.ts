import type { Amount } from '../../kernel/amount.ts';
import { type Cell, EMPTY } from '../../template/cell.ts';
import { type Computed, formulaOf, isComputed, type Values, valueAt } from '../../template/compute.ts';
import type { UnitForm, UnitSection } from '../../template/outline.ts';
import type { Column, Row } from '../../template/template.ts';
import { excelFormula } from './formula.ts';
import {
  ESTIMATE_COLUMN,
  type FormIdentity,
  identityRows,
  KEY_FIELDS,
  KEY_ROW,
  KEY_SHEET,
  KEYS_A_ROW,
} from './identity.ts';
import { markOf, NIL_WORD, NOT_APPLICABLE_WORD, UNCOMPUTABLE_WORD } from './mark.ts';

/** One cell of a sheet as it is to be written; what it looks like is the writer's. */
export type SheetCell = {
  readonly value: string | number | null;
  readonly look:
    | 'title'
    | 'say'
    | 'key'
    | 'head'
    | 'label'
    | 'given'
    | 'computed'
    | 'figure'
    | 'text'
    | 'choice';
  readonly formula?: string;
  readonly comment?: string;
  readonly choices?: readonly string[];
  readonly min?: Amount;
  readonly max?: Amount;
};

export type FormSheet = {
  readonly name: string;
  readonly rows: readonly (readonly (SheetCell | null)[])[];
  /** Widths in letters, column by column; 0 hides the column. */
  readonly widths: readonly number[];
  readonly hiddenRow: number | null;
  /** Rows of headings, as the spreadsheet counts; those over several columns are drawn together. */
  readonly headings: { readonly groups: number | null; readonly titles: number } | null;
  /** Rows and columns that stay in sight. */
  readonly frozen: { readonly rows: number; readonly columns: number } | null;
  readonly hidden: boolean;
};

export type Stored = (
  form: string,
  row: string,
  column: string,
) => { readonly cell: Cell; readonly note: string | null; readonly version: number } | undefined;

export type FormHead = {
  readonly unitName: string;
  readonly campaignTitle: string;
  /** 'Số liệu từ 01/12/2023 đến hết 28/02/2024'. */
  readonly window: string;
  readonly isDemo: boolean;
};

const HOW_TO = `Chỉ điền ô nền trắng. Để trống: chưa nhập; 0: bằng không; ${NIL_WORD}: không phát sinh; ${NOT_APPLICABLE_WORD}: không áp dụng. Cột “Số ước”: ghi số thứ tự các cột đang là số ước, cách nhau bằng dấu chấm phẩy. Ghi chú của ô: dùng chú thích của Excel.`;

/** 'Biểu 2. Giải quyết hồ sơ': a name that every program takes, never twice. */
const sheetName = (form: UnitForm, at: number): string =>
  `${at + 1}. ${form.title.replace(/[[\]:*?/\\']/g, ' ')}`.slice(0, 31).trim();

/** A number where the spreadsheet can hold it exactly; longer ones stay text rather than losing digits. */
const valueIn = (cell: Cell | Computed): string | number | null => {
  switch (cell.kind) {
    case 'empty':
      return null;
    case 'amount':
    case 'incomplete': {
      const number = Number(cell.amount);
      return cell.amount.replace(/[-.]/g, '').length <= 15 ? number : cell.amount.replace('.', ',');
    }
    case 'nil':
      return NIL_WORD;
    case 'not-applicable':
      return NOT_APPLICABLE_WORD;
    case 'uncomputable':
      return UNCOMPUTABLE_WORD;
    case 'unparsed':
      return cell.typed;
    case 'text':
      return cell.text;
  }
};

/** '3' for '(3)'; the place among the figures where the paper gives no number. */
export const columnLabel = (form: UnitForm, column: Column): string =>
  column.number?.replace(/[()]/g, '') ??
  String(form.columns.filter((c) => c.kind === 'figure').findIndex((c) => c.id === column.id) + 1);

const typedFigures = (form: UnitForm): readonly Column[] =>
  form.columns.filter((c) => c.kind === 'figure' && form.rows.some((r) => !isComputed(form, r.id, c.id)));

const FIRST_ROW = { groups: 7, plain: 6 } as const;

type Layout = {
  readonly firstColumn: number;
  /** Row of the first row of the form, as the spreadsheet counts. */
  readonly firstRow: number;
  readonly hasUnits: boolean;
  readonly hasGroups: boolean;
  readonly estimates: boolean;
};

const layoutOf = (form: UnitForm): Layout => {
  const hasUnits = form.rows.some((r) => r.unit) || form.unit !== undefined;
  const hasGroups = form.columns.some((c) => c.group);
  return {
    hasUnits,
    hasGroups,
    firstColumn: hasUnits ? 3 : 2,
    firstRow: hasGroups ? FIRST_ROW.groups : FIRST_ROW.plain,
    estimates: typedFigures(form).length > 0,
  };
};

const cellsOfRow = (form: UnitForm, row: Row, layout: Layout, stored: Stored): (SheetCell | null)[] => {
  const values: Values = (r, c) => stored(form.id, r, c)?.cell ?? EMPTY;
  const placeOf = (rowId: string, columnId: string) => {
    const column = form.columns.findIndex((c) => c.id === columnId);
    const at = form.rows.findIndex((r) => r.id === rowId);
    return column < 0 || at < 0
      ? undefined
      : { column: layout.firstColumn + column, row: layout.firstRow + at };
  };
  const cellOf = (column: Column): SheetCell => {
    if (column.kind === 'given') return { value: row.given?.[column.id] ?? null, look: 'given' };
    const value = valueIn(valueAt(form, values, row.id, column.id));
    const formula = formulaOf(form, row.id, column.id);
    if (formula) {
      const text = excelFormula(formula, row.id, form, placeOf);
      return { value, look: 'computed', ...(text ? { formula: text } : {}) };
    }
    if (row.id === 'total' && form.totalRow) return { value: null, look: 'computed' };
    const note = stored(form.id, row.id, column.id)?.note;
    const max = column.max ?? row.max;
    return {
      value,
      look: column.kind === 'figure' ? 'figure' : column.choices ? 'choice' : 'text',
      ...(note ? { comment: note } : {}),
      ...(column.choices ? { choices: column.choices } : {}),
      ...(column.min === undefined ? {} : { min: column.min }),
      ...(max === undefined ? {} : { max }),
    };
  };
  const estimated = typedFigures(form).filter((c) => {
    const cell = values(row.id, c.id);
    return cell.kind === 'amount' && cell.estimate;
  });
  const isTotal = row.id === 'total' && form.totalRow;
  return [
    { value: row.id, look: 'key' },
    { value: row.title, look: 'label' },
    ...(layout.hasUnits ? [{ value: row.unit ?? form.unit ?? null, look: 'label' } as const] : []),
    ...form.columns.map(cellOf),
    ...(layout.estimates
      ? [
          isTotal
            ? null
            : ({
                value: estimated.map((c) => columnLabel(form, c)).join('; ') || null,
                look: 'text',
              } as const),
        ]
      : []),
  ];
};

const head = (value: string | null): SheetCell => ({ value, look: 'head' });

const sheetOf = (form: UnitForm, at: number, top: FormHead, stored: Stored): FormSheet => {
  const layout = layoutOf(form);
  const say = (value: string, look: 'title' | 'say') => [null, { value, look } as const];
  const before = <T>(...cells: T[]): T[] => cells;
  const leading = layout.hasUnits ? 3 : 2;
  const rows: (readonly (SheetCell | null)[])[] = [
    [
      { value: form.id, look: 'key' },
      { value: form.title, look: 'title' },
    ],
    say(
      `${top.unitName}. ${top.campaignTitle}. ${top.window}.${top.isDemo ? ' Số liệu minh họa.' : ''}`,
      'say',
    ),
    say(HOW_TO, 'say'),
    before<SheetCell>(
      { value: KEY_ROW, look: 'key' },
      { value: '', look: 'key' },
      ...(layout.hasUnits ? [{ value: '', look: 'key' } as const] : []),
      ...form.columns.map((c) => ({ value: c.id, look: 'key' }) as const),
      ...(layout.estimates ? [{ value: ESTIMATE_COLUMN, look: 'key' } as const] : []),
    ),
    ...(layout.hasGroups
      ? [
          [
            null,
            ...Array.from({ length: leading - 1 }, () => head(null)),
            ...form.columns.map((c, i) =>
              head(c.group && c.group !== form.columns[i - 1]?.group ? c.group : null),
            ),
          ],
        ]
      : []),
    [
      null,
      head('Nội dung'),
      ...(layout.hasUnits ? [head('Đơn vị tính')] : []),
      ...form.columns.map((c) => head(c.number ? `${c.title}\n${c.number}` : c.title)),
      ...(layout.estimates ? [head('Số ước')] : []),
    ],
    ...form.rows.map((row) => cellsOfRow(form, row, layout, stored)),
  ];
  return {
    name: sheetName(form, at),
    rows,
    widths: [
      0,
      44,
      ...(layout.hasUnits ? [12] : []),
      ...form.columns.map((c) => (c.kind === 'figure' ? 13 : c.wide ? 44 : 24)),
      ...(layout.estimates ? [9] : []),
    ],
    hiddenRow: 4,
    headings: { groups: layout.hasGroups ? 5 : null, titles: layout.firstRow - 1 },
    frozen: { rows: layout.firstRow - 1, columns: 2 },
    hidden: false,
  };
};

export const formsOf = (sections: readonly UnitSection[]): readonly UnitForm[] => [
  ...new Map(
    sections
      .filter((s) => s.applicability !== 'not-applicable')
      .flatMap((s) => s.forms)
      .filter((f) => f.rows.length > 0)
      .map((f) => [f.id, f] as const),
  ).values(),
];

/** What stood in each typed cell when the form was made: a change is told from what was only carried along. */
const keySheet = (identity: FormIdentity, forms: readonly UnitForm[], stored: Stored): FormSheet => {
  const keys = forms.flatMap((form) =>
    form.rows.flatMap((row) =>
      form.columns
        .filter((c) => c.kind !== 'given' && !isComputed(form, row.id, c.id))
        .map((c) => {
          const at = stored(form.id, row.id, c.id);
          return [form.id, row.id, c.id, String(at?.version ?? 0), markOf(at?.cell ?? EMPTY)];
        }),
    ),
  );
  const rows = identityRows(identity).map((row) => row.map((value): SheetCell => ({ value, look: 'key' })));
  for (let i = 0; i < keys.length; i += KEYS_A_ROW)
    rows.push(
      keys
        .slice(i, i + KEYS_A_ROW)
        .flat()
        .map((value): SheetCell => ({ value, look: 'key' })),
    );
  return {
    name: KEY_SHEET,
    rows,
    widths: Array.from({ length: KEY_FIELDS }, () => 12),
    hiddenRow: null,
    headings: null,
    frozen: null,
    hidden: true,
  };
};

/** The forms of a report as sheets, one a form, and whose they are. */
export const sheetsOfReport = (
  sections: readonly UnitSection[],
  identity: FormIdentity,
  top: FormHead,
  stored: Stored,
): readonly FormSheet[] => {
  const forms = formsOf(sections);
  return [...forms.map((form, at) => sheetOf(form, at, top, stored)), keySheet(identity, forms, stored)];
};
