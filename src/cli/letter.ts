import { letterCommand } from '../server/upload/command.ts';
import { readArguments } from './arguments.ts';
import { UsageFailure } from './terminal.ts';

/** Reads a letter of any format without a database: as JSON for a script, or as a table for a person. */
export async function letter(args: string[]): Promise<number> {
  const { values, positionals } = readArguments(args, { json: { type: 'boolean', default: false } });
  const [file, ...more] = positionals;
  if (file === undefined || more.length > 0) {
    throw new UsageFailure(
      'Cho biết một tệp công văn: cchc letter TỆP [--json].',
      'Name one letter: cchc letter FILE [--json].',
    );
  }
  return letterCommand(values.json ? [file, '--json'] : [file]);
}
