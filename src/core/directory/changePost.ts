import { accept, type Decision, refuse } from '../kernel/decision.ts';
import type { Fact } from '../kernel/fact.ts';
import { addDays, type Day } from '../kernel/instant.ts';
import { directoryFact } from './fact.ts';
import type { StoredPost } from './post.ts';
import { changed } from './stale.ts';

type PostChange = { readonly title?: string; readonly validTo?: Day | null };

/** Somebody must be left who can let others in; `lastAdministrator` says that nobody else holds an open-ended post. */
const inTheWay = (post: StoredPost, lastAdministrator: boolean): Decision<never> | undefined =>
  post.role === 'administrator' && post.validTo === null && lastAdministrator
    ? refuse('directory.lastAdministrator')
    : undefined;

/** What is past stays as it was: who held the post when a report was signed must still be readable. */
export const changePost = (
  post: StoredPost,
  wanted: PostChange,
  today: Day,
  lastAdministrator: boolean,
): Decision<Fact> => {
  const change = changed<StoredPost>(post, wanted);
  if (Object.keys(change).length === 0) return accept();
  if (change.validTo !== undefined) {
    const to = change.validTo;
    if (to !== null && to < post.validFrom)
      return refuse('directory.endsBeforeItBegins', { from: post.validFrom, to });
    if (to !== null && to < addDays(today, -1)) return refuse('directory.pastStays', { day: to });
    const blocked = to === null ? undefined : inTheWay(post, lastAdministrator);
    if (blocked) return blocked;
  }
  return accept(
    directoryFact(
      'directory.postChanged',
      { postId: post.id, personId: post.personId, role: post.role, after: change },
      post.unitId,
    ),
  );
};

/** Ends a post at once: yesterday was its last day. One that has not begun never was. */
export const endPost = (post: StoredPost, today: Day, lastAdministrator: boolean): Decision<Fact> => {
  const yesterday = addDays(today, -1);
  if (post.validTo !== null && post.validTo <= yesterday)
    return refuse('directory.pastStays', { day: post.validTo });
  const blocked = inTheWay(post, lastAdministrator);
  if (blocked) return blocked;
  return accept(
    directoryFact(
      'directory.postEnded',
      {
        postId: post.id,
        personId: post.personId,
        role: post.role,
        lastDay: post.validFrom <= yesterday ? yesterday : null,
      },
      post.unitId,
    ),
  );
};
