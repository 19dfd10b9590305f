import { type Actor, hasRole, rolesAt } from '../directory/roles.ts';
import { accept, type Decision, refuse } from '../kernel/decision.ts';
import type { Fact } from '../kernel/fact.ts';
import { type Day, partsOfDay } from '../kernel/instant.ts';

/** Kinds that have a row of numbers of their own in a year (NĐ 30/2020/NĐ-CP, Phụ lục I, mục 3). */
export const OUTGOING_KINDS = ['letter', 'report', 'decision'] as const;
export type OutgoingKind = (typeof OUTGOING_KINDS)[number];

/** One book: a body, a kind, a year. Numbers run from 01/01 to 31/12. */
export type Book = {
  readonly unitId: string;
  readonly kind: OutgoingKind;
  readonly year: number;
  /** The highest number given, by whoever gave it; 0 for none. */
  readonly lastNumber: number;
  /** Whether the body handed the book to the program. */
  readonly handed: boolean;
};

/** Number, symbol and day of a document, as they stand on it. */
export type Numbered = {
  readonly number: string;
  readonly symbol: string;
  readonly day: Day;
  readonly fromBook: boolean;
};

const LAST = 999_999;

/** One chain per body: who gave which number follows each other without a gap. */
export const registryFact = (type: string, unitId: string, data: Record<string, unknown>): Fact => ({
  type,
  chain: `registry:${unitId}`,
  unitId,
  data,
});

const bookData = ({ kind, year }: Book): Record<string, unknown> => ({ kind, year });

/** The office hands the book over with the number that comes next; what was given before is never given again. */
export const handOver = (book: Book, startNumber: number): Decision<Fact> => {
  if (book.handed) return refuse('registry.bookIsHere', { next: book.lastNumber + 1 });
  if (!Number.isInteger(startNumber) || startNumber < 1 || startNumber > LAST)
    return refuse('registry.startMalformed');
  if (startNumber <= book.lastNumber)
    return refuse('registry.startUsed', { start: startNumber, last: book.lastNumber });
  return accept(registryFact('registry.bookHanded', book.unitId, { ...bookData(book), startNumber }));
};

export const takeBack = (book: Book): Decision<Fact> =>
  book.handed
    ? accept(
        registryFact('registry.bookTakenBack', book.unitId, {
          ...bookData(book),
          lastNumber: book.lastNumber,
        }),
      )
    : refuse('registry.bookNotHere');

export type TypedNumber = { readonly number?: string | null; readonly day?: Day | null };

/**
 * From a book that was handed over the next number, dated today; else number and day as văn thư gave them, which the
 * rule of the document judges. A typed number beside a handed book would make a double sooner or later.
 */
export const numberOf = (
  book: Book,
  typed: TypedNumber,
  symbol: string,
  today: Day,
): { readonly ok: true; readonly numbered: Numbered } | Extract<Decision<never>, { ok: false }> => {
  if (!book.handed)
    return {
      ok: true,
      numbered: { number: typed.number?.trim() ?? '', symbol, day: typed.day ?? '', fromBook: false },
    };
  const next = book.lastNumber + 1;
  const refusal =
    typed.number || typed.day ? 'registry.bookDecides' : next > LAST ? 'registry.bookFull' : null;
  return refusal === null
    ? { ok: true, numbered: { number: String(next), symbol, day: today, fromBook: true } }
    : { ok: false, refusal: { code: refusal, details: { next } } };
};

/** The year whose book a number comes from. */
export const yearOf = (day: Day): number => partsOfDay(day).year;

/** Văn thư of the body keeps its books; the administrator sets them up. */
export const mayKeepBooks = (actor: Actor, unitId: string, today: Day): boolean =>
  rolesAt(actor, unitId, today).has('registry') || hasRole(actor, 'administrator', today);

/** Who reads the register of a body: those who have a part in its documents. */
export const mayReadRegister = (actor: Actor, unitId: string, today: Day): boolean =>
  rolesAt(actor, unitId, today).size > 0 || hasRole(actor, 'administrator', today);
