import { type Kysely, sql, type Transaction } from 'kysely';
import type {
  JournalAnswer,
  JournalChoices,
  JournalLine,
  Named,
  TamperedRow,
  VerifyAnswer,
} from '../../core/audit/answers.ts';
import { depthOf, mayVerify, type Reader, told } from '../../core/audit/reading.ts';
import type { JournalQuery } from '../../core/audit/wire.ts';
import { byPersonName, byVietnamese } from '../../core/directory/personOrder.ts';
import { addDays, type Instant, instantAt } from '../../core/kernel/instant.ts';
import type { DB } from '../database/schema.ts';
import { type Place, sizeOfJournal, type Tampering, verifyStep } from './verify.ts';

type Db = Kysely<DB> | Transaction<DB>;

type Row = {
  readonly id: string;
  readonly chain: string;
  readonly seq: string;
  readonly type: string;
  readonly campaignId: string | null;
  readonly unitId: string | null;
  readonly actorId: string | null;
  readonly at: Instant;
  readonly recordedAt: Instant;
  readonly data: Record<string, unknown>;
  readonly origin: string | null;
  readonly actorName: string | null;
  readonly unitName: string | null;
  readonly campaignTitle: string | null;
};

const momentOf = (day: string | undefined, after: number): Date | null =>
  day === undefined ? null : new Date(instantAt(addDays(day, after)));

/** A page of the journal. What a reader may not know is left out in SQL, so that a page is a page. */
const readRows = async (db: Db, reader: Reader, wanted: JournalQuery): Promise<Row[]> => {
  const { campaignId = null, unitId = null, personId = null, before = null, type = null } = wanted;
  const [from, to] = [momentOf(wanted.from, 0), momentOf(wanted.to, 1)];
  const { rows } = await sql<Row>`
    select f.id, f.chain, f.seq, f.type, f.campaign_id as "campaignId", f.unit_id as "unitId",
      f.actor_id as "actorId", f.business_at as at, f.recorded_at as "recordedAt", f.data, f.origin,
      actor.name as "actorName", unit.name as "unitName", campaign.title as "campaignTitle"
    from fact f
      left join person actor on actor.id = f.actor_id
      left join unit on unit.id = f.unit_id
      left join campaign on campaign.id = f.campaign_id
    where (${reader.administrator}
        or f.campaign_id = any(${[...reader.campaignIds]}::uuid[])
        or f.unit_id = any(${[...reader.unitIds]}::uuid[]))
      and (${campaignId}::uuid is null or f.campaign_id = ${campaignId})
      and (${unitId}::uuid is null or f.unit_id = ${unitId})
      and (${personId}::uuid is null or f.actor_id = ${personId} or f.data ->> 'personId' = ${personId}::text)
      and (${type}::text is null or f.type = ${type} or split_part(f.type, '.', 1) = ${type})
      and (${from}::timestamptz is null or f.business_at >= ${from})
      and (${to}::timestamptz is null or f.business_at < ${to})
      and (${before}::uuid is null or f.id < ${before})
    order by f.id desc
    limit ${wanted.limit + 1}`.execute(db);
  return rows;
};

const named = (id: string | null, name: string | null): Named | null =>
  id === null ? null : { id, name: name ?? id };

const lineOf = (reader: Reader, row: Row): JournalLine => {
  const depth = depthOf(reader, row) ?? 'outline';
  return {
    id: row.id,
    chain: row.chain,
    seq: Number(row.seq),
    type: row.type,
    at: row.at,
    recordedAt: row.recordedAt,
    actor: named(row.actorId, row.actorName),
    unit: named(row.unitId, row.unitName),
    campaign: named(row.campaignId, row.campaignTitle),
    depth,
    // Who keeps the machines asks where from; colleagues need not know of each other.
    origin: reader.administrator ? row.origin : null,
    data: depth === 'whole' ? told(row.type, row.data) : null,
  };
};

const IDS = ['personId', 'forPersonId', 'unitId', 'parentId'] as const;

/** Facts keep ids, since names change; a reader wants the names of today. */
const namesIn = async (db: Db, lines: readonly JournalLine[]): Promise<Record<string, string>> => {
  const ids = lines.flatMap((l) => IDS.map((key) => l.data?.[key])).filter((v) => typeof v === 'string');
  if (ids.length === 0) return {};
  const { rows } = await sql<Named>`
    select id, name from person where id = any(${ids}::uuid[])
    union all select id, name from unit where id = any(${ids}::uuid[])`.execute(db);
  return Object.fromEntries(rows.map((row) => [row.id, row.name]));
};

export const journalPage = async (db: Db, reader: Reader, wanted: JournalQuery): Promise<JournalAnswer> => {
  const rows = await readRows(db, reader, wanted);
  const facts = rows.slice(0, wanted.limit).map((row) => lineOf(reader, row));
  const next = rows.length > wanted.limit ? (facts.at(-1)?.id ?? null) : null;
  return { facts, names: await namesIn(db, facts), next };
};

export const journalChoices = async (db: Db, reader: Reader): Promise<JournalChoices> => {
  const [campaignIds, unitIds] = [[...reader.campaignIds], [...reader.unitIds]];
  const units = await sql<Named>`
    select id, name from unit where ${reader.administrator} or id = any(${unitIds}::uuid[])
      or exists (select from report where report.unit_id = unit.id
        and report.campaign_id = any(${campaignIds}::uuid[]))`.execute(db);
  const known = units.rows.map((u) => u.id);
  const people = await sql<Named>`
    select id, name from person where ${reader.administrator}
      or exists (select from post where post.person_id = person.id and post.unit_id = any(${known}::uuid[]))`.execute(
    db,
  );
  const campaigns = await sql<Named>`
    select id, title as name from campaign where ${reader.administrator}
      or id = any(${campaignIds}::uuid[])
      or exists (select from report where report.campaign_id = campaign.id
        and report.unit_id = any(${unitIds}::uuid[]))
    order by created_at desc`.execute(db);
  return {
    campaigns: campaigns.rows,
    units: units.rows.toSorted((a, b) => byVietnamese(a.name, b.name)),
    people: people.rows.toSorted((a, b) => byPersonName(a.name, b.name)),
    may: mayVerify(reader) ? ['verify'] : [],
  };
};

/** Chains are named by what they are about, so that a row is named even when it is gone. */
const ABOUT = /^(?:report|campaign):([0-9a-f-]{36})(?::([0-9a-f-]{36}))?$/;

const nameRow = async (db: Db, { chain, seq, what }: Tampering): Promise<TamperedRow> => {
  const [, campaignId = null, unitId = null] = ABOUT.exec(chain) ?? [];
  const { rows } = await sql<Omit<TamperedRow, 'chain' | 'seq' | 'what'>>`
    select f.type, f.business_at as at, actor.name as "actorName",
      (select title from campaign where id = ${campaignId}::uuid) as "campaignTitle",
      (select name from unit where id = coalesce(${unitId}::uuid, f.unit_id)) as "unitName"
    from (values (1)) as one left join fact f on f.chain = ${chain} and f.seq = ${seq}
      left join person actor on actor.id = f.actor_id`.execute(db);
  return {
    chain,
    seq,
    what,
    ...(rows[0] ?? { type: null, at: null, actorName: null, unitName: null, campaignTitle: null }),
  };
};

/** A question of the browser is answered within this; longer journals are asked for in several. */
const STEP_MS = 1000;

/** A stretch of the journal walked, each row that does not fit named by what it says it is. */
export const verified = async (db: Kysely<DB>, after: Place | null): Promise<VerifyAnswer> => {
  const size = await sizeOfJournal(db);
  const { facts, found, next } = await verifyStep(db, after, STEP_MS);
  return { facts, total: size.facts, chains: size.chains, found: await namedRows(db, found), next };
};

export const namedRows = async (db: Kysely<DB>, found: readonly Tampering[]): Promise<TamperedRow[]> => {
  const rows: TamperedRow[] = [];
  for (const tampering of found) rows.push(await nameRow(db, tampering));
  return rows;
};
