import { type Amount, subtract, sum } from '../kernel/amount.ts';
import type { Cell } from '../template/cell.ts';
import type { Computed } from '../template/compute.ts';

type Value = Cell | Computed;

const amountOf = (value: Value | null): Amount | undefined => {
  if (!value) return undefined;
  if (value.kind === 'amount' || value.kind === 'incomplete') return value.amount;
  return value.kind === 'nil' ? '0' : undefined;
};

/** District total: cấp huyện + cấp xã, each of which may be missing. Whole-area figures are never among them. */
export const addScopes = (commune: Value | null, agency: Value | null): Amount | undefined => {
  const parts = [amountOf(commune), amountOf(agency)].filter((a) => a !== undefined);
  return parts.length > 0 ? sum(parts) : undefined;
};

/** How far a lead's whole-area figure is from the sum of the units: shown and explained, never added (G1). */
export const reconcile = (total: Amount | undefined, area: Value | null): Amount | undefined => {
  const whole = amountOf(area);
  return whole === undefined || total === undefined ? undefined : subtract(whole, total);
};
