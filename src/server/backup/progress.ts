import type { Part } from './format.ts';

export type Say = (vi: string, en: string) => void;

const NEW_LINE = 10;

/** Rows and kilobytes of files, as the header counts them. */
export const workOf = (counts: { rows: number; fileBytes: number }): number =>
  counts.rows + counts.fileBytes / 1024;

/** Says how far a long work is, at each fifth of it; a short one is done before there is anything to say. */
export function progress(total: number, say: Say): (part: Part) => void {
  let done = 0;
  let said = 0;
  return (part) => {
    if (part.kind === 'rows') done += linesIn(part.bytes);
    if (part.kind === 'bytes') done += part.bytes.length / 1024;
    const fifth = total < 1000 ? 0 : Math.floor((done / total) * 5);
    if (fifth <= said || fifth > 4) return;
    said = fifth;
    say(`${fifth * 20} %`, `${fifth * 20} %`);
  };
}

/** COPY writes one row a line; a line break inside a value is written as two other characters. */
function linesIn(bytes: Buffer): number {
  let lines = 0;
  for (let at = bytes.indexOf(NEW_LINE); at >= 0; at = bytes.indexOf(NEW_LINE, at + 1)) lines++;
  return lines;
}
