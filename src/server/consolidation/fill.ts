import { uuidv7 } from 'uuidv7';
import type { WantedPiece } from '../../core/consolidation/draft.ts';
import { changesArea } from '../../core/consolidation/place.ts';
import type { WriteContext } from '../http/context.ts';
import { outlineOf, storedSections } from './draft.ts';
import { openFor } from './open.ts';
import { blocksOfWords } from './sources.ts';
import { wordsFor } from './unitWords.ts';
import { writeDraft } from './write.ts';

/** Begins sections that nobody wrote in yet with the leads' and partners' own words and the tables of the field. */
export const fillDraft = async (
  ctx: WriteContext,
  campaignId: string,
  only: string | null,
): Promise<{ sections: number }> => {
  const opened = await openFor(ctx, campaignId, 'write');
  const stored = await storedSections(ctx, campaignId);
  let sections = 0;
  for (const section of [...(await outlineOf(ctx, opened))].sort((a, b) => (a.id < b.id ? -1 : 1))) {
    if (!section.words || stored.has(section.id) || (only !== null && only !== section.id)) continue;
    if (!changesArea(opened.place, section.area)) continue;
    const words = (await wordsFor(ctx, opened, section.area, section.sources)).filter(
      (w) => w.role !== 'unit',
    );
    const pieces: WantedPiece[] = [
      ...words.flatMap((w) =>
        blocksOfWords(w).map(({ doc, quote }) => ({
          id: uuidv7(),
          kind: 'words' as const,
          doc,
          sources: [{ kind: 'unit' as const, unitId: w.unitId, section: w.section, role: w.role, quote }],
        })),
      ),
      ...section.forms.map((form) => ({ id: uuidv7(), kind: 'table' as const, form })),
    ];
    if (pieces.length === 0) continue;
    await writeDraft(ctx, campaignId, section.id, { version: 0, pieces });
    sections++;
  }
  return { sections };
};
