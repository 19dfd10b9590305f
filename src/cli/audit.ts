import type { TamperedRow } from '../core/audit/answers.ts';
import { momentText } from '../core/kernel/wording.ts';
import { type Place, type Step, sizeOfJournal, verifyStep } from '../server/audit/verify.ts';
import { namedRows } from '../server/audit/views.ts';
import type { Database } from '../server/database/connect.ts';
import { readArguments } from './arguments.ts';
import { withDatabase } from './database.ts';
import { readSettings } from './settings.ts';
import { print, step, UsageFailure, words } from './terminal.ts';

/** `audit verify`: walks every chain of facts; ends with 1 when a row was changed or is missing. */
export async function audit(args: string[]): Promise<number> {
  const { values, positionals } = readArguments(args, { office: { type: 'boolean', default: false } });
  if (positionals.join(' ') !== 'verify') {
    throw new UsageFailure(
      'Lệnh đúng: cchc audit verify. Thêm --office cho cơ quan thật.',
      'Use: cchc audit verify. Add --office for a real office.',
    );
  }
  const settings = readSettings({ office: values.office });
  const broken = await withDatabase(settings, ({ db }) => walk(db));
  print(
    broken === 0
      ? words('Mọi dòng khớp với dòng trước nó.', 'Every row fits the row before it.')
      : words(`${broken} chỗ không khớp.`, `${broken} places do not fit.`),
  );
  return broken === 0 ? 0 : 1;
}

const STEP_MS = 1000;

/** A stretch at a time, told as it goes: the journal of many years neither fills the memory nor looks stuck. */
async function walk(db: Database): Promise<number> {
  const total = await sizeOfJournal(db);
  let [facts, broken] = [0, 0];
  let after: Place | null = null;
  do {
    const found: Step = await verifyStep(db, after, STEP_MS);
    facts += found.facts;
    broken += found.found.length;
    for (const row of await namedRows(db, found.found)) print(`✗ ${lineOf(row)}`);
    after = found.next;
    const percent = Math.floor((facts / Math.max(1, total.facts)) * 100);
    if (after !== null) step(`${percent} % (${facts} việc)`, `${percent} % (${facts} facts)`);
  } while (after !== null);
  print(words(`${facts} việc đã ghi, ${total.chains} chuỗi`, `${facts} facts, ${total.chains} chains`));
  return broken;
}

const WHAT: Record<string, [string, string]> = {
  changed: ['nội dung đã bị sửa', 'was changed'],
  missing: ['bị mất', 'is missing'],
  head: ['cuối chuỗi không khớp', 'the end of the chain does not fit'],
  anchor: ['không còn là dòng đã neo', 'is not the row that was anchored'],
};

function lineOf(row: TamperedRow): string {
  const about = [row.campaignTitle, row.unitName].filter((part) => part !== null).join(', ');
  const place = words(`chuỗi ${row.chain}, dòng ${row.seq}`, `chain ${row.chain}, row ${row.seq}`);
  const what = words(...(WHAT[row.what] ?? [row.what, row.what]));
  const said = [row.type, row.at === null ? null : momentText(row.at, true), row.actorName];
  const told = said.filter((part) => part !== null).join(', ');
  return `${place}${about ? ` (${about})` : ''}: ${what}${told ? `; ${told}` : ''}`;
}
