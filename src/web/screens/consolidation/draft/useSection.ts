import { useState } from 'react';
import type { Piece, WantedPiece } from '../../../../core/consolidation/draft.ts';
import { plainText } from '../../../../core/kernel/richText.ts';
import { api } from '../../../http/api.ts';
import type { Failure } from '../../../http/failure.ts';
import { useAction } from '../../../http/useAction.ts';
import { reloadAll } from '../../../http/useResource.ts';
import { asWanted, type Section, wordsPiece } from './pieces.ts';

/** Somebody else saved the section meanwhile: both stand until a person chooses (D2). */
export type Clash = {
  readonly mine: readonly WantedPiece[];
  readonly theirs: readonly Piece[];
  /** What stood when I began. */
  readonly base: readonly Piece[];
  readonly version: number;
};

const wordsOf = (pieces: readonly Piece[]): ReadonlyMap<string, string> =>
  new Map(pieces.map((p) => [p.id, p.kind === 'words' ? plainText(p.doc) : p.form]));

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
  /** True where the words are safe: saved, or kept beside those of somebody else until a person chooses. */
  const send = async (version: number, pieces: readonly WantedPiece[]): Promise<boolean> => {
    const answer = await action.run({ version, pieces });
    if (answer.ok) {
      setClash(undefined);
      reloadAll(`/api/campaigns/${campaignId}/draft`);
      return true;
    }
    const stale = staleOf(answer.failure);
    if (stale)
      setClash({
        mine: pieces,
        theirs: stale.pieces,
        base: clash?.base ?? section.pieces,
        version: stale.version,
      });
    return stale !== undefined;
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
    /** Theirs stays; what only mine has, and my own wording of a sentence that both changed, is put behind it. */
    keepBoth: () => {
      if (!clash) return;
      const [theirs, base] = [wordsOf(clash.theirs), wordsOf(clash.base)];
      const more = clash.mine.flatMap((p): WantedPiece[] => {
        const mine = p.kind === 'words' ? plainText(p.doc) : p.form;
        // What they took away stays away, unless I had changed it.
        if (!theirs.has(p.id)) return base.get(p.id) === mine ? [] : [p];
        if (p.kind !== 'words') return [];
        return mine === base.get(p.id) || mine === theirs.get(p.id) ? [] : [wordsPiece(p.doc, p.sources)];
      });
      void send(clash.version, [...asWanted(clash.theirs), ...more]);
    },
  };
};
export type SectionDesk = ReturnType<typeof useSection>;
