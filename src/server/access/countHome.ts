import { type Kysely, sql } from 'kysely';
import type { Role } from '../../core/directory/roles.ts';
import type { DB } from '../database/schema.ts';

type Held = { readonly unitId: string; readonly role: Role };

/** How many things wait for the person: the number beside "Việc cần làm". */
export const countHome = async (
  db: Kysely<DB>,
  personId: string,
  held: readonly Held[],
): Promise<{ home: number; notices: number }> => {
  const at = (role: Role): string[] => held.filter((h) => h.role === role).map((h) => h.unitId);
  const { rows } = await sql<{ reports: string; campaigns: string; notices: string }>`
    select
      (select count(*) from report r join campaign c on c.id = r.campaign_id
        where c.state = 'issued' and (
          (r.unit_id = any(${at('preparer')}::uuid[]) and r.state in ('not-opened', 'drafting', 'returned'))
          or (r.unit_id = any(${at('signer')}::uuid[]) and r.state = 'awaiting-signature')
          or (r.unit_id = any(${at('registry')}::uuid[]) and (r.state = 'signed'
            or (r.state in ('submitted', 'received') and r.number is null)))
          or (c.receiver_unit_id = any(${at('receiver')}::uuid[]) and r.state = 'submitted'))) as reports,
      (select count(*) from campaign c where
          (c.authority_unit_id = any(${at('signer')}::uuid[]) and c.state = 'awaiting-signature')
          or (c.authority_unit_id = any(${at('registry')}::uuid[]) and c.state = 'signed')
          or (c.receiver_unit_id = any(${at('receiver')}::uuid[]) and c.state = 'draft')) as campaigns,
      (select count(*) from notice where person_id = ${personId} and read_at is null) as notices`.execute(db);
  const row = rows[0];
  return {
    home: Number(row?.reports ?? 0) + Number(row?.campaigns ?? 0),
    notices: Number(row?.notices ?? 0),
  };
};
