import type { Day } from '../kernel/instant.ts';

export type UnitKind = 'ministry' | 'province' | 'district' | 'commune' | 'department';

/** An authority or office. Known by identity: codes and names were reused for other territory in 2025. */
export type Unit = {
  readonly id: string;
  readonly parentId: string | null;
  readonly kind: UnitKind;
  readonly code: string | null;
  readonly name: string;
  readonly validFrom: Day;
  /** Last day of existence, included; null while it exists. */
  readonly validTo: Day | null;
};

export const existsOn = (unit: Pick<Unit, 'validFrom' | 'validTo'>, day: Day): boolean =>
  unit.validFrom <= day && (unit.validTo === null || day <= unit.validTo);
