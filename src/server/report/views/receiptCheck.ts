import { type Kysely, sql, type Transaction } from 'kysely';
import { journalMark } from '../../../core/documents/receipt.ts';
import { chainOfReport } from '../../../core/kernel/fact.ts';
import type { DB } from '../../database/schema.ts';
import { type FactRow, hashOfFact } from '../../record/facts.ts';

export type ReceiptCheck =
  | { readonly match: false }
  | {
      readonly match: true;
      readonly submittedAt: number;
      readonly lateBy: number;
      readonly late: boolean;
      readonly contentHash: string | null;
      /** Whether the journal still says what the receipt's mark was made from; null without a mark. */
      readonly journal: 'whole' | 'changed' | null;
    };

type Sending = { readonly campaignId: string; readonly unitId: string; readonly revision: number };
type Line = FactRow & { readonly hash: string };

/** The line of the journal that tells of a sending. */
export const lineOfSending = async (
  db: Kysely<DB> | Transaction<DB>,
  { campaignId, unitId, revision }: Sending,
): Promise<Line | undefined> => {
  const { rows } = await sql<Line & { readonly seq: string }>`
    select * from fact where chain = ${chainOfReport(campaignId, unitId)} and type = 'report.submitted'
      and (data ->> 'revision')::int = ${revision}
    order by seq desc limit 1`.execute(db);
  const [row] = rows;
  return row && { ...row, seq: Number(row.seq) };
};

/** A mark on paper outlives whoever could write the journal anew: the line must be the one, and fit its own hash. */
const standsFor = (line: Line | undefined, mark: string): boolean => {
  if (!line || journalMark(line) !== mark.trim().toLowerCase()) return false;
  const { hash, ...row } = line;
  return hashOfFact(row) === hash;
};

/**
 * Anybody who holds the printed receipt can check it, without sign-in: match or no match and the times, nothing of
 * the report. With a hash, both must belong together.
 */
export const checkReceipt = async (
  db: Kysely<DB>,
  code: string,
  hash: string | undefined,
  mark: string | undefined,
): Promise<ReceiptCheck> => {
  const plain = code.replace(/[^0-9A-Za-z]/g, '').toUpperCase();
  const row = await db
    .selectFrom('submission')
    .where('receipt_code', '=', plain)
    .select(['submitted_at', 'due_at', 'content_hash', 'campaign_id', 'unit_id', 'revision'])
    .executeTakeFirst();
  if (!row || (hash !== undefined && hash.replace(/\s/g, '').toLowerCase() !== row.content_hash))
    return { match: false };
  const { campaign_id: campaignId, unit_id: unitId, revision } = row;
  const line = mark === undefined ? undefined : await lineOfSending(db, { campaignId, unitId, revision });
  return {
    match: true,
    submittedAt: row.submitted_at,
    lateBy: Math.max(0, row.submitted_at - row.due_at),
    late: row.submitted_at >= row.due_at,
    contentHash: hash === undefined ? null : row.content_hash,
    journal: mark === undefined ? null : standsFor(line, mark) ? 'whole' : 'changed',
  };
};
