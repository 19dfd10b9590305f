import type { Updateable } from 'kysely';
import { uuidv7 } from 'uuidv7';
import type { DocumentTree } from '../../../core/documents/tree.ts';
import { draftOutgoing } from '../../../core/registry/decide.ts';
import { KIND_OF, type Purpose, type Relation } from '../../../core/registry/outgoing.ts';
import type { OutgoingDocument } from '../../database/schema.ts';
import type { WriteContext } from '../../http/context.ts';
import { record } from '../../record/record.ts';

export type NewOutgoing = {
  readonly unitId: string;
  readonly purpose: Purpose;
  readonly campaignId: string | null;
  readonly aboutUnitId: string | null;
  readonly roundId?: string;
  readonly subject: string;
  readonly tree: DocumentTree;
  /** Of a report of the area: the frozen version in it. */
  readonly frozen?: number | null;
  readonly related: { readonly id: string; readonly relation: Relation } | null;
};

/** In a list a subject stands alone: 'Gia hạn thời gian …'. */
const opening = (words: string): string => words.charAt(0).toLocaleUpperCase('vi') + words.slice(1);

export const addDraft = async (ctx: WriteContext, one: NewOutgoing): Promise<string> => {
  const id = uuidv7();
  await record(
    ctx,
    draftOutgoing(
      { id, unitId: one.unitId, purpose: one.purpose, state: 'draft', replaced: false },
      {
        subject: one.subject,
        relatedId: one.related?.id ?? null,
        relation: one.related?.relation ?? null,
      },
    ),
  );
  await ctx.trx
    .insertInto('outgoing_document')
    .values({
      id,
      unit_id: one.unitId,
      kind: KIND_OF[one.purpose],
      purpose: one.purpose,
      campaign_id: one.campaignId,
      about_unit_id: one.aboutUnitId,
      round_id: one.roundId ?? null,
      state: 'draft',
      subject: opening(one.subject),
      symbol: one.tree.head.symbol,
      tree: JSON.stringify(one.tree),
      frozen_number: one.frozen ?? null,
      related_id: one.related?.id ?? null,
      relation: one.related?.relation ?? null,
      drafted_by: ctx.person.personId,
      drafted_at: new Date(ctx.now),
    })
    .execute();
  return id;
};

export const setOutgoing = async (
  ctx: WriteContext,
  id: string,
  values: Updateable<OutgoingDocument>,
): Promise<void> => {
  await ctx.trx
    .updateTable('outgoing_document')
    .set((eb) => ({ ...values, version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .execute();
};
