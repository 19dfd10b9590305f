import type { CitationAnswer } from '../../../core/evidence/answers.ts';
import type { Instant } from '../../../core/kernel/instant.ts';
import { canonicalContent, type ReportContent, type SentEvidence } from '../../../core/report/content.ts';
import { readUnits, type UnitsFigure } from '../../../core/report/elsewhere.ts';
import type { Filled } from '../../../core/report/gaps.ts';
import { type PreviousReport, readPrevious } from '../../../core/report/previous.ts';
import { type Cell, EMPTY } from '../../../core/template/cell.ts';
import { sectionsFor, type UnitSection } from '../../../core/template/outline.ts';
import { citationsOf } from '../../evidence/views/citations.ts';
import type { ReadContext } from '../../http/context.ts';
import { sha256 } from '../../record/hash.ts';
import { givenRowsOf, leadPartsOf } from './given.ts';
import type { Loaded } from './load.ts';
import { publishedTemplate } from './template.ts';

export type StoredCell = {
  readonly form: string;
  readonly row: string;
  readonly column: string;
  readonly cell: Cell;
  readonly note: string | null;
  readonly version: number;
  readonly by: string;
  readonly at: Instant;
};
export type StoredWords = {
  readonly section: string;
  readonly kind: 'text' | 'nil';
  readonly doc: unknown;
  readonly plain: string;
  readonly version: number;
  readonly by: string;
  readonly at: Instant;
};
export type Contents = {
  readonly cells: readonly StoredCell[];
  readonly words: readonly StoredWords[];
  readonly reasons: readonly { readonly check: string; readonly reason: string; readonly by: string }[];
  /** Parts that rest on a paper. */
  readonly cited: readonly string[];
};

export const cellOfRow = (row: {
  kind: string;
  amount: string | null;
  typed: string | null;
  estimate: boolean;
}): Cell => {
  switch (row.kind) {
    case 'amount':
      return { kind: 'amount', amount: row.amount ?? '0', ...(row.estimate ? { estimate: true } : {}) };
    case 'unparsed':
      return { kind: 'unparsed', typed: row.typed ?? '' };
    case 'text':
      return { kind: 'text', text: row.typed ?? '' };
    case 'nil':
    case 'not-applicable':
      return { kind: row.kind };
    default:
      return EMPTY;
  }
};

export const contentsOf = async (ctx: ReadContext, campaignId: string, unitId: string): Promise<Contents> => {
  const cells = await ctx.db
    .selectFrom('cell')
    .innerJoin('person', 'person.id', 'cell.changed_by')
    .where('campaign_id', '=', campaignId)
    .where('unit_id', '=', unitId)
    .select([
      'form_id',
      'row_id',
      'column_id',
      'kind',
      'amount',
      'typed',
      'estimate',
      'note',
      'cell.version',
      'person.name',
      'changed_at',
    ])
    .execute();
  const words = await ctx.db
    .selectFrom('narrative')
    .innerJoin('person', 'person.id', 'narrative.changed_by')
    .where('campaign_id', '=', campaignId)
    .where('unit_id', '=', unitId)
    .select(['section_id', 'kind', 'doc', 'plain', 'narrative.version', 'person.name', 'changed_at'])
    .execute();
  const reasons = await ctx.db
    .selectFrom('check_override')
    .innerJoin('person', 'person.id', 'check_override.by')
    .where('campaign_id', '=', campaignId)
    .where('unit_id', '=', unitId)
    .select(['check_key', 'reason', 'person.name'])
    .execute();
  const cited = await ctx.db
    .selectFrom('evidence_citation')
    .where('subject', '=', 'report')
    .where('subject_id', '=', campaignId)
    .where('unit_id', '=', unitId)
    .select('place')
    .execute();
  return {
    cells: cells.map((c) => ({
      form: c.form_id,
      row: c.row_id,
      column: c.column_id,
      cell: cellOfRow(c),
      note: c.note,
      version: c.version,
      by: c.name,
      at: c.changed_at,
    })),
    words: words.map((w) => ({
      section: w.section_id,
      kind: w.kind as 'text' | 'nil',
      doc: w.doc,
      plain: w.plain,
      version: w.version,
      by: w.name,
      at: w.changed_at,
    })),
    reasons: reasons.map((r) => ({ check: r.check_key, reason: r.reason, by: r.name })),
    cited: cited.map((c) => partOfPlace(c.place)),
  };
};

/** 's2.1/dossier/total' lies in 's2.1'. */
export const partOfPlace = (place: string): string => place.split('/')[0] ?? place;

export const filledOf = (
  contents: Contents,
  previous?: PreviousReport | null,
  units?: readonly UnitsFigure[],
): Filled => {
  // By form, row and column: a key put together for each question would cost more than the question.
  const cells = new Map<string, Map<string, Map<string, Cell>>>();
  for (const { form, row, column, cell } of contents.cells) {
    const rows = cells.get(form) ?? new Map<string, Map<string, Cell>>();
    const columns = rows.get(row) ?? new Map<string, Cell>();
    cells.set(form, rows.set(row, columns.set(column, cell)));
  }
  const words = new Map(contents.words.map((w) => [w.section, w]));
  const reasons = new Map(contents.reasons.map((r) => [r.check, r.reason]));
  const cited = new Set(contents.cited);
  return {
    cell: (form, row, column) => cells.get(form)?.get(row)?.get(column) ?? EMPTY,
    words: (section) => words.get(section),
    reason: (check) => reasons.get(check),
    previous: readPrevious(previous ?? null),
    around: readUnits(units),
    evidence: (section) => cited.has(section),
  };
};

/** What the report rests on, place by place. */
export const evidenceOf = (
  ctx: ReadContext,
  at: { readonly campaignId: string; readonly unitId: string },
): Promise<readonly CitationAnswer[]> =>
  citationsOf(ctx, { kind: 'report', id: at.campaignId, unitId: at.unitId });

const sentEvidence = (cited: readonly CitationAnswer[]): SentEvidence[] =>
  cited.map(({ place, pages, evidence: { hash, number, day, issuer, abstract } }) => ({
    place,
    pages,
    hash,
    number,
    day,
    issuer,
    abstract,
  }));

/** What the outline shows: a part that is not asked any more keeps its content, unseen and unsent (A8). */
export const shownOf = (sections: readonly UnitSection[], contents: Contents): Contents => {
  const forms = new Set(sections.flatMap((s) => s.forms.map((f) => f.id)));
  const ids = new Set(sections.map((s) => s.id));
  return {
    ...contents,
    cells: contents.cells.filter((c) => forms.has(c.form)),
    words: contents.words.filter((w) => ids.has(w.section)),
  };
};

export const contentOf = (
  loaded: Loaded,
  contents: Contents,
  cited: readonly CitationAnswer[],
): ReportContent => ({
  campaignId: loaded.report.campaignId,
  unitId: loaded.report.unitId,
  revision: loaded.report.revision + 1,
  cells: contents.cells.map(({ form, row, column, cell }) => ({ form, row, column, cell })),
  words: contents.words.map(({ section, kind, plain, doc }) => ({ section, kind, plain, doc })),
  reasons: contents.reasons.map(({ check, reason }) => ({ check, reason })),
  // A report without evidence keeps the shape, and so the hash, that it always had.
  ...(cited.length > 0 ? { evidence: sentEvidence(cited) } : {}),
});

export const hashOfContent = (content: ReportContent): string => sha256(canonicalContent(content));

/**
 * The outline as this unit fills it: the template version it was begun with, the version of the request that it
 * follows, its leads, its tasks and low marks.
 */
export const sectionsOf = async (ctx: ReadContext, loaded: Loaded): Promise<readonly UnitSection[]> => {
  const template = await publishedTemplate(ctx, loaded.template.id, loaded.template.version);
  const outline = template.outlines.find((o) => o.id === loaded.outline);
  if (!outline) throw new Error(`template ${template.id} has no outline ${loaded.outline}`);
  const leads = await leadPartsOf(ctx, loaded);
  return sectionsFor(template, outline, leads, await givenRowsOf(ctx, loaded, leads), loaded.parts);
};
