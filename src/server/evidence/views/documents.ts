import { type SqlBool, sql } from 'kysely';
import { mayKeep } from '../../../core/evidence/allow.ts';
import type { EvidenceAnswer, EvidenceList } from '../../../core/evidence/answers.ts';
import type { Evidence } from '../../../core/evidence/document.ts';
import type { PdfSignature } from '../../../core/evidence/signature.ts';
import { withoutMarks } from '../../../core/kernel/search.ts';
import type { ReadContext, WriteContext } from '../../http/context.ts';
import { forbidden } from '../../http/failures.ts';
import { ownStances, readingOf } from './readers.ts';

const MOST = 100;

/** In an empty list nothing is found; PostgreSQL asks for at least one. */
const NONE = '00000000-0000-0000-0000-000000000000';

const base = (ctx: ReadContext) =>
  ctx.db
    .selectFrom('evidence as e')
    .innerJoin('unit', 'unit.id', 'e.unit_id')
    .innerJoin('stored_file as f', 'f.hash', 'e.file_hash')
    .innerJoin('person', 'person.id', 'e.created_by')
    .leftJoin('file_finding as g', 'g.hash', 'e.file_hash');

const readable = (ctx: ReadContext) => {
  const { own, receiving } = readingOf(ctx);
  const offices = receiving.length > 0 ? receiving : [NONE];
  return base(ctx).where((eb) =>
    eb.or([
      eb('e.unit_id', 'in', own.length > 0 ? own : [NONE]),
      eb.exists(
        eb
          .selectFrom('evidence_citation as c')
          .select(sql`1`.as('one'))
          .whereRef('c.evidence_id', '=', 'e.id')
          .where((c) =>
            c.or([c('c.receiver_unit_id', 'in', offices), c('c.authority_unit_id', 'in', offices)]),
          ),
      ),
    ]),
  );
};

const withColumns = (query: ReturnType<typeof base>) =>
  query.select((eb) => [
    'e.id',
    'e.unit_id',
    'unit.name as unit_name',
    'e.number',
    'e.document_day',
    'e.issuer',
    'e.abstract',
    'e.pages',
    'e.file_name',
    'e.file_hash',
    'e.version',
    'e.created_at',
    'f.size',
    'f.media_type',
    'g.scan',
    'g.signatures',
    'person.name as by_name',
    eb
      .selectFrom('evidence_citation as n')
      .whereRef('n.evidence_id', '=', 'e.id')
      .select((e) => e.fn.countAll<string>().as('n'))
      .as('cited'),
  ]);

type Row = Awaited<ReturnType<ReturnType<typeof withColumns>['execute']>>[number];

const answerOf = (ctx: ReadContext, row: Row): EvidenceAnswer => {
  const keeps = mayKeep(ownStances(ctx, row.unit_id));
  const scan = (row.scan ?? 'unscanned') as 'unscanned' | 'clean' | 'infected';
  return {
    id: row.id,
    unitId: row.unit_id,
    unitName: row.unit_name,
    number: row.number,
    day: row.document_day,
    issuer: row.issuer,
    abstract: row.abstract,
    pages: row.pages,
    fileName: row.file_name,
    mediaType: row.media_type,
    size: Number(row.size),
    hash: row.file_hash,
    scan: scan === 'unscanned' && !ctx.services.files?.antivirus ? 'off' : scan,
    signatures: (row.signatures ?? []) as unknown as PdfSignature[],
    version: row.version,
    by: row.by_name,
    at: row.created_at,
    cited: Number(row.cited),
    may: [
      ...(keeps ? (['change', 'withdraw'] as const) : []),
      ...(scan === 'infected' ? [] : (['download'] as const)),
    ],
  };
};

/** Documents that the person may read, the newest first. */
export const documentList = async (
  ctx: ReadContext,
  wanted: {
    readonly q: string;
    readonly unitId?: string | undefined;
    readonly campaignId?: string | undefined;
  },
): Promise<EvidenceList> => {
  const q = withoutMarks(wanted.q.trim());
  let query = readable(ctx).where('e.withdrawn_at', 'is', null);
  // strpos takes every character literally: '%' and '_' are what somebody looks for (J8).
  if (q !== '') query = query.where(sql<SqlBool>`strpos(e.search, ${q}) > 0`);
  if (wanted.unitId) query = query.where('e.unit_id', '=', wanted.unitId);
  const { campaignId } = wanted;
  if (campaignId)
    query = query.where((eb) =>
      eb.exists(
        eb
          .selectFrom('evidence_citation as k')
          .select(sql`1`.as('one'))
          .whereRef('k.evidence_id', '=', 'e.id')
          .where('k.subject', '=', 'report')
          .where('k.subject_id', '=', campaignId),
      ),
    );
  const rows = await withColumns(query).orderBy('e.created_at', 'desc').orderBy('e.id').limit(MOST).execute();
  const { found } = await query
    .select((eb) => eb.fn.countAll<string>().as('found'))
    .executeTakeFirstOrThrow();
  const { own } = readingOf(ctx);
  const units = own.length
    ? await ctx.db.selectFrom('unit').select(['id', 'name']).where('id', 'in', own).orderBy('name').execute()
    : [];
  return {
    documents: rows.map((row) => answerOf(ctx, row)),
    found: Number(found),
    units: units.map((u) => ({ ...u, mayKeep: mayKeep(ownStances(ctx, u.id)) })),
  };
};

/** One document; refused in the same words whether it is somebody else's or does not exist. */
export const documentOf = async (ctx: ReadContext, id: string): Promise<EvidenceAnswer> => {
  const row = await withColumns(readable(ctx)).where('e.id', '=', id).executeTakeFirst();
  if (!row) throw forbidden();
  return answerOf(ctx, row);
};

export const documentOfFile = async (
  ctx: ReadContext,
  unitId: string,
  hash: string,
): Promise<EvidenceAnswer | undefined> => {
  const row = await withColumns(base(ctx))
    .where('e.unit_id', '=', unitId)
    .where('e.file_hash', '=', hash)
    .where('e.withdrawn_at', 'is', null)
    .executeTakeFirst();
  return row && answerOf(ctx, row);
};

/** Documents by id, whoever reads what they are cited in: the room of the subject has asked who that is. */
export const documentsById = async (
  ctx: ReadContext,
  ids: readonly string[],
): Promise<ReadonlyMap<string, EvidenceAnswer>> => {
  if (ids.length === 0) return new Map();
  const rows = await withColumns(base(ctx))
    .where('e.id', 'in', [...ids])
    .execute();
  return new Map(rows.map((row) => [row.id, answerOf(ctx, row)]));
};

/** A document for a verb of who keeps it, locked so that a citation and a withdrawal follow each other. */
export const lockDocument = async (
  ctx: WriteContext,
  id: string,
): Promise<(Evidence & { readonly fileName: string; readonly infected: boolean }) | undefined> => {
  const row = await ctx.trx
    .selectFrom('evidence')
    .selectAll()
    .select((eb) => [
      eb
        .selectFrom('evidence_citation as n')
        .whereRef('n.evidence_id', '=', 'evidence.id')
        .select((e) => e.fn.countAll<string>().as('n'))
        .as('cited'),
      eb
        .selectFrom('file_finding as g')
        .whereRef('g.hash', '=', 'evidence.file_hash')
        .select('g.scan')
        .as('scan'),
    ])
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  if (!row) return undefined;
  const { number, issuer, abstract, pages } = row;
  return {
    id,
    unitId: row.unit_id,
    version: row.version,
    details: { number, day: row.document_day, issuer, abstract, pages },
    withdrawn: row.withdrawn_at !== null,
    cited: Number(row.cited),
    fileName: row.file_name,
    infected: row.scan === 'infected',
  };
};
