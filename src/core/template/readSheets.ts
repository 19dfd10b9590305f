import type { UnitKind } from '../directory/unit.ts';
import type { SheetOfCells } from '../kernel/sheet.ts';
import { changedMeanings, type Meaning } from './meaning.ts';
import { readFormula } from './readRule.ts';
import { checkFromText } from './ruleSource.ts';
import {
  AGGREGATIONS,
  COLUMN_KINDS,
  KINDS,
  ROWS,
  SCOPES,
  SEVERITIES,
  TEMPLATE_SHEETS,
} from './sheetColumns.ts';
import { type FileProblem, type Line, type Reader, readerOf } from './sheetReader.ts';
import type { Check, Column, Form, Row, Section, Template } from './template.ts';
import { problemsOfTemplate } from './validate.ts';

/** Where each thing of the template stands in the file, by the path that problems name it with. */
type Places = Map<string, { readonly sheet: string; readonly row: number }>;

/** Without what was left blank: templates say nothing of what they do not have. */
const said = <T extends object>(thing: T): { [K in keyof T]: Exclude<T[K], undefined> } =>
  Object.fromEntries(Object.entries(thing).filter(([, v]) => v !== undefined)) as never;

const once = (known: Set<string>, id: string, tell: () => void): boolean => {
  if (known.has(id)) {
    tell();
    return false;
  }
  known.add(id);
  return id !== '';
};

const formulaIn = <S extends 'rows' | 'columns'>(form: Form, line: Line<S>) => {
  const text = line.text('formula' as never);
  if (text === undefined) return undefined;
  const read = readFormula(form, text);
  if (!('fault' in read)) return read;
  line.rule('formula' as never, read.fault);
  return undefined;
};

const givenOf = (line: Line<'rows'>): Row['given'] => {
  const pairs = line.list('given', '\n')?.map((each) => each.split(/:\s?(.*)/s));
  return pairs && Object.fromEntries(pairs.map(([column = '', value = '']) => [column.trim(), value]));
};

type Bare = { form: Form; rows: [Row, Line<'rows'>][]; columns: [Column, Line<'columns'>][] };

const bareRows = (reader: Reader, bare: ReadonlyMap<string, Bare>, places: Places): void => {
  const known = new Set<string>();
  for (const line of reader.lines('rows')) {
    const owner = bare.get(line.code('form'));
    if (!owner) {
      line.problem('templateFile.cellUnknown', 'form', { sheet: TEMPLATE_SHEETS.forms.name });
      continue;
    }
    const id = line.code('id');
    if (!once(known, `${owner.form.id}/${id}`, () => line.problem('templateFile.cellTwice', 'id'))) continue;
    const row = said({
      id,
      title: line.must('title'),
      unit: line.text('unit'),
      indicator: line.text('indicator'),
      aggregation: line.one('aggregation', AGGREGATIONS),
      stock: line.yes('stock'),
      estimate: line.yes('estimate'),
      max: line.amount('max'),
      given: givenOf(line),
    }) as Row;
    places.set(`forms/${owner.form.id}/rows/${id}`, line);
    owner.rows.push([row, line]);
  }
};

const bareColumns = (reader: Reader, bare: ReadonlyMap<string, Bare>, places: Places): void => {
  const known = new Set<string>();
  for (const line of reader.lines('columns')) {
    const owner = bare.get(line.code('form'));
    if (!owner) {
      line.problem('templateFile.cellUnknown', 'form', { sheet: TEMPLATE_SHEETS.forms.name });
      continue;
    }
    const id = line.code('id');
    if (!once(known, `${owner.form.id}/${id}`, () => line.problem('templateFile.cellTwice', 'id'))) continue;
    if (line.text('kind') === undefined) line.problem('templateFile.cellMissing', 'kind');
    const column = said({
      id,
      title: line.must('title'),
      number: line.text('number'),
      group: line.text('group'),
      kind: line.one('kind', COLUMN_KINDS) ?? 'figure',
      choices: line.list('choices', '\n'),
      indicator: line.text('indicator'),
      stock: line.yes('stock'),
      optional: line.yes('optional'),
      min: line.amount('min'),
      max: line.amount('max'),
      wide: line.yes('wide'),
    }) as Column;
    places.set(`forms/${owner.form.id}/columns/${id}`, line);
    owner.columns.push([column, line]);
  }
};

const bareForms = (reader: Reader, places: Places): Map<string, Bare> => {
  const bare = new Map<string, Bare>();
  const known = new Set<string>();
  for (const line of reader.lines('forms')) {
    const id = line.code('id');
    if (!once(known, id, () => line.problem('templateFile.cellTwice', 'id'))) continue;
    if (line.text('scope') === undefined) line.problem('templateFile.cellMissing', 'scope');
    const from = line.one('rows', ROWS) ?? 'fixed';
    const form = said({
      id,
      title: line.must('title'),
      unit: line.text('unit'),
      scope: line.one('scope', SCOPES) ?? 'commune',
      rows: from === 'fixed' ? [] : { from },
      columns: [],
      totalRow: line.yes('totalRow'),
      checks: [],
    }) as Form;
    places.set(`forms/${id}`, line);
    bare.set(id, { form, rows: [], columns: [] });
  }
  return bare;
};

const checksOf = (reader: Reader, forms: ReadonlyMap<string, Form>, places: Places) => {
  const checks = new Map<string, Check[]>();
  const known = new Set<string>();
  for (const line of reader.lines('checks')) {
    const form = forms.get(line.must('form'));
    if (!form) {
      line.problem('templateFile.cellUnknown', 'form', { sheet: TEMPLATE_SHEETS.forms.name });
      continue;
    }
    const id = line.must('id');
    if (!once(known, `${form.id}/${id}`, () => line.problem('templateFile.cellTwice', 'id'))) continue;
    if (!/^[^\s:/]{1,60}$/.test(id)) line.problem('templateFile.cellCode', 'id', { typed: id });
    if (line.text('severity') === undefined) line.problem('templateFile.cellMissing', 'severity');
    const read = checkFromText(form, line.must('text'));
    places.set(`forms/${form.id}/checks/${id}`, line);
    if ('fault' in read) {
      line.rule('text', read.fault);
      continue;
    }
    const check = said({
      id,
      severity: line.one('severity', SEVERITIES) ?? 'must',
      title: line.text('title'),
      rows: line.list('rows', ';'),
      ...read,
    }) as Check;
    checks.set(form.id, [...(checks.get(form.id) ?? []), check]);
  }
  return checks;
};

const formsOf = (reader: Reader, places: Places): readonly Form[] => {
  const bare = bareForms(reader, places);
  bareRows(reader, bare, places);
  bareColumns(reader, bare, places);
  const whole = new Map<string, Form>();
  for (const { form, rows, columns } of bare.values()) {
    // Formulas name rows and columns, so all of them are read before any formula.
    const named: Form = {
      ...form,
      rows: 'from' in form.rows ? form.rows : rows.map(([row]) => row),
      columns: columns.map(([column]) => column),
    };
    whole.set(form.id, {
      ...named,
      rows:
        'from' in named.rows
          ? named.rows
          : rows.map(([row, line]) => said({ ...row, formula: formulaIn(named, line) }) as Row),
      columns: columns.map(
        ([column, line]) => said({ ...column, formula: formulaIn(named, line) }) as Column,
      ),
    });
  }
  const checks = checksOf(reader, whole, places);
  return [...whole.values()].map((form) => ({ ...form, checks: checks.get(form.id) ?? [] }));
};

const sectionOf = (line: Line<'sections'>): Section => {
  if (line.text('scope') === undefined) line.problem('templateFile.cellMissing', 'scope');
  return said({
    id: line.code('id'),
    number: line.must('number'),
    title: line.must('title'),
    guidance: line.text('guidance'),
    words: line.yes('words'),
    optional: line.yes('optional'),
    forms: line.list('forms', ';'),
    scope: line.one('scope', SCOPES) ?? 'commune',
    area: line.text('area'),
    forLeadOf: line.text('forLeadOf'),
    forPartnerOf: line.text('forPartnerOf'),
    forAnyLead: line.yes('forAnyLead'),
    notApplicable: line.text('notApplicable'),
    evidence: line.list('evidence', '\n'),
  }) as Section;
};

const outlinesOf = (reader: Reader, places: Places): Template['outlines'] => {
  const sections = new Map<string, [Section, string | undefined][]>();
  const lines = reader.lines('outlines');
  const outlines = new Set(lines.map((line) => line.text('id')));
  for (const line of reader.lines('sections')) {
    const outline = line.must('outline');
    if (!outlines.has(outline)) {
      line.problem('templateFile.cellUnknown', 'outline', { sheet: TEMPLATE_SHEETS.outlines.name });
      continue;
    }
    const list = sections.get(outline) ?? [];
    sections.set(outline, list);
    const parent = line.text('parent');
    if (parent !== undefined && !list.some(([s]) => s.id === parent))
      line.problem('templateFile.cellUnknown', 'parent', { sheet: TEMPLATE_SHEETS.sections.name });
    const section = sectionOf(line);
    if (list.some(([s]) => s.id === section.id)) {
      line.problem('templateFile.cellTwice', 'id');
      continue;
    }
    places.set(`outlines/${outline}/${section.id}`, line);
    list.push([section, parent]);
  }
  const below = (outline: string, parent: string | undefined): readonly Section[] =>
    (sections.get(outline) ?? [])
      .filter(([, above]) => above === parent)
      .map(([section]) => {
        const children = below(outline, section.id);
        return children.length > 0 ? { ...section, children } : section;
      });
  const known = new Set<string>();
  return lines.flatMap((line) => {
    const id = line.code('id');
    if (!once(known, id, () => line.problem('templateFile.cellTwice', 'id'))) return [];
    places.set(`outlines/${id}`, line);
    const kinds = (line.list('kinds', ';') ?? []).flatMap((word) => {
      const found = (Object.entries(KINDS) as [UnitKind, string][]).find(([, w]) => w === word);
      if (!found)
        line.problem('templateFile.cellChoice', 'kinds', {
          typed: word,
          choices: Object.values(KINDS).join('; '),
        });
      return found ? [found[0]] : [];
    });
    if (line.text('kinds') === undefined) line.problem('templateFile.cellMissing', 'kinds');
    return [{ id, title: line.must('title'), kinds, sections: below(id, undefined) }];
  });
};

/** The nearest thing of the file that a problem's path names. */
const placeOf = (places: Places, path: string) => {
  for (let parts = path.split('/'); parts.length > 0; parts = parts.slice(0, -1)) {
    const found = places.get(parts.join('/'));
    if (found) return found;
  }
  return undefined;
};

/** Outlines without sections, forms without rows or columns: nothing could be filled there. */
const emptyThings = (template: Template): readonly string[] => [
  ...(template.outlines.length === 0 ? ['outlines'] : []),
  ...template.outlines.filter((o) => o.sections.length === 0).map((o) => `outlines/${o.id}`),
  ...template.forms
    .filter((f) => f.columns.length === 0 || (!('from' in f.rows) && f.rows.length === 0))
    .map((f) => `forms/${f.id}`),
];

export type TemplateRead = {
  /** undefined while something of the file is wrong. */
  readonly template: Template | undefined;
  readonly problems: readonly FileProblem[];
};

/** A template from its file, or every reason why it cannot be taken, by sheet, row and cell. */
export const readTemplate = (
  sheets: readonly SheetOfCells[],
  published: ReadonlyMap<string, Meaning>,
): TemplateRead => {
  const reader = readerOf(sheets);
  const places: Places = new Map();
  const [head] = reader.lines('template');
  const { problems } = reader;
  if (!head && problems.length === 0)
    problems.push({
      code: 'templateFile.nothing',
      sheet: TEMPLATE_SHEETS.template.name,
      row: null,
      cell: null,
      details: {},
    });
  const template: Template = {
    id: head?.code('id') ?? '',
    version: Math.max(1, Math.trunc(Number(head?.text('version') ?? '1')) || 1),
    title: head?.must('title') ?? '',
    outlines: outlinesOf(reader, places),
    forms: formsOf(reader, places),
  };
  if (problems.length > 0) return { template: undefined, problems };
  for (const path of emptyThings(template)) {
    const at = placeOf(places, path);
    problems.push({
      code: 'templateFile.empty',
      sheet: at?.sheet ?? TEMPLATE_SHEETS.outlines.name,
      row: at?.row ?? null,
      cell: null,
      details: {},
    });
  }
  for (const problem of problemsOfTemplate(template)) {
    const at = placeOf(places, problem.path);
    problems.push({
      code: 'templateFile.unsound',
      sheet: at?.sheet ?? TEMPLATE_SHEETS.template.name,
      row: at?.row ?? null,
      cell: null,
      details: { problem: problem.code },
    });
  }
  for (const { field, published: was, wanted } of changedMeanings(template, published)) {
    const path = `forms/${wanted.form}/${wanted.row ? `rows/${wanted.row}` : `columns/${wanted.column}`}`;
    const at = placeOf(places, path);
    problems.push({
      code: 'templateFile.meaning',
      sheet: at?.sheet ?? TEMPLATE_SHEETS.forms.name,
      row: at?.row ?? null,
      cell: null,
      details: { field, title: wanted.title, was: String(was[field]), wanted: String(wanted[field]) },
    });
  }
  return { template: problems.length > 0 ? undefined : template, problems };
};
