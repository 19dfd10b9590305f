import { type Cell, EMPTY, sameCell } from '../template/cell.ts';
import type { DifferenceAnswer, PinAnswer } from './answers.ts';
import type { ReportContent } from './content.ts';

const keyOf = (c: { readonly form: string; readonly row: string; readonly column: string }): string =>
  `${c.form}\u0000${c.row}\u0000${c.column}`;

/** What changed by part and cell; what lies outside the pins is marked, to be listed apart. */
export const differencesOf = (
  before: ReportContent,
  after: ReportContent,
  pins: readonly Pick<PinAnswer, 'place'>[],
): DifferenceAnswer => {
  const old = new Map(before.cells.map((c) => [keyOf(c), c.cell]));
  const now = new Map(after.cells.map((c) => [keyOf(c), c.cell]));
  const cellPinned = (form: string, row: string, column: string): boolean =>
    pins.some(
      (p) =>
        p.place.kind === 'cell' && p.place.form === form && p.place.row === row && p.place.column === column,
    );
  const sectionPinned = (section: string): boolean =>
    pins.some((p) => p.place.kind !== 'cell' && p.place.section === section);
  const cells = [...new Map([...before.cells, ...after.cells].map((c) => [keyOf(c), c])).values()]
    .map(({ form, row, column }) => {
      const key = keyOf({ form, row, column });
      const [was, is]: [Cell, Cell] = [old.get(key) ?? EMPTY, now.get(key) ?? EMPTY];
      return { form, row, column, before: was, after: is, pinned: cellPinned(form, row, column) };
    })
    .filter((c) => !sameCell(c.before, c.after));
  const wordsOf = (content: ReportContent, section: string): string => {
    const words = content.words.find((w) => w.section === section);
    return words?.kind === 'nil' ? 'Không phát sinh' : (words?.plain ?? '');
  };
  const words = [...new Set([...before.words, ...after.words].map((w) => w.section))]
    .map((section) => ({
      section,
      before: wordsOf(before, section),
      after: wordsOf(after, section),
      pinned: sectionPinned(section),
    }))
    .filter((w) => w.before !== w.after);
  return { from: before.revision, to: after.revision, cells, words };
};
