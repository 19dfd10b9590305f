import type { Day } from '../kernel/instant.ts';
import { type Actor, hasRole, rolesAt } from './roles.ts';

/**
 * How a person stands towards one report: as somebody of the reporting unit, of the receiving office, or of the
 * authority. Rights are decided by stance, never by a role alone: a signer signs for the own unit only.
 */
export const STANCES = [
  'preparer',
  'signer',
  'registry',
  'unit-overseer',
  'receiver',
  'authority-overseer',
  'authority-signer',
  'authority-registry',
  'administrator',
] as const;
export type Stance = (typeof STANCES)[number];

export type Place = {
  /** The reporting unit. */
  readonly unitId: string;
  /** The office that receives the reports of this campaign. */
  readonly receiverUnitId: string;
  /** The office whose head of office oversees and signs for the authority (Văn phòng), or the authority itself. */
  readonly authorityUnitIds: readonly string[];
};

export const stancesToward = (actor: Actor, place: Place, day: Day): ReadonlySet<Stance> => {
  const stances = new Set<Stance>();
  const own = rolesAt(actor, place.unitId, day);
  if (own.has('preparer')) stances.add('preparer');
  if (own.has('signer')) stances.add('signer');
  if (own.has('registry')) stances.add('registry');
  if (own.has('overseer')) stances.add('unit-overseer');
  if (rolesAt(actor, place.receiverUnitId, day).has('receiver')) stances.add('receiver');
  for (const id of place.authorityUnitIds) {
    const roles = rolesAt(actor, id, day);
    if (roles.has('overseer')) stances.add('authority-overseer');
    if (roles.has('signer')) stances.add('authority-signer');
    if (roles.has('registry')) stances.add('authority-registry');
  }
  if (hasRole(actor, 'administrator', day)) stances.add('administrator');
  return stances;
};
