import type { Column, Form, Formula, Row, Template } from './template.ts';

/**
 * What a figure means for ever (C2): its type, its unit, and whether it is a stock. A figure is known by the code of
 * its indicator wherever it stands, or by its place where it has none: what was reported there before stays readable.
 */
export type Meaning = {
  readonly key: string;
  /** null where the figure is known by its place alone. */
  readonly indicator: string | null;
  readonly title: string;
  readonly type: 'figure' | 'ratio' | 'text' | 'choice' | 'given';
  readonly unit: string;
  readonly stock: boolean;
  readonly form: string;
  readonly row?: string;
  readonly column?: string;
};

/** A meaning that would change, and in what. */
export type MeaningChange = {
  readonly field: 'type' | 'unit' | 'stock';
  readonly published: Meaning;
  readonly wanted: Meaning;
};

const isRatio = (formula: Formula | undefined): boolean => formula !== undefined && 'percent' in formula;

const meaningOfColumn = (template: Template, form: Form, column: Column): Meaning => {
  const ratio = isRatio(column.formula);
  return {
    key: column.indicator ?? `${template.id}/${form.id}/:${column.id}`,
    indicator: column.indicator ?? null,
    title: column.title,
    type: ratio ? 'ratio' : column.kind,
    unit: ratio ? '%' : (form.unit ?? ''),
    stock: column.stock ?? false,
    form: form.id,
    column: column.id,
  };
};

const meaningOfRow = (template: Template, form: Form, row: Row): Meaning => ({
  key: row.indicator ?? `${template.id}/${form.id}/${row.id}`,
  indicator: row.indicator ?? null,
  title: row.title,
  type: isRatio(row.formula) ? 'ratio' : 'figure',
  unit: row.unit ?? form.unit ?? '',
  stock: row.stock ?? false,
  form: form.id,
  row: row.id,
});

const meaningsIn = (template: Template): readonly Meaning[] =>
  template.forms.flatMap((form) => [
    ...form.columns.map((column) => meaningOfColumn(template, form, column)),
    ...('from' in form.rows ? [] : form.rows.map((row) => meaningOfRow(template, form, row))),
  ]);

/** What figures were first published to mean; templates in the order of their publishing. */
export const publishedMeanings = (published: readonly Template[]): ReadonlyMap<string, Meaning> => {
  const meanings = new Map<string, Meaning>();
  for (const template of published)
    for (const meaning of meaningsIn(template))
      if (!meanings.has(meaning.key)) meanings.set(meaning.key, meaning);
  return meanings;
};

const differing = (a: Meaning, b: Meaning): MeaningChange['field'] | undefined =>
  a.type !== b.type ? 'type' : a.unit !== b.unit ? 'unit' : a.stock !== b.stock ? 'stock' : undefined;

/** Figures of the template that would mean something else than was published, or two things within it. */
export const changedMeanings = (
  template: Template,
  published: ReadonlyMap<string, Meaning>,
): readonly MeaningChange[] => {
  const here = new Map<string, Meaning>();
  return meaningsIn(template).flatMap((wanted) => {
    const known = published.get(wanted.key) ?? here.get(wanted.key);
    if (!known) here.set(wanted.key, wanted);
    const field = known && differing(known, wanted);
    return field ? [{ field, published: known, wanted }] : [];
  });
};
