import { type RawBuilder, sql } from 'kysely';
import type { SaveAnswer } from '../../core/report/answers.ts';
import { type Progress, summaryOf } from '../../core/report/gaps.ts';
import { KEPT } from '../database/kept.ts';
import type { ReadContext } from '../http/context.ts';
import type { ClientKey } from '../http/write.ts';
import type { LinkedFact } from '../record/facts.ts';
import type { CellWrite, WordsWrite } from './store.ts';

/** Somebody did something to the report between the reading and the writing: nothing was written. */
export class Overtaken extends Error {}

const DIVISION_BY_ZERO = '22012';

type Save = {
  readonly key: ClientKey | undefined;
  readonly answer: SaveAnswer;
  /** Whether the report has facts yet. */
  readonly begun: boolean;
  readonly head: { readonly seq: number; readonly hash: string };
  /** None when everything was stale: then only the answer is kept. */
  readonly facts: readonly LinkedFact[];
  readonly cells: readonly CellWrite[];
  readonly words: readonly WordsWrite[];
  readonly newPreparer: boolean;
  readonly progress: Progress;
};

const claimed = (
  ctx: ReadContext,
  { key, hash, route }: ClientKey,
  answer: SaveAnswer,
): RawBuilder<unknown> => sql`
  insert into client_write (person_id, key, route, body_hash, status, response)
  select ${ctx.person.personId}::uuid, ${key}::text, ${route}::text, ${hash}::text, 200, ${JSON.stringify(answer)}::jsonb from held
  on conflict do nothing returning 1`;

const moved = (save: Save, last: LinkedFact, gate: 'claimed' | 'held'): RawBuilder<unknown> =>
  save.begun
    ? sql`update chain_head set seq = ${last.seq}, hash = ${last.hash} where chain = ${last.chain}
        and seq = ${save.head.seq} and hash = ${save.head.hash} and exists (select 1 from ${sql.ref(gate)}) returning 1`
    : sql`insert into chain_head (chain, seq, hash) select ${last.chain}::text, ${last.seq}::bigint, ${last.hash}::text
        from ${sql.ref(gate)} on conflict do nothing returning 1`;

const cellRows = (cells: readonly CellWrite[]): string =>
  JSON.stringify(
    cells.map(({ form, row, column, scope, cell, note, version }) => ({
      ...{ form, row, column, scope, note, version: version + 1, kind: cell.kind },
      amount: cell.kind === 'amount' ? cell.amount : null,
      typed: cell.kind === 'unparsed' ? cell.typed : cell.kind === 'text' ? cell.text : null,
      estimate: cell.kind === 'amount' ? (cell.estimate ?? false) : false,
    })),
  );

/**
 * Key, chain, fact, cells, words and progress in one statement, which is one transaction. The report's row is taken
 * first, as every verb does, then the head of its chain, and only while that stands where it was read; otherwise the
 * last line divides by zero and takes everything back.
 */
export const writeSave = async (
  ctx: ReadContext,
  { campaignId, unitId }: { readonly campaignId: string; readonly unitId: string },
  save: Save,
): Promise<void> => {
  const last = save.facts.at(-1);
  const at = new Date(ctx.now);
  const who = ctx.person.personId;
  const gate = save.key ? 'claimed' : 'held';
  const parts: RawBuilder<unknown>[] = [
    sql`held as materialized (select 1 from report
      where campaign_id = ${campaignId} and unit_id = ${unitId} for update)`,
  ];
  if (save.key) parts.push(sql`claimed as (${claimed(ctx, save.key, save.answer)})`);
  if (last) {
    parts.push(sql`moved as (${moved(save, last, gate)})`);
    for (const [n, fact] of save.facts.entries())
      parts.push(sql`${sql.ref(`noted${n}`)} as (insert into fact (id, chain, seq, type, campaign_id, unit_id,
          actor_id, business_at, recorded_at, data, previous_hash, origin, hash)
        select ${fact.id}::uuid, ${fact.chain}::text, ${fact.seq}::bigint, ${fact.type}::text, ${campaignId}::uuid, ${unitId}::uuid,
          ${fact.actor_id}::uuid, ${at}::timestamptz, ${new Date(fact.recorded_at)}::timestamptz,
          ${JSON.stringify(fact.data)}::jsonb, ${fact.previous_hash}::text, ${fact.origin ?? null}::text, ${fact.hash}::text from moved)`);
    parts.push(sql`told as (update report set progress = ${JSON.stringify(save.progress)}::jsonb,
        summary = ${JSON.stringify(summaryOf(save.progress))}::jsonb,
        state = ${save.answer.state}, changed_at = ${at} from moved
      where campaign_id = ${campaignId} and unit_id = ${unitId})`);
    if (save.newPreparer)
      parts.push(sql`preparer as (insert into report_preparer (campaign_id, unit_id, person_id)
        select ${campaignId}::uuid, ${unitId}::uuid, ${who}::uuid from moved on conflict do nothing)`);
  }
  if (last && save.cells.length > 0)
    parts.push(sql`cells as (insert into cell (campaign_id, unit_id, form_id, row_id, column_id, scope, kind, amount,
        typed, estimate, note, version, changed_by, changed_at)
      select ${campaignId}::uuid, ${unitId}::uuid, c.form, c.row, c.column, c.scope, c.kind, c.amount, c.typed,
        c.estimate, c.note, c.version, ${who}::uuid, ${at}::timestamptz
      from moved, jsonb_to_recordset(${cellRows(save.cells)}::jsonb) as c(form text, "row" text, "column" text,
        scope text, kind text, amount numeric, typed text, estimate boolean, note text, version integer)
      on conflict (campaign_id, unit_id, form_id, row_id, column_id) do update set kind = excluded.kind,
        amount = excluded.amount, typed = excluded.typed, estimate = excluded.estimate, note = coalesce(excluded.note, cell.note),
        version = excluded.version, changed_by = excluded.changed_by, changed_at = excluded.changed_at)`);
  if (last && save.words.length > 0)
    parts.push(sql`words as (insert into narrative (campaign_id, unit_id, section_id, kind, doc, plain, version,
        changed_by, changed_at)
      select ${campaignId}::uuid, ${unitId}::uuid, w.section, w.kind, nullif(w.doc, 'null'::jsonb), w.plain, w.version,
        ${who}::uuid, ${at}::timestamptz
      from moved, jsonb_to_recordset(${JSON.stringify(
        save.words.map((w) => ({ ...w, doc: w.doc ?? null, version: w.version + 1 })),
      )}::jsonb) as w(section text, kind text, doc jsonb, plain text, version integer)
      on conflict (campaign_id, unit_id, section_id) do update set kind = excluded.kind, doc = excluded.doc,
        plain = excluded.plain, version = excluded.version, changed_by = excluded.changed_by,
        changed_at = excluded.changed_at)`);
  if (!last && !save.key) return;
  try {
    await sql`with ${KEPT} ${sql.join(parts)} select 1 / count(*) from ${sql.ref(last ? 'moved' : 'claimed')}`.execute(
      ctx.db,
    );
  } catch (error) {
    if ((error as { code?: string }).code === DIVISION_BY_ZERO) throw new Overtaken();
    throw error;
  }
};
