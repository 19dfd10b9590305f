import { withoutMarks } from '../kernel/search.ts';
import type { UnitForm } from '../template/outline.ts';
import type { Row } from '../template/template.ts';
import { core, likeness, wordsOf } from '../template/titleWords.ts';
import { clausesOf } from './words/clauses.ts';
import { dossierClaims, isDossierForm } from './words/dossierClaims.ts';
import { numbersIn } from './words/numbers.ts';
import { rowClaims } from './words/rowClaims.ts';

/** A figure that a file names for one cell: offered beside it, never entered by itself (H4). */
export type OfferedFigure = {
  readonly form: string;
  readonly row: string;
  readonly column: string;
  readonly amount: string;
  /** The words of the file that say it. */
  readonly quote: string;
};

const isTyped = (form: UnitForm, row: string, column: string): boolean => {
  const own = form.columns.find((c) => c.id === column);
  return (
    own?.kind === 'figure' &&
    !own.formula &&
    form.rows.some((r) => r.id === row && r.id !== 'total' && !r.formula)
  );
};

/** What sentences say of one cell alone; a sum of several says nothing of each. */
const inWords = (text: string, form: UnitForm): OfferedFigure[] => {
  const clauses = clausesOf(text);
  const claims = isDossierForm(form) ? dossierClaims(form, clauses) : rowClaims(form, clauses);
  return claims.flatMap((claim) => {
    const [measure] = claim.measures;
    if (claim.percent || measure?.kind !== 'sum' || measure.refs.length !== 1) return [];
    const ref = measure.refs[0];
    if (!ref || !isTyped(form, ref.row, ref.column)) return [];
    const quote = text.slice(claim.start, claim.end).replace(/\s+/g, ' ').trim();
    return [{ form: form.id, row: ref.row, column: ref.column, amount: claim.said, quote }];
  });
};

const ALIKE = 0.8;
const LONGEST = 300;
/** One part of a report has no more; the bounds keep hostile files cheap. */
const MOST_LINES = 2000;
const MOST_WORDS = 20_000;

type Named = { readonly form: UnitForm; readonly rows: readonly { row: Row; words: ReadonlySet<string> }[] };
const kernel = (title: string): string[] => core(wordsOf(withoutMarks(title)));
const namedRows = (form: UnitForm): Named => ({
  form,
  rows: form.rows.map((row) => ({ row, words: new Set(kernel(row.title)) })),
});

/** A line of a table: the name of a row, then a number for each column that is typed. */
const inLine = (line: string, forms: readonly Named[]): OfferedFigure[] => {
  if (line.length > LONGEST || !/\d/.test(line)) return [];
  const named = line.replace(/^[\s|]*(?:\d{1,3}(?:\.\d{1,2}){0,2}|[IVX]{1,4}|[a-z])[.)\s|]+(?=\p{L})/u, '');
  const numbers = numbersIn(named.toLowerCase()).filter((n) => !n.of);
  const [first] = numbers;
  if (!first || first.start < 4) return [];
  const title = kernel(named.slice(0, first.start).replace(/[|\t:]+/g, ' '));
  return forms.flatMap(({ form, rows }) => {
    const alike = rows
      .map(({ row, words }) => ({ row, like: likeness(words, title) }))
      .filter((r) => r.like >= ALIKE)
      .sort((a, b) => b.like - a.like);
    const [best, second] = alike;
    if (!best || (second && second.like === best.like)) return [];
    const columns = form.columns.filter((c) => c.kind === 'figure');
    // Tables of offices leave out what is computed, or only the percentages.
    const layouts = [
      columns,
      columns.filter((c) => !(c.formula && 'percent' in c.formula)),
      columns.filter((c) => !c.formula),
    ];
    const filled = layouts.find((layout) => layout.length === numbers.length) ?? [];
    return filled.flatMap((column, at) => {
      const said = numbers[at];
      if (!said || said.percent || !isTyped(form, best.row.id, column.id)) return [];
      const quote = line.replace(/[\s|]+/g, ' ').trim();
      return [{ form: form.id, row: best.row.id, column: column.id, amount: said.amount, quote }];
    });
  });
};

/** Figures that words and tables of a file name for cells of one part, each cell once: the table before the words. */
export const figuresOffered = (
  words: string,
  tables: readonly string[],
  forms: readonly UnitForm[],
): readonly OfferedFigure[] => {
  const named = forms.map(namedRows);
  const lines = tables.flatMap((table) => table.split('\n')).slice(0, MOST_LINES);
  const said = words.slice(0, MOST_WORDS);
  const all = [
    ...lines.flatMap((line) => inLine(line, named)),
    ...forms.flatMap((form) => inWords(said, form)),
  ];
  const seen = new Map<string, OfferedFigure | undefined>();
  for (const one of all) {
    const key = `${one.form} ${one.row} ${one.column}`;
    const before = seen.get(key);
    if (!seen.has(key)) seen.set(key, one);
    // Two numbers for one cell: nobody here can tell which, so neither is offered.
    else if (before && before.amount !== one.amount) seen.set(key, undefined);
  }
  return [...seen.values()].filter((one) => one !== undefined);
};
