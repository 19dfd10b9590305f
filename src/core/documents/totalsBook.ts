import type { TotalForm, TotalsAnswer } from '../consolidation/answers.ts';
import type { Amount } from '../kernel/amount.ts';
import { cellName } from '../kernel/sheet.ts';
import type { Cell } from '../template/cell.ts';
import type { Computed } from '../template/compute.ts';
import type { Column, Formula, Ref, Row } from '../template/template.ts';
import { type BookCell, type BookSheet, quoted } from './book.ts';

/** One typed figure of one unit that counts in the total. */
export type Detail = {
  readonly unit: string;
  readonly scope: 'commune' | 'agency';
  readonly form: string;
  readonly row: string;
  readonly column: string;
  readonly amount: Amount;
};

const SCOPES = { commune: 'Cấp xã', agency: 'Cấp huyện' } as const;
const HEAD = 4;

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
  column.number ? `(${column.number.replace(/[()]/g, '')}) ${column.title}` : column.title;

const figureColumns = (form: TotalForm): Column[] => form.columns.filter((c) => c.kind === 'figure');

/** A sum row adds the rows above it, a column or a row may have a formula of its own. */
const formulaOf = (form: TotalForm, row: Row, column: Column): Formula | undefined => {
  if (column.formula) return column.formula;
  if (row.formula) return row.formula;
  return row.id === 'total'
    ? { sum: form.rows.filter((r) => r.id !== 'total').map((r) => ({ row: r.id, column: column.id })) }
    : undefined;
};

/** Units one below the other with what they typed: the ground of every total. */
const detailSheet = (name: string, form: TotalForm, details: readonly Detail[]): BookSheet => {
  const columns = figureColumns(form);
  const lines = new Map<string, Detail[]>();
  for (const one of details) {
    const key = `${one.scope}|${one.unit}|${one.row}`;
    lines.set(key, [...(lines.get(key) ?? []), one]);
  }
  const rows = [...lines.values()].map((line) => [
    label(line[0]!.unit),
    label(SCOPES[line[0]!.scope]),
    label(line[0]!.row),
    label(form.rows.find((r) => r.id === line[0]!.row)?.title ?? ''),
    ...columns.map((column): BookCell => {
      const found = line.find((one) => one.column === column.id);
      return found ? figure(found.amount) : { value: null, look: 'figure' };
    }),
  ]);
  return {
    name,
    headRow: HEAD,
    widths: [28, 12, 12, 40, ...columns.map(() => 13)],
    rows: [
      [{ value: `${form.title}: số liệu của từng đơn vị`, look: 'title' }],
      [{ value: form.unit ? `Đơn vị tính: ${form.unit}` : '', look: 'note' }],
      [],
      ['Đơn vị', 'Cấp', 'Mã hàng', 'Nội dung', ...columns.map(columnTitle)].map(head),
      ...rows,
    ],
  };
};

type Line = { readonly row: Row; readonly column: Column; readonly at: number };

const totalsSheet = (
  name: string,
  from: { readonly name: string; readonly lines: number },
  totals: TotalsAnswer,
  form: TotalForm,
): BookSheet => {
  const columns = figureColumns(form);
  const lines: Line[] = form.rows.flatMap((row, r) =>
    columns.map((column, c) => ({ row, column, at: HEAD + 1 + r * columns.length + c })),
  );
  const last = HEAD + Math.max(1, from.lines);
  const range = (column: number): string =>
    `${quoted(from.name)}!$${cellName(column, 0).replace('0', '')}$${HEAD + 1}:$${cellName(column, 0).replace('0', '')}$${last}`;
  const refs = (all: readonly Ref[], line: Line, letter: string): string =>
    all
      .flatMap((ref) => {
        const row = ref.row === '*' ? line.row.id : ref.row;
        const found = lines.find((one) => one.row.id === row && one.column.id === ref.column);
        return found ? [`${letter}${found.at}`] : [];
      })
      .join(',');
  const formula = (line: Line, scope: 'commune' | 'agency'): string | undefined => {
    const letter = scope === 'commune' ? 'D' : 'E';
    const own = formulaOf(form, line.row, line.column);
    if (own && 'sum' in own) return `SUM(${refs(own.sum, line, letter)})`;
    if (own) {
      const by = refs(own.percent.by, line, letter);
      return `IF(SUM(${by})=0,"không tính được",SUM(${refs(own.percent.of, line, letter)})/SUM(${by})*100)`;
    }
    const values = range(4 + columns.indexOf(line.column));
    const which = `${range(2)},"${line.row.id}",${range(1)},"${SCOPES[scope]}"`;
    const rule = line.row.aggregation ?? 'sum';
    if (rule === 'sum') return `SUMIFS(${values},${which})`;
    return rule === 'count-of-ones' ? `COUNTIFS(${values},1,${which})` : undefined;
  };
  const part = (line: Line, value: Cell | Computed | null, scope: 'commune' | 'agency'): BookCell => {
    const amount = amountOf(value);
    return amount === undefined ? label(wordOf(value)) : figure(amount, formula(line, scope));
  };
  const rows = lines.map((line): BookCell[] => {
    const found = form.cells.find((c) => c.row === line.row.id && c.column === line.column.id);
    const area = amountOf(found?.area ?? null);
    return [
      label(line.row.title),
      label(columnTitle(line.column)),
      label(line.row.unit ?? form.unit ?? ''),
      part(line, found?.commune ?? null, 'commune'),
      part(line, found?.agency ?? null, 'agency'),
      found?.total ? figure(found.total, `SUM(D${line.at},E${line.at})`) : label(''),
      area === undefined ? label(wordOf(found?.area ?? null)) : figure(area),
      found?.difference ? figure(found.difference, `G${line.at}-F${line.at}`) : label(''),
      figure(String(found?.units ?? 0)),
    ];
  });
  const { communes, departments, missing } = totals;
  return {
    name,
    headRow: HEAD,
    widths: [44, 34, 14, 14, 14, 14, 16, 14, 12],
    rows: [
      [{ value: `${form.title}: tổng hợp`, look: 'title' }],
      [
        {
          value: `${totals.campaign.title}. Từ ${communes.received}/${communes.obliged} xã, ${departments.received}/${departments.obliged} phòng, cơ quan đã tiếp nhận.`,
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
        'Nội dung',
        'Cột',
        'Đơn vị tính',
        SCOPES.commune,
        SCOPES.agency,
        'Tổng',
        'Toàn địa bàn (cơ quan chủ trì)',
        'Chênh lệch',
        'Số xã có số',
      ].map(head),
      ...rows,
    ],
  };
};

/** Totals with formulas over what the units gave: who gets the file can follow every number to its unit. */
export const totalsBook = (totals: TotalsAnswer, details: readonly Detail[]): BookSheet[] =>
  totals.forms
    .filter((form) => figureColumns(form).length > 0)
    .flatMap((form, i) => {
      const own = details.filter((one) => one.form === form.id);
      const detail = detailSheet(`Số liệu ${i + 1}`, form, own);
      const from = { name: detail.name, lines: detail.rows.length - HEAD };
      return [totalsSheet(`Tổng hợp ${i + 1}`, from, totals, form), detail];
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
