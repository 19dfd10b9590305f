import { compare } from '../kernel/amount.ts';
import { cellName, type SheetOfCells } from '../kernel/sheet.ts';
import { askedOf } from './asked.ts';
import { plain, textOf } from './cellText.ts';
import { contextNames } from './contextNames.ts';
import { isFault, readNumber } from './number.ts';
import type { Prepared } from './prepare.ts';
import type { PublishedProblem } from './remediationAnswers.ts';

/** One number of one unit that the office brings: a survey result, or a figure that an answer rests on. */
export type MaterialValue = {
  readonly unitId: string;
  readonly unitName: string;
  readonly criterion: string;
  /** null: the result of the survey itself. */
  readonly field: string | null;
  readonly value: string;
};

export type MaterialPreview = {
  readonly fileName: string;
  readonly values: readonly MaterialValue[];
  /** Numbers of the whole round that rules refer to. */
  readonly context: readonly { readonly name: string; readonly value: string }[];
  readonly refused: readonly PublishedProblem[];
};

export type MaterialColumn = {
  readonly criterion: string;
  readonly field: string | null;
  readonly title: string;
};

/** Fields that an office knows better than the unit: the year before, and days late by the system's own time. */
const OFFERED: ReadonlySet<string> = new Set(['previous', 'days']);

/** Every column a file may have: surveys, and each figure that a rule asks for; `offered` are those of the form. */
export const materialColumns = (
  prepared: Prepared,
): readonly (MaterialColumn & { readonly offered: boolean })[] =>
  prepared.lines.flatMap((line): (MaterialColumn & { readonly offered: boolean })[] => {
    const { code, name } = line.criterion;
    if (line.kind === 'survey')
      return [{ criterion: code, field: null, title: `${code} ${name}`, offered: true }];
    if (line.kind !== 'rule') return [];
    return askedOf(line).fields.map((field) => ({
      criterion: code,
      field: field.name,
      title: `${code}: ${field.label}`,
      offered: OFFERED.has(field.name),
    }));
  });

const columnFor = (heading: string, known: readonly MaterialColumn[]): MaterialColumn | undefined => {
  const words = plain(heading);
  const code = /^([^\s:]+)/.exec(heading.trim())?.[1]?.replace(/\.$/, '') ?? '';
  const own = known.filter((c) => c.criterion === code);
  const label = plain(
    heading
      .trim()
      .slice(code.length)
      .replace(/^[\s.:]+/, ''),
  );
  return (
    own.find((c) => plain(c.title) === words) ??
    own.find((c) => c.field !== null && plain(c.title.slice(c.criterion.length + 1)) === label) ??
    // A survey column may be headed by its code alone, or by the code and any name.
    own.find((c) => c.field === null)
  );
};

const UNIT: ReadonlySet<string> = new Set(['don vi', 'ten don vi', 'xa', 'xa, thi tran']);
const HEADING_ROWS = 20;

/** Cells of a filled form. A cell that cannot be taken is named with its sheet, row and letter; nothing is guessed. */
export const readMaterial = (
  sheets: readonly SheetOfCells[],
  prepared: Prepared,
  units: readonly { readonly id: string; readonly name: string; readonly isOpen: boolean }[],
): Omit<MaterialPreview, 'fileName'> => {
  const known = materialColumns(prepared);
  const names = contextNames(prepared);
  const byName = new Map(units.map((u) => [plain(u.name), u]));
  const values: MaterialValue[] = [];
  const context: { name: string; value: string }[] = [];
  const refused: PublishedProblem[] = [];
  const seen = new Set<string>();
  let isForm = false;
  for (const sheet of sheets) {
    const blame = (row: number, column: number, code: string, details: PublishedProblem['details'] = {}) =>
      refused.push({ sheet: sheet.name, row, cell: cellName(column, row), code, details });
    const number = (row: number, column: number, text: string): string | undefined => {
      const read = readNumber(text.replace('%', ''));
      if (!isFault(read)) return read;
      blame(row, column, 'published.number', { typed: text.slice(0, 60) });
      return undefined;
    };
    const shared = sheet.rows.findIndex(
      (cells) => plain(textOf(cells[0])) === 'ten' && plain(textOf(cells[1])) === 'gia tri',
    );
    if (shared >= 0) {
      isForm = true;
      sheet.rows.slice(shared + 1).forEach((cells, i) => {
        const [name, text] = [textOf(cells[0]), textOf(cells[1])];
        if (name === '' || text === '') return;
        const row = shared + 2 + i;
        const wanted = names.find((one) => plain(one) === plain(name));
        if (wanted === undefined) {
          const code = names.length > 0 ? 'scoring.contextUnknown' : 'scoring.contextNone';
          blame(row, 0, code, { name: name.slice(0, 80), names: names.join(', ') });
          return;
        }
        const value = number(row, 1, text);
        if (value !== undefined) context.push({ name: wanted, value });
      });
      continue;
    }
    const heading = sheet.rows.slice(0, HEADING_ROWS).findIndex((cells) => UNIT.has(plain(textOf(cells[0]))));
    if (heading < 0) continue;
    isForm = true;
    const columns = (sheet.rows[heading] ?? []).map((cell, at) => {
      const words = textOf(cell);
      if (at === 0 || words === '') return undefined;
      const column = columnFor(words, known);
      if (!column) blame(heading + 1, at, 'material.columnUnknown', { heading: words.slice(0, 80) });
      return column;
    });
    sheet.rows.slice(heading + 1).forEach((cells, i) => {
      const row = heading + 2 + i;
      const name = textOf(cells[0]);
      if (name === '') return;
      const unit = byName.get(plain(name));
      if (!unit) {
        blame(row, 0, 'published.unitUnknown', { name: name.slice(0, 120) });
        return;
      }
      columns.forEach((column, at) => {
        const text = textOf(cells[at]);
        if (!column || text === '') return;
        const value = number(row, at, text);
        if (value === undefined) return;
        const key = `${unit.id} ${column.criterion} ${column.field}`;
        if (seen.has(key)) blame(row, at, 'published.twice', { code: column.criterion });
        else if (column.field === null && (compare(value, '0') < 0 || compare(value, '100') > 0))
          blame(row, at, 'material.surveyOutside', { typed: text.slice(0, 60) });
        else if (column.field !== null && !unit.isOpen)
          blame(row, at, 'material.locked', { unit: unit.name });
        else {
          seen.add(key);
          values.push({
            unitId: unit.id,
            unitName: unit.name,
            criterion: column.criterion,
            field: column.field,
            value,
          });
        }
      });
    });
  }
  if (!isForm)
    refused.push({
      sheet: sheets[0]?.name ?? '',
      row: null,
      cell: null,
      code: 'published.noHeadings',
      details: { headings: ['Đơn vị', ...known.filter((c) => c.offered).map((c) => c.title)].join(', ') },
    });
  return { values, context, refused };
};
