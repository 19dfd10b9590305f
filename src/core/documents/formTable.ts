import { formatAmount } from '../kernel/amount.ts';
import type { Cell as Value } from '../template/cell.ts';
import { bareNumber } from '../template/columnNumber.ts';
import type { Computed } from '../template/compute.ts';
import { type Cell, cell, type Row, row, type Table } from './tree.ts';

type PrintedForm = {
  readonly title: string;
  readonly unit?: string | null;
  readonly rows: readonly {
    readonly id: string;
    readonly title: string;
    readonly unit?: string;
    readonly given?: Readonly<Record<string, string>>;
  }[];
  readonly columns: readonly {
    readonly id: string;
    readonly title: string;
    readonly number?: string;
    readonly group?: string;
    readonly kind: 'figure' | 'text' | 'choice' | 'given';
    readonly formula?: unknown;
  }[];
};

/** How a value is printed: blank, 0, "không phát sinh" and "không áp dụng" never look alike (C3). */
const valueText = (value: Value | Computed, percent = false): string => {
  switch (value.kind) {
    case 'empty':
      return '';
    case 'amount': {
      const number = percent ? `${formatAmount(value.amount, 2)}%` : formatAmount(value.amount);
      return 'estimate' in value && value.estimate ? `${number} (ước)` : number;
    }
    case 'incomplete':
      return `${formatAmount(value.amount)} (chưa đủ)`;
    case 'nil':
      return 'KPS';
    case 'not-applicable':
      return 'KAD';
    case 'uncomputable':
      return 'không tính được';
    case 'unparsed':
      return value.typed;
    case 'text':
      return value.text;
  }
};

const isPercent = (formula: unknown): boolean =>
  typeof formula === 'object' && formula !== null && 'percent' in formula;

const headRows = (form: PrintedForm, units: boolean): Row[] => {
  const grouped = form.columns.some((c) => c.group);
  const label = (c: PrintedForm['columns'][number]) =>
    c.number ? `${c.title}\n(${bareNumber(c.number)})` : c.title;
  const fixed = (words: string): Cell =>
    cell(words, { bold: true, align: 'center', ...(grouped ? { rowspan: 2 } : {}) });
  const first: Cell[] = [fixed('TT'), fixed('Nội dung'), ...(units ? [fixed('Đơn vị tính')] : [])];
  if (!grouped)
    return [
      { cells: [...first, ...form.columns.map((c) => cell(label(c), { bold: true, align: 'center' }))] },
    ];
  const second: Cell[] = [];
  for (let i = 0; i < form.columns.length; i++) {
    const column = form.columns[i]!;
    if (!column.group) {
      first.push(cell(label(column), { bold: true, align: 'center', rowspan: 2 }));
      continue;
    }
    second.push(cell(label(column), { bold: true, align: 'center' }));
    if (form.columns[i - 1]?.group === column.group) continue;
    let span = 1;
    while (form.columns[i + span]?.group === column.group) span++;
    first.push(cell(column.group, { bold: true, align: 'center', colspan: span }));
  }
  return [{ cells: first }, { cells: second }];
};

/** A column of remarks in which nobody wrote would only take the width of the others. */
const isEmptyRemarks = (
  form: PrintedForm,
  column: PrintedForm['columns'][number],
  value: (rowId: string, columnId: string) => Value | Computed,
): boolean => column.kind === 'text' && form.rows.every((r) => value(r.id, column.id).kind === 'empty');

/** A form as a table of the document, with its values. */
export const formTable = (
  asked: PrintedForm,
  value: (rowId: string, columnId: string) => Value | Computed,
): Table => {
  const form = { ...asked, columns: asked.columns.filter((c) => !isEmptyRemarks(asked, c, value)) };
  const units = form.rows.some((r) => r.unit);
  const percentRow = new Map(form.rows.map((r) => [r.id, r.unit === '%']));
  let number = 0;
  return {
    kind: 'table',
    caption: form.title,
    ...(form.unit ? { unitNote: `Đơn vị tính: ${form.unit}` } : {}),
    columns: [
      { width: 6, align: 'center' },
      { width: 28, align: 'left' },
      ...(units ? [{ width: 11, align: 'center' as const }] : []),
      ...form.columns.map((c) => ({
        width: c.kind === 'text' ? 22 : c.kind !== 'figure' ? 14 : isPercent(c.formula) ? 10 : 9,
        align: c.kind === 'figure' ? ('right' as const) : ('left' as const),
      })),
    ],
    head: headRows(form, units),
    rows: form.rows.map((r) =>
      row(
        [
          r.id === 'total' ? '' : String(++number),
          r.title,
          ...(units ? [r.unit ?? ''] : []),
          ...form.columns.map((c) =>
            c.kind === 'given'
              ? (r.given?.[c.id] ?? '')
              : valueText(
                  value(r.id, c.id),
                  isPercent(c.formula) || (c.kind === 'figure' && percentRow.get(r.id) === true),
                ),
          ),
        ],
        ...(r.id === 'total' ? (['total'] as const) : []),
      ),
    ),
  };
};
