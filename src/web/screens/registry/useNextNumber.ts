import type { NextNumberAnswer } from '../../../core/registry/answers.ts';
import type { OutgoingKind } from '../../../core/registry/book.ts';
import { useResource } from '../../http/useResource.ts';

/** What the program would give next; undefined while it is not known, and where the office keeps the book itself. */
export const useNextNumber = (
  kind: OutgoingKind,
  of: { campaignId: string } | { unitId: string } | null,
): NextNumberAnswer | undefined => {
  const query = of && new URLSearchParams({ kind, ...of }).toString();
  const answer = useResource<NextNumberAnswer>(query && `/api/registry/next?${query}`);
  return answer.data?.handed ? answer.data : undefined;
};
