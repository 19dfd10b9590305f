/** What a file is by its first bytes; the name only has to agree. */
export type FileKind = 'docx' | 'pdf' | 'html' | 'text' | 'zip' | 'ole' | 'image' | 'rtf';

const starts = (bytes: Uint8Array, ...magic: number[]): boolean => magic.every((b, i) => bytes[i] === b);

export const sniff = (bytes: Uint8Array): Exclude<FileKind, 'html' | 'docx'> => {
  if (starts(bytes, 0x50, 0x4b, 0x03, 0x04) || starts(bytes, 0x50, 0x4b, 0x05, 0x06)) return 'zip';
  if (starts(bytes, 0xd0, 0xcf, 0x11, 0xe0)) return 'ole';
  if (starts(bytes, 0xff, 0xd8, 0xff) || starts(bytes, 0x89, 0x50, 0x4e, 0x47)) return 'image';
  if (
    starts(bytes, 0x47, 0x49, 0x46, 0x38) ||
    starts(bytes, 0x49, 0x49, 0x2a, 0x00) ||
    starts(bytes, 0x4d, 0x4d, 0x00, 0x2a)
  )
    return 'image';
  if (starts(bytes, 0x7b, 0x5c, 0x72, 0x74, 0x66)) return 'rtf';
  // A PDF may have a few bytes before its mark.
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 1024)).toString('latin1');
  return head.includes('%PDF-') ? 'pdf' : 'text';
};

/** Kinds that an extension promises; an unknown or absent extension promises nothing. */
const PROMISES: Readonly<Record<string, readonly FileKind[]>> = {
  docx: ['zip', 'ole'],
  docm: ['zip'],
  dotx: ['zip'],
  dotm: ['zip'],
  xlsx: ['zip', 'ole'],
  doc: ['ole'],
  pdf: ['pdf'],
  txt: ['text'],
  md: ['text'],
  html: ['text'],
  htm: ['text'],
  rtf: ['rtf'],
  jpg: ['image'],
  jpeg: ['image'],
  png: ['image'],
  tif: ['image'],
  tiff: ['image'],
  gif: ['image'],
};

export const extensionOf = (name: string): string =>
  /\.([A-Za-z0-9]{1,5})$/.exec(name.trim())?.[1]?.toLowerCase() ?? '';

export const agrees = (extension: string, kind: FileKind): boolean =>
  PROMISES[extension]?.includes(kind) ?? true;
