import type { Calendar } from '../../../core/kernel/calendar.ts';
import type { ReadContext } from '../../http/context.ts';

/** Days off and worked weekends as the administrator keeps them. */
export const calendarOf = async (ctx: Pick<ReadContext, 'db'>): Promise<Calendar> => {
  const rows = await ctx.db.selectFrom('holiday').select(['day', 'kind']).execute();
  return {
    holidays: new Set(rows.filter((r) => r.kind === 'holiday').map((r) => r.day)),
    workedWeekends: new Set(rows.filter((r) => r.kind === 'worked-weekend').map((r) => r.day)),
  };
};
