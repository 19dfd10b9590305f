import type { Cell, Row } from './tree.ts';

export type Placed = {
  readonly cell: Cell;
  readonly at: number;
  readonly colspan: number;
  readonly rowspan: number;
};

/** Rows that fill the grid exactly: spans cut at the edges, missing cells added; Word repairs and Typst refuses anything else. */
export const fitGrid = (rows: readonly Row[], columns: number): Placed[][] => {
  const held: number[] = Array.from({ length: columns }, () => 0);
  return rows.map(({ cells }, index) => {
    const placed: Placed[] = [];
    const queue = [...cells];
    for (let at = 0; at < columns; ) {
      if (held[at]! > 0) {
        held[at]!--;
        at++;
        continue;
      }
      let free = 1;
      while (at + free < columns && held[at + free] === 0) free++;
      const cell = queue.shift() ?? { inlines: [] };
      const colspan = Math.min(cell.colspan ?? 1, free);
      const rowspan = Math.min(cell.rowspan ?? 1, rows.length - index);
      for (let i = 0; i < colspan; i++) held[at + i] = rowspan - 1;
      placed.push({ cell, at, colspan, rowspan });
      at += colspan;
    }
    return placed;
  });
};
