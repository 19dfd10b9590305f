import type { Transaction } from 'kysely';
import { accessFact } from '../core/access/administer.ts';
import { ROLES, type Role } from '../core/directory/roles.ts';
import { accept } from '../core/kernel/decision.ts';
import { dayOfInstant } from '../core/kernel/instant.ts';
import { linkFor } from '../server/access/administer.ts';
import { removeSecondFactor, secondFactorState } from '../server/access/secondFactor.ts';
import { businessNow } from '../server/clock/now.ts';
import type { Database } from '../server/database/connect.ts';
import { PlainFailure } from '../server/database/failure.ts';
import { inTransaction } from '../server/database/retry.ts';
import type { DB } from '../server/database/schema.ts';
import { peopleFound } from '../server/directory/views.ts';
import { Refused, refused } from '../server/http/failures.ts';
import { readArguments } from './arguments.ts';
import { withDatabase } from './database.ts';
import { enrol, recordByProgram } from './enrol.ts';
import { readSettings, type Settings } from './settings.ts';
import { dim, print, UsageFailure, words } from './terminal.ts';

const OPTIONS = {
  office: { type: 'boolean', default: false },
  name: { type: 'string' },
  unit: { type: 'string' },
  role: { type: 'string', default: 'preparer' },
  title: { type: 'string', default: '' },
} as const;

/** People from the command line: for the first of them, and for whoever is locked out. */
export async function user(args: string[]): Promise<number> {
  const { values, positionals } = readArguments(args, OPTIONS);
  const work = workOf(positionals, values);
  const settings = readSettings({ office: values.office });
  await withDatabase(settings, ({ db }) => work(db, settings)).catch(asPlain);
  return 0;
}

type Work = (db: Database, settings: Settings) => Promise<void>;
type Values = { name?: string; unit?: string; role: string; title: string };

function workOf([verb, login, ...more]: string[], { name, unit, role, title }: Values): Work {
  if (more.length > 0) throw usage();
  if (verb === 'list' && login === undefined) return list;
  if (verb === 'reset-link' && login !== undefined) {
    return async (db, settings) => printLink(settings, await resetLink(db, login));
  }
  if (verb === 'remove-totp' && login !== undefined) {
    return async (db) => removeFactor(db, login);
  }
  if (verb === 'add' && login !== undefined && name?.trim() && unit?.trim() && isRole(role)) {
    return async (db, settings) => {
      const now = await businessNow(db);
      const post = { unitId: await findUnit(db, unit), role, title };
      const path = await inTransaction(db, async (trx) => {
        const id = await enrol(trx, { login, name: name.trim() }, post, now);
        return (await linkFor(trx, id, null)).url;
      });
      printLink(settings, path);
    };
  }
  throw usage();
}

function isRole(text: string): text is Role {
  return (ROLES as readonly string[]).includes(text);
}

async function list(db: Database): Promise<void> {
  const nobody = { personId: '', posts: [], standIns: [] };
  const today = dayOfInstant(await businessNow(db));
  const { people } = await peopleFound(db, nobody, today, { limit: Number.MAX_SAFE_INTEGER });
  for (const { login, name, active, hasPassword, posts } of people) {
    const notes = [
      ...(active ? [] : [words('đã ngừng', 'deactivated')]),
      ...(hasPassword ? [] : [words('chưa có mật khẩu', 'no password yet')]),
    ];
    const held = posts.map((post) => `${post.title || post.role}, ${post.unitName}`).join('; ');
    const note = notes.length === 0 ? '' : ` (${notes.join(', ')})`;
    print(`${login.padEnd(18)} ${name.padEnd(24)} ${dim(held)}${note}`);
  }
}

/** For an administrator whose telephone is lost, or a database that came without its key. */
async function removeFactor(db: Database, login: string): Promise<void> {
  const now = await businessNow(db);
  await inTransaction(db, async (trx) => {
    const person = await findPerson(trx, login);
    if ((await secondFactorState(trx, person.id)) === 'off')
      throw refused('access.noSecondFactor', { login });
    await removeSecondFactor(trx, person.id);
    await recordByProgram(trx, accept(accessFact('access.secondFactorRemoved', person.id)), now);
  });
  print(words(`Đã tắt xác thực hai bước của "${login}".`, `The second factor of "${login}" is off.`));
}

async function findPerson(trx: Transaction<DB>, login: string): Promise<{ id: string; active: boolean }> {
  const person = await trx
    .selectFrom('person')
    .where('login', '=', login.trim().toLowerCase())
    .select(['id', 'active'])
    .executeTakeFirst();
  if (person === undefined) throw refused('directory.loginUnknown', { login });
  return person;
}

async function resetLink(db: Database, login: string): Promise<string> {
  const now = await businessNow(db);
  return inTransaction(db, async (trx) => {
    const person = await findPerson(trx, login);
    if (!person.active) throw refused('access.personInactive', { login });
    await recordByProgram(trx, accept(accessFact('access.resetLinkMade', person.id)), now);
    return (await linkFor(trx, person.id, null)).url;
  });
}

/** By its id, its code or its whole name, among the units of today. */
async function findUnit(db: Database, wanted: string): Promise<string> {
  const today = dayOfInstant(await businessNow(db));
  const units = await db
    .selectFrom('unit')
    .where('valid_from', '<=', today)
    .where((eb) => eb.or([eb('valid_to', 'is', null), eb('valid_to', '>=', today)]))
    .select(['id', 'code', 'name'])
    .execute();
  const name = wanted.trim().normalize('NFC').toLowerCase();
  const found = units.filter((unit) => [unit.id, unit.code, unit.name.toLowerCase()].includes(name));
  if (found.length === 1 && found[0] !== undefined) return found[0].id;
  if (found.length === 0) {
    throw new PlainFailure(
      `Chưa có đơn vị "${wanted}". Ghi đúng tên đầy đủ hoặc mã của đơn vị.`,
      `There is no unit "${wanted}". Give its whole name or its code.`,
    );
  }
  throw new PlainFailure(
    `Có ${found.length} đơn vị "${wanted}". Ghi mã của đơn vị thay cho tên.`,
    `There are ${found.length} units "${wanted}". Give the code instead of the name.`,
  );
}

function printLink(settings: Settings, path: string): void {
  const base = settings.publicUrl ?? `http://127.0.0.1:${settings.port}`;
  print(words('Liên kết đặt mật khẩu, dùng một lần:', 'One-time link to set a password:'));
  print(`  ${new URL(path, base).href}`);
}

/** The rules' refusals that a command line can meet, as sentences; the screens have their own texts. */
function asPlain(error: unknown): never {
  if (!(error instanceof Refused)) throw error;
  const { code, details = {} } = error.refusal;
  const login = String(details.login ?? '');
  const sentences: Record<string, [string, string]> = {
    'directory.loginMalformed': [
      `Tên đăng nhập "${login}" chưa đúng dạng: bắt đầu bằng chữ thường không dấu, tiếp là chữ thường, số, dấu chấm, gạch ngang hoặc gạch dưới, 2 đến 40 ký tự.`,
      `The sign-in name "${login}" is malformed: a plain small letter first, then small letters, digits, dots, dashes or underscores, 2 to 40 characters.`,
    ],
    'directory.loginTaken': [
      `Tên đăng nhập "${login}" đã có người dùng. Chọn tên khác.`,
      `The sign-in name "${login}" is taken. Choose another.`,
    ],
    'directory.loginUnknown': [
      `Chưa có người dùng "${login}". Xem "cchc user list".`,
      `There is no user "${login}". See "cchc user list".`,
    ],
    'access.noSecondFactor': [
      `Người dùng "${login}" chưa bật xác thực hai bước.`,
      `The user "${login}" has no second factor.`,
    ],
    'access.personInactive': [
      `Người dùng "${login}" đã ngừng hoạt động nên chưa tạo được liên kết. Cho hoạt động lại trước.`,
      `The user "${login}" is deactivated, so no link was made. Activate the person first.`,
    ],
  };
  const [vi, en] = sentences[code] ?? [`Chưa làm được (${code}).`, `Refused (${code}).`];
  throw new PlainFailure(vi, en, error);
}

function usage(): UsageFailure {
  const roles = ROLES.join('|');
  return new UsageFailure(
    `Lệnh đúng: cchc user list | reset-link TÊN | remove-totp TÊN | add TÊN --name "Họ tên" --unit "Đơn vị" [--role ${roles}] [--title "Chức vụ"]. Thêm --office cho cơ quan thật.`,
    `Use: cchc user list | reset-link LOGIN | remove-totp LOGIN | add LOGIN --name "Name" --unit "Unit" [--role ${roles}] [--title "Title"]. Add --office for a real office.`,
  );
}
