import { formatAmount } from '../kernel/amount.ts';
import type { RichDoc } from '../kernel/richText.ts';
import type { Cell } from '../template/cell.ts';
import type { Computed } from '../template/compute.ts';
import type { TotalForm } from './answers.ts';
import { mainOf } from './mainFigure.ts';

/** A live figure inside a sentence: 'dossier/total/4/total'. It follows the totals until the version is frozen. */
export type FigureScope = 'commune' | 'agency' | 'total' | 'area';

export const figureRef = (form: string, row: string, column: string, scope: FigureScope): string =>
  `${form}/${row}/${column}/${scope}`;

const SCOPES: readonly string[] = ['commune', 'agency', 'total', 'area'];

const words = (value: Cell | Computed | null, ratio: boolean): string | undefined => {
  if (value?.kind === 'amount' || value?.kind === 'incomplete')
    return ratio ? `${formatAmount(value.amount, 2)}%` : formatAmount(value.amount);
  return value?.kind === 'nil' ? '0' : undefined;
};

export const figureText = (forms: readonly TotalForm[], ref: string): string | undefined => {
  const [formId, row, columnId, scope = ''] = ref.split('/');
  if (!SCOPES.includes(scope)) return undefined;
  const form = forms.find((f) => f.id === formId);
  const cell = form?.cells.find((c) => c.row === row && c.column === columnId);
  if (!form || !cell) return undefined;
  const formula =
    form.columns.find((c) => c.id === columnId)?.formula ?? form.rows.find((r) => r.id === row)?.formula;
  const ratio = formula !== undefined && 'percent' in formula;
  // Where nothing is added (a ratio, a common catalogue) the total is what the communes come to.
  if (scope === 'total')
    return cell.total === null ? words(mainOf(form, cell), ratio) : formatAmount(cell.total);
  return words(cell[scope as 'commune' | 'agency' | 'area'], ratio);
};

/** The same words with every live figure brought up to what the totals say. */
export const withFigures = (doc: RichDoc, forms: readonly TotalForm[]): RichDoc => {
  const visit = (node: unknown): unknown => {
    if (Array.isArray(node)) return node.map(visit);
    if (typeof node !== 'object' || node === null) return node;
    const { type, attrs } = node as { type?: string; attrs?: { cell: string; text: string } };
    if (type === 'figure' && attrs) {
      const text = figureText(forms, attrs.cell);
      return text === undefined ? node : { ...node, attrs: { ...attrs, text } };
    }
    return Object.fromEntries(Object.entries(node).map(([key, value]) => [key, visit(value)]));
  };
  return visit(doc) as RichDoc;
};

/** A unit's own words without its live figures and its papers: they say what they said when it was sent. */
export const withoutFigures = (doc: RichDoc): RichDoc => {
  const visit = (node: unknown): unknown => {
    if (Array.isArray(node)) return node.map(visit).filter((n) => n !== null);
    if (typeof node !== 'object' || node === null) return node;
    const { type, attrs, marks } = node as { type?: string; attrs?: { text: string }; marks?: unknown };
    if (type === 'figure' || type === 'evidence')
      return attrs?.text ? { type: 'text', text: attrs.text, ...(marks ? { marks } : {}) } : null;
    return Object.fromEntries(Object.entries(node).map(([key, value]) => [key, visit(value)]));
  };
  return visit(doc) as RichDoc;
};
