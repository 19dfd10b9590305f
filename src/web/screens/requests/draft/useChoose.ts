import { useCallback, useRef } from 'react';
import type { CampaignAnswer } from '../../../../core/campaign/answers.ts';
import type { UnitKind } from '../../../../core/directory/unit.ts';
import type { Choosable } from '../../../../core/letter/choosable.ts';
import type { LetterReading } from '../../../../core/letter/reading.ts';
import type { ChosenWords } from '../letter/ChosenBar.tsx';
import { deadlineWording } from './moment.ts';
import type { Draft } from './useDraft.ts';

/** Takes words of the letter for a value; false when they do not say it. The reader comes when it is needed. */
export const useChoose = (campaign: CampaignAnswer, letter: LetterReading | undefined, draft: Draft) => {
  const now = useRef(draft);
  now.current = draft;
  return useCallback(
    async (what: Choosable, words: ChosenWords): Promise<boolean> => {
      if (!letter) return false;
      const { chooseFor } = await import('../../../../core/letter/chooseFor.ts');
      const next = chooseFor(what, letter, words, now.current.request, {
        units: campaign.units.map((u) => ({ ...u, kind: u.kind as UnitKind })),
        outlines: campaign.outlines.map((o) => o.id),
        wording: deadlineWording,
      });
      if (next) now.current.change(() => next);
      return next !== undefined;
    },
    [campaign.units, campaign.outlines, letter],
  );
};
