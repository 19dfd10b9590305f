import type { z } from 'zod';
import { rolesAt } from '../../core/directory/roles.ts';
import type { Subject } from '../../core/evidence/cite.ts';
import { importPublished } from '../../core/scoring/published.ts';
import { changeRemedy, type Remedy, setThreshold } from '../../core/scoring/remediate.ts';
import type { publishedWire } from '../../core/scoring/wire.ts';
import { citeEvidence, unciteEvidence } from '../evidence/cite.ts';
import { citationsOf } from '../evidence/views/citations.ts';
import type { WriteContext } from '../http/context.ts';
import { forbidden, notFound } from '../http/failures.ts';
import { record } from '../record/record.ts';
import { givenCells } from '../report/views/givenCells.ts';
import { myOffice } from '../scoring/views/offices.ts';
import { unitsUnder } from '../scoring/views/units.ts';
import { writeRemedy, writeResults, writeThreshold } from './store.ts';
import { placeOf } from './views/list.ts';

type At = { readonly unitId: string; readonly year: number; readonly criterion: string };

const lockLine = async (ctx: WriteContext, at: At) => {
  const row = await ctx.trx
    .selectFrom('published_mark')
    .innerJoin('unit', 'unit.id', 'published_mark.unit_id')
    .where('unit_id', '=', at.unitId)
    .where('year', '=', at.year)
    .where('criterion_id', '=', at.criterion)
    .select(['unit.parent_id'])
    .forUpdate(['published_mark'])
    .executeTakeFirst();
  if (!rolesAt(ctx.person, at.unitId, ctx.today).has('preparer')) throw forbidden();
  if (!row) throw notFound('published-mark');
  const stands = await ctx.trx
    .selectFrom('remediation')
    .where('unit_id', '=', at.unitId)
    .where('year', '=', at.year)
    .where('criterion_id', '=', at.criterion)
    .select('version')
    .executeTakeFirst();
  const above = row.parent_id ?? at.unitId;
  const subject: Subject = {
    kind: 'criterion',
    id: at.unitId,
    unitId: at.unitId,
    receiverUnitId: above,
    authorityUnitId: above,
    chain: `remediation:${at.unitId}`,
  };
  const told = await givenCells(ctx, {
    unitIds: [at.unitId],
    rows: [at.criterion],
    columns: ['cause', 'measure', 'result', 'status'],
    year: at.year + 1,
  });
  const version = (stands?.version ?? 0) + (told.get(`${at.unitId} ${at.criterion}`)?.version ?? 0);
  return { version, subject };
};

/** I9: owner, day, measure, result; closing needs evidence. The unit's open report follows by the fact. */
export const changeLine = async (ctx: WriteContext, at: At, version: number, now: Remedy): Promise<void> => {
  const { version: stands, subject } = await lockLine(ctx, at);
  const cited = (await citationsOf(ctx, subject)).filter((c) => c.place === placeOf(at.year, at.criterion));
  await record(ctx, changeRemedy(at, { version: stands }, version, now, cited.length));
  const [first] = cited;
  const named = first
    ? [first.evidence.number, first.evidence.abstract].filter((w) => w !== '').join(', ')
    : '';
  await writeRemedy(ctx, at, { ...now, evidence: now.evidence.trim() || named });
};

export const citeForLine = async (
  ctx: WriteContext,
  at: At,
  what: { readonly evidenceId: string; readonly pages: string },
): Promise<void> => {
  const { subject } = await lockLine(ctx, at);
  await citeEvidence(ctx, subject, { place: placeOf(at.year, at.criterion), ...what });
};

export const unciteForLine = async (ctx: WriteContext, at: At, evidenceId: string): Promise<void> => {
  const { subject } = await lockLine(ctx, at);
  await unciteEvidence(ctx, subject, { place: placeOf(at.year, at.criterion), evidenceId });
};

/** Which marks are "thấp hoặc chưa cao" the authority chooses; reports that were sent keep the rows they were sent with. */
export const chooseThreshold = async (ctx: WriteContext, year: number, share: string): Promise<void> => {
  const office = await myOffice(ctx);
  await record(ctx, setThreshold(office.authorityUnitId, year, share));
  await writeThreshold(ctx, office.authorityUnitId, year, share);
};

export const importResults = async (
  ctx: WriteContext,
  given: z.infer<typeof publishedWire>,
): Promise<void> => {
  const office = await myOffice(ctx);
  const units = await unitsUnder(ctx, office.authorityUnitId);
  await record(
    ctx,
    importPublished(
      { ...given, authorityUnitId: office.authorityUnitId },
      new Set([office.authorityUnitId, ...units.map((u) => u.id)]),
      Number(ctx.today.slice(0, 4)),
    ),
  );
  await writeResults(ctx, given);
};
