import { sql } from 'kysely';
import { createTransport } from 'nodemailer';
import { stateOfBackups } from '../../core/audit/backups.ts';
import { lengthText } from '../../core/kernel/wording.ts';
import { lastBackup } from '../../server/backup/views.ts';
import { clockApart } from '../../server/clock/apart.ts';
import { setsItsClock } from '../../server/clock/timeSource.ts';
import { keptThatDiffer } from '../../server/consolidation/keptTallies.ts';
import { connect, type Database } from '../../server/database/connect.ts';
import { refuseUnsafeRole } from '../../server/database/guard.ts';
import { placeOfPrimary, placeOfReplica } from '../../server/database/replica.ts';
import { findSealKey, type SealPlace, unseal } from '../../server/database/seal.ts';
import type { MailSettings } from '../../server/http/context.ts';
import { bad, type Finding, fine, warning } from './finding.ts';

const OLDEST_POSTGRESQL = 150_000;

/** Version, promises about power cuts, and whether our own role is harmless. */
export const database = async (db: Database, appUrl: string): Promise<Finding[]> => {
  const { rows } = await sql<{
    version: string;
    number: number;
    fsync: string;
    commit: string;
    bytes: number;
  }>`
    select current_setting('server_version') as version, current_setting('server_version_num')::int as number,
      current_setting('fsync') as fsync, current_setting('synchronous_commit') as commit,
      pg_database_size(current_database())::float8 as bytes`.execute(db);
  const [is] = rows;
  if (!is) return [];
  const found = [
    is.number >= OLDEST_POSTGRESQL
      ? fine('database', `PostgreSQL ${is.version}, trả lời được`, `PostgreSQL ${is.version} answers`)
      : bad(
          'database',
          `PostgreSQL ${is.version} quá cũ, cần bản 15 trở lên.`,
          `PostgreSQL ${is.version} is too old; version 15 or newer is needed.`,
        ),
    is.fsync === 'on' && is.commit !== 'off'
      ? fine('durable', 'Mất điện không mất việc đã lưu', 'What is saved survives a power cut')
      : bad(
          'durable',
          'Máy chủ đã tắt fsync hoặc synchronous_commit: mất điện là mất việc đã lưu. Bật lại cả hai.',
          'The server has fsync or synchronous_commit off: a power cut loses saved work. Turn both on.',
        ),
  ];
  try {
    await refuseUnsafeRole(appUrl);
    found.push(
      fine(
        'role',
        'Người dùng ứng dụng không sửa được nhật ký',
        'The application user cannot change the journal',
      ),
    );
  } catch (error) {
    const { vi, en } = error as { vi: string; en: string };
    found.push(bad('role', vi, en));
  }
  return found;
};

const REPLICA_WAIT_MS = 5000;

/** Whether the replica for boards and totals follows: what the primary has now must come there while we wait. */
export const replica = async (db: Database, url: string): Promise<Finding> => {
  const far = connect(url, { max: 1, name: 'cchc command' });
  try {
    const place = await placeOfPrimary(db);
    const until = Date.now() + REPLICA_WAIT_MS;
    while (Date.now() < until) {
      const known = await placeOfReplica(far.db);
      if (known === undefined)
        return bad(
          'replica',
          'DATABASE_REPLICA_URL không trỏ tới một bản sao đang theo máy chủ chính. Đổi địa chỉ, hoặc bỏ biến này.',
          'DATABASE_REPLICA_URL points to no replica that follows the primary. Change the address or take it away.',
        );
      if (known >= place)
        return fine('replica', 'Bản sao đọc theo kịp máy chủ chính', 'The replica keeps up with the primary');
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    return warning(
      'replica',
      'Bản sao đọc chậm hơn máy chủ chính quá 5 giây: bảng theo dõi và tổng hợp đang đọc ở máy chủ chính.',
      'The replica is more than 5 seconds behind: boards and totals are read from the primary.',
    );
  } catch (error) {
    const why = (error as Error).message;
    return warning(
      'replica',
      `Bản sao đọc chưa trả lời (${why}): bảng theo dõi và tổng hợp đang đọc ở máy chủ chính.`,
      `The replica does not answer (${why}): boards and totals are read from the primary.`,
    );
  } finally {
    await far.close();
  }
};

export const clock = async (db: Database): Promise<Finding> => {
  const { ms, synchronised } = await clockApart(db);
  const apart = lengthText(Math.abs(ms));
  return synchronised
    ? fine(
        'clock',
        'Đồng hồ của máy này và của cơ sở dữ liệu khớp nhau',
        'The clocks of this machine and of the database agree',
      )
    : bad(
        'clock',
        `Đồng hồ của máy này lệch ${apart} so với cơ sở dữ liệu. Bật đồng bộ giờ (NTP) trên cả hai máy.`,
        `The clock of this machine is ${Math.round(Math.abs(ms) / 1000)} seconds apart from the database's. Turn on NTP on both.`,
      );
};

/** Every second of a receipt is this machine's: a clock that nobody sets wanders. */
export const timeSource = async (): Promise<Finding> => {
  switch (await setsItsClock()) {
    case true:
      return fine(
        'timeSource',
        'Máy này tự chỉnh giờ theo máy chủ giờ (NTP)',
        'This machine sets its clock by a time server (NTP)',
      );
    case false:
      return warning(
        'timeSource',
        'Máy này không chỉnh giờ theo máy chủ giờ nào: giờ trên phiếu tiếp nhận sẽ lệch dần. Bật đồng bộ giờ (NTP) của hệ điều hành.',
        'This machine sets its clock by no time server: receipts will drift. Turn on NTP in the operating system.',
      );
    case null:
      return warning(
        'timeSource',
        'Hệ điều hành chưa cho biết có đồng bộ giờ (NTP) hay không. Kiểm tra ở máy chủ.',
        'The operating system does not say whether its clock is kept by NTP. See on the machine.',
      );
  }
};

/** Totals that are kept against the cells they were added from, in every campaign that is under way. */
export const keptTotals = async (db: Database): Promise<Finding> => {
  const { rows } = await sql<{ id: string; basis: 'received' | 'sent' }>`
    select distinct campaign_id as id, basis from kept_total`.execute(db);
  let [checked, wrong] = [0, 0];
  for (const { id, basis } of rows) {
    const counted = { basis, under: null, kind: null, forms: null, changes: [] };
    const found = await keptThatDiffer({ db }, id, counted);
    checked += found.checked;
    wrong += found.wrong;
  }
  return wrong === 0
    ? fine(
        'totals',
        `Số tổng hợp đã giữ khớp với báo cáo (${checked} phần)`,
        `Kept totals agree with the reports (${checked} parts)`,
      )
    : bad(
        'totals',
        `${wrong}/${checked} phần của số tổng hợp đã giữ không khớp với báo cáo. Xóa bảng kept_total: chương trình tự cộng lại từ báo cáo.`,
        `${wrong} of ${checked} parts of the kept totals differ from the reports. Empty the table kept_total: the program adds them again from the reports.`,
      );
};

/** Whether the one-time codes of everybody can be checked with the key of this place. */
export const sealed = async (db: Database, place: SealPlace): Promise<Finding[]> => {
  const rows = await db.selectFrom('second_factor').select(['person_id', 'secret']).execute();
  if (rows.length === 0) return [];
  const key = findSealKey(place);
  const lost = rows.filter((row) => unseal(key, row.person_id, row.secret) === undefined).length;
  return [
    lost === 0
      ? fine(
          'sealed',
          `Mã một lần của ${rows.length} người: có khóa`,
          `One-time codes of ${rows.length} people: the key is here`,
        )
      : bad(
          'sealed',
          `Mã một lần của ${lost}/${rows.length} người không mở được bằng khóa của máy này. Chép lại secret.key của thư mục dữ liệu cũ (hoặc đặt đúng CCHC_SECRET); mất khóa thì chạy "cchc user remove-totp TÊN" để từng người bật lại.`,
          `The one-time codes of ${lost} of ${rows.length} people do not open with the key of this machine. Bring secret.key of the old data folder (or set the right CCHC_SECRET); when it is lost, run "cchc user remove-totp LOGIN" so that each sets it up anew.`,
        ),
  ];
};

const MAIL_WAIT_MS = 8000;

/** Signs in at the mail server and sends nothing. */
export const mail = async (settings: MailSettings | undefined): Promise<Finding> => {
  if (settings === undefined)
    return warning(
      'mail',
      'Chưa đặt máy chủ thư (CCHC_SMTP): chỉ đôn đốc trong chương trình.',
      'No mail server is set (CCHC_SMTP): reminders stay inside the program.',
    );
  const { host, port, secure, login } = settings;
  const wait = {
    connectionTimeout: MAIL_WAIT_MS,
    greetingTimeout: MAIL_WAIT_MS,
    socketTimeout: MAIL_WAIT_MS,
  };
  const transport = createTransport({ host, port, secure, ...(login ? { auth: login } : {}), ...wait });
  try {
    await transport.verify();
    return fine('mail', `Máy chủ thư ${host} nhận đăng nhập`, `The mail server ${host} takes our sign-in`);
  } catch (error) {
    const why = (error as Error).message;
    return bad(
      'mail',
      `Máy chủ thư ${host}, cổng ${port} chưa nhận (${why}). Kiểm tra CCHC_SMTP.`,
      `The mail server ${host}, port ${port} refuses (${why}). Check CCHC_SMTP.`,
    );
  } finally {
    transport.close();
  }
};

export const lettersLeft = async (db: Database): Promise<Finding[]> => {
  const { rows } = await sql<{ dead: number }>`
    select count(*)::int as dead from outgoing_mail where state = 'dead'`.execute(db);
  const dead = rows[0]?.dead ?? 0;
  if (dead === 0) return [];
  return [
    warning(
      'letters',
      `${dead} thư đã ngừng gửi. Xem Quản trị, Thư gửi đi.`,
      `${dead} letters were given up. See Administration, Outgoing mail.`,
    ),
  ];
};

export const backups = async (db: Database, planned: boolean, now: number): Promise<Finding[]> => {
  const lastAt = await lastBackup(db);
  const state = stateOfBackups(lastAt, now);
  const found: Finding[] = [];
  if (!planned)
    found.push(
      warning(
        'backupPlan',
        'Chưa đặt sao lưu hằng ngày. Đặt CCHC_BACKUP_PASSPHRASE_FILE và CCHC_BACKUP_DIR.',
        'No daily backup is set. Set CCHC_BACKUP_PASSPHRASE_FILE and CCHC_BACKUP_DIR.',
      ),
    );
  const age = lastAt === null ? '' : lengthText(now - lastAt);
  if (state === 'fine')
    found.push(
      fine(
        'backup',
        `Bản sao lưu gần nhất: ${age} trước`,
        `The last backup is from ${new Date(lastAt ?? 0).toISOString()}`,
      ),
    );
  else if (state === 'old')
    found.push(
      bad(
        'backup',
        `Bản sao lưu gần nhất đã ${age}. Chạy "cchc backup TỆP" rồi xem vì sao bản hằng ngày hỏng.`,
        `The last backup is from ${new Date(lastAt ?? 0).toISOString()}. Run "cchc backup FILE" and see why the daily one fails.`,
      ),
    );
  else
    found.push(
      warning(
        'backup',
        'Chưa có bản sao lưu nào. Chạy "cchc backup TỆP".',
        'There is no backup yet. Run "cchc backup FILE".',
      ),
    );
  return found;
};
