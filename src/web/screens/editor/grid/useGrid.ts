import {
  type ClipboardEvent,
  type FormEvent,
  type KeyboardEvent,
  type MouseEvent,
  useMemo,
  useRef,
} from 'react';
import { type Cell, EMPTY, sameCell } from '../../../../core/template/cell.ts';
import { send } from '../../../outbox/outbox.ts';
import type { Desk } from '../desk/desk.ts';
import { isBlock, parseBlock, readCell, type Spread, spread, writeBlock } from './block.ts';
import { cellText, isPercentCell, valueText } from './cell-text.ts';
import { parseHtmlBlock } from './htmlBlock.ts';
import type { Shape } from './shape.ts';
import type { Step } from './undo.ts';

type Field = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;
type Place = { readonly row: string; readonly column: string };

const placeOf = (field: Field): Place => ({
  row: field.dataset.row ?? '',
  column: field.dataset.col ?? '',
});

const fieldOf = (target: EventTarget | null): Field | undefined => {
  const field = (target as Element | null)?.closest?.('[data-col]');
  return field ? (field as Field) : undefined;
};

export type GridTold = (pasted: Spread) => void;

/**
 * The keys of the figure table, on the table itself: one listener for all cells. Arrows move, typing replaces, F2
 * edits, Enter goes down, Tab right, Esc restores. Nothing happens while Vietnamese letters are being composed.
 */
export const useGrid = (desk: Desk, shape: Shape, told: GridTold, about: (place: Place) => void) => {
  const table = useRef<HTMLTableElement>(null);
  const toldNow = useRef(told);
  toldNow.current = told;
  const aboutNow = useRef(about);
  aboutNow.current = about;
  const handlers = useMemo(() => {
    const formId = shape.form.id;
    const history = desk.historyOf(formId);
    let before: { place: Place; cell: Cell } | undefined;
    let editing = false;
    let anchor: Place | undefined;

    const field = (row: string, column: string): Field | null =>
      table.current?.querySelector<Field>(
        `[data-row="${CSS.escape(row)}"][data-col="${CSS.escape(column)}"]`,
      ) ?? null;
    const now = ({ row, column }: Place): Cell => desk.cellAt(formId, row, column);
    const write = (cells: readonly (Place & { cell: Cell })[], atOnce = false): void =>
      desk.set(
        cells.map(({ row, column, cell }) => ({ what: 'cell', form: formId, row, column, cell })),
        atOnce,
      );
    const keep = (step: Step): void => history.push(step);
    const stepTo = (cells: readonly (Place & { cell: Cell })[]): Step =>
      cells.map(({ row, column, cell }) => ({ row, column, before: now({ row, column }), after: cell }));
    const setAll = (cells: readonly (Place & { cell: Cell })[]): void => {
      const real = cells.filter((c) => !sameCell(now(c), c.cell));
      keep(stepTo(real));
      write(real, true);
    };
    const leave = (): void => {
      if (!before) return;
      const after = now(before.place);
      if (!sameCell(before.cell, after)) keep([{ ...before.place, before: before.cell, after }]);
      before = { ...before, cell: after };
    };

    const paint = (from: Place | undefined, to: Place | undefined): void => {
      for (const td of table.current?.querySelectorAll('[data-sel]') ?? []) td.removeAttribute('data-sel');
      for (const { row, column } of from && to ? inside(from, to) : [])
        field(row, column)?.closest('td')?.setAttribute('data-sel', '');
    };
    const inside = (a: Place, b: Place): Place[] => {
      const rows = [a, b].map((p) => shape.rows.findIndex((r) => r.id === p.row)).sort((x, y) => x - y);
      const columns = [a, b]
        .map((p) => shape.columns.findIndex((c) => c.id === p.column))
        .sort((x, y) => x - y);
      return shape.rows
        .slice(rows[0], (rows[1] ?? 0) + 1)
        .flatMap((r) =>
          shape.columns.slice(columns[0], (columns[1] ?? 0) + 1).map((c) => ({ row: r.id, column: c.id })),
        );
    };
    const selection = (here: Place): Place[] => (anchor ? inside(anchor, here) : [here]);

    /** The next cell with a cursor in a direction; sums and given cells are stepped over. */
    const beside = (place: Place, down: number, right: number): Field | null => {
      let r = shape.rows.findIndex((row) => row.id === place.row);
      let c = shape.columns.findIndex((column) => column.id === place.column);
      for (;;) {
        r += down;
        c += right;
        const row = shape.rows[r];
        const column = shape.columns[c];
        if (!row || !column) return null;
        const found = field(row.id, column.id);
        if (found?.offsetParent) return found;
      }
    };
    const go = (to: Field | null): boolean => {
      to?.focus();
      return to !== null;
    };

    /** Shows a value as it is kept: 'kps' as KPS, 1234,5 as 1.234,5. */
    const commit = (of: Field): void => {
      leave();
      const text = cellText(now(placeOf(of)));
      if (of.value !== text) of.value = text;
      if (of instanceof HTMLInputElement && of === document.activeElement) of.select();
      void send();
    };

    const undo = (step: Step | undefined, side: 'before' | 'after'): void => {
      if (!step) return;
      write(
        step.map(({ row, column, ...s }) => ({ row, column, cell: s[side] })),
        true,
      );
      const first = step[0];
      if (first) go(field(first.row, first.column));
      if (before) before = { ...before, cell: now(before.place) };
    };

    /** KPS, KAD or "ước" for the cell in hand or the selected ones. */
    const mark = (what: 'nil' | 'not-applicable' | 'estimate', here: Place): void => {
      const places = selection(here).filter((p) => shape.kind(p.row, p.column) === 'figure');
      leave();
      setAll(
        places.flatMap((p) => {
          const cell = now(p);
          if (what !== 'estimate') return [{ ...p, cell: { kind: what } as Cell }];
          if (cell.kind !== 'amount') return [];
          const { estimate, ...bare } = cell;
          return [{ ...p, cell: estimate ? bare : { ...bare, estimate: true } }];
        }),
      );
      if (before) before = { ...before, cell: now(before.place) };
    };

    /** Ctrl D and Ctrl R as in a sheet: the first cell of each column or row goes through the selected ones. */
    const fill = (way: 'down' | 'right', here: Place): void => {
      leave();
      const across = way === 'down' ? (p: Place) => p.column : (p: Place) => p.row;
      const chosen = selection(here);
      const lines = [...new Set(chosen.map(across))];
      setAll(
        lines.flatMap((line) => {
          const places = chosen.filter((p) => across(p) === line && isTyped(p));
          // One cell alone takes what stands before it.
          const alone = places.length === 1 && places[0];
          const [down, right] = way === 'down' ? [-1, 0] : [0, -1];
          const from = alone ? beside(alone, down, right) : undefined;
          const source = alone ? from && placeOf(from) : places[0];
          if (!source) return [];
          const text = cellText(now(source));
          return places.flatMap((p) => {
            const same = shape.kind(p.row, p.column) === shape.kind(source.row, source.column);
            const cell = same ? now(source) : readCell(shape, p.row, p.column, text);
            return cell ? [{ ...p, cell }] : [];
          });
        }),
      );
      if (before) before = { ...before, cell: now(before.place) };
    };
    const isTyped = (p: Place): boolean => !['computed', 'given'].includes(shape.kind(p.row, p.column));

    /** Whether an arrow leaves the box: always in a figure, in words only from their edge. */
    const leaves = (of: Field, key: string): boolean => {
      if (of instanceof HTMLSelectElement) return key === 'ArrowLeft' || key === 'ArrowRight';
      if (of instanceof HTMLInputElement && !editing) return true;
      if (of.selectionStart !== of.selectionEnd) return false;
      const forth = key === 'ArrowRight' || key === 'ArrowDown';
      if (of instanceof HTMLInputElement && (key === 'ArrowUp' || key === 'ArrowDown')) return true;
      return forth ? of.selectionEnd === of.value.length : of.selectionStart === 0;
    };

    const arrows: Record<string, [number, number]> = {
      ArrowUp: [-1, 0],
      ArrowDown: [1, 0],
      ArrowLeft: [0, -1],
      ArrowRight: [0, 1],
    };

    const onKeyDown = (event: KeyboardEvent<HTMLTableElement>): void => {
      const here = fieldOf(event.target);
      if (!here || event.nativeEvent.isComposing || event.keyCode === 229) return;
      const place = placeOf(here);
      const arrow = arrows[event.key];
      const control = event.ctrlKey || event.metaKey;
      const done = (): void => event.preventDefault();
      if (control && !event.altKey && event.key.toLowerCase() === 'z') {
        done();
        leave();
        if (event.shiftKey) undo(history.redo(), 'after');
        else undo(history.undo(), 'before');
      } else if (control && event.key.toLowerCase() === 'y') {
        done();
        undo(history.redo(), 'after');
      } else if (control && !event.altKey && ['d', 'r'].includes(event.key.toLowerCase())) {
        done();
        fill(event.key.toLowerCase() === 'd' ? 'down' : 'right', place);
      } else if (event.shiftKey && event.key === 'F2') {
        done();
        aboutNow.current(place);
      } else if (event.altKey && event.key.toLowerCase() === 'u') {
        done();
        mark('estimate', place);
      } else if (arrow && !control && !event.altKey) {
        if (event.shiftKey && here instanceof HTMLInputElement && !editing) {
          done();
          const to = beside(place, ...arrow);
          const from = anchor ?? place;
          if (go(to) && to) {
            anchor = from;
            paint(anchor, placeOf(to));
          }
        } else if (leaves(here, event.key)) {
          done();
          go(beside(place, ...arrow));
        }
      } else if (event.key === 'Enter' && !control && !(here instanceof HTMLTextAreaElement)) {
        done();
        // At the edge the cursor stays; what was typed is taken all the same.
        if (!go(beside(place, event.shiftKey ? -1 : 1, 0))) commit(here);
      } else if (event.key === 'F2') {
        done();
        editing = true;
        if (!(here instanceof HTMLSelectElement))
          here.setSelectionRange(here.value.length, here.value.length);
      } else if (event.key === 'Escape') {
        if (before && !sameCell(before.cell, now(place))) write([{ ...place, cell: before.cell }], true);
        here.value = cellText(now(place));
        editing = false;
        if (!(here instanceof HTMLSelectElement)) here.select();
      } else if ((event.key === 'Delete' || event.key === 'Backspace') && anchor) {
        done();
        setAll(
          selection(place)
            .filter((p) => !['computed', 'given'].includes(shape.kind(p.row, p.column)))
            .map((p) => ({ ...p, cell: EMPTY })),
        );
      }
    };

    return {
      onKeyDown,
      mark,
      undo: () => {
        leave();
        undo(history.undo(), 'before');
      },
      redo: () => undo(history.redo(), 'after'),
      nilRow: (rowId: string): void =>
        setAll(
          shape.columns
            .filter((c) => shape.kind(rowId, c.id) === 'figure')
            .filter((c) => now({ row: rowId, column: c.id }).kind === 'empty')
            .map((c) => ({ row: rowId, column: c.id, cell: { kind: 'nil' } })),
        ),
      /** The cell that had the cursor last: buttons above the table speak of it. */
      current: (): Place | undefined => before?.place,
      onInput: (event: FormEvent<HTMLTableElement>): void => {
        const here = fieldOf(event.target);
        if (!here) return;
        const place = placeOf(here);
        const cell = readCell(shape, place.row, place.column, here.value);
        if (!cell) return;
        const was = before?.cell.kind === 'amount' && before.cell.estimate === true;
        write(
          [{ ...place, cell: cell.kind === 'amount' && was ? { ...cell, estimate: true } : cell }],
          here instanceof HTMLSelectElement,
        );
      },
      onFocusIn: (event: FormEvent<HTMLTableElement>): void => {
        const here = fieldOf(event.target);
        if (!here) return;
        const place = placeOf(here);
        before = { place, cell: now(place) };
        editing = false;
        anchor = undefined;
        paint(undefined, undefined);
        if (here instanceof HTMLInputElement) here.select();
      },
      onFocusOut: (event: FormEvent<HTMLTableElement>): void => {
        const here = fieldOf(event.target);
        if (!here) return;
        commit(here);
      },
      onMouseDown: (event: MouseEvent<HTMLTableElement>): void => {
        const here = fieldOf(event.target);
        if (!(here instanceof HTMLInputElement)) return;
        if (event.shiftKey && before) {
          event.preventDefault();
          const from = before.place;
          here.focus();
          anchor = from;
          paint(anchor, placeOf(here));
        } else if (here === document.activeElement) editing = true;
        else {
          // The first press takes the cell whole, as an arrow does; the second sets the cursor in it.
          event.preventDefault();
          here.focus();
        }
      },
      onPaste: (event: ClipboardEvent<HTMLTableElement>): void => {
        const here = fieldOf(event.target);
        const text = event.clipboardData?.getData('text/plain') ?? '';
        if (!here) return;
        const table = parseHtmlBlock(event.clipboardData?.getData('text/html') ?? '');
        const block = table && (table.length > 1 || (table[0]?.length ?? 0) > 1) ? table : undefined;
        if (!block && !isBlock(text)) return;
        // Lines without tabs are words when they come into a box for words.
        if (!block && here instanceof HTMLTextAreaElement && !text.includes('\t')) return;
        event.preventDefault();
        leave();
        const pasted = spread(shape, placeOf(here), block ?? parseBlock(text));
        setAll(pasted.cells);
        if (before) before = { ...before, cell: now(before.place) };
        toldNow.current(pasted);
      },
      onCopy: (event: ClipboardEvent<HTMLTableElement>): void => {
        const here = fieldOf(event.target);
        if (!here || !anchor) return;
        event.preventDefault();
        const places = selection(placeOf(here));
        const rows = [...new Set(places.map((p) => p.row))];
        event.clipboardData?.setData(
          'text/plain',
          writeBlock(
            rows.map((row) =>
              places
                .filter((p) => p.row === row)
                .map((p) =>
                  valueText(
                    desk.valueIn(shape.form, row, p.column),
                    isPercentCell(shape.form, row, p.column),
                  ),
                ),
            ),
          ),
        );
      },
    };
  }, [desk, shape]);
  return { table, ...handlers };
};
