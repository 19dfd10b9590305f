import { PlainFailure } from '../server/database/failure.ts';
import { readArguments } from './arguments.ts';
import { withDatabase } from './database.ts';
import { bad, type Finding } from './doctor/finding.ts';
import { disks, folderRights, nodeVersion, printing, webBuilt } from './doctor/machine.ts';
import {
  backups,
  clock,
  database,
  keptTotals,
  lettersLeft,
  mail,
  replica,
  sealed,
  timeSource,
} from './doctor/services.ts';
import { readSettings, type Settings } from './settings.ts';
import { print, words } from './terminal.ts';
import { programVersion } from './version.ts';

/** `doctor`: what this installation needs to be trusted; ends with 1 when something is broken. */
export async function doctor(args: string[]): Promise<number> {
  const { values } = readArguments(args, {
    office: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
  });
  const settings = readSettings({ office: values.office });
  const found = await examine(settings);
  const broken = found.filter((one) => one.state === 'bad').length;
  if (values.json) print(JSON.stringify({ version: programVersion(), findings: found }, null, 2));
  else {
    for (const { state, vi, en } of found) print(`${MARKS[state]} ${words(vi, en)}`);
    print(
      broken === 0
        ? words('Không có chỗ nào hỏng.', 'Nothing is broken.')
        : words(`${broken} chỗ cần sửa.`, `${broken} things need mending.`),
    );
  }
  return broken === 0 ? 0 : 1;
}

const MARKS = { ok: '✓', warning: '!', bad: '✗' } as const;

async function examine(settings: Settings): Promise<Finding[]> {
  const machine = [
    nodeVersion(),
    webBuilt(),
    ...folderRights(settings.folder),
    ...(await disks(settings, settings.backup)),
    await printing(),
    await mail(settings.mail),
  ];
  return [...machine, ...(await ofDatabase(settings))];
}

/** A database that is away is a finding like the others, not the end of the examination. */
async function ofDatabase(settings: Settings): Promise<Finding[]> {
  try {
    return await withDatabase(settings, async ({ db }, access) => [
      ...(await database(db, access.appUrl)),
      ...(settings.replicaUrl === undefined ? [] : [await replica(db, settings.replicaUrl)]),
      await clock(db),
      await timeSource(),
      await keptTotals(db),
      ...(await sealed(db, { dataFolder: settings.folder, secret: settings.secret })),
      ...(await backups(db, settings.backup !== undefined, Date.now())),
      ...(await lettersLeft(db)),
    ]);
  } catch (error) {
    if (error instanceof PlainFailure) return [bad('database', error.vi, error.en)];
    const why = (error as Error).message;
    return [
      bad('database', `Cơ sở dữ liệu chưa trả lời (${why}).`, `The database does not answer (${why}).`),
    ];
  }
}
