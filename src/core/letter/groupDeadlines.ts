import { type Instant, parseInstant } from '../kernel/instant.ts';
import type { LetterReading, ReadDeadline } from './reading.ts';

export type DatedDeadline = ReadDeadline & { readonly instant: Instant };

/** Of several the best by a count, the first of equals. */
const best = (
  deadlines: readonly DatedDeadline[],
  isBetter: (one: DatedDeadline, than: DatedDeadline) => boolean,
): DatedDeadline | undefined =>
  deadlines.reduce<DatedDeadline | undefined>(
    (found, d) => (found === undefined || isBetter(d, found) ? d : found),
    undefined,
  );

/**
 * Which deadline of a letter binds whom: the one that names most addressees is the deadline of all; an addressee that
 * another one names has that for its own, the one with fewest others first.
 */
export const groupDeadlines = (
  letter: Pick<LetterReading, 'deadlines' | 'recipients'>,
): { readonly general: DatedDeadline | undefined; readonly own: ReadonlyMap<string, DatedDeadline> } => {
  const dated = letter.deadlines.flatMap((d): DatedDeadline[] => {
    const instant = d.at === null ? undefined : parseInstant(d.at);
    return instant === undefined ? [] : [{ ...d, instant }];
  });
  const general = best(dated, (one, than) => one.scope.length > than.scope.length);
  const narrow = dated.filter((d) => d.scope.length < letter.recipients.length);
  const own = letter.recipients.flatMap(({ text }): [string, DatedDeadline][] => {
    const found = best(
      narrow.filter((d) => d.scope.includes(text)),
      (one, than) => one.scope.length < than.scope.length,
    );
    return found && found.instant !== general?.instant ? [[text, found]] : [];
  });
  return { general, own: new Map(own) };
};
