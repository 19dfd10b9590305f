import type { DraftAnswer, SourcesAnswer } from '../../../../core/consolidation/answers.ts';
import type { Piece, Source, UnitSource, WantedPiece } from '../../../../core/consolidation/draft.ts';
import type { RichDoc } from '../../../../core/kernel/richText.ts';
import { newKey } from '../../../http/api.ts';

export const unitSources = (sources: readonly Source[]): UnitSource[] =>
  sources.filter((s): s is UnitSource => s.kind === 'unit');

/** What the server keeps of who wrote what is not sent back: it knows. */
export const asWanted = (pieces: readonly Piece[]): WantedPiece[] =>
  pieces.map((p) =>
    p.kind === 'table' ? p : { id: p.id, kind: 'words', doc: p.doc, sources: unitSources(p.sources) },
  );

export const docOf = (text: string): RichDoc => ({
  type: 'doc',
  content: [{ type: 'paragraph', content: [{ type: 'text', text }] }],
});

export const wordsPiece = (doc: RichDoc, sources: readonly UnitSource[]): WantedPiece => ({
  id: newKey(),
  kind: 'words',
  doc,
  sources,
});

type Group = SourcesAnswer['groups'][number];

export const sourcesOfGroup = (group: Group): UnitSource[] =>
  group.sentences.map((s) => ({
    kind: 'unit',
    role: 'unit',
    unitId: s.unitId,
    section: s.section,
    quote: s.quote,
  }));

/** The piece that already holds these words of that unit. */
export const holderOf = (pieces: readonly Piece[], source: UnitSource): Piece | undefined =>
  pieces.find(
    (p) =>
      p.kind === 'words' &&
      unitSources(p.sources).some(
        (s) => s.unitId === source.unitId && s.section === source.section && s.quote === source.quote,
      ),
  );

/** Takes one unit out of one sentence; a sentence that rests on nobody else goes with it. */
export const withoutSource = (pieces: readonly Piece[], pieceId: string, unitId: string): WantedPiece[] =>
  asWanted(pieces).flatMap((p) => {
    if (p.id !== pieceId || p.kind === 'table') return [p];
    const sources = p.sources.filter((s) => s.unitId !== unitId);
    return sources.length > 0 ? [{ ...p, sources }] : [];
  });

export const moved = (pieces: readonly Piece[], id: string, by: -1 | 1): WantedPiece[] => {
  const list = asWanted(pieces);
  const at = list.findIndex((p) => p.id === id);
  const to = at + by;
  const [one, other] = [list[at], list[to]];
  if (!one || !other) return list;
  list[at] = other;
  list[to] = one;
  return list;
};

export type Section = DraftAnswer['sections'][number];
