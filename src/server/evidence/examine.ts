import type { PdfSignature } from '../../core/evidence/signature.ts';
import { LARGEST_EVIDENCE } from '../../core/evidence/wire.ts';
import type { Services } from '../http/context.ts';
import { type Refused, refused } from '../http/failures.ts';
import { sha256 } from '../record/hash.ts';
import { parseWatched } from '../upload/watchedChild.ts';
import { scan } from './antivirus.ts';
import { storeBytes } from './files.ts';

/** What is known of a file before it is kept. */
export type Examined = {
  readonly hash: string;
  readonly size: number;
  readonly name: string;
  readonly mediaType: string;
  readonly pages: number | null;
  readonly signatures: readonly PdfSignature[];
  /** Seen by the antivirus; otherwise it is kept and scanned later. */
  readonly clean: boolean;
};

type Found = {
  readonly mediaType: string;
  readonly kind: string;
  readonly pages: number | null;
  readonly signatures: readonly PdfSignature[];
};

/** The extensions that may stand on a file of a kind; another name would lie to whoever opens it. */
const EXTENSIONS: Readonly<Record<string, RegExp>> = {
  pdf: /\.pdf$/i,
  image: /\.(?:jpe?g|png)$/i,
  docx: /\.docx$/i,
  xlsx: /\.xlsx$/i,
};

/** No words are wanted of a file that is only kept: what helps is another scan, not its text pasted. */
const cannotOpen = (code: string, name: string): Refused => {
  switch (code) {
    case 'upload.damaged':
      return refused('evidence.damaged', { name }, 422);
    case 'upload.zipBomb':
    case 'upload.tooHeavy':
    case 'upload.timeout':
      return refused('evidence.tooHeavy', { name }, 422);
    default:
      return refused(code, { name }, 422);
  }
};

/** What a file is, by its content, in the watched process; refused with its sentence when it may not be opened. */
export const inspectFile = async (services: Services, bytes: Buffer, name: string): Promise<Found> => {
  const parsed = await parseWatched('inspect', bytes, undefined, services.files?.trustFolder);
  if (!parsed.ok) throw cannotOpen(parsed.code, name);
  return JSON.parse(parsed.text) as Found;
};

/** What is known of a foreign file before its bytes are put anywhere: its content, its name, what the antivirus says. */
export const lookThrough = async (services: Services, bytes: Buffer, name: string): Promise<Examined> => {
  if (bytes.length > LARGEST_EVIDENCE) throw refused('evidence.tooLarge', { name }, 422);
  const found = await inspectFile(services, bytes, name);
  if (!EXTENSIONS[found.kind]?.test(name)) throw refused('evidence.extensionMismatch', { name }, 422);
  const antivirus = services.files?.antivirus;
  const verdict = antivirus && (await scan(antivirus, bytes));
  if (verdict?.state === 'infected')
    throw refused('evidence.infected', { name, threat: verdict.threat }, 422);
  const { mediaType, pages, signatures } = found;
  const clean = verdict?.state === 'clean';
  return { hash: sha256(bytes), size: bytes.length, name, mediaType, pages, signatures, clean };
};

/**
 * Looks at a foreign file in the watched process and puts its bytes in their place. Takes seconds, so it runs before
 * the transaction that keeps it.
 */
export const examine = async (services: Services, bytes: Buffer, name: string): Promise<Examined> => {
  const examined = await lookThrough(services, bytes, name);
  await storeBytes(services, bytes);
  return examined;
};
