import { sql } from 'kysely';
import type {
  CommentAnswer,
  DraftAnswer,
  DraftSectionAnswer,
  HistoryAnswer,
  TotalForm,
} from '../../core/consolidation/answers.ts';
import { type Piece, problemsOfPieces, type UnitSource } from '../../core/consolidation/draft.ts';
import { withFigures } from '../../core/consolidation/figures.ts';
import { type DraftOutlineSection, draftOutline } from '../../core/consolidation/outline.ts';
import { changesArea, seesArea } from '../../core/consolidation/place.ts';
import type { UnitKind } from '../../core/directory/unit.ts';
import type { ReadContext } from '../http/context.ts';
import { notFound } from '../http/failures.ts';
import { standingChanges } from './changes.ts';
import { type Opened, openConsolidation } from './open.ts';
import { saidNow } from './unitWords.ts';
import { totalsOf } from './views/totals.ts';

export const outlineOf = async (
  ctx: ReadContext,
  opened: Opened,
): Promise<readonly DraftOutlineSection[]> => {
  const unit = await ctx.db
    .selectFrom('unit')
    .select('kind')
    .where('id', '=', opened.authorityUnitId)
    .executeTakeFirstOrThrow();
  return draftOutline(opened.template, unit.kind as UnitKind);
};

/** The section of the outline, as far as the caller sees it. */
export const sectionOf = async (
  ctx: ReadContext,
  opened: Opened,
  sectionId: string,
): Promise<DraftOutlineSection> => {
  const section = (await outlineOf(ctx, opened)).find((s) => s.id === sectionId);
  if (!section?.words || !seesArea(opened.place, section.area)) throw notFound('section');
  return section;
};

type Stored = {
  readonly pieces: readonly Piece[];
  readonly version: number;
  readonly by: string;
  readonly at: number;
};

export const storedSections = async (ctx: ReadContext, id: string): Promise<ReadonlyMap<string, Stored>> => {
  const rows = await ctx.db
    .selectFrom('draft_section')
    .innerJoin('person', 'person.id', 'draft_section.changed_by')
    .where('campaign_id', '=', id)
    .where('draft_section.version', '>', 0)
    .select(['section_id', 'pieces', 'draft_section.version', 'person.name', 'changed_at'])
    .execute();
  return new Map(
    rows.map((r) => [
      r.section_id,
      { pieces: r.pieces as unknown as Piece[], version: r.version, by: r.name, at: r.changed_at },
    ]),
  );
};

const commentsOf = async (ctx: ReadContext, id: string): Promise<CommentAnswer[]> => {
  const { rows } = await sql<CommentAnswer>`
    select c.id, c.section_id as section, c.piece_id as piece, c.words, author.name as by, c.at,
      settler.name as "settledBy", c.settled_at as "settledAt"
    from draft_comment c join person author on author.id = c.by left join person settler on settler.id = c.settled_by
    where c.campaign_id = ${id} order by c.at, c.id`.execute(ctx.db);
  return rows;
};

/** Who has a part in this draft and can be named: the receiving office, the leads, the authority's own people. */
export const peopleOf = async (ctx: ReadContext, opened: Opened): Promise<DraftAnswer['people']> => {
  const leads = opened.leads.filter((l) => l.part === 'lead').map((l) => l.unitId);
  const { rows } = await sql<{ personId: string; name: string; unit: string }>`
    select distinct on (person.id) person.id as "personId", person.name, unit.name as unit
    from post join person on person.id = post.person_id join unit on unit.id = post.unit_id
    where person.active and post.valid_from <= ${ctx.today} and (post.valid_to is null or post.valid_to >= ${ctx.today})
      and ((post.unit_id = ${opened.receiverUnitId} and post.role = 'receiver')
        or (post.unit_id = any(${leads}::uuid[]) and post.role in ('preparer', 'signer'))
        or (post.unit_id = ${opened.authorityUnitId} and post.role in ('overseer', 'signer')))
    order by person.id`.execute(ctx.db);
  return rows.sort((a, b) => a.name.localeCompare(b.name, 'vi'));
};

export const sourcesIn = (pieces: readonly Piece[]): UnitSource[] =>
  pieces.flatMap((p) =>
    p.kind === 'words' ? p.sources.filter((s): s is UnitSource => s.kind === 'unit') : [],
  );

const namesOf = async (ctx: ReadContext, ids: readonly string[]): Promise<Record<string, string>> =>
  ids.length === 0
    ? {}
    : Object.fromEntries(
        (
          await ctx.db
            .selectFrom('unit')
            .select(['id', 'name'])
            .where('id', 'in', [...ids])
            .execute()
        ).map((u) => [u.id, u.name]),
      );

/** The pieces as they read today: live figures from the totals. */
export const current = (pieces: readonly Piece[], forms: readonly TotalForm[]): readonly Piece[] =>
  pieces.map((p) => (p.kind === 'words' ? { ...p, doc: withFigures(p.doc, forms) } : p));

/** Whether a source still says it and its unit is not left out. */
export const standsOf = async (
  ctx: ReadContext,
  opened: Opened,
  sources: readonly UnitSource[],
): Promise<(source: UnitSource) => boolean> => {
  const said = await saidNow(ctx, opened, sources);
  const out = (await standingChanges(ctx, opened.id))
    .filter((c) => c.kind === 'leave-out' && c.form === null)
    .map((c) => c.unitId);
  return (source) => said(source) && !out.includes(source.unitId);
};

/** The draft of the authority's own report, as far as the caller sees it (G3 G4). */
export const draftView = async (ctx: ReadContext, campaignId: string): Promise<DraftAnswer> => {
  const opened = await openConsolidation(ctx, campaignId);
  const stored = await storedSections(ctx, campaignId);
  const outline = (await outlineOf(ctx, opened)).filter((s) => seesArea(opened.place, s.area));
  const sources = outline.flatMap((s) => sourcesIn(stored.get(s.id)?.pieces ?? []));
  const stands = await standsOf(ctx, opened, sources);
  const comments = await commentsOf(ctx, campaignId);
  const { forms } = await totalsOf(ctx, opened, {});
  const mayWrite = opened.may.includes('write');
  return {
    campaignId,
    title: opened.title,
    sections: outline.map(({ sources: _, ...section }): DraftSectionAnswer => {
      const kept = stored.get(section.id);
      return {
        ...section,
        pieces: current(kept?.pieces ?? [], forms),
        version: kept?.version ?? 0,
        by: kept?.by ?? null,
        at: kept?.at ?? null,
        problems: problemsOfPieces(kept?.pieces ?? [], stands),
        comments: comments.filter((c) => c.section === section.id),
        mayWrite: mayWrite && section.words && changesArea(opened.place, section.area),
      };
    }),
    units: await namesOf(ctx, [...new Set(sources.map((s) => s.unitId))]),
    people: await peopleOf(ctx, opened),
    forms,
    may: opened.may,
  };
};

const VERSIONS = 50;

export const sectionHistory = async (
  ctx: ReadContext,
  campaignId: string,
  sectionId: string,
): Promise<HistoryAnswer> => {
  const opened = await openConsolidation(ctx, campaignId);
  await sectionOf(ctx, opened, sectionId);
  const rows = await ctx.db
    .selectFrom('draft_history')
    .innerJoin('person', 'person.id', 'draft_history.by')
    .where('campaign_id', '=', campaignId)
    .where('section_id', '=', sectionId)
    .orderBy('draft_history.version', 'desc')
    .limit(VERSIONS)
    .select(['draft_history.version', 'pieces', 'at', 'person.name'])
    .execute();
  return {
    versions: rows.map((r) => ({
      version: r.version,
      by: r.name,
      at: r.at,
      pieces: r.pieces as unknown as Piece[],
    })),
  };
};
