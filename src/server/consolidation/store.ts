import { uuidv7 } from 'uuidv7';
import type { Piece } from '../../core/consolidation/draft.ts';
import type { FrozenContent } from '../../core/consolidation/frozen.ts';
import type { Cell } from '../../core/template/cell.ts';
import type { WriteContext } from '../http/context.ts';

/** The only SQL that writes the tables of this room. */
type NewChange = {
  readonly kind: 'leave-out' | 'correct';
  readonly unitId: string;
  readonly form: string | null;
  readonly row: string | null;
  readonly column: string | null;
  readonly reported: Cell | null;
  readonly amount: string | null;
  readonly reason: string;
};

export const keepChange = async (
  ctx: WriteContext,
  campaignId: string,
  change: NewChange,
): Promise<string> => {
  const id = uuidv7();
  await ctx.trx
    .insertInto('total_change')
    .values({
      id,
      campaign_id: campaignId,
      unit_id: change.unitId,
      kind: change.kind,
      form_id: change.form ?? '',
      row_id: change.row ?? '',
      column_id: change.column ?? '',
      reported: change.reported === null ? null : JSON.stringify(change.reported),
      amount: change.amount,
      reason: change.reason,
      by: ctx.person.personId,
      at: new Date(ctx.now),
    })
    .execute();
  return id;
};

export const endChange = async (ctx: WriteContext, id: string): Promise<void> => {
  await ctx.trx
    .updateTable('total_change')
    .set({ taken_back_by: ctx.person.personId, taken_back_at: new Date(ctx.now) })
    .where('id', '=', id)
    .execute();
};

/** Locks a section of the draft, which begins empty as version 0. */
export const lockSection = async (
  ctx: WriteContext,
  campaignId: string,
  sectionId: string,
): Promise<{ version: number; pieces: readonly Piece[] }> => {
  await ctx.trx
    .insertInto('draft_section')
    .values({
      campaign_id: campaignId,
      section_id: sectionId,
      pieces: '[]',
      version: 0,
      changed_by: ctx.person.personId,
      changed_at: new Date(ctx.now),
    })
    .onConflict((c) => c.doNothing())
    .execute();
  const row = await ctx.trx
    .selectFrom('draft_section')
    .select(['version', 'pieces'])
    .where('campaign_id', '=', campaignId)
    .where('section_id', '=', sectionId)
    .forUpdate()
    .executeTakeFirstOrThrow();
  return { version: row.version, pieces: row.pieces as unknown as Piece[] };
};

export const keepSection = async (
  ctx: WriteContext,
  campaignId: string,
  sectionId: string,
  version: number,
  pieces: readonly Piece[],
): Promise<void> => {
  const values = { pieces: JSON.stringify(pieces), version };
  await ctx.trx
    .updateTable('draft_section')
    .set({ ...values, changed_by: ctx.person.personId, changed_at: new Date(ctx.now) })
    .where('campaign_id', '=', campaignId)
    .where('section_id', '=', sectionId)
    .execute();
  await ctx.trx
    .insertInto('draft_history')
    .values({
      campaign_id: campaignId,
      section_id: sectionId,
      ...values,
      by: ctx.person.personId,
      at: new Date(ctx.now),
    })
    .execute();
};

export const keepComment = async (
  ctx: WriteContext,
  campaignId: string,
  comment: {
    readonly section: string;
    readonly piece: string | null;
    readonly words: string;
    readonly mentioned: readonly string[];
  },
): Promise<string> => {
  const id = uuidv7();
  await ctx.trx
    .insertInto('draft_comment')
    .values({
      id,
      campaign_id: campaignId,
      section_id: comment.section,
      piece_id: comment.piece,
      words: comment.words,
      by: ctx.person.personId,
      at: new Date(ctx.now),
    })
    .execute();
  if (comment.mentioned.length > 0)
    await ctx.trx
      .insertInto('draft_mention')
      .values(comment.mentioned.map((person_id) => ({ comment_id: id, person_id })))
      .execute();
  return id;
};

export const settle = async (ctx: WriteContext, id: string): Promise<void> => {
  await ctx.trx
    .updateTable('draft_comment')
    .set({ settled_by: ctx.person.personId, settled_at: new Date(ctx.now) })
    .where('id', '=', id)
    .execute();
};

type Part = { readonly campaignId: string; readonly area: string; readonly unitId: string };

export const keepAsked = async (ctx: WriteContext, part: Part, dueAt: number): Promise<void> => {
  const values = { due_at: new Date(dueAt), asked_by: ctx.person.personId, asked_at: new Date(ctx.now) };
  await ctx.trx
    .insertInto('contribution')
    .values({ campaign_id: part.campaignId, area: part.area, unit_id: part.unitId, ...values })
    .onConflict((c) => c.columns(['campaign_id', 'area', 'unit_id']).doUpdateSet(values))
    .execute();
};

export const keepGiven = async (
  ctx: WriteContext,
  part: Part,
  plain: string,
  version: number,
): Promise<void> => {
  const values = { plain, version, given_by: ctx.person.personId, given_at: new Date(ctx.now) };
  await ctx.trx
    .insertInto('contribution')
    .values({ campaign_id: part.campaignId, area: part.area, unit_id: part.unitId, ...values })
    .onConflict((c) => c.columns(['campaign_id', 'area', 'unit_id']).doUpdateSet(values))
    .execute();
};

export const keepFrozen = async (
  ctx: WriteContext,
  content: FrozenContent,
  sealed: { readonly hash: string; readonly code: string },
  replaces: number | null,
  note: string,
): Promise<void> => {
  await ctx.trx
    .insertInto('frozen_version')
    .values({
      campaign_id: content.campaignId,
      number: content.number,
      basis: content.basis,
      content: JSON.stringify(content),
      content_hash: sealed.hash,
      code: sealed.code,
      replaces,
      note: note.trim() || null,
      by: ctx.person.personId,
      at: new Date(content.at),
    })
    .execute();
};

export const keepAfterFreeze = async (
  ctx: WriteContext,
  campaignId: string,
  decided: {
    readonly number: number;
    readonly choice: string;
    readonly note: string;
    readonly moved: unknown;
    readonly movedHash: string;
    readonly newNumber: number | null;
  },
): Promise<void> => {
  await ctx.trx
    .insertInto('after_freeze')
    .values({
      id: uuidv7(),
      campaign_id: campaignId,
      number: decided.number,
      choice: decided.choice,
      note: decided.note.trim(),
      moved: JSON.stringify(decided.moved),
      moved_hash: decided.movedHash,
      new_number: decided.newNumber,
      by: ctx.person.personId,
      at: new Date(ctx.now),
    })
    .execute();
};

export const keepHandedUp = async (
  ctx: WriteContext,
  campaignId: string,
  up: { readonly number: number; readonly upperCampaignId: string; readonly unitId: string },
): Promise<void> => {
  await ctx.trx
    .insertInto('handed_up')
    .values({
      campaign_id: campaignId,
      number: up.number,
      upper_campaign_id: up.upperCampaignId,
      unit_id: up.unitId,
      by: ctx.person.personId,
      at: new Date(ctx.now),
    })
    .execute();
};
