import { type Book, handOver, mayKeepBooks, type OutgoingKind, takeBack } from '../../core/registry/book.ts';
import type { WriteContext } from '../http/context.ts';
import { forbidden } from '../http/failures.ts';
import { record } from '../record/record.ts';
import { lockBook, setBook } from './store.ts';

type Which = { readonly unitId: string; readonly kind: OutgoingKind; readonly year: number };

const open = async (ctx: WriteContext, { unitId, kind, year }: Which): Promise<Book> => {
  if (!mayKeepBooks(ctx.person, unitId, ctx.today)) throw forbidden();
  return lockBook(ctx, unitId, kind, year);
};

/** The office lets the program give the numbers of one kind and year, from a number on. */
export const handBookOver = async (ctx: WriteContext, which: Which, startNumber: number): Promise<void> => {
  const book = await open(ctx, which);
  await record(ctx, handOver(book, startNumber));
  await setBook(ctx, book, {
    last_number: startNumber - 1,
    handed: true,
    handed_by: ctx.person.personId,
    handed_at: new Date(ctx.now),
  });
};

/** From now on văn thư types the numbers again. */
export const takeBookBack = async (ctx: WriteContext, which: Which): Promise<void> => {
  const book = await open(ctx, which);
  await record(ctx, takeBack(book));
  await setBook(ctx, book, { handed: false, handed_by: null, handed_at: null });
};
