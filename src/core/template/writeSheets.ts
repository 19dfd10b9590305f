import { formatAmount } from '../kernel/amount.ts';
import { checkText, formulaText } from './ruleSource.ts';
import {
  AGGREGATIONS,
  COLUMN_KINDS,
  type ColumnOf,
  KINDS,
  ROWS,
  SCOPES,
  SEVERITIES,
  type SheetId,
  TEMPLATE_SHEETS,
  YES,
} from './sheetColumns.ts';
import type { Column, Form, Row, Section, Template } from './template.ts';

export type WrittenSheet = {
  readonly name: string;
  readonly headings: readonly string[];
  readonly rows: readonly (readonly string[])[];
};

type Line<S extends SheetId> = Partial<Record<ColumnOf<S>, string | undefined>>;

const sheet = <S extends SheetId>(id: S, lines: readonly Line<S>[]): WrittenSheet => {
  const { name, columns } = TEMPLATE_SHEETS[id];
  const ids = Object.keys(columns) as ColumnOf<S>[];
  return {
    name,
    headings: Object.values(columns),
    rows: lines.map((line) => ids.map((column) => line[column] ?? '')),
  };
};

const yes = (value: boolean | undefined): string | undefined => (value ? YES : undefined);
const amount = (value: string | undefined): string | undefined =>
  value === undefined ? undefined : formatAmount(value);

const sectionLines = (
  outline: string,
  sections: readonly Section[],
  parent: string | undefined,
): readonly Line<'sections'>[] =>
  sections.flatMap((s) => [
    {
      outline,
      parent,
      id: s.id,
      number: s.number,
      title: s.title,
      guidance: s.guidance,
      words: yes(s.words),
      optional: yes(s.optional),
      forms: s.forms?.join('; '),
      scope: SCOPES[s.scope],
      area: s.area,
      forLeadOf: s.forLeadOf,
      forPartnerOf: s.forPartnerOf,
      forAnyLead: yes(s.forAnyLead),
      notApplicable: s.notApplicable,
      evidence: s.evidence?.join('\n'),
    },
    ...sectionLines(outline, s.children ?? [], s.id),
  ]);

const rowLine = (form: Form, row: Row): Line<'rows'> => ({
  form: form.id,
  id: row.id,
  title: row.title,
  unit: row.unit,
  indicator: row.indicator,
  aggregation: row.aggregation && AGGREGATIONS[row.aggregation],
  stock: yes(row.stock),
  estimate: yes(row.estimate),
  max: amount(row.max),
  formula: row.formula && formulaText(form, row.formula),
  given:
    row.given &&
    Object.entries(row.given)
      .map(([column, value]) => `${column}: ${value}`)
      .join('\n'),
});

const columnLine = (form: Form, column: Column): Line<'columns'> => ({
  form: form.id,
  id: column.id,
  title: column.title,
  number: column.number,
  group: column.group,
  kind: COLUMN_KINDS[column.kind],
  choices: column.choices?.join('\n'),
  formula: column.formula && formulaText(form, column.formula),
  indicator: column.indicator,
  stock: yes(column.stock),
  optional: yes(column.optional),
  min: amount(column.min),
  max: amount(column.max),
  wide: yes(column.wide),
});

/** A template as sheets of words; read back by readSheets.ts they give the same template. */
export const sheetsOfTemplate = (template: Template): readonly WrittenSheet[] => [
  sheet('template', [{ id: template.id, version: String(template.version), title: template.title }]),
  sheet(
    'outlines',
    template.outlines.map((o) => ({
      id: o.id,
      title: o.title,
      kinds: o.kinds.map((kind) => KINDS[kind]).join('; '),
    })),
  ),
  sheet(
    'sections',
    template.outlines.flatMap((o) => sectionLines(o.id, o.sections, undefined)),
  ),
  sheet(
    'forms',
    template.forms.map((f) => ({
      id: f.id,
      title: f.title,
      unit: f.unit,
      scope: SCOPES[f.scope],
      rows: ROWS['from' in f.rows ? f.rows.from : 'fixed'],
      totalRow: yes(f.totalRow),
    })),
  ),
  sheet(
    'rows',
    template.forms.flatMap((f) => ('from' in f.rows ? [] : f.rows.map((row) => rowLine(f, row)))),
  ),
  sheet(
    'columns',
    template.forms.flatMap((f) => f.columns.map((column) => columnLine(f, column))),
  ),
  sheet(
    'checks',
    template.forms.flatMap((f) =>
      f.checks.map((check) => ({
        form: f.id,
        id: check.id,
        severity: SEVERITIES[check.severity],
        text: checkText(f, check),
        title: check.title,
        rows: check.rows?.join('; '),
      })),
    ),
  ),
];
