import type { TotalForm, TotalsAnswer } from '../consolidation/answers.ts';
import { measureOf } from '../consolidation/measure.ts';
import type { Amount } from '../kernel/amount.ts';
import type { Instant } from '../kernel/instant.ts';
import { shortDay } from '../kernel/wording.ts';
import type { Cell } from '../template/cell.ts';
import { bareNumber } from '../template/columnNumber.ts';
import type { Computed } from '../template/compute.ts';
import type { UnitForm } from '../template/outline.ts';
import type { Column, Row } from '../template/template.ts';
import type { BookCell, BookSheet } from './book.ts';
import { type Ground, groundOf, SCOPES, totalFormula } from './totalsFormula.ts';

/** What one unit that counts says in one cell: a figure, or words where the rule is to list them. */
export type Detail = {
  readonly unit: string;
  readonly scope: 'commune' | 'agency';
  readonly form: string;
  readonly row: string;
  readonly column: string;
  readonly amount: Amount | null;
  readonly words: string | null;
  /** When its report was sent. */
  readonly at: Instant | null;
};

const HEAD = 5;

const label = (value: string | null): BookCell => ({ value, look: 'label' });
const head = (value: string): BookCell => ({ value, look: 'head' });
const figure = (amount: Amount, formula?: string): BookCell => ({
  value: Number(amount),
  look: 'figure',
  ...(formula ? { formula } : {}),
});

/** What is no number is a word, never a zero. */
const wordOf = (value: Cell | Computed | null): string => {
  switch (value?.kind) {
    case 'nil':
      return 'KPS';
    case 'not-applicable':
      return 'KAD';
    case 'uncomputable':
      return 'không tính được';
    case 'text':
      return value.text;
    case 'unparsed':
      return value.typed;
    default:
      return '';
  }
};

const amountOf = (value: Cell | Computed | null): Amount | undefined =>
  value?.kind === 'amount' || value?.kind === 'incomplete' ? value.amount : undefined;

const columnTitle = (column: Column): string =>
  column.number ? `(${bareNumber(column.number)}) ${column.title}` : column.title;

const figureColumns = (form: Pick<UnitForm, 'columns'>): Column[] =>
  form.columns.filter((c) => c.kind === 'figure');

const DAY = 86_400_000;
/** A moment of Vietnam as a spreadsheet counts days. */
const serial = (at: Instant): number => (at + 7 * 3_600_000) / DAY + 25_569;

/** Units one below the other with what they said: the ground of every total. */
const detailSheet = (name: string, form: UnitForm, details: readonly Detail[]): BookSheet => {
  const columns = figureColumns(form);
  const lines = [...Map.groupBy(details, (one) => `${one.scope}|${one.unit}|${one.row}`).values()];
  const rows = lines.map((line): BookCell[] => {
    const [first] = line as [Detail, ...Detail[]];
    const words = line.flatMap((one) => one.words ?? []);
    return [
      label(first.unit),
      label(SCOPES[first.scope]),
      label(first.row),
      label(form.rows.find((r) => r.id === first.row)?.title ?? ''),
      ...columns.map((column): BookCell => {
        const found = line.find((one) => one.column === column.id)?.amount;
        return found ? figure(found) : { value: null, look: 'figure' };
      }),
      { value: first.at === null ? null : serial(first.at), look: 'moment' },
      label(words.join('; ')),
    ];
  });
  return {
    name,
    headRow: HEAD,
    widths: [28, 12, 12, 40, ...columns.map(() => 13), 19, 30],
    rows: [
      [{ value: `${form.title}: số liệu của từng đơn vị`, look: 'title' }],
      [{ value: form.unit ? `Đơn vị tính: ${form.unit}` : '', look: 'note' }],
      [],
      [],
      ['Đơn vị', 'Cấp', 'Mã hàng', 'Nội dung', ...columns.map(columnTitle), 'Gửi lúc', 'Ghi bằng lời'].map(
        head,
      ),
      ...rows,
    ],
  };
};

const BASES = {
  received: 'Chỉ báo cáo đã tiếp nhận',
  sent: 'Báo cáo đã gửi và đã tiếp nhận',
  drafts: 'Mọi báo cáo, kể cả đang soạn',
} as const;
const KINDS: Readonly<Record<string, string>> = {
  commune: 'chỉ đơn vị cấp xã',
  department: 'chỉ cơ quan chuyên môn',
};

/** What was chosen on purpose is said on every sheet: nobody takes a part for the whole. */
const chosen = (totals: TotalsAnswer): string => {
  const node = totals.nodes.find((n) => n.id === totals.under)?.name;
  return [
    BASES[totals.basis],
    ...(node ? [`trong ${node}`] : []),
    ...(totals.kind ? [KINDS[totals.kind] ?? totals.kind] : []),
  ].join(', ');
};

type Line = { readonly row: Row; readonly column: Column; readonly at: number };
type Spot = { readonly ground: Ground; readonly row: string; readonly column: string };

const totalsSheet = (
  name: string,
  totals: TotalsAnswer,
  form: TotalForm,
  own: Ground | undefined,
  agencies: ReadonlyMap<string, Spot>,
): BookSheet => {
  const columns = figureColumns(form);
  const lines: Line[] = form.rows.flatMap((row, r) =>
    columns.map((column, c) => ({ row, column, at: HEAD + 1 + r * columns.length + c })),
  );
  const part = (value: Cell | Computed | null, formula: () => string | undefined): BookCell => {
    const amount = amountOf(value);
    return amount === undefined ? label(wordOf(value)) : figure(amount, formula());
  };
  const { compared } = totals;
  const rows = lines.map((line): BookCell[] => {
    const found = form.cells.find((c) => c.row === line.row.id && c.column === line.column.id);
    const measure = measureOf(line.row, line.column);
    const spot = measure === undefined ? undefined : agencies.get(measure);
    return [
      label(line.row.title),
      label(columnTitle(line.column)),
      label(line.row.unit ?? form.unit ?? ''),
      part(found?.commune ?? null, () => own && totalFormula(own, line.row.id, line.column.id)),
      part(found?.agency ?? null, () => spot && totalFormula(spot.ground, spot.row, spot.column)),
      found?.total ? figure(found.total, `SUM(D${line.at},E${line.at})`) : label(''),
      part(found?.area ?? null, () => undefined),
      found?.difference ? figure(found.difference, `G${line.at}-F${line.at}`) : label(''),
      figure(String(found?.units ?? 0)),
      ...(compared ? [part(found?.last ?? null, () => undefined)] : []),
    ];
  });
  const { communes, departments, missing } = totals;
  return {
    name,
    headRow: HEAD,
    widths: [44, 34, 14, 14, 14, 14, 16, 14, 12, ...(compared ? [18] : [])],
    rows: [
      [{ value: `${form.title}: tổng hợp`, look: 'title' }],
      [
        {
          value: `${totals.campaign.title}. ${chosen(totals)}: ${communes.received}/${communes.obliged} đơn vị cấp xã, ${departments.received}/${departments.obliged} cơ quan.`,
          look: 'note',
        },
      ],
      [
        {
          value: missing.length
            ? `Chưa có trong số liệu: ${missing.map((m) => m.name).join(', ')}.`
            : 'Đủ mọi đơn vị.',
          look: 'note',
        },
      ],
      [
        {
          value: compared
            ? `Cột so sánh: ${compared.title}, số liệu từ ${shortDay(compared.window.from)} đến ${shortDay(compared.window.to)}; đặt cạnh nhau, không cộng.`
            : '',
          look: 'note',
        },
      ],
      [
        'Nội dung',
        'Cột',
        'Đơn vị tính',
        SCOPES.commune,
        SCOPES.agency,
        'Tổng',
        'Toàn địa bàn (cơ quan chủ trì)',
        'Chênh lệch',
        'Số đơn vị có số',
        ...(compared ? ['Kỳ so sánh'] : []),
      ].map(head),
      ...rows,
    ],
  };
};

type WithSheet = { readonly ground: Ground; readonly sheet: BookSheet };

/**
 * Totals with formulas over what the units gave: who gets the file can follow every number to its unit. Sums, ratios,
 * counts, the largest and what was sent last are formulas; what is listed in words, and what a lead says of the whole
 * area, is no sum and stands as it was said.
 */
export const totalsBook = (
  totals: TotalsAnswer,
  /** Whole forms of the agencies: their own rows and those that communes have too. */
  agencyForms: readonly UnitForm[],
  details: readonly Detail[],
): BookSheet[] => {
  const grounded = (form: UnitForm, name: string): WithSheet | undefined => {
    const own = details.filter((one) => one.form === form.id);
    const sheet = detailSheet(name, form, own);
    return own.length > 0 ? { sheet, ground: groundOf(form, own, name, HEAD, sheet.rows.length) } : undefined;
  };
  const forms = totals.forms.filter((form) => figureColumns(form).length > 0);
  const communes = forms.map((form, i) =>
    (form.scope ?? 'commune') === 'commune' ? grounded(asUnitForm(form), `Số liệu ${i + 1}`) : undefined,
  );
  const agencies = agencyForms.flatMap((form, i) => grounded(form, `Số liệu cơ quan ${i + 1}`) ?? []);
  const spots = new Map<string, Spot>();
  for (const { ground } of agencies)
    for (const row of ground.form.rows)
      for (const column of ground.form.columns) {
        const measure = measureOf(row, column);
        if (measure && !spots.has(measure)) spots.set(measure, { ground, row: row.id, column: column.id });
      }
  return [
    ...forms.flatMap((form, i) => [
      totalsSheet(`Tổng hợp ${i + 1}`, totals, form, communes[i]?.ground, spots),
      ...(communes[i] ? [communes[i].sheet] : []),
    ]),
    ...agencies.map((one) => one.sheet),
  ];
};

/** A form of totals as units fill it. */
const asUnitForm = (form: TotalForm): UnitForm => ({
  id: form.id,
  scope: 'commune',
  title: form.title,
  ...(form.unit === null ? {} : { unit: form.unit }),
  rows: form.rows,
  columns: form.columns,
  checks: [],
  totalRow: form.rows.some((r) => r.id === 'total'),
});

/** 'Số liệu minh họa' where figures are invented, as on every page. */
export const marked = (sheets: readonly BookSheet[], illustration: boolean): BookSheet[] =>
  sheets.map((sheet) =>
    illustration
      ? {
          ...sheet,
          rows: sheet.rows.map((row, i) =>
            i === 0 ? [{ ...row[0]!, value: `${row[0]?.value ?? ''} (Số liệu minh họa)` }] : row,
          ),
        }
      : sheet,
  );
