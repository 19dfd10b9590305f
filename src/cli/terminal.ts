import { styleText } from 'node:util';
import { PlainFailure } from '../server/database/failure.ts';

export type Language = 'vi' | 'en';

let language: Language = 'vi';

export function speak(chosen: Language): void {
  language = chosen;
}

export function words(vi: string, en: string): string {
  return language === 'vi' ? vi : en;
}

/** One line of an answer. */
export function print(text = ''): void {
  process.stdout.write(`${text}\n`);
}

/** One line of progress: what is being done now. */
export function step(vi: string, en: string): void {
  process.stdout.write(`• ${words(vi, en)}\n`);
}

export function dim(text: string): string {
  return styleText('dim', text, { stream: process.stdout });
}

export function strong(text: string): string {
  return styleText('bold', text, { stream: process.stdout });
}

/** The command was understood but its words were not: exit code 2. */
export class UsageFailure extends PlainFailure {}

/** Says what happened and what to do; a fault of the program keeps its stack, a plain failure needs none. */
export function tellFailure(error: unknown): number {
  if (error instanceof PlainFailure) {
    const [first, second] = language === 'vi' ? [error.vi, error.en] : [error.en, error.vi];
    process.stderr.write(`✗ ${first}\n${styleText('dim', `  ${second}`, { stream: process.stderr })}\n`);
    return error instanceof UsageFailure ? 2 : 1;
  }
  process.stderr.write(
    `✗ ${words('Chương trình gặp lỗi chưa lường trước:', 'The program met an unforeseen fault:')}\n`,
  );
  process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
  return 1;
}
