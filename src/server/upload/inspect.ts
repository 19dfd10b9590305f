import type { PdfSignature } from '../../core/evidence/signature.ts';
import { xlsxGate } from '../excel/xlsxGate.ts';
import { docxGate } from './docxGate.ts';
import { sniff } from './kind.ts';
import { pdfGate } from './pdfGate.ts';
import { readDirectory } from './zip.ts';

/** What a file that is only kept turned out to be. Runs in the watched process. */
export type Inspected = {
  readonly mediaType: string;
  readonly kind: 'pdf' | 'image' | 'docx' | 'xlsx';
  readonly pages: number | null;
  readonly signatures: readonly PdfSignature[];
};

const OFFICE = 'application/vnd.openxmlformats-officedocument.';
const PIXELS = 200_000_000;

const pngIsWhole = (bytes: Buffer): boolean =>
  bytes.length > 45 &&
  bytes.toString('latin1', 12, 16) === 'IHDR' &&
  bytes.readUInt32BE(16) * bytes.readUInt32BE(20) <= PIXELS &&
  bytes.includes('IEND', bytes.length - 64, 'latin1');

/** A photograph ends with its mark; cameras may add a few bytes behind it. */
const jpegIsWhole = (bytes: Buffer): boolean =>
  bytes.length > 100 && bytes.subarray(-65_536).includes(Buffer.of(0xff, 0xd9));

const pagesOf = async (bytes: Buffer): Promise<number> => {
  const { getDocumentProxy } = await import('unpdf');
  const document = await getDocumentProxy(new Uint8Array(bytes), { disableFontFace: true });
  return document.numPages;
};

/** Reading signatures takes a library of its own: only for files that bear one. */
const signaturesOf = async (bytes: Buffer, trustFolder: string | undefined): Promise<PdfSignature[]> => {
  if (!bytes.includes('/ByteRange')) return [];
  const { readSignatures, readTrust } = await import('../evidence/pdfSignatures.ts');
  return readSignatures(bytes, readTrust(trustFolder), new Date());
};

/** @param trustFolder certificates that the office trusts, for signed PDFs */
export const inspect = async (
  bytes: Buffer,
  trustFolder: string | undefined,
): Promise<Inspected | { readonly refused: string }> => {
  const none = { pages: null, signatures: [] };
  switch (sniff(bytes)) {
    case 'pdf': {
      const gate = pdfGate(bytes);
      if (!gate.ok) return { refused: gate.code };
      return {
        mediaType: 'application/pdf',
        kind: 'pdf',
        pages: await pagesOf(bytes),
        signatures: await signaturesOf(bytes, trustFolder),
      };
    }
    case 'image': {
      const png = bytes[0] === 0x89;
      if (!png && bytes[0] !== 0xff) return { refused: 'evidence.kind' };
      if (!(png ? pngIsWhole(bytes) : jpegIsWhole(bytes))) return { refused: 'upload.damaged' };
      return { mediaType: png ? 'image/png' : 'image/jpeg', kind: 'image', ...none };
    }
    case 'zip': {
      const directory = readDirectory(bytes);
      const isExcel = directory.ok && directory.entries.some((e) => e.name === 'xl/workbook.xml');
      if (isExcel) {
        const gate = xlsxGate(bytes);
        if (!gate.ok) return { refused: `excel.${gate.fault}` };
        return { mediaType: `${OFFICE}spreadsheetml.sheet`, kind: 'xlsx', ...none };
      }
      const gate = docxGate(bytes);
      if (!gate.ok) return { refused: gate.code === 'upload.unknownKind' ? 'evidence.kind' : gate.code };
      return { mediaType: `${OFFICE}wordprocessingml.document`, kind: 'docx', ...none };
    }
    case 'ole':
    case 'rtf':
    case 'text':
      return { refused: 'evidence.kind' };
  }
};
