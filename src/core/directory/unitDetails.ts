import type { Day } from '../kernel/instant.ts';
import type { UnitKind } from './unit.ts';

/** Everything that is kept of a unit and may be edited. */
export type UnitDetails = {
  readonly kind: UnitKind;
  readonly code: string | null;
  readonly name: string;
  /** As it stands at the top of documents: 'UBND HUYỆN CAO LỘC' above 'PHÒNG NỘI VỤ'. */
  readonly letterhead: string;
  /** 'Cao Lộc' in 'Cao Lộc, ngày …'. */
  readonly place: string;
  /** 'NV' in 'Số: 31/BC-NV'. */
  readonly symbol: string;
  readonly signerPosition: string;
  readonly preparerMaySign: boolean;
  readonly registrySubmits: boolean;
  readonly validFrom: Day;
  readonly validTo: Day | null;
};

export type StoredUnit = UnitDetails & {
  readonly id: string;
  readonly parentId: string | null;
  readonly version: number;
};

/** What of the other units bears on a unit. */
export type Surroundings = {
  readonly parent: Pick<StoredUnit, 'id' | 'name' | 'validFrom' | 'validTo'> | null;
  readonly children: readonly Pick<StoredUnit, 'name' | 'validFrom' | 'validTo'>[];
  /** Other units that bear the same code at any time. */
  readonly sameCode: readonly Pick<StoredUnit, 'name' | 'validFrom' | 'validTo'>[];
};
