import type { Day } from '../kernel/instant.ts';
import type { Role } from './roles.ts';

export type PostDetails = {
  readonly unitId: string;
  readonly role: Role;
  readonly title: string;
  readonly validFrom: Day;
  readonly validTo: Day | null;
};

export type StoredPost = PostDetails & { readonly id: string; readonly personId: string };

/** The unit that a post is at, as far as posts ask. */
export type PostUnit = {
  readonly id: string;
  readonly name: string;
  readonly validFrom: Day;
  readonly validTo: Day | null;
};
