import type { z } from 'zod';
import type { Remedy } from '../../core/scoring/remediate.ts';
import type { publishedWire } from '../../core/scoring/wire.ts';
import type { WriteContext } from '../http/context.ts';

type At = { readonly unitId: string; readonly year: number; readonly criterion: string };

export const writeRemedy = async (ctx: WriteContext, at: At, now: Remedy): Promise<void> => {
  const isClosed = now.status === 'closed';
  const values = {
    ...now,
    closed_by: isClosed ? ctx.person.personId : null,
    closed_at: isClosed ? new Date(ctx.now) : null,
    changed_by: ctx.person.personId,
    changed_at: new Date(ctx.now),
  };
  await ctx.trx
    .insertInto('remediation')
    .values({ unit_id: at.unitId, year: at.year, criterion_id: at.criterion, ...values })
    .onConflict((c) =>
      c
        .columns(['unit_id', 'year', 'criterion_id'])
        .doUpdateSet((eb) => ({ ...values, version: eb('remediation.version', '+', 1) })),
    )
    .execute();
};

export const writeThreshold = async (
  ctx: WriteContext,
  authorityUnitId: string,
  year: number,
  share: string,
): Promise<void> => {
  await ctx.trx
    .insertInto('low_mark_threshold')
    .values({
      authority_unit_id: authorityUnitId,
      year,
      share,
      set_by: ctx.person.personId,
      set_at: new Date(ctx.now),
    })
    .execute();
};

export const writeResults = async (
  ctx: WriteContext,
  given: z.infer<typeof publishedWire>,
): Promise<void> => {
  const known_at = new Date(ctx.now);
  const { year, document } = given;
  for (let i = 0; i < given.marks.length; i += 1000)
    await ctx.trx
      .insertInto('published_mark')
      .values(
        given.marks.slice(i, i + 1000).map((m) => ({
          unit_id: m.unitId,
          year,
          criterion_id: m.criterion,
          criterion_name: m.name,
          points: m.points,
          max_points: m.max,
          document,
          known_at,
        })),
      )
      .onConflict((c) =>
        c.columns(['unit_id', 'year', 'criterion_id']).doUpdateSet((eb) => ({
          criterion_name: eb.ref('excluded.criterion_name'),
          points: eb.ref('excluded.points'),
          max_points: eb.ref('excluded.max_points'),
          document: eb.ref('excluded.document'),
        })),
      )
      .execute();
  for (let i = 0; i < given.totals.length; i += 1000)
    await ctx.trx
      .insertInto('published_index')
      .values(
        given.totals.slice(i, i + 1000).map((total) => ({
          unit_id: total.unitId,
          year,
          percent: total.percent,
          rank: total.rank,
          has_survey: given.hasSurvey,
          document,
          known_at,
        })),
      )
      .onConflict((c) =>
        c.columns(['unit_id', 'year']).doUpdateSet((eb) => ({
          percent: eb.ref('excluded.percent'),
          rank: eb.ref('excluded.rank'),
          has_survey: eb.ref('excluded.has_survey'),
          document: eb.ref('excluded.document'),
        })),
      )
      .execute();
};
