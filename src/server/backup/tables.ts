import type pg from 'pg';

export interface Table {
  name: string;
  columns: string[];
}

/** Text that means the same on every server, whatever its own settings are. */
export const SESSION = `
  set local datestyle = 'ISO, YMD';
  set local timezone = 'UTC';
  set local intervalstyle = 'postgres';
  set local bytea_output = 'hex';
  set local extra_float_digits = 1;
  set local statement_timeout = 0;
  set local idle_in_transaction_session_timeout = 0`;

/** Every table but the list of schema steps, which the header carries; those that others point to come first. */
export async function tablesInOrder(client: pg.ClientBase): Promise<Table[]> {
  const { rows } = await client.query<Table & { parents: string[] }>(`
    select c.relname as name,
      array(select a.attname::text from pg_attribute a
        where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
        order by a.attnum) as columns,
      array(select distinct p.relname::text from pg_constraint k join pg_class p on p.oid = k.confrelid
        where k.conrelid = c.oid and k.contype = 'f' and k.confrelid <> c.oid) as parents
    from pg_class c
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and c.relname <> 'migration'
    order by c.relname`);
  const order: Table[] = [];
  const placed = new Set<string>();
  while (order.length < rows.length) {
    const next = rows.filter((t) => !placed.has(t.name) && t.parents.every((one) => placed.has(one)));
    if (next.length === 0) throw new Error('foreign keys go round in a circle: no order to load tables in');
    for (const { name, columns } of next) {
      placed.add(name);
      order.push({ name, columns });
    }
  }
  return order;
}

/** Chains of facts and one hash over their heads, the same as an anchor's. */
export async function headsOf(client: pg.ClientBase): Promise<{ chains: number; text: string }> {
  const { rows } = await client.query<{ chain: string; seq: string; hash: string }>(
    `select chain, seq::text as seq, hash from chain_head order by chain collate "C"`,
  );
  return { chains: rows.length, text: rows.map((one) => `${one.chain} ${one.seq} ${one.hash}`).join('\n') };
}
