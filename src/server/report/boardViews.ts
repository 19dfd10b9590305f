import type { BoardView, BoardViewsAnswer } from '../../core/report/answers.ts';
import type { ReadContext, WriteContext } from '../http/context.ts';
import { refused } from '../http/failures.ts';

const MOST = 30;

/** Filters and orders of the board that the caller keeps under names; nobody else sees them. */
export const boardViews = async (ctx: ReadContext): Promise<BoardViewsAnswer> => ({
  views: (
    await ctx.db
      .selectFrom('board_view')
      .where('person_id', '=', ctx.person.personId)
      .orderBy('name')
      .select(['name', 'view'])
      .execute()
  ).map((row) => ({ name: row.name, view: row.view as unknown as BoardView })),
});

/** Under a name that is there already, the view is replaced. */
export const keepBoardView = async (ctx: WriteContext, name: string, view: BoardView): Promise<void> => {
  if (name === '') throw refused('board.viewNameless', {}, 409);
  const { views } = await boardViews(ctx);
  if (views.length >= MOST && !views.some((v) => v.name === name))
    throw refused('board.tooManyViews', { most: MOST }, 409);
  const values = { view: JSON.stringify(view), changed_at: new Date(ctx.now) };
  await ctx.trx
    .insertInto('board_view')
    .values({ person_id: ctx.person.personId, name, ...values })
    .onConflict((c) => c.columns(['person_id', 'name']).doUpdateSet(values))
    .execute();
};

export const forgetBoardView = async (ctx: WriteContext, name: string): Promise<void> => {
  await ctx.trx
    .deleteFrom('board_view')
    .where('person_id', '=', ctx.person.personId)
    .where('name', '=', name)
    .execute();
};
