import { type PlaceForm, readRule, sumOfCells } from './readRule.ts';
import { type RuleFault, spelling } from './ruleTokens.ts';
import type { Check, Formula, Ref } from './template.ts';

/** The shortest name of a place that reads back as the same place. */
const placeText = (form: PlaceForm, ref: Ref): string => {
  const column = form.columns.find((c) => c.id === ref.column);
  const row = 'from' in form.rows ? undefined : form.rows.find((r) => r.id === ref.row);
  const columnNames = [column?.number?.replace(/[()]/g, ''), ref.column];
  const rowNames = ref.row === 'total' ? [spelling('sum'), 'total'] : [row?.indicator, ref.row];
  const names =
    ref.row === '*'
      ? columnNames
      : [...rowNames, ...rowNames.flatMap((r) => columnNames.map((c) => r && c && `${r}; ${c}`))];
  const same = (name: string | undefined): boolean => {
    if (!name || /[[\];]{2,}/.test(name)) return false;
    const read = readRule(form, `${spelling('filled')} [${name}]`);
    return (
      'claim' in read &&
      read.claim.kind === 'filled' &&
      read.claim.ref.row === ref.row &&
      read.claim.ref.column === ref.column
    );
  };
  return `[${names.find(same) ?? (ref.row === '*' ? ref.column : `${ref.row}; ${ref.column}`)}]`;
};

const sumText = (form: PlaceForm, refs: readonly Ref[]): string =>
  refs.map((ref) => placeText(form, ref)).join(' + ');

/** A check as a person writes it. */
export const checkText = (form: PlaceForm, check: Check): string =>
  'rule' in check ? check.rule : `${sumText(form, check.left)} ${check.op} ${sumText(form, check.right)}`;

export const formulaText = (form: PlaceForm, formula: Formula): string =>
  'sum' in formula
    ? sumText(form, formula.sum)
    : `${spelling('percent')}(${sumText(form, formula.percent.of)}; ${sumText(form, formula.percent.by)})`;

type Said =
  | Pick<Extract<Check, { readonly op: string }>, 'left' | 'op' | 'right'>
  | { readonly rule: string };

/** What a person wrote, as it is kept: sums of cells as such, everything else as its text. */
export const checkFromText = (form: PlaceForm, typed: string): Said | { readonly fault: RuleFault } => {
  const rule = readRule(form, typed);
  if ('fault' in rule) return rule;
  if (rule.claim.kind === 'compare' && !rule.when && !rule.relation) {
    const left = sumOfCells(rule.claim.left);
    const right = sumOfCells(rule.claim.right);
    if (left && right) return { left, op: rule.claim.op, right };
  }
  return { rule: typed.normalize('NFC').replace(/\s+/g, ' ').trim() };
};
