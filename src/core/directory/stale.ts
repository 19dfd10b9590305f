import { type Decision, refuse } from '../kernel/decision.ts';

/**
 * Somebody else changed the row after it was read. Both values are shown, nothing is overwritten in silence (D2).
 * A row that already says what is wanted is not in the way, whoever wrote it.
 */
export const stale = <T extends object>(
  current: T & { readonly version: number },
  yours: Partial<T>,
  readVersion: number,
): Decision<never> | undefined => {
  if (current.version === readVersion) return undefined;
  const differing = (Object.keys(yours) as (keyof T)[]).filter((key) => yours[key] !== current[key]);
  if (differing.length === 0) return undefined;
  const pick = (from: Partial<T>) => Object.fromEntries(differing.map((key) => [key, from[key] ?? null]));
  return refuse('directory.stale', {
    yours: pick(yours),
    current: pick(current),
    version: current.version,
  });
};

/** What of the wanted values is not so yet. */
export const changed = <T extends object>(current: T, wanted: Partial<T>): Partial<T> =>
  Object.fromEntries(
    Object.entries(wanted).filter(([key, value]) => value !== undefined && value !== current[key as keyof T]),
  ) as Partial<T>;
