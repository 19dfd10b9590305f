import type { DocumentStyle } from '../../core/documents/style.ts';
import { mayKeepBooks, registryFact } from '../../core/registry/book.ts';
import type { ReadContext, WriteContext } from '../http/context.ts';
import { forbidden, refused } from '../http/failures.ts';
import { record } from '../record/record.ts';
import { styledUnit } from './letterhead.ts';

export type StyleAnswer = {
  readonly unit: { readonly id: string; readonly name: string };
  readonly style: DocumentStyle;
  readonly usual: DocumentStyle;
  readonly version: number;
};

/** Văn thư of the body and the administrator see and set how its documents look. */
export const styleAnswer = async (ctx: ReadContext, unitId: string): Promise<StyleAnswer> => {
  if (!mayKeepBooks(ctx.person, unitId, ctx.today)) throw forbidden();
  const { name, style, usual, version } = await styledUnit(ctx, unitId);
  return { unit: { id: unitId, name }, style, usual, version };
};

export const setStyle = async (
  ctx: WriteContext,
  unitId: string,
  version: number,
  style: DocumentStyle,
): Promise<void> => {
  const before = await styleAnswer(ctx, unitId);
  const values = {
    style: JSON.stringify(style),
    changed_by: ctx.person.personId,
    changed_at: new Date(ctx.now),
  };
  // The row's own version decides: of two who save at once one is told that the other was quicker.
  const saved =
    version === 0
      ? await ctx.trx
          .insertInto('document_style')
          .values({ unit_id: unitId, ...values })
          .onConflict((c) => c.doNothing())
          .returning('unit_id')
          .executeTakeFirst()
      : await ctx.trx
          .updateTable('document_style')
          .set((eb) => ({ ...values, version: eb('version', '+', 1) }))
          .where('unit_id', '=', unitId)
          .where('version', '=', version)
          .returning('unit_id')
          .executeTakeFirst();
  if (!saved) throw refused('registry.stale');
  await record(ctx, {
    ok: true,
    facts: [registryFact('registry.styleSet', unitId, { before: before.style, after: style })],
  });
};
