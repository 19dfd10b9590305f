import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { z } from 'zod';
import type { CriteriaSet } from '../../core/scoring/criteria.ts';
import { problemText } from '../../core/scoring/problems.ts';
import { readSet } from '../../core/scoring/readSet.ts';
import { hasErrors, validateSet } from '../../core/scoring/validate.ts';
import { templateWire } from '../../core/template/wire.ts';
import { incoherent } from './coherence.ts';
import {
  calendarFile,
  criteriaFile,
  marksFile,
  type Pack,
  peopleFile,
  tasksFile,
  unitsFile,
} from './shape.ts';

const PACKS = fileURLToPath(new URL('../../../packs/', import.meta.url));

/** Said to whoever starts the program: which file, which place in it, what is wrong. */
export class PackMalformed extends Error {
  readonly code = 'pack.malformed';
  readonly file: string;
  readonly path: string;
  constructor(pack: string, file: string, path: string, reason: string) {
    super(`Gói dữ liệu ${pack}, tệp ${file}${path ? `, tại ${path}` : ''}: ${reason}. Sửa tệp rồi chạy lại.`);
    this.name = 'PackMalformed';
    this.file = file;
    this.path = path;
  }
}

type Fail = (file: string, path: string, reason: string) => never;

const setsOf = (values: readonly unknown[], fail: Fail): readonly CriteriaSet[] =>
  values.map((value, i) => {
    const { set, problems } = readSet(value);
    const found = [...problems, ...(set && !hasErrors(problems) ? validateSet(set) : [])];
    const error = found.find((p) => p.severity === 'error');
    return set && !error
      ? set
      : fail('criteria.json', `sets.${i}.${error?.path ?? ''}`, error ? problemText(error) : 'sai cấu trúc');
  });

/** A pack is read whole or refused with the first thing that is wrong. */
export const readPack = async (name: string, folder: string = PACKS): Promise<Pack> => {
  const fail: Fail = (file, path, reason) => {
    throw new PackMalformed(name, file, path, reason);
  };
  if (!/^[a-z0-9-]{1,60}$/.test(name)) fail('', '', 'tên gói chỉ gồm chữ thường, số và dấu gạch nối');
  const read = async <T>(file: string, shape: z.ZodType<T>): Promise<T> => {
    const bytes = await readFile(join(folder, name, file), 'utf8').catch(() =>
      fail(file, '', 'chưa đọc được tệp'),
    );
    let json: unknown;
    try {
      json = JSON.parse(bytes.normalize('NFC'));
    } catch (error) {
      return fail(file, '', `không phải JSON (${(error as Error).message})`);
    }
    const parsed = shape.safeParse(json);
    if (parsed.success) return parsed.data;
    const issue = parsed.error.issues[0];
    return fail(file, issue?.path.join('.') ?? '', issue?.message ?? 'sai cấu trúc');
  };
  const pack: Pack = {
    name,
    template: await read('template.json', templateWire),
    units: await read('units.json', unitsFile),
    criteria: { sets: setsOf((await read('criteria.json', criteriaFile)).sets, fail) },
    marks: await read('marks.json', marksFile),
    tasks: await read('tasks.json', tasksFile),
    calendar: await read('calendar.json', calendarFile),
    people: await read('people.json', peopleFile),
  };
  const problem = incoherent(pack)[0];
  if (problem) fail(problem.file, problem.path, problem.reason);
  return pack;
};
