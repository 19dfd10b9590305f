import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { readFonts } from '../pdf/letters.ts';

const locate = createRequire(import.meta.url).resolve;

const load = async () => {
  const { initWasm, Resvg } = await import('@resvg/resvg-wasm');
  await initWasm(await readFile(locate('@resvg/resvg-wasm/index_bg.wasm')));
  const fontBuffers = readFonts().files.map((file) => new Uint8Array(file));
  return { Resvg, fontBuffers };
};
let loaded: ReturnType<typeof load> | undefined;

/** Word shows SVG only in its newest versions: the others get the same picture as dots, fine enough for print. */
export const pngOf = async (svg: string, width: number): Promise<Uint8Array> => {
  loaded ??= load();
  const { Resvg, fontBuffers } = await loaded;
  const picture = new Resvg(svg, {
    fitTo: { mode: 'width', value: width },
    font: { fontBuffers, defaultFontFamily: 'Tinos', loadSystemFonts: false } as never,
    background: 'white',
  });
  return picture.render().asPng();
};
