/**
 * The cells of a table as Word, Excel or a browser put it on the clipboard. Their plain text tears a cell with two
 * paragraphs into two rows and loses what is merged; the table itself says where each cell stands. A place under a
 * merged cell holds nothing, so that nothing is wiped out there.
 */
export const parseHtmlBlock = (html: string): readonly (readonly (string | undefined)[])[] | undefined => {
  if (!/<table[\s>]/i.test(html)) return undefined;
  // Looks go first: the content security policy refuses styles of pasted text, and nothing here reads them.
  const bare = html.replace(/<[a-z][^>]*>/gi, (tag) => tag.replace(/\sstyle\s*=/gi, ' data-look='));
  const doc = new DOMParser().parseFromString(bare, 'text/html');
  for (const gone of doc.querySelectorAll('style, script, del')) gone.remove();
  const tables = [...doc.querySelectorAll('table')].filter((t) => !t.parentElement?.closest('table'));
  const rows = tables.flatMap(rowsOf);
  return rows.length > 0 ? rows : undefined;
};

const rowsOf = (table: HTMLTableElement): (string | undefined)[][] => {
  const grid: (string | undefined)[][] = [];
  const taken = new Set<string>();
  [...table.rows].forEach((line, down) => {
    const row: (string | undefined)[] = [];
    let right = 0;
    for (const cell of line.cells) {
      while (taken.has(`${down}/${right}`)) row[right++] = undefined;
      row[right] = textOf(cell);
      const [wide, high] = [span(cell.colSpan, 40), span(cell.rowSpan, 2000)];
      for (let y = 0; y < high; y++)
        for (let x = 0; x < wide; x++) if (x + y > 0) taken.add(`${down + y}/${right + x}`);
      right++;
    }
    while (taken.has(`${down}/${right}`)) row[right++] = undefined;
    grid.push(row);
  });
  return grid;
};

const span = (given: number, most: number): number => Math.min(most, Math.max(1, given));

/** A line end that is meant, beside those that only fold the source. */
const BREAK = '\u2028';

const textOf = (cell: HTMLTableCellElement): string => {
  // A sheet says the number itself beside how it looks there: 1,234 of an English Excel is not 1,234 of ours.
  const exact = cell.getAttribute('x:num') || cell.getAttribute('sdval');
  if (exact && /^-?\d+(\.\d+)?$/.test(exact)) return exact.replace('.', ',');
  for (const br of cell.querySelectorAll('br')) br.replaceWith(BREAK);
  const paragraphs = [...cell.querySelectorAll('p, li, div')].filter((p) => !p.querySelector('p, li, div'));
  const texts = paragraphs.length > 0 ? paragraphs.map((p) => p.textContent ?? '') : [cell.textContent ?? ''];
  return texts
    .map((text) =>
      text
        .replace(/[ \t\r\n\u00a0]+/g, ' ')
        .replaceAll(BREAK, '\n')
        .trim(),
    )
    .filter(Boolean)
    .join('\n');
};
