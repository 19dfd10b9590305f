import pg from 'pg';
import { PlainFailure } from './failure.ts';
import { INSERT_ONLY_TABLES } from './roles.ts';

/** Serving refuses to start when its own role could change or delete what must only ever be added. */
export async function refuseUnsafeRole(appUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: appUrl });
  await client.connect();
  try {
    const { rows } = await client.query<{ name: string; role: string }>(`
      select t.name, current_user as role
      from (${INSERT_ONLY_TABLES}) t
      where has_table_privilege(t.oid, 'update') or has_table_privilege(t.oid, 'delete')
         or has_table_privilege(t.oid, 'truncate') or has_any_column_privilege(t.oid, 'update')
         -- Whoever owns a table, or may become its owner, can give himself the right.
         or pg_has_role((select relowner from pg_class where pg_class.oid = t.oid), 'member')
      order by t.name`);
    if (rows.length === 0) return;
    const tables = rows.map((row) => row.name).join(', ');
    throw new PlainFailure(
      `Chưa phục vụ được: người dùng cơ sở dữ liệu ${rows[0]?.role} sửa hoặc xóa được bảng chỉ được thêm (${tables}). Đặt DATABASE_URL vào người dùng ứng dụng cchc_app và DATABASE_OWNER_URL vào chủ sở hữu.`,
      `Serving is refused: the database user ${rows[0]?.role} could change or delete tables that may only grow (${tables}). Point DATABASE_URL to the application user cchc_app and DATABASE_OWNER_URL to the owner.`,
    );
  } finally {
    await client.end();
  }
}
