import type { Day } from '../kernel/instant.ts';

/** What a post lets a person do at its unit. */
export const ROLES = ['preparer', 'signer', 'registry', 'receiver', 'overseer', 'administrator'] as const;
export type Role = (typeof ROLES)[number];

export type Post = {
  readonly unitId: string;
  readonly role: Role;
  readonly validFrom: Day;
  readonly validTo: Day | null;
};

/** Somebody who signs in another's place at a unit, both days included, by a document. */
export type StandIn = { readonly unitId: string; readonly fromDay: Day; readonly toDay: Day };

export type Actor = {
  readonly personId: string;
  readonly posts: readonly Post[];
  readonly standIns: readonly StandIn[];
};

const holds = (post: Post, day: Day): boolean =>
  post.validFrom <= day && (post.validTo === null || day <= post.validTo);

/** The roles a person holds at a unit on a day; a stand-in holds the signer's. */
export const rolesAt = (actor: Actor, unitId: string, day: Day): ReadonlySet<Role> => {
  const roles = new Set<Role>();
  for (const post of actor.posts) if (post.unitId === unitId && holds(post, day)) roles.add(post.role);
  for (const s of actor.standIns)
    if (s.unitId === unitId && s.fromDay <= day && day <= s.toDay) roles.add('signer');
  return roles;
};

/** Whether the person holds the role at any unit on the day. */
export const hasRole = (actor: Actor, role: Role, day: Day): boolean =>
  actor.posts.some((post) => post.role === role && holds(post, day));
