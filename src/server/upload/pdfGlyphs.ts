import { getResolvedPDFJS } from 'unpdf';

type Matrix = readonly [number, number, number, number, number, number];
type Glyph = {
  readonly x: number;
  readonly y: number;
  readonly end: number;
  readonly height: number;
  readonly str: string;
};
type Shown =
  | { readonly unicode?: string; readonly width?: number; readonly isSpace?: boolean }
  | number
  | null;
type Operators = {
  readonly fnArray: readonly number[];
  readonly argsArray: readonly (readonly unknown[] | null)[];
};

const SAME: Matrix = [1, 0, 0, 1, 0, 0];
const times = (m: Matrix, n: Matrix): Matrix => [
  m[0] * n[0] + m[2] * n[1],
  m[1] * n[0] + m[3] * n[1],
  m[0] * n[2] + m[2] * n[3],
  m[1] * n[2] + m[3] * n[3],
  m[0] * n[4] + m[2] * n[5] + m[4],
  m[1] * n[4] + m[3] * n[5] + m[5],
];
const moved = (m: Matrix, x: number, y: number): Matrix => times(m, [1, 0, 0, 1, x, y]);
const matrixOf = (args: readonly unknown[]): Matrix =>
  (args.length === 6 ? args : Array.from(args[0] as ArrayLike<number>)) as unknown as Matrix;

/** More glyphs than any page of a letter; the bound keeps hostile files cheap. */
const MOST = 50_000;

/** Every glyph of a page where it stands. */
const glyphsOf = (operators: Operators, ops: Readonly<Record<string, number>>): Glyph[] => {
  const glyphs: Glyph[] = [];
  const stack: Matrix[] = [];
  let ctm = SAME;
  let [text, line] = [SAME, SAME];
  let [size, chars, words, scale, leading, rise] = [1, 0, 0, 1, 0, 0];
  const newLine = (x: number, y: number): void => {
    line = moved(line, x, y);
    text = line;
  };
  const show = (shown: readonly Shown[]): void => {
    for (const one of shown) {
      if (one === null || glyphs.length >= MOST) continue;
      if (typeof one === 'number') {
        text = moved(text, (-one * size * scale) / 1000, 0);
        continue;
      }
      const width = (((one.width ?? 0) * size) / 1000 + chars + (one.isSpace ? words : 0)) * scale;
      const at = times(ctm, moved(text, 0, rise));
      const end = times(ctm, moved(text, width, rise));
      glyphs.push({
        x: at[4],
        y: at[5],
        end: end[4],
        height: Math.hypot(at[2], at[3]) * Math.abs(size) || 10,
        str: one.unicode ?? '',
      });
      text = moved(text, width, 0);
    }
  };
  const run: Readonly<Record<number, (args: readonly unknown[]) => void>> = Object.fromEntries(
    Object.entries({
      save: () => void stack.push(ctm),
      restore: () => {
        ctm = stack.pop() ?? SAME;
      },
      transform: (args: readonly unknown[]) => {
        ctm = times(ctm, matrixOf(args));
      },
      paintFormXObjectBegin: (args: readonly unknown[]) => {
        stack.push(ctm);
        if (args[0]) ctm = times(ctm, matrixOf([args[0]]));
      },
      paintFormXObjectEnd: () => {
        ctm = stack.pop() ?? SAME;
      },
      beginText: () => {
        [text, line] = [SAME, SAME];
      },
      setFont: (args: readonly unknown[]) => {
        size = Number(args[1]);
      },
      setCharSpacing: (args: readonly unknown[]) => {
        chars = Number(args[0]);
      },
      setWordSpacing: (args: readonly unknown[]) => {
        words = Number(args[0]);
      },
      setHScale: (args: readonly unknown[]) => {
        scale = Number(args[0]) / 100;
      },
      setTextRise: (args: readonly unknown[]) => {
        rise = Number(args[0]);
      },
      setLeading: (args: readonly unknown[]) => {
        leading = -Number(args[0]);
      },
      setTextMatrix: (args: readonly unknown[]) => {
        line = matrixOf(args);
        text = line;
      },
      moveText: (args: readonly unknown[]) => newLine(Number(args[0]), Number(args[1])),
      setLeadingMoveText: (args: readonly unknown[]) => {
        leading = Number(args[1]);
        newLine(Number(args[0]), Number(args[1]));
      },
      nextLine: () => newLine(0, leading),
      showText: (args: readonly unknown[]) => show(args[0] as readonly Shown[]),
    }).map(([name, perform]) => [ops[name], perform]),
  );
  operators.fnArray.forEach((op, i) => {
    run[op]?.(operators.argsArray[i] ?? []);
  });
  return glyphs;
};

/** A line by the places of its glyphs, whichever font brought them and in whatever order they were drawn. */
const lineText = (glyphs: readonly Glyph[]): string => {
  let out = '';
  let last: Glyph | undefined;
  for (const glyph of [...glyphs].sort((a, b) => a.x - b.x)) {
    const gap = last ? glyph.x - last.end : 0;
    if (gap > glyph.height * 2.5) out += '\t';
    else if (gap > glyph.height * 0.15 && !/\s$/.test(out) && !/^\s/.test(glyph.str)) out += ' ';
    out += glyph.str;
    last = glyph;
  }
  return out.replace(/ {2,}/g, ' ').trimEnd();
};

type Line = { glyphs: Glyph[]; y: number; from: number; to: number };

/**
 * The text of a page whose letters of one word come from several fonts: LibreOffice draws what the first font has, then
 * puts "ế" and "ộ" of another one into the gaps. Glyphs of a line are read by where they stand.
 */
export const glyphText = async (page: { getOperatorList(): Promise<Operators> }): Promise<string> => {
  const { OPS } = await getResolvedPDFJS();
  const lines: Line[] = [];
  for (const glyph of glyphsOf(await page.getOperatorList(), OPS as unknown as Record<string, number>)) {
    const line = lines.at(-1);
    const isSame =
      line &&
      Math.abs(line.y - glyph.y) < glyph.height * 0.5 &&
      glyph.x >= line.from - glyph.height * 2.5 &&
      glyph.x <= line.to + glyph.height * 2.5;
    if (isSame) {
      line.glyphs.push(glyph);
      line.from = Math.min(line.from, glyph.x);
      line.to = Math.max(line.to, glyph.end);
    } else lines.push({ glyphs: [glyph], y: glyph.y, from: glyph.x, to: glyph.end });
  }
  let out = '';
  lines.forEach((line, i) => {
    const above = lines[i - 1];
    const height = line.glyphs[0]?.height ?? 10;
    const drop = above ? above.y - line.y : 0;
    // A wide gap parts paragraphs; going up starts another column, as in the letterhead of a table.
    if (above)
      out += Math.abs(drop) < height * 0.5 ? '\t' : drop > height * 2.1 || drop < -height ? '\n\n' : '\n';
    out += lineText(line.glyphs);
  });
  return out;
};
