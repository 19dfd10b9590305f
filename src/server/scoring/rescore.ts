import type { ScoreSheet } from '../../core/scoring/sheet.ts';
import type { WriteContext } from '../http/context.ts';
import { forbidden } from '../http/failures.ts';
import { setResults } from './store.ts';
import { findRound, isOffice } from './views/rounds.ts';
import { resultOf, standingFrom } from './views/stages.ts';
import { type LoadedSubject, wholeRound } from './views/subject.ts';

/** Verbs on a whole round follow each other. */
export const holdRound = async (ctx: WriteContext, roundId: string) => {
  await ctx.trx.selectFrom('index_round').where('id', '=', roundId).select('id').forUpdate().execute();
  return findRound(ctx, roundId);
};

export const lockRound = async (ctx: WriteContext, roundId: string) => {
  const row = await holdRound(ctx, roundId);
  if (!isOffice(ctx, row)) throw forbidden();
  return row;
};

export type Rescored = { readonly loaded: LoadedSubject; readonly sheet: ScoreSheet };

/** Works out sheets of a round anew, all of them or some, and keeps what each came to. */
export const rescore = async (
  ctx: WriteContext,
  roundId: string,
  unitIds: readonly string[] | null = null,
): Promise<readonly Rescored[]> => {
  const rescored = (await wholeRound(ctx, roundId, unitIds)).map((material) => ({
    loaded: material.loaded,
    sheet: standingFrom(material),
  }));
  await setResults(
    ctx,
    roundId,
    rescored.map(({ loaded, sheet }) => ({ unitId: loaded.unit.id, result: resultOf(sheet) })),
  );
  return rescored;
};
