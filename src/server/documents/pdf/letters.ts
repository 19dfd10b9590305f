import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

/** Code points that a TrueType font has letters for: tables 'cmap' of formats 4 and 12. */
const lettersOf = (font: Buffer): Set<number> => {
  const found = new Set<number>();
  const tables = font.readUInt16BE(4);
  for (let i = 0; i < tables; i++) {
    const at = 12 + i * 16;
    if (font.toString('latin1', at, at + 4) !== 'cmap') continue;
    const cmap = font.readUInt32BE(at + 8);
    for (let n = 0; n < font.readUInt16BE(cmap + 2); n++)
      addSubtable(font, cmap + font.readUInt32BE(cmap + 4 + n * 8 + 4), found);
  }
  return found;
};

const addSubtable = (font: Buffer, at: number, found: Set<number>): void => {
  const format = font.readUInt16BE(at);
  if (format === 12) {
    for (let g = 0; g < font.readUInt32BE(at + 12); g++) {
      const [from, to] = [font.readUInt32BE(at + 16 + g * 12), font.readUInt32BE(at + 20 + g * 12)];
      for (let point = from; point <= to; point++) found.add(point);
    }
  }
  if (format !== 4) return;
  const twice = font.readUInt16BE(at + 6);
  const [ends, starts] = [at + 14, at + 16 + twice];
  const [deltas, offsets] = [starts + twice, starts + 2 * twice];
  for (let s = 0; s < twice; s += 2) {
    const [from, to] = [font.readUInt16BE(starts + s), font.readUInt16BE(ends + s)];
    const [delta, offset] = [font.readUInt16BE(deltas + s), font.readUInt16BE(offsets + s)];
    for (let point = from; point <= to && point < 0xffff; point++) {
      const glyph =
        offset === 0
          ? (point + delta) & 0xffff
          : font.readUInt16BE(offsets + s + offset + (point - from) * 2);
      if (glyph !== 0) found.add(point);
    }
  }
};

const locate = createRequire(import.meta.url).resolve;
const FACES = ['400Regular', '400Regular_Italic', '700Bold', '700Bold_Italic'] as const;

export type Fonts = { readonly files: readonly Buffer[]; readonly letters: ReadonlySet<number> };

/** Tinos has the widths of Times New Roman and every Vietnamese letter. */
export const readFonts = (): Fonts => {
  const files = FACES.map((face) =>
    readFileSync(locate(`@expo-google-fonts/tinos/${face}/Tinos_${face}.ttf`)),
  );
  const [first, ...others] = files.map(lettersOf);
  return {
    files,
    letters: new Set([...first!].filter((point) => others.every((one) => one.has(point)))),
  };
};
