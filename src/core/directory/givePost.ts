import { accept, type Decision, refuse } from '../kernel/decision.ts';
import type { Fact } from '../kernel/fact.ts';
import { directoryFact } from './fact.ts';
import type { PostDetails, PostUnit, StoredPost } from './post.ts';
import { together } from './unitRules.ts';

/** Several posts at several units are usual (B5); the same role at the same unit twice at once says nothing more. */
export const givePost = (
  id: string,
  person: { readonly id: string; readonly name: string; readonly active: boolean },
  unit: PostUnit,
  post: PostDetails,
  heldByPerson: readonly StoredPost[],
): Decision<Fact> => {
  if (!person.active) return refuse('directory.personInactive', { person: person.name });
  if (post.validTo !== null && post.validTo < post.validFrom)
    return refuse('directory.endsBeforeItBegins', { from: post.validFrom, to: post.validTo });
  if (!together(post, unit))
    return refuse('directory.unitNotThen', { unit: unit.name, from: unit.validFrom, to: unit.validTo });
  const same = heldByPerson.find(
    (p) => p.unitId === post.unitId && p.role === post.role && together(p, post),
  );
  if (same)
    return refuse('directory.postTwice', {
      person: person.name,
      unit: unit.name,
      role: post.role,
      from: same.validFrom,
      to: same.validTo,
    });
  return accept(directoryFact('directory.postGiven', { postId: id, personId: person.id, ...post }, unit.id));
};
