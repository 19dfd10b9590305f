import { sql } from 'kysely';
import { hasRole, rolesAt } from '../../core/directory/roles.ts';
import { basesOf } from '../../core/documents/letters.ts';
import type { DocumentTree } from '../../core/documents/tree.ts';
import type {
  BookLine,
  NextNumberAnswer,
  OutgoingLine,
  RegisterAnswer,
} from '../../core/registry/answers.ts';
import {
  mayKeepBooks,
  mayReadRegister,
  OUTGOING_KINDS,
  type OutgoingKind,
  yearOf,
} from '../../core/registry/book.ts';
import { mayOnOutgoing, type Outgoing } from '../../core/registry/decide.ts';
import type { OutgoingState, Purpose, RelatedDocument, Relation } from '../../core/registry/outgoing.ts';
import type { ReadContext } from '../http/context.ts';
import { forbidden, notFound } from '../http/failures.ts';
import { authoritiesReceivedFor, proposalsOf } from './proposals.ts';

const documentsOf = (ctx: ReadContext) =>
  ctx.db
    .selectFrom('outgoing_document as d')
    .leftJoin('unit as u', 'u.id', 'd.about_unit_id')
    .leftJoin('person as p', 'p.id', 'd.issued_by')
    .leftJoin('person as s', 's.id', 'd.signed_by')
    .leftJoin('campaign as c', 'c.id', 'd.campaign_id')
    .leftJoin('index_round as r', 'r.id', 'd.round_id')
    .select([
      'd.id',
      'd.kind',
      'd.purpose',
      'd.state',
      'd.subject',
      'd.campaign_id',
      'd.about_unit_id',
      'u.name as about_unit',
      'd.year',
      'd.number',
      'd.symbol',
      'd.day',
      'd.from_book',
      'p.name as issued_by',
      'd.issued_at',
      'd.related_id',
      'd.relation',
      'd.version',
      'd.frozen_number',
      's.name as signed_by',
      sql<string | null>`coalesce(c.receiver_unit_id, r.office_unit_id)`.as('receiver_unit_id'),
      'd.round_id',
      sql<boolean>`d.tree is not null`.as('printable'),
      sql<DocumentTree | null>`case when d.state = 'draft' and d.purpose = 'index-decision' then d.tree end`.as(
        'draft',
      ),
    ]);
type Row = Awaited<ReturnType<ReturnType<typeof documentsOf>['execute']>>[number];

const relatedOf = (row: Row, relation: string): RelatedDocument => ({
  id: row.id,
  relation: relation as Relation,
  state: row.state as OutgoingState,
  number: row.number,
  symbol: row.symbol,
  day: row.day,
});

const receives = (ctx: ReadContext, receiverUnitId: string | null): boolean =>
  receiverUnitId !== null && rolesAt(ctx.person, receiverUnitId, ctx.today).has('receiver');

const lineOf = (ctx: ReadContext, unitId: string, row: Row, all: readonly Row[]): OutgoingLine => {
  const of = all.find((one) => one.id === row.related_id);
  const by = all.filter((one) => one.related_id === row.id && one.state !== 'discarded');
  const document: Outgoing = {
    id: row.id,
    unitId,
    purpose: row.purpose as Purpose,
    state: row.state as OutgoingState,
    replaced: by.some((one) => one.relation === 'replace'),
  };
  return {
    id: row.id,
    kind: row.kind as OutgoingKind,
    purpose: row.purpose as Purpose,
    state: row.state as OutgoingState,
    subject: row.subject,
    campaignId: row.campaign_id,
    roundId: row.round_id,
    aboutUnitId: row.about_unit_id,
    aboutUnit: row.about_unit,
    frozen: row.frozen_number,
    year: row.year,
    number: row.number,
    symbol: row.symbol,
    day: row.day,
    fromBook: row.from_book,
    issuedBy: row.issued_by,
    issuedAt: row.issued_at,
    of: of && row.relation ? relatedOf(of, row.relation) : null,
    by: by.map((one) => relatedOf(one, one.relation ?? '')),
    version: row.version,
    signedBy: row.signed_by,
    printable: row.printable,
    bases: row.draft ? basesOf(row.draft) : null,
    may: mayOnOutgoing(document, rolesAt(ctx.person, unitId, ctx.today), receives(ctx, row.receiver_unit_id)),
  };
};

const booksOf = async (ctx: ReadContext, unitId: string, year: number): Promise<BookLine[]> => {
  const rows = await ctx.db
    .selectFrom('number_book as b')
    .leftJoin('person as p', 'p.id', 'b.handed_by')
    .where('b.unit_id', '=', unitId)
    .where('b.year', '=', year)
    .select(['b.kind', 'b.last_number', 'b.handed', 'b.handed_at', 'p.name'])
    .execute();
  return OUTGOING_KINDS.map((kind) => {
    const row = rows.find((one) => one.kind === kind);
    const lastNumber = row?.last_number ?? 0;
    return {
      kind,
      year,
      lastNumber,
      handed: row?.handed ?? false,
      next: lastNumber + 1,
      handedAt: row?.handed_at ?? null,
      handedBy: row?.name ?? null,
    };
  });
};

/** Bodies of the caller: own posts, and for an administrator every body that exists. */
const unitsOf = async (ctx: ReadContext): Promise<{ id: string; name: string }[]> => {
  const { person, today } = ctx;
  const everywhere = hasRole(person, 'administrator', today);
  const held = [...new Set([...person.posts, ...person.standIns].map((one) => one.unitId))].filter((id) =>
    mayReadRegister(person, id, today),
  );
  // The office that receives for an authority drafts its documents too.
  const own = [...new Set([...held, ...(await authoritiesReceivedFor(ctx))])];
  const rows = await ctx.db
    .selectFrom('unit')
    .select(['id', 'name'])
    .where('valid_from', '<=', today)
    .where((eb) => eb.or([eb('valid_to', 'is', null), eb('valid_to', '>=', today)]))
    .$if(!everywhere, (q) => q.where('id', 'in', own.length > 0 ? own : [NOBODY]))
    .orderBy('kind', 'desc')
    .orderBy('name')
    .execute();
  // Where the person keeps the book comes first.
  return rows.sort((a, b) => Number(own.includes(b.id)) - Number(own.includes(a.id)));
};
const NOBODY = '00000000-0000-0000-0000-000000000000';

export const register = async (
  ctx: ReadContext,
  wanted: { readonly unitId?: string | undefined; readonly year?: number | undefined },
): Promise<RegisterAnswer> => {
  const units = await unitsOf(ctx);
  const unit = wanted.unitId === undefined ? units[0] : units.find((one) => one.id === wanted.unitId);
  if (!unit) throw forbidden();
  const year = wanted.year ?? yearOf(ctx.today);
  const rows = await documentsOf(ctx)
    .where('d.unit_id', '=', unit.id)
    .where('d.state', '<>', 'discarded')
    .where((eb) => eb.or([eb('d.year', '=', year), eb('d.state', '<>', 'issued')]))
    .orderBy('d.number', (o) => o.desc().nullsFirst())
    .execute();
  return {
    unit,
    year,
    today: ctx.today,
    units,
    books: await booksOf(ctx, unit.id, year),
    documents: rows.map((row) => lineOf(ctx, unit.id, row, rows)),
    proposals: await proposalsOf(ctx, unit.id),
    may: mayKeepBooks(ctx.person, unit.id, ctx.today) ? ['keep'] : [],
  };
};

/** Whether the program gives the number of what somebody is about to issue, and which. */
export const nextNumber = async (
  ctx: ReadContext,
  wanted: {
    readonly kind: OutgoingKind;
    readonly campaignId?: string | undefined;
    readonly unitId?: string | undefined;
  },
): Promise<NextNumberAnswer> => {
  const unitId =
    wanted.unitId ??
    (wanted.campaignId
      ? (
          await ctx.db
            .selectFrom('campaign')
            .select('authority_unit_id')
            .where('id', '=', wanted.campaignId)
            .executeTakeFirst()
        )?.authority_unit_id
      : undefined);
  if (!unitId) throw notFound('unit');
  if (!mayReadRegister(ctx.person, unitId, ctx.today)) throw forbidden();
  const books = await booksOf(ctx, unitId, yearOf(ctx.today));
  const book = books.find((one) => one.kind === wanted.kind);
  return { handed: book?.handed ?? false, next: book?.next ?? 1, day: ctx.today };
};
