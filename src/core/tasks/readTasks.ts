import { type Day, dayOf, isDay } from '../kernel/instant.ts';
import { type Cell, cellName, type SheetOfCells } from '../kernel/sheet.ts';
import { columnOf, plain, TASK_COLUMNS, type TaskColumn } from './form.ts';
import { readUnits, type TaskUnit } from './units.ts';

export type TaskRow = {
  readonly sheet: string;
  readonly row: number;
  readonly content: string;
  readonly document: string;
  readonly due: Day | null;
  readonly unitIds: readonly string[];
  readonly partnerIds: readonly string[];
};

export type TaskProblem = {
  readonly code:
    | 'tasks.noHeadings'
    | 'tasks.noRows'
    | 'tasks.tooMany'
    | 'tasks.contentMissing'
    | 'tasks.contentLong'
    | 'tasks.documentMissing'
    | 'tasks.documentLong'
    | 'tasks.dueUnread'
    | 'tasks.unitsMissing'
    | 'tasks.unitUnknown'
    | 'tasks.unitAmbiguous'
    | 'tasks.twice';
  readonly sheet: string;
  /** As the spreadsheet counts; null for what concerns the whole sheet. */
  readonly row: number | null;
  readonly cell: string | null;
  readonly details: Readonly<Record<string, string | number>>;
};

export type TasksRead = { readonly rows: readonly TaskRow[]; readonly problems: readonly TaskProblem[] };

export const CONTENT_LIMIT = 2000;
export const DOCUMENT_LIMIT = 500;
/** A plan has some dozens; a file of thousands is another table. */
export const TASKS_LIMIT = 300;
const HEADING_ROWS = 30;

const textOf = (cell: Cell | undefined): string => {
  if (cell === null || cell === undefined) return '';
  if (typeof cell === 'object') return cell.date;
  return String(cell)
    .normalize('NFC')
    .replace(/[\u200b-\u200d\ufeff]/g, '')
    .replace(/[^\S\n]+/g, ' ')
    .trim();
};

/** undefined: not a day. Nothing is guessed: "tháng 6/2024" has no last day that the plan says. */
const dueOf = (cell: Cell | undefined): Day | null | undefined => {
  if (cell !== null && typeof cell === 'object') return isDay(cell.date) ? cell.date : undefined;
  const words = textOf(cell);
  if (words === '' || /^(?:thuong xuyen|hang nam|hang quy|trong nam)$/.test(plain(words))) return null;
  const local = /^(?:(?:truoc )?ngay )?(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(plain(words));
  const iso = /^(\d{4})-(\d{2})-(\d{2})$/.exec(words);
  const day = local
    ? dayOf(Number(local[3]), Number(local[2]), Number(local[1]))
    : iso
      ? dayOf(Number(iso[1]), Number(iso[2]), Number(iso[3]))
      : '';
  return isDay(day) ? day : undefined;
};

type Columns = Partial<Record<TaskColumn, number>>;

const headingsOf = (sheet: SheetOfCells): { at: number; columns: Columns } | undefined => {
  for (let at = 0; at < Math.min(sheet.rows.length, HEADING_ROWS); at++) {
    const columns: Columns = {};
    sheet.rows[at]?.forEach((cell, index) => {
      const id = columnOf(textOf(cell));
      if (id) columns[id] ??= index;
    });
    if (columns.content !== undefined && columns.units !== undefined) return { at, columns };
  }
  return undefined;
};

const readSheet = (
  sheet: SheetOfCells,
  found: { at: number; columns: Columns },
  units: readonly TaskUnit[],
  known: Map<string, { sheet: string; row: number }>,
): TasksRead => {
  const rows: TaskRow[] = [];
  const problems: TaskProblem[] = [];
  const { columns } = found;
  sheet.rows.slice(found.at + 1).forEach((cells, offset) => {
    const row = found.at + offset + 2;
    const at = (id: TaskColumn): Cell | undefined => {
      const column = columns[id];
      return column === undefined ? null : cells[column];
    };
    const [content, document, unitWords] = [
      textOf(at('content')),
      textOf(at('document')),
      textOf(at('units')),
    ];
    // Headings of groups ("I. Công tác chỉ đạo") and blank rows hold no task.
    if (document === '' && unitWords === '' && textOf(at('due')) === '') {
      if (content === '' || !/\d/.test(textOf(at('order')))) return;
    }
    const refuse = (
      code: TaskProblem['code'],
      column: TaskColumn,
      details: Record<string, string | number> = {},
    ): void => {
      const index = columns[column] ?? null;
      const cell = index === null ? null : cellName(index, row);
      problems.push({ code, sheet: sheet.name, row, cell, details });
    };
    const before = problems.length;
    if (content === '') refuse('tasks.contentMissing', 'content');
    else if (content.length > CONTENT_LIMIT) refuse('tasks.contentLong', 'content', { limit: CONTENT_LIMIT });
    if (document === '') refuse('tasks.documentMissing', 'document');
    else if (document.length > DOCUMENT_LIMIT)
      refuse('tasks.documentLong', 'document', { limit: DOCUMENT_LIMIT });
    const due = dueOf(at('due'));
    if (due === undefined) refuse('tasks.dueUnread', 'due', { typed: textOf(at('due')).slice(0, 60) });
    let unitIds: readonly string[] = [];
    if (unitWords === '') refuse('tasks.unitsMissing', 'units');
    else {
      const read = readUnits(unitWords, units);
      if (read.ok) unitIds = read.unitIds;
      else refuse(read.code, 'units', { name: read.name.slice(0, 120) });
    }
    let partnerIds: readonly string[] = [];
    const partnerWords = textOf(at('partners'));
    if (partnerWords !== '' && !/^(?:-|–|không)$/i.test(partnerWords)) {
      const read = readUnits(partnerWords, units);
      // Who leads a task is no partner of its own.
      if (read.ok) partnerIds = read.unitIds.filter((id) => !unitIds.includes(id));
      else refuse(read.code, 'partners', { name: read.name.slice(0, 120) });
    }
    if (problems.length > before || due === undefined) return;
    const key = taskKey({ document, content });
    const twin = known.get(key);
    if (twin) {
      refuse('tasks.twice', 'content', { sheet: twin.sheet, row: twin.row });
      return;
    }
    known.set(key, { sheet: sheet.name, row });
    rows.push({ sheet: sheet.name, row, content, document, due, unitIds, partnerIds });
  });
  return { rows, problems };
};

/** One task is one piece of work in one document, however it is spaced or capitalised. */
export const taskKey = (task: { readonly document: string; readonly content: string }): string =>
  [task.document, task.content]
    .map((t) => t.normalize('NFC').toLocaleLowerCase('vi').replace(/\s+/g, ' ').trim())
    .join('\u0000');

/** Cells of a filled form to tasks. A row is taken whole or refused with every cell that is wrong; never guessed. */
export const readTasks = (sheets: readonly SheetOfCells[], units: readonly TaskUnit[]): TasksRead => {
  const rows: TaskRow[] = [];
  const problems: TaskProblem[] = [];
  const known = new Map<string, { sheet: string; row: number }>();
  let isForm = false;
  for (const sheet of sheets) {
    const found = headingsOf(sheet);
    if (!found) continue;
    isForm = true;
    const read = readSheet(sheet, found, units, known);
    rows.push(...read.rows);
    problems.push(...read.problems);
  }
  const whole = (code: TaskProblem['code'], details: Record<string, string | number> = {}): TasksRead => ({
    rows: [],
    problems: [{ code, sheet: sheets[0]?.name ?? '', row: null, cell: null, details }],
  });
  if (!isForm) return whole('tasks.noHeadings', { headings: TASK_COLUMNS.map((c) => c.title).join(', ') });
  if (rows.length + problems.length === 0) return whole('tasks.noRows');
  return rows.length > TASKS_LIMIT
    ? whole('tasks.tooMany', { limit: TASKS_LIMIT, n: rows.length })
    : { rows, problems };
};
