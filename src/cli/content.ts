import { connect, type Database } from '../server/database/connect.ts';
import { PlainFailure } from '../server/database/failure.ts';
import type { FirstSignIn } from './office.ts';
import type { Settings } from './settings.ts';
import { step } from './terminal.ts';

export interface DemoPerson {
  login: string;
  name: string;
  title: string;
  unit: string;
  /** Whether the demonstration password still opens the door. */
  passwordKept: boolean;
}

export interface Content {
  people: DemoPerson[];
  /** With what the first administrator of an office gets in. */
  first?: FirstSignIn;
}

const DEMO_LOGINS = ['lan', 'hung', 'thu', 'mai', 'nga', 'binh', 'vanthu', 'quan'];

/** What the program is about to serve: the demonstration, loaded when there is nothing, or an office of its own. */
export async function prepareContent(settings: Settings, appUrl: string): Promise<Content> {
  const { db, close } = connect(appUrl, { max: 4, name: 'cchc start', planOnce: true });
  try {
    const empty = await refuseOtherMode(db, settings.mode);
    if (settings.mode === 'office') {
      const { openOffice } = await import('./office.ts');
      const first = await openOffice(db);
      return { people: [], ...(first === undefined ? {} : { first }) };
    }
    if (empty) {
      step('Nạp số liệu minh họa của Cao Lộc', 'Loading the illustrative data of Cao Lộc');
      const { loadDemo } = await import('../server/demo/load.ts');
      await loadDemo(db, {
        stage: 'issued',
        password: settings.demoPassword,
        now: settings.now,
        earlier: true,
      });
    }
    return { people: await readDemoPeople(db, settings.demoPassword) };
  } finally {
    await close();
  }
}

/** An office never shows illustrative data, and a demonstration never touches an office's. True when still empty. */
async function refuseOtherMode(db: Database, mode: Settings['mode']): Promise<boolean> {
  const found = await db.selectFrom('installation').select('mode').executeTakeFirst();
  if (found === undefined) return true;
  if (found.mode === mode) return false;
  if (found.mode === 'demo') {
    throw new PlainFailure(
      'Cơ sở dữ liệu này chứa số liệu minh họa, chưa dùng cho cơ quan thật được. Bỏ --office, hoặc chọn CCHC_DATA (hay DATABASE_URL) khác cho cơ quan.',
      'This database holds illustrative data and cannot serve a real office. Leave out --office, or choose another CCHC_DATA (or DATABASE_URL) for the office.',
    );
  }
  throw new PlainFailure(
    'Cơ sở dữ liệu này là của một cơ quan thật, chưa nạp số liệu minh họa vào được. Thêm --office, hoặc chọn CCHC_DATA (hay DATABASE_URL) khác để xem minh họa.',
    'This database belongs to a real office and takes no illustrative data. Add --office, or choose another CCHC_DATA (or DATABASE_URL) for the demonstration.',
  );
}

async function readDemoPeople(db: Database, password: string): Promise<DemoPerson[]> {
  const { passwordMatches } = await import('../server/access/secrets.ts');
  const rows = await db
    .selectFrom('person')
    .innerJoin('post', 'post.person_id', 'person.id')
    .innerJoin('unit', 'unit.id', 'post.unit_id')
    .leftJoin('password', 'password.person_id', 'person.id')
    .where('person.login', 'in', DEMO_LOGINS)
    .orderBy('post.id')
    .select(['person.login', 'person.name', 'post.title', 'unit.name as unit', 'password.hash'])
    .execute();
  const people: DemoPerson[] = [];
  for (const login of DEMO_LOGINS) {
    const row = rows.find((one) => one.login === login);
    if (row === undefined) continue;
    const passwordKept = await passwordMatches(password, row.hash ?? undefined);
    people.push({ login, name: row.name, title: row.title, unit: row.unit, passwordKept });
  }
  return people;
}
