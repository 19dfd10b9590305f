import type { Day } from '../kernel/instant.ts';
import { type Actor, rolesAt } from './roles.ts';
import type { UnitKind } from './unit.ts';

/** An office that receives for an authority: its own committee for a department, itself otherwise. */
export type Office = { readonly officeUnitId: string; readonly authorityUnitId: string };

export const authorityOf = (unit: {
  readonly id: string;
  readonly kind: UnitKind;
  readonly parentId: string | null;
}): string => (unit.kind === 'department' ? (unit.parentId ?? unit.id) : unit.id);

/** The offices at which somebody receives reports today. */
export const officesOf = (
  actor: Actor,
  units: readonly { readonly id: string; readonly kind: UnitKind; readonly parentId: string | null }[],
  day: Day,
): readonly Office[] =>
  units
    .filter((unit) => rolesAt(actor, unit.id, day).has('receiver'))
    .map((unit) => ({ officeUnitId: unit.id, authorityUnitId: authorityOf(unit) }));
