import type { Kysely } from 'kysely';
import type { DB } from '../../database/schema.ts';

export type ReceiptCheck =
  | { readonly match: false }
  | {
      readonly match: true;
      readonly submittedAt: number;
      readonly lateBy: number;
      readonly late: boolean;
      readonly contentHash: string | null;
    };

/**
 * Anybody who holds the printed receipt can check it, without sign-in: match or no match and the times, nothing of
 * the report. With a hash, both must belong together.
 */
export const checkReceipt = async (
  db: Kysely<DB>,
  code: string,
  hash: string | undefined,
): Promise<ReceiptCheck> => {
  const plain = code.replace(/[^0-9A-Za-z]/g, '').toUpperCase();
  const row = await db
    .selectFrom('submission')
    .where('receipt_code', '=', plain)
    .select(['submitted_at', 'due_at', 'content_hash'])
    .executeTakeFirst();
  if (!row || (hash !== undefined && hash.replace(/\s/g, '').toLowerCase() !== row.content_hash))
    return { match: false };
  return {
    match: true,
    submittedAt: row.submitted_at,
    lateBy: Math.max(0, row.submitted_at - row.due_at),
    late: row.submitted_at >= row.due_at,
    contentHash: hash === undefined ? null : row.content_hash,
  };
};
