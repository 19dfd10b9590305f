import type { TamperedRow } from '../core/audit/answers.ts';
import { momentText } from '../core/kernel/wording.ts';
import { verified } from '../server/audit/views.ts';
import { readArguments } from './arguments.ts';
import { withDatabase } from './database.ts';
import { readSettings } from './settings.ts';
import { print, UsageFailure, words } from './terminal.ts';

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
  const { facts, chains, found } = await withDatabase(settings, ({ db }) => verified(db));
  print(words(`${facts} việc đã ghi, ${chains} chuỗi`, `${facts} facts, ${chains} chains`));
  for (const row of found) print(`✗ ${lineOf(row)}`);
  print(
    found.length === 0
      ? words('Mọi dòng khớp với dòng trước nó.', 'Every row fits the row before it.')
      : words(`${found.length} chỗ không khớp.`, `${found.length} places do not fit.`),
  );
  return found.length === 0 ? 0 : 1;
}

const WHAT: Record<string, [string, string]> = {
  changed: ['nội dung đã bị sửa', 'was changed'],
  missing: ['bị mất', 'is missing'],
  head: ['cuối chuỗi không khớp', 'the end of the chain does not fit'],
};

function lineOf(row: TamperedRow): string {
  const about = [row.campaignTitle, row.unitName].filter((part) => part !== null).join(', ');
  const place = words(`chuỗi ${row.chain}, dòng ${row.seq}`, `chain ${row.chain}, row ${row.seq}`);
  const what = words(...(WHAT[row.what] ?? [row.what, row.what]));
  const said = [row.type, row.at === null ? null : momentText(row.at, true), row.actorName];
  const told = said.filter((part) => part !== null).join(', ');
  return `${place}${about ? ` (${about})` : ''}: ${what}${told ? `; ${told}` : ''}`;
}
