import type { Role } from '../directory/roles.ts';
import type { UnitKind } from '../directory/unit.ts';

/** A role that a person holds today, and what kind of unit it is held at. */
export type HeldRole = {
  readonly role: Role;
  readonly unitKind: UnitKind;
  /** The unit leads a field of reform in some request. */
  readonly leads?: boolean;
};

const NAV = [
  'home',
  'requests',
  'board',
  'reports',
  'evidence',
  'consolidation',
  'tasks',
  'scoring',
  'registry',
  'admin',
] as const;
export type Nav = (typeof NAV)[number];

export type Home = 'clerk' | 'signer' | 'officer' | 'head' | 'registry' | 'admin';

/** A body that orders reports, against one that only answers. */
const isAuthority = (kind: UnitKind): boolean =>
  kind === 'ministry' || kind === 'province' || kind === 'district';

/** Which place of the program concerns whom. Rights are the rooms' own; this only says what is worth showing. */
const CONCERNS: Readonly<Record<Nav, (held: HeldRole) => boolean>> = {
  home: () => true,
  requests: ({ role, unitKind }) =>
    role === 'receiver' ||
    (isAuthority(unitKind) && (role === 'signer' || role === 'registry' || role === 'overseer')),
  board: ({ role }) => role === 'receiver' || role === 'overseer',
  reports: ({ role }) => role === 'preparer' || role === 'signer' || role === 'registry',
  evidence: ({ role }) => role === 'preparer' || role === 'registry',
  consolidation: ({ role, unitKind, leads }) =>
    role === 'receiver' ||
    role === 'overseer' ||
    (role === 'signer' && (isAuthority(unitKind) || leads === true)) ||
    (role === 'preparer' && leads === true),
  tasks: ({ role }) => role !== 'registry' && role !== 'administrator',
  scoring: ({ role }) => role !== 'registry' && role !== 'administrator',
  registry: ({ role }) => role === 'registry',
  admin: ({ role }) => role === 'administrator',
};

export const navOf = (held: readonly HeldRole[]): readonly Nav[] =>
  NAV.filter((place) => place === 'home' || held.some(CONCERNS[place]));

/** The most telling role first: who receives reports sees the queue even when preparing the own office's report. */
const TELLING: readonly (readonly [Role, Home])[] = [
  ['receiver', 'officer'],
  ['overseer', 'head'],
  ['signer', 'signer'],
  ['preparer', 'clerk'],
  ['registry', 'registry'],
  ['administrator', 'admin'],
];

export const homeOf = (held: readonly HeldRole[]): Home =>
  TELLING.find(([role]) => held.some((h) => h.role === role))?.[1] ?? 'clerk';

/** Index of the post that stands for the person: its unit's letterhead heads the screen. */
export const mainPostOf = (held: readonly HeldRole[]): number => {
  for (const [role] of TELLING) {
    const index = held.findIndex((h) => h.role === role);
    if (index >= 0) return index;
  }
  return -1;
};
