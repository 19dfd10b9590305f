import { readFile, stat, writeFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { formatAmount } from '../core/kernel/amount.ts';
import type { CriteriaSet } from '../core/scoring/criteria.ts';
import { linesOf, prepare } from '../core/scoring/prepare.ts';
import { answerProblemText, readAnswers } from '../core/scoring/readAnswers.ts';
import { score } from '../core/scoring/score.ts';
import type { LineScore, ScoreSheet } from '../core/scoring/sheet.ts';
import { PlainFailure } from '../server/database/failure.ts';
import {
  CRITERIA_FILE_LIMIT,
  type ImportedSet,
  type ImportProblem,
  readCriteriaFile,
  refused,
} from '../server/scoring/readFile.ts';
import { readArguments } from './arguments.ts';
import { dim, print, strong, UsageFailure, words } from './terminal.ts';

/** Sets of criteria without a database: import, score, and the empty Excel form. */
export async function criteria(args: string[]): Promise<number> {
  const [verb, ...rest] = args;
  if (verb === 'import') return importFile(rest);
  if (verb === 'score') return scoreFile(rest);
  if (verb === 'template') return writeTemplate(rest);
  throw new UsageFailure(
    'Cho biết việc cần làm: cchc criteria import TỆP [--json], cchc criteria score TỆP --answers TỆP.json [--json], cchc criteria template TỆP.xlsx.',
    'Name the task: cchc criteria import FILE [--json], cchc criteria score FILE --answers FILE.json [--json], cchc criteria template FILE.xlsx.',
  );
}

function oneFile(positionals: string[], usage: string): string {
  const [file, ...more] = positionals;
  if (file === undefined || more.length > 0)
    throw new UsageFailure(
      `Cho biết một tệp: cchc criteria ${usage}.`,
      `Name one file: cchc criteria ${usage}.`,
    );
  return file;
}

async function bytesOf(file: string): Promise<Buffer> {
  try {
    const { size } = await stat(file);
    if (size > CRITERIA_FILE_LIMIT) {
      const { vi, en } = refused('criteria.tooLarge');
      throw new PlainFailure(vi, en);
    }
    return await readFile(file);
  } catch (cause) {
    if (cause instanceof PlainFailure) throw cause;
    const { code } = cause as NodeJS.ErrnoException;
    throw new PlainFailure(
      `Chưa mở được tệp ${file} (${code}). Kiểm tra đường dẫn và quyền đọc.`,
      `${file} cannot be opened (${code}). Check its path and the right to read it.`,
      cause,
    );
  }
}

async function setsOf(file: string): Promise<readonly ImportedSet[]> {
  const read = await readCriteriaFile(await bytesOf(file), basename(file));
  if (!read.ok) throw new PlainFailure(read.vi, read.en);
  return read.sets;
}

function tellProblem(p: ImportProblem): void {
  const sign = p.severity === 'error' ? '✗' : '!';
  const place = p.cell === undefined && p.path ? dim(` [${p.path}]`) : '';
  process.stderr.write(`${sign} ${words(p.vi, p.en)}${place} ${dim(p.code)}\n`);
}

function summary(set: CriteriaSet): void {
  const lines = linesOf(prepare(set).areas);
  const count = (level: string): number => lines.filter((l) => l.criterion.level === level).length;
  print(strong(set.title));
  const decision = set.decision === null ? '' : `, ${words('quyết định', 'decision')} ${set.decision.number}`;
  print(
    `  ${set.id}${set.year === null ? '' : `, ${words('năm', 'year')} ${set.year}`}, ${set.subjectLevel}${decision}`,
  );
  print(
    `  ${count('area')} ${words('lĩnh vực', 'areas')}, ${count('criterion')} ${words('tiêu chí', 'criteria')}, ${count('component')} ${words('tiêu chí thành phần', 'components')}, ${words('tổng', 'total')} ${formatAmount(set.totalPoints)} ${words('điểm', 'points')}`,
  );
  for (const area of set.areas)
    print(
      `  ${area.code.padEnd(4)} ${area.name}: ${area.maxPoints === null ? '–' : formatAmount(area.maxPoints)}`,
    );
}

async function importFile(args: string[]): Promise<number> {
  const { values, positionals } = readArguments(args, { json: { type: 'boolean', default: false } });
  const sets = await setsOf(oneFile(positionals, 'import FILE [--json]'));
  const isWhole = sets.every((s) => s.set !== undefined);
  if (values.json) {
    print(
      JSON.stringify(
        {
          ok: isWhole,
          sets: sets.flatMap((s) => s.set ?? []),
          problems: sets.flatMap((s) => s.problems),
        },
        null,
        2,
      ),
    );
    return isWhole ? 0 : 1;
  }
  for (const { set, id, problems } of sets) {
    if (set) summary(set);
    else print(strong(words(`Chưa nhận được bộ tiêu chí ${id}`, `The set ${id} is not accepted`)));
    for (const p of problems) tellProblem(p);
  }
  return isWhole ? 0 : 1;
}

function chosenSet(sets: readonly ImportedSet[], id: string | undefined): CriteriaSet {
  const only = sets.length === 1 && id === undefined ? sets[0] : sets.find((s) => s.id === id);
  const known = sets.map((s) => s.id).join(', ');
  if (!only)
    throw new PlainFailure(
      id === undefined
        ? `Tệp có nhiều bộ tiêu chí. Chọn một bằng --set hoặc "set" trong tệp câu trả lời: ${known}.`
        : `Tệp chưa có bộ tiêu chí “${id}”. Các bộ trong tệp: ${known}.`,
      id === undefined
        ? `The file has several sets. Choose one by --set or by "set" in the answers: ${known}.`
        : `The file has no set “${id}”. Its sets: ${known}.`,
    );
  if (only.set) return only.set;
  for (const p of only.problems) tellProblem(p);
  throw new PlainFailure(
    `Bộ tiêu chí ${only.id} còn lỗi nên chưa chấm được.`,
    `The set ${only.id} has errors and cannot be scored with yet.`,
  );
}

function parsed(text: string, file: string): unknown {
  try {
    return JSON.parse(text.replace(/^\ufeff/, ''));
  } catch (cause) {
    const why = (cause as Error).message.slice(0, 160);
    throw new PlainFailure(
      `Tệp câu trả lời ${file} chưa đúng cú pháp JSON: ${why}.`,
      `The answers in ${file} are not well-formed JSON: ${why}.`,
      cause,
    );
  }
}

async function scoreFile(args: string[]): Promise<number> {
  const { values, positionals } = readArguments(args, {
    answers: { type: 'string' },
    set: { type: 'string' },
    json: { type: 'boolean', default: false },
  });
  const usage = 'score FILE --answers ANSWERS.json [--set ID] [--json]';
  const file = oneFile(positionals, usage);
  if (values.answers === undefined)
    throw new UsageFailure(
      `Cho biết tệp câu trả lời: cchc criteria ${usage}.`,
      `Name the file of answers: cchc criteria ${usage}.`,
    );
  const given = readAnswers(parsed((await bytesOf(values.answers)).toString('utf8'), values.answers));
  const set = chosenSet(await setsOf(file), values.set ?? given.set);
  const sheet = score(set, given.answers, { survey: given.survey, values: given.context });
  const wrong = given.problems.map((p) => ({
    code: p.code,
    criterion: p.criterion,
    words: answerProblemText(p, words('vi', 'en') as 'vi' | 'en'),
  }));
  const problems = [...wrong, ...sheet.problems];
  if (values.json)
    print(
      JSON.stringify(
        { ...(given.unit === undefined ? {} : { unit: given.unit }), ...sheet, problems },
        null,
        2,
      ),
    );
  else printSheet(sheet);
  for (const p of problems) process.stderr.write(`! ${p.words} ${dim(p.code)}\n`);
  // What was answered but could not be understood is a refusal: the scores are not those that were meant.
  return wrong.length > 0 ? 1 : 0;
}

const amount = (value: string | null): string => (value === null ? '–' : formatAmount(value));

function printLine(line: LineScore): void {
  const indent = line.level === 'area' ? '' : line.level === 'criterion' ? '  ' : '    ';
  const of = line.role === 'normal' && line.status !== 'monitor' ? `/${formatAmount(line.maximum)}` : '';
  print(`${indent}${line.code} ${line.name}: ${strong(`${amount(line.points)}${of}`)}`);
  if (line.explanation !== '' && line.isLeaf) print(dim(`${indent}  ${line.explanation}`));
}

function printSheet(sheet: ScoreSheet): void {
  print(strong(sheet.set.title));
  for (const line of sheet.lines) printLine(line);
  print();
  print(`${words('Điểm đạt', 'Points')}: ${amount(sheet.total.achieved)}/${amount(sheet.total.maximum)}`);
  print(
    strong(
      `${words('Chỉ số', 'Index')}: ${sheet.index.percent === null ? words('không tính được', 'cannot be computed') : `${amount(sheet.index.percent)}%`}`,
    ),
  );
  if (sheet.index.note !== '') print(dim(sheet.index.note));
  if (sheet.missing.length > 0) {
    print(
      words(`Chưa có điểm: ${sheet.missing.length} dòng`, `Without points: ${sheet.missing.length} lines`),
    );
    for (const m of sheet.missing) print(`  ${m.code} ${m.name}: ${m.why}`);
  }
}

async function writeTemplate(args: string[]): Promise<number> {
  const { positionals } = readArguments(args, {});
  const file = oneFile(positionals, 'template FILE.xlsx');
  const { criteriaTemplate } = await import('../server/scoring/template.ts');
  try {
    // Never over a file that an office has filled in.
    await writeFile(file, await criteriaTemplate(), { flag: 'wx' });
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    throw new PlainFailure(
      code === 'EEXIST'
        ? `Tệp ${file} đã có. Chọn tên khác để không ghi đè.`
        : `Chưa ghi được tệp ${file} (${code}). Kiểm tra thư mục và quyền ghi.`,
      code === 'EEXIST'
        ? `${file} exists already. Choose another name, nothing is overwritten.`
        : `${file} cannot be written (${code}). Check the folder and the right to write.`,
      cause,
    );
  }
  print(words(`Đã ghi mẫu vào ${file}.`, `The form is written to ${file}.`));
  return 0;
}
