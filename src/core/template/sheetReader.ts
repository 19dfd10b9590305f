import { type Amount, parseAmount } from '../kernel/amount.ts';
import { withoutMarks } from '../kernel/search.ts';
import { type Cell, cellName, type SheetOfCells } from '../kernel/sheet.ts';
import type { RuleFault } from './ruleTokens.ts';
import { type ColumnOf, type SheetId, TEMPLATE_SHEETS, YES } from './sheetColumns.ts';

/** One thing that is wrong with a file: sheet, row, cell, and what. */
export type FileProblem = {
  readonly code:
    | 'templateFile.sheetMissing'
    | 'templateFile.headingMissing'
    | 'templateFile.nothing'
    | 'templateFile.empty'
    | 'templateFile.cellMissing'
    | 'templateFile.cellChoice'
    | 'templateFile.cellUnknown'
    | 'templateFile.cellTwice'
    | 'templateFile.cellAmount'
    | 'templateFile.cellCode'
    | 'templateFile.cellLong'
    | 'templateFile.cellRule'
    | 'templateFile.unsound'
    | 'templateFile.meaning';
  readonly sheet: string;
  /** As the spreadsheet counts; null for what concerns the whole sheet. */
  readonly row: number | null;
  readonly cell: string | null;
  readonly details: Readonly<Record<string, unknown>>;
};

const LONGEST = 2000;
const CODE = /^[\p{L}\p{N}][\p{L}\p{N}._-]{0,99}$/u;

const plain = (text: string): string => withoutMarks(text).replace(/\s+/g, ' ').trim();

const textOfCell = (cell: Cell | undefined): string => {
  if (cell === null || cell === undefined) return '';
  if (typeof cell === 'object') return cell.date;
  return String(cell).normalize('NFC').replace(/\r\n?/g, '\n').trim();
};

const HEADING_ROWS = 10;

/** A row of a sheet, asked column by column; what is wrong with it goes to the list of problems. */
export type Line<S extends SheetId> = {
  readonly sheet: string;
  readonly row: number;
  text(column: ColumnOf<S>): string | undefined;
  must(column: ColumnOf<S>): string;
  /** A code of cells and addresses: it may be a number in the spreadsheet. */
  code(column: ColumnOf<S>): string;
  yes(column: ColumnOf<S>): true | undefined;
  one<K extends string>(column: ColumnOf<S>, words: Readonly<Record<K, string>>): K | undefined;
  list(column: ColumnOf<S>, by: ';' | '\n'): readonly string[] | undefined;
  amount(column: ColumnOf<S>): Amount | undefined;
  problem(code: FileProblem['code'], column: ColumnOf<S>, details?: FileProblem['details']): void;
  rule(column: ColumnOf<S>, fault: RuleFault): void;
};

export type Reader = {
  readonly problems: FileProblem[];
  lines<S extends SheetId>(id: S): readonly Line<S>[];
};

const findHeadings = (
  sheet: SheetOfCells,
  columns: Readonly<Record<string, string>>,
): { readonly at: number; readonly places: ReadonlyMap<string, number> } | undefined => {
  let best: { at: number; places: ReadonlyMap<string, number> } | undefined;
  for (let at = 0; at < Math.min(sheet.rows.length, HEADING_ROWS); at++) {
    const words = (sheet.rows[at] ?? []).map((cell) => plain(textOfCell(cell)));
    const places = new Map<string, number>();
    for (const [id, title] of Object.entries(columns)) {
      const index = words.indexOf(plain(title));
      if (index >= 0) places.set(id, index);
    }
    if (places.size > (best?.places.size ?? 0)) best = { at, places };
  }
  return best;
};

export const readerOf = (sheets: readonly SheetOfCells[]): Reader => {
  const problems: FileProblem[] = [];
  const lines = <S extends SheetId>(id: S): readonly Line<S>[] => {
    const { name, columns } = TEMPLATE_SHEETS[id];
    const sheet = sheets.find((s) => plain(s.name) === plain(name));
    const whole = { sheet: name, row: null, cell: null };
    if (!sheet) {
      problems.push({ ...whole, code: 'templateFile.sheetMissing', details: { sheet: name } });
      return [];
    }
    const headings = findHeadings(sheet, columns);
    const lacking = Object.entries(columns).filter(([column]) => !headings?.places.has(column));
    for (const [, title] of lacking)
      problems.push({ ...whole, code: 'templateFile.headingMissing', details: { heading: title } });
    if (!headings || lacking.length > 0) return [];
    const result: Line<S>[] = [];
    for (let at = headings.at + 1; at < sheet.rows.length; at++) {
      const cells = sheet.rows[at] ?? [];
      if (cells.every((cell) => textOfCell(cell) === '')) continue;
      const index = (column: string): number => headings.places.get(column) ?? 0;
      const raw = (column: string): string => textOfCell(cells[index(column)]);
      const problem: Line<S>['problem'] = (code, column, details = {}) => {
        const cell = cellName(index(column), at + 1);
        problems.push({ code, sheet: name, row: at + 1, cell, details });
      };
      const text: Line<S>['text'] = (column) => {
        const typed = raw(column);
        if (typed.length > LONGEST) problem('templateFile.cellLong', column, { limit: LONGEST });
        return typed === '' ? undefined : typed.slice(0, LONGEST);
      };
      const must: Line<S>['must'] = (column) => {
        const typed = text(column);
        if (typed === undefined) problem('templateFile.cellMissing', column);
        return typed ?? '';
      };
      result.push({
        sheet: name,
        row: at + 1,
        text,
        must,
        problem,
        code: (column) => {
          const typed = must(column);
          if (typed !== '' && !CODE.test(typed)) problem('templateFile.cellCode', column, { typed });
          return typed;
        },
        yes: (column) => {
          const typed = raw(column);
          if (typed === '' || ['khong', '0', 'false'].includes(plain(typed))) return undefined;
          if (![plain(YES), 'x', '1', 'true'].includes(plain(typed)))
            problem('templateFile.cellChoice', column, { typed, choices: `${YES}, không` });
          return true;
        },
        one: (column, words) => {
          const typed = raw(column);
          if (typed === '') return undefined;
          const found = (Object.entries(words) as [never, string][]).find(
            ([key, word]) => plain(word) === plain(typed) || key === typed,
          );
          if (!found)
            problem('templateFile.cellChoice', column, {
              typed,
              choices: Object.values(words).join(', '),
            });
          return found?.[0];
        },
        list: (column, by) => {
          const parts = (text(column) ?? '')
            .split(by)
            .map((part) => part.trim())
            .filter(Boolean);
          return parts.length > 0 ? parts : undefined;
        },
        amount: (column) => {
          const typed = raw(column);
          if (typed === '') return undefined;
          const cell = cells[index(column)];
          const amount = parseAmount(typeof cell === 'number' ? typed.replace('.', ',') : typed);
          if (amount === undefined) problem('templateFile.cellAmount', column, { typed });
          return amount;
        },
        rule: (column, fault) => problem('templateFile.cellRule', column, { fault, letter: fault.at + 1 }),
      });
    }
    return result;
  };
  return { problems, lines };
};
