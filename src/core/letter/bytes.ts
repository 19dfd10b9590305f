/** Bytes to text without a platform's decoder: the core knows none. */

/** Strict UTF-8; undefined when the bytes are not. */
export const fromUtf8 = (bytes: Uint8Array): string | undefined => {
  const parts: string[] = [];
  let chunk: number[] = [];
  let i = 0;
  while (i < bytes.length) {
    const a = bytes[i] ?? 0;
    let code: number;
    let length: number;
    if (a < 0x80) [code, length] = [a, 1];
    else if (a >= 0xc2 && a < 0xe0) [code, length] = [a & 0x1f, 2];
    else if (a >= 0xe0 && a < 0xf0) [code, length] = [a & 0x0f, 3];
    else if (a >= 0xf0 && a < 0xf5) [code, length] = [a & 0x07, 4];
    else return undefined;
    if (i + length > bytes.length) return undefined;
    for (let k = 1; k < length; k++) {
      const next = bytes[i + k] ?? 0;
      if ((next & 0xc0) !== 0x80) return undefined;
      code = (code << 6) | (next & 0x3f);
    }
    const tooLong = (length === 3 && code < 0x800) || (length === 4 && (code < 0x10000 || code > 0x10ffff));
    if (tooLong || (code >= 0xd800 && code <= 0xdfff)) return undefined;
    chunk.push(code);
    if (chunk.length >= 4096) {
      parts.push(String.fromCodePoint(...chunk));
      chunk = [];
    }
    i += length;
  }
  parts.push(String.fromCodePoint(...chunk));
  return parts.join('');
};

export const fromUtf16 = (bytes: Uint8Array, littleEndian: boolean): string => {
  const parts: string[] = [];
  for (let i = 0; i + 1 < bytes.length; i += 8192) {
    const units: number[] = [];
    for (let k = i; k + 1 < Math.min(bytes.length, i + 8192); k += 2) {
      const [a, b] = [bytes[k] ?? 0, bytes[k + 1] ?? 0];
      units.push(littleEndian ? a | (b << 8) : (a << 8) | b);
    }
    parts.push(String.fromCharCode(...units));
  }
  return parts.join('');
};

/** 0x80–0x9f of windows-1252 and windows-1258; the rest is Latin 1. */
const PUNCTUATION = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';
const VIETNAMESE: Readonly<Record<number, string>> = {
  195: 'Ă',
  204: '\u0300',
  208: 'Đ',
  210: '\u0309',
  213: 'Ơ',
  221: 'Ư',
  222: '\u0303',
  227: 'ă',
  236: '\u0301',
  240: 'đ',
  242: '\u0323',
  245: 'ơ',
  253: 'ư',
  254: '₫',
};

const fromSingle = (bytes: Uint8Array, special: Readonly<Record<number, string>>): string => {
  const parts: string[] = [];
  for (const byte of bytes)
    parts.push(
      special[byte] ??
        (byte >= 0x80 && byte < 0xa0 ? PUNCTUATION.charAt(byte - 0x80) : String.fromCharCode(byte)),
    );
  return parts.join('');
};

export const fromWindows1252 = (bytes: Uint8Array): string => fromSingle(bytes, {});
export const fromWindows1258 = (bytes: Uint8Array): string => fromSingle(bytes, VIETNAMESE).normalize('NFC');
