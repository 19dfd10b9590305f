import { compare } from '../kernel/amount.ts';
import { ruleOfCheck } from './check.ts';
import { placesOfRule, type Rule } from './rule.ts';
import type { RuleFault } from './ruleTokens.ts';
import type { Column, Form, Formula, Outline, Ref, Row, Section, Template } from './template.ts';

/** What is wrong with a template, and where: 'forms/dossier/columns/3'. */
export type TemplateProblem = {
  readonly path: string;
  readonly code: TemplateProblemCode;
  /** Where in the text of a rule, and what there. */
  readonly fault?: RuleFault;
};
type TemplateProblemCode =
  | 'template.ruleUnread'
  | 'template.duplicateId'
  | 'template.reservedId'
  | 'template.kindTwice'
  | 'template.unknownForm'
  | 'template.formTwice'
  | 'template.formUnused'
  | 'template.otherScope'
  | 'template.emptySection'
  | 'template.contentNotApplicable'
  | 'template.unknownRow'
  | 'template.unknownColumn'
  | 'template.refToWords'
  | 'template.formulaNotFigure'
  | 'template.formulaCycle'
  | 'template.formulaTooDeep'
  | 'template.choicesMissing'
  | 'template.choicesMisplaced'
  | 'template.duplicateChoice'
  | 'template.givenWithoutRows'
  | 'template.rangeReversed';

/** Computing stops at formulas nested deeper: a cell beyond would stay blank without a word. */
export const FORMULA_DEPTH = 7;

type Report = (path: string, code: TemplateProblemCode, fault?: RuleFault) => void;

const duplicates = (ids: readonly string[]): readonly string[] => [
  ...new Set(ids.filter((id, at) => ids.indexOf(id) !== at)),
];

const refsOf = (formula: Formula): readonly Ref[] =>
  'sum' in formula ? formula.sum : [...formula.percent.of, ...formula.percent.by];

/** Rows that the system fills in have no ids yet: one stands for any of them. */
const ANY_ROW = '(any)';
const rowIds = (form: Form): readonly string[] => [
  ...('from' in form.rows ? [ANY_ROW] : form.rows.map((r) => r.id)),
  ...(form.totalRow ? ['total'] : []),
];

const typedRows = (form: Form): readonly Row[] => ('from' in form.rows ? [] : form.rows);

const checkRef = (form: Form, ref: Ref, path: string, report: Report): void => {
  if (ref.row !== '*' && !rowIds(form).includes(ref.row)) report(path, 'template.unknownRow');
  const column = form.columns.find((c) => c.id === ref.column);
  if (!column) report(path, 'template.unknownColumn');
  else if (column.kind !== 'figure') report(path, 'template.refToWords');
};

/** "có [ghi chú]" asks for words; all else reckons with figures. */
const checkPlace = (form: Form, rule: Rule, ref: Ref, path: string, report: Report): void => {
  if (rule.claim.kind !== 'filled' && !rule.when) checkRef(form, ref, path, report);
  else if (!form.columns.some((c) => c.id === ref.column)) report(path, 'template.unknownColumn');
};

/** Follows formulas as compute.ts does, from every computed cell: no circles, no deeper than it goes. */
const checkFormulas = (form: Form, path: string, report: Report): void => {
  const rows = rowIds(form);
  const formulaAt = (rowId: string, column: Column): Formula | undefined => {
    if (rowId === 'total' && form.totalRow && column.kind === 'figure' && !column.formula)
      return { sum: rows.filter((r) => r !== 'total').map((r) => ({ row: r, column: column.id })) };
    const row = typedRows(form).find((r) => r.id === rowId);
    return column.formula ?? (column.kind === 'figure' ? row?.formula : undefined);
  };
  const depths = new Map<string, number>();
  const depth = (rowId: string, columnId: string, above: readonly string[]): number => {
    const key = `${rowId}/${columnId}`;
    if (above.includes(key)) return Number.POSITIVE_INFINITY;
    const known = depths.get(key);
    if (known !== undefined) return known;
    const column = form.columns.find((c) => c.id === columnId);
    const formula = column && formulaAt(rowId, column);
    const below = formula
      ? refsOf(formula).map((r) => depth(r.row === '*' ? rowId : r.row, r.column, [...above, key]))
      : [-1];
    const result = Math.max(...below) + 1;
    if (result !== Number.POSITIVE_INFINITY) depths.set(key, result);
    return result;
  };
  for (const row of rows)
    for (const column of form.columns) {
      const deep = depth(row, column.id, []);
      if (deep === Number.POSITIVE_INFINITY) report(`${path}/${row}/${column.id}`, 'template.formulaCycle');
      else if (deep > FORMULA_DEPTH) report(`${path}/${row}/${column.id}`, 'template.formulaTooDeep');
    }
};

const checkColumn = (form: Form, column: Column, path: string, report: Report): void => {
  if (column.kind === 'choice' && !column.choices?.length) report(path, 'template.choicesMissing');
  if (column.kind !== 'choice' && column.choices) report(path, 'template.choicesMisplaced');
  if (duplicates(column.choices ?? []).length > 0) report(path, 'template.duplicateChoice');
  if (column.kind === 'given' && !('from' in form.rows) && form.rows.some((r) => !r.given?.[column.id]))
    report(path, 'template.givenWithoutRows');
  if (column.min !== undefined && column.max !== undefined && compare(column.min, column.max) > 0)
    report(path, 'template.rangeReversed');
  if (!column.formula) return;
  if (column.kind !== 'figure') report(path, 'template.formulaNotFigure');
  for (const ref of refsOf(column.formula)) checkRef(form, ref, path, report);
};

const checkForm = (form: Form, report: Report): void => {
  const path = `forms/${form.id}`;
  const rows = typedRows(form);
  for (const id of duplicates(rows.map((r) => r.id))) report(`${path}/rows/${id}`, 'template.duplicateId');
  for (const id of duplicates(form.columns.map((c) => c.id)))
    report(`${path}/columns/${id}`, 'template.duplicateId');
  for (const id of duplicates(form.checks.map((c) => c.id)))
    report(`${path}/checks/${id}`, 'template.duplicateId');
  // 'total' is the computed row, '*' the row at hand.
  for (const row of rows)
    if (row.id === '*' || (row.id === 'total' && form.totalRow))
      report(`${path}/rows/${row.id}`, 'template.reservedId');
  for (const column of form.columns) checkColumn(form, column, `${path}/columns/${column.id}`, report);
  for (const row of rows)
    for (const ref of row.formula ? refsOf(row.formula) : [])
      checkRef(form, ref, `${path}/rows/${row.id}`, report);
  for (const check of form.checks) {
    const at = `${path}/checks/${check.id}`;
    const rule = ruleOfCheck(form, check);
    if ('fault' in rule) report(at, 'template.ruleUnread', rule.fault);
    else for (const place of placesOfRule(rule)) checkPlace(form, rule, place.ref, at, report);
    for (const id of check.rows ?? []) if (!rowIds(form).includes(id)) report(at, 'template.unknownRow');
  }
  checkFormulas(form, path, report);
};

const flat = (sections: readonly Section[]): readonly Section[] =>
  sections.flatMap((s) => [s, ...flat(s.children ?? [])]);

const checkOutline = (template: Template, outline: Outline, report: Report): void => {
  const path = `outlines/${outline.id}`;
  const sections = flat(outline.sections);
  for (const id of duplicates(sections.map((s) => s.id))) report(`${path}/${id}`, 'template.duplicateId');
  // A form has one place in an outline: its cells are known by form, row and column alone.
  for (const id of duplicates(sections.flatMap((s) => s.forms ?? [])))
    report(`${path}/${id}`, 'template.formTwice');
  for (const section of sections) {
    const at = `${path}/${section.id}`;
    const content = section.words || (section.forms?.length ?? 0) > 0;
    if (section.notApplicable && content) report(at, 'template.contentNotApplicable');
    if (!section.notApplicable && !content && !section.children?.length) report(at, 'template.emptySection');
    for (const id of section.forms ?? []) {
      const form = template.forms.find((f) => f.id === id);
      if (!form) report(`${at}/${id}`, 'template.unknownForm');
      else if (form.scope !== section.scope) report(`${at}/${id}`, 'template.otherScope');
    }
  }
};

/** Every reason why a template may not be published; none for a sound one. */
export const problemsOfTemplate = (template: Template): readonly TemplateProblem[] => {
  const problems: TemplateProblem[] = [];
  const report: Report = (path, code, fault) => {
    if (!problems.some((p) => p.path === path && p.code === code))
      problems.push({ path, code, ...(fault ? { fault } : {}) });
  };
  for (const id of duplicates(template.outlines.map((o) => o.id)))
    report(`outlines/${id}`, 'template.duplicateId');
  for (const kind of duplicates(template.outlines.flatMap((o) => o.kinds)))
    report(`kinds/${kind}`, 'template.kindTwice');
  for (const id of duplicates(template.forms.map((f) => f.id))) report(`forms/${id}`, 'template.duplicateId');
  for (const outline of template.outlines) checkOutline(template, outline, report);
  const used = template.outlines.flatMap((o) => flat(o.sections)).flatMap((s) => s.forms ?? []);
  for (const form of template.forms) {
    if (!used.includes(form.id)) report(`forms/${form.id}`, 'template.formUnused');
    checkForm(form, report);
  }
  return problems;
};
