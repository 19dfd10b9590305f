import { emptyDemonstration } from '../server/database/empty.ts';
import { readArguments } from './arguments.ts';
import { withDatabase } from './database.ts';
import { readSettings } from './settings.ts';
import { step, UsageFailure } from './terminal.ts';

/** `demo reset`: the demonstration as it was at the first start, or before the letter was issued. */
export async function demo(args: string[]): Promise<number> {
  const { values, positionals } = readArguments(args, {
    'before-issue': { type: 'boolean', default: false },
    'this-period': { type: 'boolean', default: false },
  });
  if (positionals.join(' ') !== 'reset') {
    throw new UsageFailure(
      'Lệnh đúng: cchc demo reset [--before-issue] [--this-period].',
      'Use: cchc demo reset [--before-issue] [--this-period].',
    );
  }
  const settings = readSettings({ office: false });
  await withDatabase(
    settings,
    async ({ db }, access) => {
      const { loadDemo } = await import('../server/demo/load.ts');
      await emptyDemonstration(access);
      await loadDemo(db, {
        stage: values['before-issue'] ? 'before-issue' : 'issued',
        password: settings.demoPassword,
        now: settings.now,
        earlier: !values['this-period'],
      });
    },
    { planOnce: true },
  );
  if (values['before-issue'])
    step('Số liệu minh họa: công văn chưa phát hành', 'Illustrative data: the letter is not issued');
  else step('Số liệu minh họa: như lúc chạy lần đầu', 'Illustrative data: as at the first start');
  return 0;
}
