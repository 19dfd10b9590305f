import type { TotalForm } from '../../../core/consolidation/answers.ts';
import type { Basis } from '../../../core/consolidation/basis.ts';
import type { Piece } from '../../../core/consolidation/draft.ts';
import { seesArea } from '../../../core/consolidation/place.ts';
import type { RichDoc } from '../../../core/kernel/richText.ts';
import type { CampaignHead } from '../../../core/report/answers.ts';
import type { ReadContext } from '../../http/context.ts';
import { forbidden, notFound } from '../../http/failures.ts';
import { campaignHead } from '../../report/views/pieces.ts';
import { current, outlineOf, storedSections } from '../draft.ts';
import { type Opened, openConsolidation } from '../open.ts';
import { blocksOfWords } from '../sources.ts';
import { wordsFor } from '../unitWords.ts';
import { frozenVersions } from './frozen.ts';
import { totalsOf } from './totals.ts';

/** The authority's own report as it is printed: of the moment, or of a version that was frozen. */
export type ConsolidatedContent = {
  readonly campaign: CampaignHead;
  /** null: the draft of the moment. */
  readonly frozen: {
    readonly number: number;
    readonly at: number;
    readonly by: string;
    readonly code: string;
    readonly hash: string;
  } | null;
  /** Which reports are in the figures. */
  readonly basis: Basis;
  readonly communes: { readonly obliged: number; readonly received: number };
  readonly departments: { readonly obliged: number; readonly received: number };
  readonly missing: readonly { readonly name: string; readonly leftOut: string | null }[];
  readonly sections: readonly ConsolidatedSection[];
  readonly forms: readonly TotalForm[];
};

export type ConsolidatedSection = {
  readonly id: string;
  readonly number: string;
  readonly title: string;
  readonly level: 1 | 2 | 3 | 4;
  readonly area: string | null;
  /** A heading only holds others. */
  readonly words: boolean;
  readonly blocks: readonly (
    | { readonly kind: 'words'; readonly doc: RichDoc; readonly sources: readonly string[] }
    | { readonly kind: 'table'; readonly form: string }
  )[];
};

type Block = ConsolidatedSection['blocks'][number];

const blocksOfPieces = (pieces: readonly Piece[], names: (unitId: string) => string): readonly Block[] =>
  pieces.map((p) =>
    p.kind === 'table'
      ? { kind: 'table', form: p.form }
      : {
          kind: 'words',
          doc: p.doc,
          sources: p.sources.map((s) => (s.kind === 'unit' ? names(s.unitId) : s.name)),
        },
  );

const unitNames = async (ctx: ReadContext, id: string): Promise<(unitId: string) => string> => {
  const rows = await ctx.db
    .selectFrom('report')
    .innerJoin('unit', 'unit.id', 'report.unit_id')
    .where('campaign_id', '=', id)
    .select(['unit.id', 'unit.name'])
    .execute();
  const names = new Map(rows.map((r) => [r.id, r.name]));
  return (unitId) => names.get(unitId) ?? '';
};

/** Nobody has written yet: what the leads sent and the tables of their fields, as the draft would begin. */
const begun = async (ctx: ReadContext, opened: Opened): Promise<ConsolidatedSection[]> => {
  const sections: ConsolidatedSection[] = [];
  for (const { sources, forms, ...section } of await outlineOf(ctx, opened)) {
    const words = section.words ? await wordsFor(ctx, opened, section.area, sources) : [];
    sections.push({
      ...section,
      blocks: [
        ...words
          .filter((w) => w.role !== 'unit')
          .flatMap((w) =>
            blocksOfWords(w).map(({ doc }) => ({ kind: 'words' as const, doc, sources: [w.name] })),
          ),
        ...forms.map((form) => ({ kind: 'table' as const, form })),
      ],
    });
  }
  return sections;
};

/** The draft of the moment, whole: for whoever puts together or oversees the whole, never for one field. */
const draftContent = async (ctx: ReadContext, opened: Opened): Promise<ConsolidatedContent> => {
  const stored = await storedSections(ctx, opened.id);
  const totals = await totalsOf(ctx, opened, {});
  const names = await unitNames(ctx, opened.id);
  const leftOut = new Map(
    totals.changes.filter((c) => c.kind === 'leave-out' && c.form === null).map((c) => [c.unitId, c.reason]),
  );
  const sections =
    stored.size === 0
      ? await begun(ctx, opened)
      : (await outlineOf(ctx, opened)).map(({ sources: _, forms: __, ...section }) => ({
          ...section,
          blocks: blocksOfPieces(current(stored.get(section.id)?.pieces ?? [], totals.forms), names),
        }));
  return {
    campaign: totals.campaign,
    frozen: null,
    basis: totals.basis,
    communes: totals.communes,
    departments: totals.departments,
    missing: totals.missing.map((m) => ({ name: m.name, leftOut: leftOut.get(m.unitId) ?? null })),
    sections: sections.filter((s) => seesArea(opened.place, s.area)),
    forms: totals.forms,
  };
};

const frozenContent = async (
  ctx: ReadContext,
  opened: Opened,
  number: number,
): Promise<ConsolidatedContent> => {
  const version = (await frozenVersions(ctx, opened.id)).find((v) => v.content.number === number);
  if (!version) throw notFound('version');
  const { content } = version;
  const count = (commune: boolean) => {
    const of = content.units.filter((u) => (u.kind === 'commune') === commune);
    return { obliged: of.length, received: of.filter((u) => u.counted).length };
  };
  const out = content.changes.filter((c) => c.kind === 'leave-out' && c.form === null);
  return {
    campaign: await campaignHead(ctx, opened.id),
    frozen: { number, at: version.at, by: version.by, code: version.code, hash: version.hash },
    basis: content.basis,
    communes: count(true),
    departments: count(false),
    missing: content.units
      .filter((u) => !u.counted)
      .map((u) => ({ name: u.name, leftOut: out.find((c) => c.unitId === u.unitId)?.reason ?? null })),
    sections: content.sections.map(({ pieces, forms: _, version: __, ...section }) => ({
      ...section,
      blocks: blocksOfPieces(pieces, (unitId) => content.names[unitId] ?? ''),
    })),
    forms: content.forms,
  };
};

/** What is printed of a consolidation: the draft of the moment, or a frozen version by its number. */
export const consolidatedContent = async (
  ctx: ReadContext,
  campaignId: string,
  number: number | null = null,
): Promise<ConsolidatedContent> => {
  const opened = await openConsolidation(ctx, campaignId);
  if (opened.place.whole === null) throw forbidden();
  return number === null ? draftContent(ctx, opened) : frozenContent(ctx, opened, number);
};
