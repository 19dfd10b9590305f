import type { Day, Instant } from '../kernel/instant.ts';
import type { PdfSignature } from './signature.ts';

/** unscanned: no antivirus has seen it yet; off: the office runs none. */
export type ScanState = 'off' | 'unscanned' | 'clean' | 'infected';

export type EvidenceAnswer = {
  readonly id: string;
  readonly unitId: string;
  readonly unitName: string;
  readonly number: string;
  readonly day: Day | null;
  readonly issuer: string;
  readonly abstract: string;
  readonly pages: number | null;
  readonly fileName: string;
  readonly mediaType: string;
  readonly size: number;
  /** SHA-256 of the file, as the journal and the signed content name it. */
  readonly hash: string;
  readonly scan: ScanState;
  readonly signatures: readonly PdfSignature[];
  readonly version: number;
  readonly by: string;
  readonly at: Instant;
  readonly cited: number;
  readonly may: readonly ('change' | 'withdraw' | 'download')[];
};

export type CitationAnswer = {
  readonly place: string;
  /** 'trang 3–5'; empty: the whole document. */
  readonly pages: string;
  readonly by: string;
  readonly at: Instant;
  readonly evidence: EvidenceAnswer;
};

export type EvidenceList = {
  readonly documents: readonly EvidenceAnswer[];
  /** How many there are in all; a list shows at most a hundred. */
  readonly found: number;
  /** Units whose papers the caller reads as the own ones, and where documents may be added. */
  readonly units: readonly { readonly id: string; readonly name: string; readonly mayKeep: boolean }[];
};

export type UploadAnswer = {
  readonly id: string;
  readonly name: string;
  readonly size: number;
  /** How many bytes have come: the next piece begins here. */
  readonly received: number;
  readonly pieceSize: number;
};
