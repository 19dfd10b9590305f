import { sql } from 'kysely';
import { chainOfReport } from '../../../core/kernel/fact.ts';
import type { Progress } from '../../../core/report/gaps.ts';
import type { LeadPart, UnitSection } from '../../../core/template/outline.ts';
import { sectionsFor, WHOLE_OUTLINE } from '../../../core/template/outline.ts';
import type { Outline, Section } from '../../../core/template/template.ts';
import type { ReadContext, Services } from '../../http/context.ts';
import { type Contents, cellOfRow, partOfPlace } from './contents.ts';
import { givenRowsOf, leadPartsSql } from './given.ts';
import { type Loaded, readable, selectReport, toLoaded } from './load.ts';
import { publishedTemplate } from './template.ts';

/** What a save touches: forms by their cells, sections by their words. */
export type Touched = { readonly forms: readonly string[]; readonly sections: readonly string[] };

/** All that a save has to know, from one reading. */
export type Standing = {
  readonly loaded: Loaded;
  readonly outline: readonly UnitSection[];
  /** Where words and figures may be kept: the outline, and what was left out of it since the page was opened (A8). */
  readonly places: readonly UnitSection[];
  /** The sections that the change lies in; the contents are theirs alone unless all was asked for. */
  readonly touched: readonly UnitSection[];
  readonly contents: Contents;
  readonly progress: Progress;
  /** The last fact of the report's chain. Whatever anybody does to the report moves it. */
  readonly head: { readonly seq: number; readonly hash: string } | null;
  /** The answer that this key was given before. */
  readonly known: { readonly route: string; readonly hash: string; readonly response: unknown } | null;
};

type At = { readonly campaignId: string; readonly unitId: string };
type Template = { readonly id: string; readonly version: number; readonly outline: string };

const flat = (sections: readonly Section[]): readonly Section[] =>
  sections.flatMap((s) => [s, ...flat(s.children ?? [])]);

const touches = (
  section: Pick<Section, 'id'>,
  forms: readonly string[],
  { forms: f, sections: s }: Touched,
): boolean => s.includes(section.id) || forms.some((id) => f.includes(id));

/** Which template a report rests on, as it was last seen: a guess that the reading itself confirms. */
const guesses = new WeakMap<Services, Map<string, Template>>();
const MOST_GUESSES = 20_000;

const guessOf = async (ctx: ReadContext, at: At): Promise<Template | undefined> => {
  const kept = guesses.get(ctx.services) ?? new Map<string, Template>();
  guesses.set(ctx.services, kept);
  const known = kept.get(`${at.campaignId}/${at.unitId}`);
  if (known) return known;
  const row = await ctx.db
    .selectFrom('report')
    .select(['template_id as id', 'template_version as version', 'outline'])
    .where('campaign_id', '=', at.campaignId)
    .where('unit_id', '=', at.unitId)
    .executeTakeFirst();
  if (!row) return undefined;
  if (kept.size >= MOST_GUESSES) kept.clear();
  kept.set(`${at.campaignId}/${at.unitId}`, row);
  return row;
};

const json = <T>(query: ReturnType<typeof sql>) =>
  sql<T>`(select coalesce(json_agg(x), '[]') from (${query}) x)`;

const among = (column: string, ids: readonly string[] | undefined) =>
  ids === undefined ? sql`true` : sql`${sql.ref(column)} = any(${ids}::text[])`;

/** form, row, column, version, kind, amount, typed, estimate: short, because each save reads a section of them. */
type CellRow = readonly [
  form: string,
  row: string,
  column: string,
  version: number,
  kind: string,
  amount: string | null,
  typed: string | null,
  estimate: boolean,
];
type WordsRow = readonly [section: string, version: number, kind: 'text' | 'nil', plain: string];

const read = (
  ctx: ReadContext,
  { campaignId, unitId }: At,
  key: string | undefined,
  forms: readonly string[] | undefined,
  sections: readonly string[] | undefined,
) => {
  const here = sql`campaign_id = ${campaignId} and unit_id = ${unitId}`;
  return selectReport(ctx, campaignId, unitId)
    .select([
      sql<{
        seq: number;
        hash: string;
      } | null>`(select json_build_object('seq', seq, 'hash', hash) from chain_head
        where chain = ${chainOfReport(campaignId, unitId)})`.as('head'),
      sql<
        Standing['known']
      >`(select json_build_object('route', route, 'hash', body_hash, 'response', response)
        from client_write where person_id = ${ctx.person.personId} and key = ${key ?? ''})`.as('known'),
      json<LeadPart[]>(leadPartsSql(campaignId, unitId, sql`report.request_version`)).as('leads'),
      sql<
        CellRow[] | null
      >`(select json_agg(json_build_array(form_id, row_id, column_id, version, kind, amount::text,
        typed, estimate)) from cell where ${here} and ${among('form_id', forms)})`.as('cells'),
      sql<WordsRow[] | null>`(select json_agg(json_build_array(section_id, version, kind, plain))
        from narrative where ${here} and ${among('section_id', sections)})`.as('words'),
      json<{ check: string; reason: string }[]>(
        sql`select check_key as check, reason from check_override where ${here}`,
      ).as('reasons'),
      sql<string[] | null>`(select json_agg(place) from evidence_citation where subject = 'report'
        and subject_id = ${campaignId} and unit_id = ${unitId})`.as('cited'),
    ])
    .executeTakeFirst();
};

/** What stands, without who wrote it when: that is read for a conflict alone. */
const STAMP = { note: null, by: '', at: 0 };

const contentsFrom = (row: NonNullable<Awaited<ReturnType<typeof read>>>): Contents => ({
  cells: (row.cells ?? []).map(([form, r, column, version, kind, amount, typed, estimate]) => ({
    ...{ form, row: r, column, version },
    ...{ cell: cellOfRow({ kind, amount, typed, estimate }), ...STAMP },
  })),
  words: (row.words ?? []).map(([section, version, kind, plain]) => ({
    ...{ section, version, kind, plain, doc: null },
    ...STAMP,
  })),
  reasons: row.reasons.map((r) => ({ ...r, by: '' })),
  cited: (row.cited ?? []).map(partOfPlace),
});

const NOTHING_GIVEN = { tasks: [], lowMarks: [], ledCriteria: [] };

/** The report as far as a change reaches, or whole. */
export const standingOf = async (
  ctx: ReadContext,
  at: At,
  change: Touched,
  key: string | undefined,
  whole: boolean,
): Promise<Standing> => {
  const guess = await guessOf(ctx, at);
  const template = guess && (await publishedTemplate(ctx, guess.id, guess.version));
  const outline: Outline | undefined = template?.outlines.find((o) => o.id === guess?.outline);
  const near = flat(outline?.sections ?? []).filter((s) => touches(s, s.forms ?? [], change));
  const row = whole
    ? await read(ctx, at, key, undefined, undefined)
    : await read(
        ctx,
        at,
        key,
        [...new Set([...change.forms, ...near.flatMap((s) => s.forms ?? [])])],
        near.map((s) => s.id),
      );
  const loaded = readable(row && toLoaded(ctx, row));
  if (
    !row ||
    !template ||
    !outline ||
    loaded.template.version !== template.version ||
    loaded.outline !== outline.id
  ) {
    // The request was changed meanwhile: look again at what the report rests on now.
    guesses.get(ctx.services)?.delete(`${at.campaignId}/${at.unitId}`);
    return standingOf(ctx, at, change, key, true);
  }
  const given =
    whole || near.some((s) => s.forms?.some((id) => isGiven(template, id)))
      ? await givenRowsOf(ctx, loaded, row.leads)
      : NOTHING_GIVEN;
  const sections = sectionsFor(template, outline, row.leads, given, loaded.parts);
  return {
    loaded,
    outline: sections,
    places:
      loaded.parts.leftOut.length === 0
        ? sections
        : [...sections, ...sectionsFor(template, outline, row.leads, given, WHOLE_OUTLINE)],
    touched: sections.filter((s) =>
      touches(
        s,
        s.forms.map((f) => f.id),
        change,
      ),
    ),
    contents: contentsFrom(row),
    progress: row.progress as unknown as Progress,
    head: row.head,
    known: row.known,
  };
};

const isGiven = (template: Awaited<ReturnType<typeof publishedTemplate>>, formId: string): boolean => {
  const rows = template.forms.find((f) => f.id === formId)?.rows;
  return rows !== undefined && 'from' in rows;
};
