import { type Amount, isZero, subtract } from '../kernel/amount.ts';
import { type Cell, sameCell } from '../template/cell.ts';
import type { Computed } from '../template/compute.ts';
import type { TotalForm } from './answers.ts';
import type { FrozenContent, FrozenUnit } from './frozen.ts';

/** One typed cell of a unit as far as a total takes it; corrections and forms left out are in it already. */
export type UnitCell = {
  readonly form: string;
  readonly row: string;
  readonly column: string;
  readonly cell: Cell;
};

export type MovedUnit = {
  readonly unitId: string;
  readonly name: string;
  readonly what: 'came' | 'left' | 'changed';
  readonly cells: readonly {
    readonly form: string;
    readonly row: string;
    readonly column: string;
    readonly before: Cell;
    readonly after: Cell;
    /** '+3'; null where one of the two is no number. */
    readonly difference: Amount | null;
  }[];
};

export type MovedTotal = {
  readonly form: string;
  readonly row: string;
  readonly column: string;
  readonly scope: 'commune' | 'total' | 'area';
  readonly before: Cell | Computed;
  readonly after: Cell | Computed;
  readonly difference: Amount | null;
};

/** What came after a version was frozen: "xã B +3 → tổng 1.204 → 1.207" (G5). */
export type Moved = {
  readonly units: readonly MovedUnit[];
  readonly totals: readonly MovedTotal[];
  readonly sections: readonly { readonly id: string; readonly number: string; readonly title: string }[];
};

const numberOf = (value: Cell | Computed): Amount | undefined =>
  value.kind === 'amount' || value.kind === 'incomplete'
    ? value.amount
    : value.kind === 'nil'
      ? '0'
      : undefined;

const difference = (before: Cell | Computed, after: Cell | Computed): Amount | null => {
  const [a, b] = [numberOf(before), numberOf(after)];
  if (a === undefined && b === undefined) return null;
  return subtract(b ?? '0', a ?? '0');
};

const EMPTY: Cell = { kind: 'empty' };

/** Cells that read differently now; a unit that came or left moves by all it has. */
export const movedCells = (before: readonly UnitCell[], after: readonly UnitCell[]): MovedUnit['cells'] => {
  const key = (c: UnitCell): string => `${c.form}/${c.row}/${c.column}`;
  const was = new Map(before.map((c) => [key(c), c]));
  const is = new Map(after.map((c) => [key(c), c]));
  return [...new Map([...was, ...is]).values()].flatMap(({ form, row, column }) => {
    const at = `${form}/${row}/${column}`;
    const [a, b] = [was.get(at)?.cell ?? EMPTY, is.get(at)?.cell ?? EMPTY];
    if (sameCell(a, b)) return [];
    return [{ form, row, column, before: a, after: b, difference: difference(a, b) }];
  });
};

/** Units whose part in the totals may differ: another sending, in or out, or changed for the total. */
export const unitsToCompare = (
  frozen: Pick<FrozenContent, 'units' | 'changes'>,
  now: Pick<FrozenContent, 'units' | 'changes'>,
): readonly { readonly before: FrozenUnit | undefined; readonly after: FrozenUnit }[] => {
  const was = new Map(frozen.units.map((u) => [u.unitId, u]));
  const changesOf = (of: FrozenContent['changes'], unitId: string): string =>
    of
      .filter((c) => c.unitId === unitId)
      .map((c) => c.id)
      .sort()
      .join();
  return now.units
    .map((after) => ({ before: was.get(after.unitId), after }))
    .filter(
      ({ before, after }) =>
        (before?.counted ?? false) !== after.counted ||
        (after.counted && before?.revision !== after.revision) ||
        ((after.counted || before?.counted) &&
          changesOf(frozen.changes, after.unitId) !== changesOf(now.changes, after.unitId)),
    );
};

const same = (a: Cell | Computed, b: Cell | Computed): boolean =>
  a.kind === b.kind && numberOf(a) === numberOf(b);

/** Totals that read differently, computed ones too: where 3 = 7 + 11 held, it still holds in what moved. */
export const movedTotals = (
  before: readonly TotalForm[],
  after: readonly TotalForm[],
): readonly MovedTotal[] =>
  after.flatMap((form) => {
    const old = before.find((f) => f.id === form.id);
    return form.cells.flatMap((cell): MovedTotal[] => {
      const was = old?.cells.find((c) => c.row === cell.row && c.column === cell.column);
      if (!was) return [];
      const at = { form: form.id, row: cell.row, column: cell.column };
      const moved: MovedTotal[] = [];
      const compare = (scope: MovedTotal['scope'], a: Cell | Computed, b: Cell | Computed): void => {
        if (!same(a, b)) moved.push({ ...at, scope, before: a, after: b, difference: difference(a, b) });
      };
      compare('commune', was.commune, cell.commune);
      const amount = (value: Amount | null): Cell =>
        value === null ? EMPTY : { kind: 'amount', amount: value };
      // Where only communes are added the total is the same figure: said once.
      const agencies = (c: typeof cell): boolean => c.agency !== null && c.agency.kind !== 'empty';
      if (agencies(cell) || agencies(was)) compare('total', amount(was.total), amount(cell.total));
      compare('area', was.area ?? EMPTY, cell.area ?? EMPTY);
      return moved;
    });
  });

export const movesFigures = (moved: Moved): boolean =>
  moved.totals.some((m) => m.difference === null || !isZero(m.difference)) || moved.units.length > 0;

export const movesAnything = (moved: Moved): boolean => movesFigures(moved) || moved.sections.length > 0;
