import { addDays, type Day, type Instant, instantAt } from '../kernel/instant.ts';
import { civil, dateAt, timeAt, type WrittenDate } from './dates.ts';
import { readLegalBases } from './legalBases.ts';
import { readPeriod } from './period.ts';
import type { LegalBasis, LetterReading, Period } from './reading.ts';
import { cite, type Source, sourceOf, squash } from './source.ts';
import { resolveDay, type YearContext } from './yearOf.ts';

/** Words that a person pointed at in the letter, read as one kind of value. undefined: they do not say it. */
export type Chosen = { readonly start: number; readonly end: number };

const contextOf = (letter: LetterReading): YearContext => ({
  period: letter.period.value,
  date: letter.date.value,
  dateKnown: letter.dateKnown,
});

const datesIn = (source: Source, { start, end }: Chosen): WrittenDate[] => {
  const found: WrittenDate[] = [];
  let at = start;
  while (at < end && found.length < 20) {
    const date = /[\dnct(]/.test(source.bare.charAt(at)) ? dateAt(source, at) : undefined;
    if (date && date.end <= end + 1) {
      found.push(date);
      at = date.end;
    } else at++;
  }
  return found;
};

const timeIn = (source: Source, { start, end }: Chosen): { hour: number; minute: number } | undefined => {
  for (let at = start; at < end; at++) {
    if (!/\d/.test(source.bare.charAt(at)) || /[\d/]/.test(source.bare.charAt(at - 1))) continue;
    const time = timeAt(source, at);
    if (time) return time;
  }
  return undefined;
};

/** "trước ngày" ends at 24:00 of the day before, any other wording with the day itself. */
export const chosenDeadline = (
  letter: LetterReading,
  chosen: Chosen,
): { at: Instant; wording: string | null } | undefined => {
  const source = sourceOf(letter.text);
  const date = datesIn(source, chosen).at(-1);
  const day = date && resolveDay(date, contextOf(letter), 'deadline');
  if (!day) return undefined;
  const time = timeIn(source, chosen);
  // The word in front decides, also when only the date was pointed at.
  const around = source.bare.slice(Math.max(0, chosen.start - 24), chosen.end);
  const exclusive = /truoc(?:\s{0,4}(?:\d{1,2}\s?(?:gio|h)[\s\d,']{0,8})?)[\s,]{0,4}(?:ngay|\d)/.test(around);
  const words = source.bare.slice(chosen.start, chosen.end);
  return {
    at: time ? instantAt(day, time.hour, time.minute) : instantAt(exclusive ? day : addDays(day, 1)),
    // A bare date would lose its "trước" in the letter that is printed.
    wording:
      /truoc|nhat|ngay|han/.test(words) && exclusive === /truoc/.test(words)
        ? squash(cite(source, chosen.start, chosen.end).text)
        : null,
  };
};

export const chosenWindow = (letter: LetterReading, chosen: Chosen): { from: Day; to: Day } | undefined => {
  const source = sourceOf(letter.text);
  const context = contextOf(letter);
  const dates = datesIn(source, chosen);
  const last = dates.at(-1);
  const to = last && resolveDay(last, context, 'window');
  if (!to) return undefined;
  const year = Number(to.slice(0, 4));
  const sinceYear = /dau\s{0,4}nam/.test(source.bare.slice(chosen.start, chosen.end));
  const first = dates.length > 1 ? dates[0] : undefined;
  let from: Day | undefined;
  if (sinceYear) from = civil(year, 1, 1);
  else if (first?.year !== undefined || first?.yearShift !== undefined)
    from = resolveDay(first, context, 'window');
  else if (first) {
    const month = first.month ?? Number(to.slice(5, 7));
    const same = civil(year, month, first.day);
    from = same && same > to ? civil(year - 1, month, first.day) : same;
  }
  return from && from <= to ? { from, to } : undefined;
};

export const chosenPeriod = (letter: LetterReading, chosen: Chosen): Period | undefined => {
  const source = sourceOf(letter.text);
  const from = cite(source, chosen.start, chosen.end);
  const nowhere = { start: 0, end: 0 };
  return readPeriod(source, { value: squash(from.text), from }, nowhere).value ?? undefined;
};

export const chosenBases = (letter: LetterReading, chosen: Chosen): readonly LegalBasis[] =>
  readLegalBases(sourceOf(letter.text), chosen.start, chosen.end);

/** One line of plain words, without the label in front and the sign behind. */
export const chosenText = (letter: LetterReading, chosen: Chosen): string =>
  squash(letter.text.slice(chosen.start, chosen.end))
    .replace(/^(?:V\s?\/\s?[vV]|Về việc|Kính gửi)\s*:?\s*/u, '')
    .replace(/^[-–+•]\s+/u, '')
    .replace(/[\s;:,.]+$/u, '');
