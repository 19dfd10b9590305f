import { isDay } from '../../core/kernel/instant.ts';
import {
  type Numbered,
  numberOf,
  type OutgoingKind,
  type TypedNumber,
  yearOf,
} from '../../core/registry/book.ts';
import type { WriteContext } from '../http/context.ts';
import { Refused } from '../http/failures.ts';
import { lockBook, setBook } from './store.ts';

/**
 * Number and day for a document that is being issued, in the transaction that issues it: a refusal or a fault after
 * this gives the number back, and two who issue at once wait for each other, so that no number is missed or doubled
 * (H2).
 */
export const takeNumber = async (
  ctx: WriteContext,
  unitId: string,
  kind: OutgoingKind,
  typed: TypedNumber,
  symbol: string,
): Promise<Numbered> => {
  const year = yearOf(typed.day && isDay(typed.day) ? typed.day : ctx.today);
  const book = await lockBook(ctx, unitId, kind, year);
  const given = numberOf(book, typed, symbol, ctx.today);
  if (!given.ok) throw new Refused(given.refusal);
  const { number } = given.numbered;
  if (/^\d{1,6}$/.test(number))
    await setBook(ctx, book, { last_number: Math.max(book.lastNumber, Number(number)) });
  return given.numbered;
};
