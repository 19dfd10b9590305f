import { addDays, type Day, daysBetween } from '../kernel/instant.ts';
import { shortDay } from '../kernel/wording.ts';

/** Work with a day: a task that was given, or a low mark that a unit mends. */
export type Work = {
  readonly kind: 'task' | 'low-mark';
  readonly unitName: string;
  readonly title: string;
  /** By what it was given, or published. */
  readonly document: string;
  readonly due: Day;
};

const SOON = 7;
const WEEKS_AFTER = 8;

/** Between these days work with a day is spoken of at all. */
export const workWindow = (today: Day): { readonly from: Day; readonly to: Day } => ({
  from: addDays(today, -7 * WEEKS_AFTER),
  to: addDays(today, SOON),
});

/**
 * The one occasion that speaks today: a week before, the day before, and from the day after every week for two
 * months. Another due day has occasions of its own.
 */
export const workOccasion = (due: Day, today: Day): string | null => {
  const left = daysBetween(today, due);
  if (left > SOON || left < -7 * WEEKS_AFTER) return null;
  if (left > 1) return `soon:${due}`;
  if (left >= 0) return `last:${due}`;
  return `week-${Math.floor((-left - 1) / 7)}:${due}`;
};

/** Late work is told to who signs for the unit too. */
export const toldOfWork = (due: Day, today: Day): readonly ('preparer' | 'signer')[] =>
  due < today ? ['preparer', 'signer'] : ['preparer'];

const timeOf = (due: Day, today: Day): string => {
  const left = daysBetween(today, due);
  if (left === 0) return 'hạn hôm nay';
  return left > 0 ? `còn ${left} ngày` : `quá hạn ${-left} ngày`;
};

const WHAT = { task: 'Nhiệm vụ', 'low-mark': 'Khắc phục tiêu chí' } as const;

const lineOf = (work: Work, today: Day): string =>
  `${WHAT[work.kind]} “${work.title}” (${work.document}): hạn ${shortDay(work.due)}, ${timeOf(work.due, today)}`;

/** Inside the program: the most urgent by name, the others by their number. */
export const workWords = (works: readonly Work[], today: Day): string => {
  const [first, ...rest] = [...works].sort((a, b) => (a.due < b.due ? -1 : 1));
  if (!first) return '';
  return `${lineOf(first, today)}${rest.length > 0 ? `; và ${rest.length} việc khác` : ''}.`;
};

/** One letter a day for all that a person is reminded of; what is done meanwhile is not in it. */
export const workLetter = (
  works: readonly Work[],
  today: Day,
  links: readonly string[],
): { readonly subject: string; readonly body: string } => ({
  subject: `Nhắc hạn ngày ${shortDay(today)}: ${works.length} việc sắp đến hạn hoặc quá hạn`,
  body: [
    'Các việc sắp đến hạn hoặc quá hạn:',
    [...works]
      .sort((a, b) => (a.due < b.due ? -1 : 1))
      .map((work, at) => `${at + 1}. ${work.unitName}. ${lineOf(work, today)}.`)
      .join('\n\n'),
    ...links,
    'Thư gửi tự động, mỗi ngày nhiều nhất một lần; việc xong rồi thì dừng nhắc. Cách nhận thư chọn ở trang Tài khoản.',
  ].join('\n\n'),
});
