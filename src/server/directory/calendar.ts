import type { Kysely, Transaction } from 'kysely';
import { mayOn } from '../../core/directory/allow.ts';
import type { CalendarAnswer } from '../../core/directory/answers.ts';
import { type CalendarDay, setCalendar as decide } from '../../core/directory/setCalendar.ts';
import { partsOfDay } from '../../core/kernel/instant.ts';
import { canonicalJson } from '../../core/report/content.ts';
import type { DB } from '../database/schema.ts';
import type { ReadContext, WriteContext } from '../http/context.ts';
import { sha256 } from '../record/hash.ts';
import { record } from '../record/record.ts';
import { administratorOnly } from './load.ts';
import { lockAdministrators, setCalendarDays } from './store.ts';

const read = async (db: Kysely<DB> | Transaction<DB>, year: number) => {
  const days = (await db
    .selectFrom('holiday')
    .select(['day', 'kind', 'name'])
    .where('day', '>=', `${year}-01-01`)
    .where('day', '<=', `${year}-12-31`)
    .orderBy('day')
    .execute()) as CalendarDay[];
  // Rows have no version of their own: a day may be added as well as changed, so the whole year is one thing.
  return { days, version: sha256(canonicalJson(days)).slice(0, 16) };
};

export const calendarOf = async (
  ctx: ReadContext,
  year: number = partsOfDay(ctx.today).year,
): Promise<CalendarAnswer> => ({
  year,
  ...(await read(ctx.db, year)),
  may: mayOn(ctx.person, 'calendar', ctx.today),
});

export const setCalendar = async (
  ctx: WriteContext,
  input: { readonly year: number; readonly version: string; readonly days: readonly CalendarDay[] },
): Promise<CalendarAnswer> => {
  administratorOnly(ctx);
  await lockAdministrators(ctx.trx);
  const current = await read(ctx.trx, input.year);
  const facts = await record(ctx, decide(input.year, current, input.days, input.version));
  if (facts.length > 0) await setCalendarDays(ctx.trx, input.year, input.days);
  return calendarOf(ctx, input.year);
};
