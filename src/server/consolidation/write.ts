import { dropUnit, type WantedPiece, writeSection } from '../../core/consolidation/draft.ts';
import { changesArea } from '../../core/consolidation/place.ts';
import type { WriteContext } from '../http/context.ts';
import { forbidden } from '../http/failures.ts';
import { record } from '../record/record.ts';
import { outlineOf, sectionOf, storedSections } from './draft.ts';
import { openFor } from './open.ts';
import { keepSection, lockSection } from './store.ts';
import { saidNow } from './unitWords.ts';

export type Wanted = { readonly version: number; readonly pieces: readonly WantedPiece[] };

/** Saves one section as a whole; what stands comes back with a refusal, so that nothing is lost (D2 G4). */
export const writeDraft = async (
  ctx: WriteContext,
  campaignId: string,
  sectionId: string,
  wanted: Wanted,
): Promise<{ version: number }> => {
  const opened = await openFor(ctx, campaignId, 'write');
  const section = await sectionOf(ctx, opened, sectionId);
  if (!changesArea(opened.place, section.area)) throw forbidden({ verb: 'write' });
  const current = await lockSection(ctx, campaignId, sectionId);
  const sources = wanted.pieces.flatMap((p) => (p.kind === 'words' ? p.sources : []));
  const { decision, pieces } = writeSection(current, wanted, {
    campaignId,
    section: sectionId,
    me: { personId: ctx.person.personId, name: ctx.person.name },
    now: ctx.now,
    said: await saidNow(ctx, opened, sources),
    forms: opened.template.forms.map((f) => f.id),
  });
  await record(ctx, decision);
  await keepSection(ctx, campaignId, sectionId, current.version + 1, pieces);
  return { version: current.version + 1 };
};

/** Takes all words of a unit out of the draft, or of one section: what rested on them alone goes with them (G4). */
export const dropUnitFromDraft = async (
  ctx: WriteContext,
  campaignId: string,
  wanted: { readonly unitId: string; readonly section: string | null },
): Promise<{ sections: number }> => {
  const opened = await openFor(ctx, campaignId, 'write');
  const stored = await storedSections(ctx, campaignId);
  let sections = 0;
  // One order of rows for everybody.
  for (const section of [...(await outlineOf(ctx, opened))].sort((a, b) => (a.id < b.id ? -1 : 1))) {
    if (wanted.section !== null && section.id !== wanted.section) continue;
    if (!stored.has(section.id) || !changesArea(opened.place, section.area)) continue;
    const current = await lockSection(ctx, campaignId, section.id);
    const { decision, pieces } = dropUnit({ campaignId, section: section.id }, current, wanted.unitId);
    if (JSON.stringify(pieces) === JSON.stringify(current.pieces)) continue;
    await record(ctx, decision);
    await keepSection(ctx, campaignId, section.id, current.version + 1, pieces);
    sections++;
  }
  return { sections };
};
