/** `cchc-2026-11-22-0130.cchc`: the name says when, in Vietnamese time, and sorts by it. */
const NAME = /^cchc-(\d{4}-\d{2})-\d{2}-\d{4}\.cchc$/;

/** @param moment Vietnamese day and minute, '2026-11-22' and '01:30' */
export const nameOf = (moment: { readonly day: string; readonly time: string }): string =>
  `cchc-${moment.day}-${moment.time.replace(':', '')}.cchc`;

/** How many months keep their last backup beside the newest ones. */
const MONTHS = 12;

/**
 * Which of the files in the folder may go: all of our own names but the newest `keep` and the last of each of the
 * twelve newest months. Files of other names are nobody's business here.
 */
export const outdated = (names: readonly string[], keep: number): readonly string[] => {
  const ours = names.filter((name) => NAME.test(name)).toSorted((a, b) => (a < b ? 1 : -1));
  const lastOfMonth = new Map<string, string>();
  for (const name of ours) {
    const month = NAME.exec(name)?.[1] ?? '';
    if (!lastOfMonth.has(month) && lastOfMonth.size < MONTHS) lastOfMonth.set(month, name);
  }
  const kept = new Set([...ours.slice(0, keep), ...lastOfMonth.values()]);
  return ours.filter((name) => !kept.has(name));
};
