import { letterCommand } from '../server/upload/command.ts';
import { readArguments } from './arguments.ts';
import { asPlain } from './pack.ts';
import { UsageFailure } from './terminal.ts';

/** Reads a letter of any format without a database: as JSON for a script, or as a table for a person. */
export async function letter(args: string[]): Promise<number> {
  const { values, positionals } = readArguments(args, {
    json: { type: 'boolean', default: false },
    outline: { type: 'string' },
    pack: { type: 'string', default: 'cao-loc-2024' },
  });
  const [file, ...more] = positionals;
  if (file === undefined || more.length > 0) {
    throw new UsageFailure(
      'Cho biết một tệp công văn: cchc letter TỆP [--outline TỆP] [--json].',
      'Name one letter: cchc letter FILE [--outline FILE] [--json].',
    );
  }
  const outlines = async () => {
    const { readPack } = await import('../server/pack/read.ts');
    return (await readPack(values.pack).catch(asPlain)).template.outlines;
  };
  return letterCommand(file, { json: values.json, outline: values.outline, outlines });
}
