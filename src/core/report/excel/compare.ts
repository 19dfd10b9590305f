import { amountOfNumber, compare as compareAmounts } from '../../kernel/amount.ts';
import type { Instant } from '../../kernel/instant.ts';
import { type Cell, EMPTY, isCell, readFigure, sameCell } from '../../template/cell.ts';
import type { UnitForm } from '../../template/outline.ts';
import type { Column } from '../../template/template.ts';
import { typedCells } from '../gaps.ts';
import type { FileCell } from './identity.ts';
import { markOf } from './mark.ts';

/** Why a cell of a file is not taken. */
export type CellRefusal =
  | 'excel.gone'
  | 'excel.notNumber'
  | 'excel.isDate'
  | 'excel.isFormula'
  | 'excel.notChoice'
  | 'excel.tooLong'
  | 'excel.noteLong';

type Standing = {
  readonly cell: Cell;
  readonly note: string | null;
  readonly version: number;
  readonly by: string;
  readonly at: Instant;
};

/** new: nothing stood there. changed: another value. cleared: the file empties it. conflict: somebody else changed it
 * since the form was downloaded. refused: cannot be taken as it is. */
export type ComparedCell = {
  readonly form: string;
  readonly row: string;
  readonly column: string;
  readonly sheet: string;
  readonly at: string;
  readonly standing: 'new' | 'changed' | 'cleared' | 'conflict' | 'refused';
  /** What stands on the server now, and its version: what is taken rests on it. */
  readonly before: Cell;
  readonly version: number;
  readonly after: Cell;
  readonly note: string | null;
  /** As it stands in the file, where it was refused. */
  readonly typed: string | null;
  readonly code: CellRefusal | null;
  /** Smallest and largest that make sense, when the figure lies outside: taken, but to be looked at. */
  readonly outside: boolean;
  readonly by: string | null;
  readonly changedAt: Instant | null;
};

type Read = { readonly cell: Cell } | { readonly code: CellRefusal; readonly typed: string };

const LONGEST_TEXT = 10_000;
const LONGEST_NOTE = 2_000;

const readFigureCell = ({ value, estimate }: FileCell): Read => {
  if (value === null) return { cell: EMPTY };
  if (typeof value === 'object') return { code: 'excel.isDate', typed: value.date };
  if (typeof value === 'boolean') return { code: 'excel.notNumber', typed: String(value) };
  if (typeof value === 'number') {
    const amount = amountOfNumber(value);
    if (amount === undefined) return { code: 'excel.notNumber', typed: String(value) };
    return { cell: { kind: 'amount', amount, ...(estimate ? { estimate } : {}) } };
  }
  const said = value.normalize('NFC').trim();
  // 'ước 120' says itself that it is an estimate.
  const about = /^(?:ước|uoc)\s+(?=\d)/i.exec(said);
  const cell = readFigure(about ? said.slice(about[0].length) : said, estimate || about !== null);
  return cell.kind === 'unparsed' ? { code: 'excel.notNumber', typed: said.slice(0, 200) } : { cell };
};

const readTextCell = ({ value }: FileCell, column: Column): Read => {
  const said =
    value === null ? '' : typeof value === 'object' ? value.date : String(value).normalize('NFC').trim();
  if (said === '') return { cell: EMPTY };
  const word = readFigure(said);
  if (word.kind === 'nil' || word.kind === 'not-applicable') return { cell: word };
  if (said.length > LONGEST_TEXT) return { code: 'excel.tooLong', typed: `${said.slice(0, 100)}…` };
  if (column.choices && !column.choices.includes(said)) {
    const meant = column.choices.find((c) => c.toLowerCase() === said.toLowerCase());
    return meant
      ? { cell: { kind: 'text', text: meant } }
      : { code: 'excel.notChoice', typed: said.slice(0, 200) };
  }
  return { cell: { kind: 'text', text: said } };
};

const isOutside = (cell: Cell, column: Column, max: string | undefined): boolean =>
  cell.kind === 'amount' &&
  ((column.min !== undefined && compareAmounts(cell.amount, column.min) < 0) ||
    (max !== undefined && compareAmounts(cell.amount, max) > 0));

/** What the unreadable of the report reads like when it comes back untouched. */
const asDownloaded = (file: FileCell, read: Read): boolean =>
  'cell' in read ? markOf(read.cell) === file.base.mark : `u:${read.typed}` === file.base.mark;

const compareOne = (
  file: FileCell,
  forms: readonly UnitForm[],
  stored: (form: string, row: string, column: string) => Standing | undefined,
): ComparedCell | undefined => {
  const form = forms.find((f) => f.id === file.form);
  const column = form?.columns.find((c) => c.id === file.column);
  const open = form && typedCells(form).some((c) => c.rowId === file.row && c.columnId === file.column);
  const now = stored(file.form, file.row, file.column);
  const before = now?.cell ?? EMPTY;
  const { form: formId, row, column: columnId, sheet, at } = file;
  const whole = (standing: ComparedCell['standing'], more: Partial<ComparedCell>): ComparedCell => ({
    form: formId,
    row,
    column: columnId,
    sheet,
    at,
    standing,
    before,
    version: now?.version ?? 0,
    after: EMPTY,
    note: null,
    typed: null,
    code: null,
    outside: false,
    by: now?.by ?? null,
    changedAt: now?.at ?? null,
    ...more,
  });
  const read: Read = file.uncomputed
    ? { code: 'excel.isFormula', typed: '=' }
    : column && column.kind !== 'figure'
      ? readTextCell(file, column)
      : readFigureCell(file);
  const note = file.note !== null && file.note !== (now?.note ?? null) ? file.note : null;
  const touched = !asDownloaded(file, read);
  if (!touched && note === null) return undefined;
  if (!form || !column || !open)
    return touched ? whole('refused', { code: 'excel.gone', typed: String(file.value ?? '') }) : undefined;
  if (!('cell' in read))
    // What is unreadable in the report already is no news of the file.
    return before.kind === 'unparsed' && before.typed === read.typed
      ? undefined
      : whole('refused', { code: read.code, typed: read.typed });
  if (note !== null && note.length > LONGEST_NOTE)
    return whole('refused', { code: 'excel.noteLong', typed: `${note.slice(0, 100)}…` });
  const after = touched ? read.cell : before;
  if (!isCell(after)) return whole('refused', { code: 'excel.notNumber', typed: String(file.value ?? '') });
  if (sameCell(before, after) && note === null) return undefined;
  const max = column.max ?? form.rows.find((r) => r.id === row)?.max;
  const what = { after, note, outside: isOutside(after, column, max) };
  if (touched && (now?.version ?? 0) !== file.base.version && !sameCell(before, after))
    return whole('conflict', what);
  if (after.kind === 'empty' && before.kind !== 'empty') return whole('cleared', what);
  return whole(before.kind === 'empty' ? 'new' : 'changed', what);
};

/**
 * What taking a file would do, cell by cell; nothing is stored. A cell that was not touched since the download says
 * nothing, whatever stands on the server now; one that both sides changed is shown, never overwritten (C9, D2).
 */
export const compareForm = (
  cells: readonly FileCell[],
  forms: readonly UnitForm[],
  stored: (form: string, row: string, column: string) => Standing | undefined,
): readonly ComparedCell[] =>
  cells.flatMap((file) => {
    const found = compareOne(file, forms, stored);
    return found ? [found] : [];
  });
