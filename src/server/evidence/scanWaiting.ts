import { type Kysely, sql } from 'kysely';
import { infected } from '../../core/evidence/document.ts';
import { businessNow } from '../clock/now.ts';
import { inTransaction } from '../database/retry.ts';
import type { DB } from '../database/schema.ts';
import type { Services } from '../http/context.ts';
import { appendFacts } from '../record/facts.ts';
import { scan } from './antivirus.ts';
import { readFileByHash } from './files.ts';

/** Longer than any scan: whoever takes a file and dies leaves it to the next. */
const LEASE_SECONDS = 120;
const WAITS_SECONDS = [10, 60, 300, 900, 3600];

type Waiting = { readonly hash: string; readonly attempts: number };

/** The next file that no antivirus has seen, for this process alone. */
const takeNext = async (db: Kysely<DB>): Promise<Waiting | undefined> => {
  const { rows } = await sql<Waiting>`
    update file_finding set scan_next_at = now() + make_interval(secs => ${LEASE_SECONDS}),
      scan_attempts = scan_attempts + 1
    where hash = (select hash from file_finding where scan = 'unscanned' and scan_next_at <= now()
      order by scan_next_at limit 1 for update skip locked)
    returning hash, scan_attempts as attempts`.execute(db);
  return rows[0];
};

const keepVerdict = async (services: Services, hash: string, threat: string | null): Promise<void> => {
  const now = await businessNow(services.db);
  await inTransaction(services.db, async (trx) => {
    await trx
      .updateTable('file_finding')
      .set({
        scan: threat === null ? 'clean' : 'infected',
        threat,
        scan_error: null,
        scanned_at: sql<Date>`now()`,
      })
      .where('hash', '=', hash)
      .execute();
    if (threat === null) return;
    const documents = await trx
      .selectFrom('evidence')
      .select(['id', 'unit_id', 'abstract'])
      .where('file_hash', '=', hash)
      .execute();
    const facts = documents.map((d) => infected(d.unit_id, d.id, d.abstract, threat));
    if (facts.length > 0) await appendFacts(trx, facts, null, now, Date.now());
  });
};

/** Scans what had to wait, until nothing is due. A file whose antivirus is away waits longer each time, never lost. */
export const scanWaiting = async (services: Services, stopped: () => boolean): Promise<number> => {
  const antivirus = services.files?.antivirus;
  if (!antivirus) return 0;
  for (let count = 0; ; count++) {
    const next = stopped() ? undefined : await takeNext(services.db);
    if (!next) return count;
    const verdict = await scan(antivirus, await readFileByHash(services, next.hash));
    if (verdict.state === 'away') {
      const wait = WAITS_SECONDS[Math.min(next.attempts, WAITS_SECONDS.length) - 1] ?? 10;
      await services.db
        .updateTable('file_finding')
        .set({
          scan_error: verdict.why,
          scan_next_at: sql<Date>`now() + make_interval(secs => ${wait})`,
        })
        .where('hash', '=', next.hash)
        .execute();
    } else await keepVerdict(services, next.hash, verdict.state === 'infected' ? verdict.threat : null);
  }
};

/** Forgets uploads that nobody went on with for a week. */
export const sweepUploads = async (db: Kysely<DB>): Promise<number> => {
  const { numAffectedRows } = await sql`
    with old as (select id from upload where touched_at < now() - interval '7 days'),
      pieces as (delete from upload_piece where upload_id in (select id from old))
    delete from upload where id in (select id from old)`.execute(db);
  return Number(numAffectedRows ?? 0);
};
