import { useState } from 'react';
import type { DraftAnswer } from '../../../core/template/answers.ts';
import type { Edit } from '../../../core/template/edit.ts';
import { api } from '../../http/api.ts';
import type { Answer, Failure } from '../../http/failure.ts';
import { type Action, useAction } from '../../http/useAction.ts';
import { reloadAll, useResource } from '../../http/useResource.ts';

export const addressOf = (templateId: string): string => `/api/templates/${encodeURIComponent(templateId)}`;

/** The draft in hand: each change is sent at once with the version it was made on. */
export type DraftHand = {
  readonly draft: DraftAnswer;
  readonly edit: Action<Edit, DraftAnswer>;
};

const isStale = (failure: Failure): boolean =>
  failure.kind === 'refusal' && (failure.code === 'template.stale' || failure.code === 'template.placeGone');

export const useTemplateDraft = (templateId: string) => {
  const url = `${addressOf(templateId)}/draft`;
  const resource = useResource<DraftAnswer>(url);
  const [saved, setSaved] = useState<DraftAnswer | undefined>(undefined);
  // What the last save answered is newer than what was read before it.
  const draft =
    saved && resource.data && saved.version >= resource.data.version ? saved : (resource.data ?? undefined);
  const edit = useAction(async (change: Edit, key): Promise<Answer<DraftAnswer>> => {
    const answer = await api.post<DraftAnswer>(
      `${url}/edit`,
      { version: draft?.version ?? 0, edit: change },
      { key },
    );
    if (answer.ok) setSaved(answer.data);
    // Somebody was quicker: what stands now is shown beside the refusal.
    else if (isStale(answer.failure)) reloadAll(url);
    return answer;
  });
  return { resource, draft, edit };
};
