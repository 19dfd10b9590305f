import {
  type ColumnSet,
  type Edit,
  type Edited,
  gone,
  type RowSet,
  shifted,
  unread,
  withSet,
} from './edit.ts';
import { withoutUnused } from './editSections.ts';
import { freeId, standingOf, withBrothers, withForm, withOutline } from './place.ts';
import { readFormula } from './readRule.ts';
import { checkFromText } from './ruleSource.ts';
import type { Check, Column, Form, Formula, Row, Section, Template } from './template.ts';

type Of<D extends Edit['do']> = Extract<Edit, { readonly do: D }>;

const formOf = (template: Template, id: string): Form | undefined => template.forms.find((f) => f.id === id);

/** Tables that the system fills begin with the columns that such tables have. */
const COLUMNS: Readonly<Record<Of<'form-add'>['rows'], readonly Column[]>> = {
  fixed: [
    { id: 'value', title: 'Kỳ này', kind: 'figure', min: '0' },
    { id: 'note', title: 'Ghi chú', kind: 'text', optional: true, wide: true },
  ],
  tasks: [
    { id: 'document', title: 'Văn bản giao', kind: 'given' },
    { id: 'due', title: 'Thời hạn', kind: 'given' },
    {
      id: 'status',
      title: 'Tình trạng',
      kind: 'choice',
      choices: [
        'đã hoàn thành đúng hạn',
        'hoàn thành quá hạn',
        'đang thực hiện, trong hạn',
        'quá hạn, chưa hoàn thành',
      ],
    },
    { id: 'result', title: 'Kết quả cụ thể', kind: 'text', wide: true },
  ],
  'low-marks': [
    { id: 'points', title: 'Điểm đạt', kind: 'given' },
    { id: 'max', title: 'Điểm tối đa', kind: 'given' },
    { id: 'cause', title: 'Nguyên nhân', kind: 'text', wide: true },
    { id: 'measure', title: 'Giải pháp', kind: 'text', wide: true },
    { id: 'result', title: 'Kết quả đến kỳ báo cáo', kind: 'text', wide: true },
  ],
  'led-criteria': [
    { id: 'max', title: 'Điểm tối đa', kind: 'given' },
    { id: 'expected', title: 'Dự kiến tự chấm', kind: 'figure', min: '0' },
    { id: 'ground', title: 'Căn cứ', kind: 'text', wide: true },
  ],
};

const withSection = (
  template: Template,
  at: { readonly outline: string; readonly section: string },
  change: (section: Section) => Section,
): Template | undefined => {
  const outline = template.outlines.find((o) => o.id === at.outline);
  const standing = outline && standingOf(outline.sections, at.section);
  if (!outline || !standing) return undefined;
  const brothers = standing.brothers.map((s) => (s.id === at.section ? change(s) : s));
  const sections = withBrothers(outline.sections, standing.parent?.id ?? null, brothers);
  return withOutline(template, { ...outline, sections });
};

const showForm = (section: Section, id: string): Section => ({
  ...section,
  forms: [...(section.forms ?? []), id],
});

const addForm = (template: Template, edit: Of<'form-add'>): Edited => {
  const id = freeId(edit.title, new Set(template.forms.map((f) => f.id)));
  let scope: Form['scope'] = 'commune';
  const shown = withSection(template, edit, (section) => {
    scope = section.scope;
    return showForm(section, id);
  });
  if (!shown) return gone('section');
  const form: Form = {
    id,
    title: edit.title,
    scope,
    rows: edit.rows === 'fixed' ? [{ id: 'hang-1', title: 'Chỉ tiêu 1' }] : { from: edit.rows },
    columns: COLUMNS[edit.rows],
    checks: [],
  };
  return { template: { ...shown, forms: [...shown.forms, form] }, about: edit.title };
};

export const changeForms = (
  template: Template,
  edit: Of<'form-add' | 'form-place' | 'form-change' | 'form-remove'>,
): Edited => {
  if (edit.do === 'form-add') return addForm(template, edit);
  const form = formOf(template, edit.form);
  if (!form) return gone('form');
  if (edit.do === 'form-change')
    return { template: withForm(template, withSet(form, edit.set)), about: edit.set.title ?? form.title };
  const shown = withSection(template, edit, (section) => {
    if (edit.do === 'form-place') return showForm(section, form.id);
    const { forms = [], ...rest } = section;
    const left = forms.filter((id) => id !== form.id);
    return left.length > 0 ? { ...rest, forms: left } : rest;
  });
  if (!shown) return gone('section');
  return { template: edit.do === 'form-remove' ? withoutUnused(shown) : shown, about: form.title };
};

/** A formula of a row or column from its text; null takes it away. */
const formulaOf = (
  form: Form,
  text: string | null | undefined,
): { readonly formula?: Formula | null } | { readonly refused: Edited } => {
  if (text === undefined) return {};
  if (text === null || text.trim() === '') return { formula: null };
  const read = readFormula(form, text);
  return 'fault' in read ? { refused: unread(read.fault) } : { formula: read };
};

type Kept<T> = { readonly thing: T } | { readonly refused: Edited };

const rowWith = (form: Form, row: Row, set: RowSet): Kept<Row> => {
  const formula = formulaOf(form, set.formula);
  return 'refused' in formula ? formula : { thing: withSet(row, { ...set, ...formula }) };
};

const columnWith = (form: Form, column: Column, set: ColumnSet): Kept<Column> => {
  const formula = formulaOf(form, set.formula);
  if ('refused' in formula) return formula;
  const choices = set.choices && set.choices.length === 0 ? { choices: null } : {};
  const thing = withSet(column, { ...set, ...choices, ...formula });
  // Only a column of choices has choices: another kind leaves them behind.
  return { thing: thing.kind === 'choice' ? thing : withSet(thing, { choices: null }) };
};

/** A new id for what becomes a new indicator, and its code without the meaning of the old one. */
const renewed = <T extends { readonly id: string; readonly title: string; readonly indicator?: string }>(
  thing: T,
  set: { readonly indicator?: string | null | undefined },
  taken: ReadonlySet<string>,
): T =>
  withSet(thing, {
    id: freeId(`${thing.id}`, taken),
    indicator: set.indicator === undefined || set.indicator === thing.indicator ? null : set.indicator,
  });

export const changeRows = (
  template: Template,
  edit: Of<'row-add' | 'row-change' | 'row-move' | 'row-remove'>,
): Edited => {
  const form = formOf(template, edit.form);
  if (!form || 'from' in form.rows) return gone('row');
  const { rows } = form;
  const save = (next: readonly Row[], about: string): Edited => ({
    template: withForm(template, { ...form, rows: next }),
    about,
  });
  const taken = new Set(rows.map((r) => r.id));
  if (edit.do === 'row-add') {
    const { title } = edit.set;
    const made = rowWith(form, { id: freeId(edit.set.indicator ?? title, taken), title }, edit.set);
    return 'refused' in made ? made.refused : save([...rows, made.thing], title);
  }
  const index = rows.findIndex((r) => r.id === edit.row);
  const row = rows[index];
  if (!row) return gone('row');
  if (edit.do === 'row-move') {
    const moved = shifted(rows, index, edit.to);
    return moved ? save(moved, row.title) : { refusal: { code: 'template.cannotMove' } };
  }
  if (edit.do === 'row-remove')
    return rows.length === 1
      ? { refusal: { code: 'template.lastRow' } }
      : save(
          rows.filter((r) => r.id !== row.id),
          row.title,
        );
  const base = edit.anew ? renewed(row, edit.set, taken) : row;
  const { indicator: _, ...set } = edit.set;
  const made = rowWith(form, base, edit.anew ? set : edit.set);
  return 'refused' in made
    ? made.refused
    : save(
        rows.map((r) => (r.id === row.id ? made.thing : r)),
        made.thing.title,
      );
};

export const changeColumns = (
  template: Template,
  edit: Of<'column-add' | 'column-change' | 'column-move' | 'column-remove'>,
): Edited => {
  const form = formOf(template, edit.form);
  if (!form) return gone('form');
  const { columns } = form;
  const save = (next: readonly Column[], about: string): Edited => ({
    template: withForm(template, { ...form, columns: next }),
    about,
  });
  const taken = new Set(columns.map((c) => c.id));
  if (edit.do === 'column-add') {
    const { title, kind } = edit.set;
    const number = edit.set.number?.replace(/[()]/g, '').trim();
    const id = freeId(number && /^\d{1,3}$/.test(number) ? number : title, taken);
    const made = columnWith(form, { id, title, kind }, edit.set);
    return 'refused' in made ? made.refused : save([...columns, made.thing], title);
  }
  const index = columns.findIndex((c) => c.id === edit.column);
  const column = columns[index];
  if (!column) return gone('column');
  if (edit.do === 'column-move') {
    const moved = shifted(columns, index, edit.to);
    return moved ? save(moved, column.title) : { refusal: { code: 'template.cannotMove' } };
  }
  if (edit.do === 'column-remove')
    return columns.length === 1
      ? { refusal: { code: 'template.lastColumn' } }
      : save(
          columns.filter((c) => c.id !== column.id),
          column.title,
        );
  const base = edit.anew ? renewed(column, edit.set, taken) : column;
  const { indicator: _, ...set } = edit.set;
  const made = columnWith(form, base, edit.anew ? set : edit.set);
  return 'refused' in made
    ? made.refused
    : save(
        columns.map((c) => (c.id === column.id ? made.thing : c)),
        made.thing.title,
      );
};

const checkWith = (
  form: Form,
  id: string,
  set: Of<'check-add'>['set'],
  rows?: readonly string[],
): Kept<Check> => {
  const said = checkFromText(form, set.text);
  if ('fault' in said) return { refused: unread(said.fault) };
  return {
    thing: {
      id,
      severity: set.severity,
      ...(set.title ? { title: set.title } : {}),
      ...(rows ? { rows } : {}),
      ...said,
    },
  };
};

export const changeChecks = (
  template: Template,
  edit: Of<'check-add' | 'check-change' | 'check-remove'>,
): Edited => {
  const form = formOf(template, edit.form);
  if (!form) return gone('form');
  const save = (checks: readonly Check[], about: string): Edited => ({
    template: withForm(template, { ...form, checks }),
    about,
  });
  if (edit.do === 'check-add') {
    // Reasons are kept by it (C5): the same rule typed again is the same rule.
    const id = freeId(edit.set.text.slice(0, 30), new Set(form.checks.map((c) => c.id)));
    const made = checkWith(form, id, edit.set);
    return 'refused' in made ? made.refused : save([...form.checks, made.thing], edit.set.text);
  }
  const check = form.checks.find((c) => c.id === edit.check);
  if (!check) return gone('check');
  if (edit.do === 'check-remove')
    return save(
      form.checks.filter((c) => c.id !== check.id),
      check.id,
    );
  const made = checkWith(form, check.id, edit.set, check.rows);
  return 'refused' in made
    ? made.refused
    : save(
        form.checks.map((c) => (c.id === check.id ? made.thing : c)),
        edit.set.text,
      );
};
