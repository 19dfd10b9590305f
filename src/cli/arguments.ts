import { type ParseArgsConfig, parseArgs } from 'node:util';
import { UsageFailure } from './terminal.ts';

type Options = NonNullable<ParseArgsConfig['options']>;

/** Words and options of one command; what is not known is refused, never ignored. */
export function readArguments<const T extends Options>(args: string[], options: T) {
  try {
    return parseArgs({ args, options, allowPositionals: true, strict: true });
  } catch (error) {
    const unknown = /'([^']+)'/.exec((error as Error).message)?.[1] ?? (error as Error).message;
    throw new UsageFailure(
      `Chưa hiểu "${unknown}". Xem "cchc help".`,
      `"${unknown}" is not understood. See "cchc help".`,
      error,
    );
  }
}
