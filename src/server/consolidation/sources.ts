import type { SourcesAnswer } from '../../core/consolidation/answers.ts';
import { withoutFigures } from '../../core/consolidation/figures.ts';
import { foldAlike, sentencesOf } from '../../core/consolidation/sentences.ts';
import { isDoc, plainText, type RichDoc } from '../../core/kernel/richText.ts';
import { matches } from '../../core/kernel/search.ts';
import type { ReadContext } from '../http/context.ts';
import { sectionOf } from './draft.ts';
import { openConsolidation } from './open.ts';
import { type UnitWords, wordsFor } from './unitWords.ts';

const GROUPS = 200;

const paragraphs = (plain: string): RichDoc[] =>
  plain
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => ({
      type: 'doc',
      content: [{ type: 'paragraph', content: [{ type: 'text', text: line.replace(/\t/g, ' ') }] }],
    }));

/** A unit's words block by block, its figures as they were said, each with the words that prove it. */
export const blocksOfWords = (words: UnitWords): { doc: RichDoc; quote: string }[] => {
  const docs: RichDoc[] = isDoc(words.doc)
    ? words.doc.content.map((block) => withoutFigures({ type: 'doc', content: [block] }))
    : paragraphs(words.plain);
  return docs.map((doc) => ({ doc, quote: plainText(doc).trim() })).filter(({ quote }) => quote !== '');
};

/** What may be taken into one section: leads first, then partners, then the units' sentences, alike ones folded. */
export const sectionSources = async (
  ctx: ReadContext,
  campaignId: string,
  sectionId: string,
  find: string,
): Promise<SourcesAnswer> => {
  const opened = await openConsolidation(ctx, campaignId);
  const section = await sectionOf(ctx, opened, sectionId);
  const words = await wordsFor(ctx, opened, section.area, section.sources);
  const names = new Map(words.map((w) => [w.unitId, w.name]));
  const units = words.filter((w) => w.role === 'unit');
  const sentences = units.flatMap((w) =>
    sentencesOf(w.plain).map((text) => ({ unitId: w.unitId, section: w.section, text })),
  );
  const wanted = find.trim()
    ? sentences.filter((s) => matches(s.text, find) || matches(names.get(s.unitId) ?? '', find))
    : sentences;
  const groups = foldAlike(wanted);
  return {
    texts: words
      .filter((w) => w.role !== 'unit')
      .map((w) => ({
        unitId: w.unitId,
        name: w.name,
        section: w.section,
        role: w.role,
        state: w.state,
        blocks: blocksOfWords(w),
      })),
    groups: groups.slice(0, GROUPS).map((g) => ({
      text: g.text,
      figuresDiffer: g.figuresDiffer,
      sentences: g.sentences.map((s) => ({
        unitId: s.unitId,
        name: names.get(s.unitId) ?? '',
        section: s.section,
        quote: s.text,
      })),
    })),
    more: Math.max(0, groups.length - GROUPS),
    read: new Set(units.map((w) => w.unitId)).size,
  };
};
