import { isTooLong, LONGEST_LETTER } from '../../core/campaign/request.ts';
import { type Decoded, decodeText, type Encoding, repairText } from '../../core/letter/decode.ts';
import { htmlToText, looksHtml } from '../../core/letter/html.ts';
import type { LetterRefusalCode } from '../../core/letter/refusals.ts';
import { agrees, extensionOf, sniff } from './kind.ts';
import { parseWatched } from './watchedChild.ts';

export const UPLOAD_LIMIT = 20 * 1024 * 1024;
/** Text has no pictures: a saved page of this size is no letter, and decoding it would hold everybody up. */
const TEXT_BYTES = 4_000_000;

export type UploadNotes = {
  /** Letters of an old font (TCVN3, VNI) were translated: a person confirms the text. */
  readonly converted: boolean;
  readonly confirm: boolean;
  readonly pages: number | null;
};

export type UploadReading =
  | {
      readonly ok: true;
      readonly text: string;
      readonly kind: 'docx' | 'pdf' | 'html' | 'text';
      readonly encoding: Encoding;
      readonly notes: UploadNotes;
    }
  | {
      readonly ok: false;
      readonly refusal: {
        readonly code: LetterRefusalCode;
        readonly details: Readonly<Record<string, unknown>>;
      };
    };

const hasWords = (text: string): boolean => (text.match(/[\p{L}\d]/gu)?.length ?? 0) > 0;

/**
 * Bytes of a foreign file to text: gate and parser run in a process of their own. Never throws for a file. The server
 * reads what one go allows; a command of one's own (`any` length) may take five hundred pages.
 */
export const readUpload = async (
  input: Uint8Array,
  name: string,
  length: 'letter' | 'any' = 'letter',
): Promise<UploadReading> => {
  const extension = extensionOf(name);
  const refuse = (code: LetterRefusalCode, details: Record<string, unknown> = {}): UploadReading => ({
    ok: false,
    refusal: { code, details: { name, ...details } },
  });
  const accept = (
    kind: 'docx' | 'pdf' | 'html' | 'text',
    decoded: Decoded,
    pages: number | null,
  ): UploadReading => {
    if (!decoded.ok) return refuse(decoded.refusal.code);
    if (!hasWords(decoded.text)) return refuse('letter.empty');
    if (length === 'letter' && isTooLong(decoded.text))
      return refuse('letter.tooLong', { limit: LONGEST_LETTER });
    const { text, encoding, converted, confirm } = decoded;
    return { ok: true, text, kind, encoding, notes: { converted, confirm, pages } };
  };
  if (input.length > UPLOAD_LIMIT)
    return refuse('upload.tooLarge', { bytes: input.length, limit: UPLOAD_LIMIT });
  const bytes = Buffer.from(input.buffer, input.byteOffset, input.byteLength);
  if (bytes.length === 0) return refuse('letter.empty');
  const kind = sniff(bytes);
  if (/^(?:docm|dotm|xlsm)$/.test(extension)) return refuse('upload.macro');
  if (!agrees(extension, kind)) return refuse('upload.extensionMismatch', { extension, found: kind });
  switch (kind) {
    case 'image':
      return refuse('upload.scanned');
    case 'rtf':
      return refuse('upload.unknownKind');
    case 'ole':
      return refuse(
        bytes.includes(Buffer.from('EncryptedPackage', 'utf16le')) ? 'upload.encrypted' : 'upload.oldWord',
      );
    case 'zip': {
      const parsed = await parseWatched('docx', bytes);
      return parsed.ok
        ? accept('docx', repairText(parsed.text), null)
        : refuse(parsed.code as LetterRefusalCode);
    }
    case 'pdf': {
      const parsed = await parseWatched('pdf', bytes);
      if (!parsed.ok) return refuse(parsed.code as LetterRefusalCode);
      const letters = parsed.text.match(/\p{L}/gu)?.length ?? 0;
      // A stamp or a page number is no text layer.
      if (letters < 40 * Math.min(parsed.pages, 3)) return refuse('upload.scanned', { pages: parsed.pages });
      return accept('pdf', repairText(parsed.text), parsed.pages);
    }
    case 'text': {
      if (length === 'letter' && bytes.length > TEXT_BYTES)
        return refuse('letter.tooLong', { limit: LONGEST_LETTER });
      const decoded = decodeText(bytes);
      if (!decoded.ok) return accept('text', decoded, null);
      if (/^html?$/.test(extension) || looksHtml(decoded.text)) {
        const page = htmlToText(decoded.text);
        const repaired = decoded.converted ? { ...decoded, text: page } : repairText(page, decoded.encoding);
        return accept('html', repaired, null);
      }
      return accept('text', decoded, null);
    }
    default: {
      const never: never = kind;
      throw new Error(`unknown kind ${String(never)}`);
    }
  }
};
