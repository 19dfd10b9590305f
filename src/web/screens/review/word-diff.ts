export type Piece = { readonly kind: 'same' | 'del' | 'ins'; readonly text: string };

const tokens = (text: string): string[] => text.match(/\n|[^\S\n]+|[^\s]+/g) ?? [];

/** Beyond this the table of comparisons would hold up an old machine: then the whole text counts as rewritten. */
const MOST_COMPARISONS = 1_500_000;

const push = (pieces: { kind: Piece['kind']; text: string }[], kind: Piece['kind'], text: string): void => {
  if (text === '') return;
  const last = pieces.at(-1);
  if (last?.kind === kind) last.text += text;
  else pieces.push({ kind, text });
};

/** Lengths of the longest common run of words from each place to the end. */
const table = (a: readonly string[], b: readonly string[]): Uint16Array => {
  const width = b.length + 1;
  const lengths = new Uint16Array((a.length + 1) * width);
  for (let i = a.length - 1; i >= 0; i--)
    for (let j = b.length - 1; j >= 0; j--)
      lengths[i * width + j] =
        a[i] === b[j]
          ? (lengths[(i + 1) * width + j + 1] ?? 0) + 1
          : Math.max(lengths[(i + 1) * width + j] ?? 0, lengths[i * width + j + 1] ?? 0);
  return lengths;
};

/**
 * Two sentences share at least their spaces: nobody reads one woven into the other word by word. What is taken out
 * next to each other, and what is put in, stand together.
 */
const gathered = (pieces: readonly Piece[]): Piece[] => {
  const whole: { kind: Piece['kind']; text: string }[] = [];
  let [del, ins] = ['', ''];
  const flush = (): void => {
    push(whole, 'del', del);
    push(whole, 'ins', ins);
    [del, ins] = ['', ''];
  };
  pieces.forEach(({ kind, text }, at) => {
    const open = del !== '' || ins !== '';
    const between = kind === 'same' && open && at < pieces.length - 1 && /^[^\S\n]+$/.test(text);
    if (kind === 'same' && !between) {
      flush();
      push(whole, 'same', text);
    }
    if (kind === 'del' || between) del += text;
    if (kind === 'ins' || between) ins += text;
  });
  flush();
  return whole;
};

/** What was taken out and what was put in, word by word. */
export const wordDiff = (before: string, after: string): readonly Piece[] => {
  const [a, b] = [tokens(before), tokens(after)];
  let head = 0;
  while (head < a.length && head < b.length && a[head] === b[head]) head++;
  let tail = 0;
  while (tail < a.length - head && tail < b.length - head && a.at(-1 - tail) === b.at(-1 - tail)) tail++;
  const [x, y] = [a.slice(head, a.length - tail), b.slice(head, b.length - tail)];
  const pieces: { kind: Piece['kind']; text: string }[] = [];
  push(pieces, 'same', a.slice(0, head).join(''));
  if (x.length * y.length > MOST_COMPARISONS) {
    push(pieces, 'del', x.join(''));
    push(pieces, 'ins', y.join(''));
  } else {
    const lengths = table(x, y);
    const width = y.length + 1;
    let [i, j] = [0, 0];
    while (i < x.length || j < y.length) {
      if (i < x.length && j < y.length && x[i] === y[j]) {
        push(pieces, 'same', x[i] ?? '');
        i++;
        j++;
      } else if (
        j >= y.length ||
        (i < x.length && (lengths[(i + 1) * width + j] ?? 0) >= (lengths[i * width + j + 1] ?? 0))
      ) {
        push(pieces, 'del', x[i++] ?? '');
      } else push(pieces, 'ins', y[j++] ?? '');
    }
  }
  push(pieces, 'same', a.slice(a.length - tail).join(''));
  return gathered(pieces);
};

/** The pieces line by line, so that lines without a change can stand back. */
export const linesOf = (pieces: readonly Piece[]): readonly (readonly Piece[])[] => {
  const lines: Piece[][] = [[]];
  for (const piece of pieces)
    piece.text.split('\n').forEach((text, at) => {
      if (at > 0) lines.push([]);
      if (text !== '') lines.at(-1)?.push({ kind: piece.kind, text });
    });
  return lines.filter((line) => line.length > 0);
};
