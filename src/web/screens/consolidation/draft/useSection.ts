import { useState } from 'react';
import type { Piece, WantedPiece } from '../../../../core/consolidation/draft.ts';
import { api } from '../../../http/api.ts';
import type { Failure } from '../../../http/failure.ts';
import { useAction } from '../../../http/useAction.ts';
import { reloadAll } from '../../../http/useResource.ts';
import { asWanted, type Section } from './pieces.ts';

/** Somebody else saved the section meanwhile: both stand until a person chooses (D2). */
export type Clash = {
  readonly mine: readonly WantedPiece[];
  readonly theirs: readonly Piece[];
  readonly version: number;
};

const STALE = 'consolidation.staleSection';

const staleOf = (failure: Failure | undefined): { version: number; pieces: Piece[] } | undefined =>
  failure?.kind === 'refusal' && failure.code === STALE
    ? (failure.details as { version: number; pieces: Piece[] })
    : undefined;

/** Saving one section: with the version that was read, or with the one that a clash was settled on. */
export const useSection = (campaignId: string, section: Section) => {
  const [clash, setClash] = useState<Clash | undefined>(undefined);
  const action = useAction((input: { version: number; pieces: readonly WantedPiece[] }, key) =>
    api.post<{ version: number }>(`/api/campaigns/${campaignId}/draft/sections/${section.id}`, input, {
      key,
    }),
  );
  const send = async (version: number, pieces: readonly WantedPiece[]): Promise<boolean> => {
    const answer = await action.run({ version, pieces });
    if (answer.ok) {
      setClash(undefined);
      reloadAll(`/api/campaigns/${campaignId}/draft`);
      return true;
    }
    const stale = staleOf(answer.failure);
    if (stale) setClash({ mine: pieces, theirs: stale.pieces, version: stale.version });
    return false;
  };
  return {
    busy: action.busy,
    failure: staleOf(action.failure) ? undefined : action.failure,
    clash,
    save: (pieces: readonly WantedPiece[]) => send(section.version, pieces),
    keepTheirs: () => {
      setClash(undefined);
      action.clear();
      reloadAll(`/api/campaigns/${campaignId}/draft`);
    },
    keepMine: () => clash && send(clash.version, clash.mine),
    /** Theirs stays, and what only mine has is put behind it. */
    keepBoth: () => {
      if (!clash) return;
      const known = new Set(clash.theirs.map((p) => p.id));
      void send(clash.version, [...asWanted(clash.theirs), ...clash.mine.filter((p) => !known.has(p.id))]);
    },
  };
};
export type SectionDesk = ReturnType<typeof useSection>;
