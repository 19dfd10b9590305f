import { uuidv7 } from 'uuidv7';
import type { Book, Numbered, OutgoingKind } from '../../core/registry/book.ts';
import { registryFact, yearOf } from '../../core/registry/book.ts';
import type { Purpose } from '../../core/registry/outgoing.ts';
import { KIND_OF } from '../../core/registry/outgoing.ts';
import type { WriteContext } from '../http/context.ts';
import { record } from '../record/record.ts';

/** The book, made when it is first asked for, and locked: numbers of one book are given one after the other. */
export const lockBook = async (
  ctx: WriteContext,
  unitId: string,
  kind: OutgoingKind,
  year: number,
): Promise<Book> => {
  const row = await ctx.trx
    .insertInto('number_book')
    .values({ unit_id: unitId, kind, year })
    .onConflict((c) =>
      c.columns(['unit_id', 'kind', 'year']).doUpdateSet((eb) => ({ kind: eb.ref('excluded.kind') })),
    )
    .returning(['last_number', 'handed'])
    .executeTakeFirstOrThrow();
  return { unitId, kind, year, lastNumber: row.last_number, handed: row.handed };
};

export const setBook = async (
  ctx: WriteContext,
  { unitId, kind, year }: Book,
  values: {
    last_number?: number;
    handed?: boolean;
    handed_by?: string | null;
    handed_at?: Date | null;
  },
): Promise<void> => {
  await ctx.trx
    .updateTable('number_book')
    .set(values)
    .where('unit_id', '=', unitId)
    .where('kind', '=', kind)
    .where('year', '=', year)
    .execute();
};

export type Entry = {
  readonly unitId: string;
  readonly purpose: Purpose;
  readonly campaignId: string;
  readonly aboutUnitId: string | null;
  readonly revision: number;
  readonly subject: string;
  readonly numbered: Numbered;
  /** The document as it left; null where what was sent is kept elsewhere. */
  readonly tree: unknown;
  readonly signedBy: string | null;
  readonly signedAt: number | null;
};

const numberColumns = (ctx: WriteContext, { number, symbol, day, fromBook }: Numbered) => ({
  year: yearOf(day),
  number: Number(number),
  symbol,
  day,
  from_book: fromBook,
  issued_by: ctx.person.personId,
  issued_at: new Date(ctx.now),
});

const tell = (ctx: WriteContext, id: string, unitId: string, purpose: Purpose, numbered: Numbered) =>
  record(ctx, {
    ok: true,
    facts: [
      registryFact('registry.numberGiven', unitId, {
        documentId: id,
        purpose,
        kind: KIND_OF[purpose],
        ...numbered,
      }),
    ],
  });

/** Enters a document that left with its number. A report sent again is another document: it replaces the one before. */
export const enterIssued = async (ctx: WriteContext, entry: Entry): Promise<void> => {
  const known =
    entry.purpose === 'report'
      ? await ctx.trx
          .selectFrom('outgoing_document')
          .where('purpose', '=', 'report')
          .where('campaign_id', '=', entry.campaignId)
          .where('about_unit_id', '=', entry.aboutUnitId)
          .orderBy('revision', 'desc')
          .select(['id', 'revision'])
          .limit(1)
          .executeTakeFirst()
      : undefined;
  const columns = numberColumns(ctx, entry.numbered);
  if (known && known.revision >= entry.revision) {
    await ctx.trx.updateTable('outgoing_document').set(columns).where('id', '=', known.id).execute();
    await tell(ctx, known.id, entry.unitId, entry.purpose, entry.numbered);
    return;
  }
  const id = uuidv7();
  await ctx.trx
    .insertInto('outgoing_document')
    .values({
      id,
      unit_id: entry.unitId,
      kind: KIND_OF[entry.purpose],
      purpose: entry.purpose,
      campaign_id: entry.campaignId,
      about_unit_id: entry.aboutUnitId,
      revision: entry.revision,
      state: 'issued',
      subject: entry.subject,
      tree: entry.tree === null ? null : JSON.stringify(entry.tree),
      drafted_at: new Date(ctx.now),
      signed_by: entry.signedBy,
      signed_at: entry.signedAt === null ? null : new Date(entry.signedAt),
      ...columns,
      ...(known ? { related_id: known.id, relation: 'replace' } : {}),
    })
    .execute();
  await tell(ctx, id, entry.unitId, entry.purpose, entry.numbered);
};
