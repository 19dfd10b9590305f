import { crc32, deflateSync } from 'node:zlib';
import QRCode from 'qrcode';

/** Quiet zone that scanners ask for, in modules. */
const MARGIN = 4;

type Modules = { readonly size: number; dark(x: number, y: number): boolean };

const modulesOf = (value: string): Modules => {
  const { modules } = QRCode.create(value, { errorCorrectionLevel: 'M' });
  const inside = (n: number): boolean => n >= 0 && n < modules.size;
  return {
    size: modules.size + 2 * MARGIN,
    dark: (x, y) => inside(x - MARGIN) && inside(y - MARGIN) && Boolean(modules.get(y - MARGIN, x - MARGIN)),
  };
};

export const qrSvg = (value: string): string => {
  const { size, dark } = modulesOf(value);
  let path = '';
  for (let y = 0; y < size; y++)
    for (let x = 0; x < size; x++) {
      if (!dark(x, y) || dark(x - 1, y)) continue;
      let run = 1;
      while (dark(x + run, y)) run++;
      path += `M${x} ${y}h${run}v1h-${run}z`;
    }
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}"><path d="${path}"/></svg>`;
};

const chunk = (type: string, data: Buffer): Buffer => {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const out = Buffer.alloc(body.length + 8);
  out.writeUInt32BE(data.length, 0);
  body.copy(out, 4);
  out.writeUInt32BE(crc32(body), body.length + 4);
  return out;
};

const SCALE = 8;

/** PNG of one bit a pixel, for Word, which shows SVG only in its newest versions. */
export const qrPng = (value: string): Buffer => {
  const { size, dark } = modulesOf(value);
  const side = size * SCALE;
  const stride = Math.ceil(side / 8) + 1;
  const pixels = Buffer.alloc(stride * side);
  for (let y = 0; y < side; y++)
    for (let x = 0; x < side; x++)
      if (!dark(Math.floor(x / SCALE), Math.floor(y / SCALE)))
        pixels[y * stride + 1 + (x >> 3)]! |= 0x80 >> (x & 7);
  const header = Buffer.alloc(13);
  header.writeUInt32BE(side, 0);
  header.writeUInt32BE(side, 4);
  header[8] = 1;
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(pixels, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
};
