import type { Cell } from '../template/cell.ts';

export type CellRow = {
  readonly form: string;
  readonly row: string;
  readonly column: string;
  readonly cell: Cell;
};
export type Words = {
  readonly section: string;
  readonly kind: 'text' | 'nil';
  readonly plain: string;
  /** The rich text as it was written; opaque here. */
  readonly doc: unknown;
};

/** What is sent: everything the signature stands for. */
export type ReportContent = {
  readonly campaignId: string;
  readonly unitId: string;
  readonly revision: number;
  readonly cells: readonly CellRow[];
  readonly words: readonly Words[];
  readonly reasons: readonly { readonly check: string; readonly reason: string }[];
  /** What it rests on, each paper by the hash of its file; absent where nothing is cited. */
  readonly evidence?: readonly SentEvidence[];
};

export type SentEvidence = {
  readonly place: string;
  readonly pages: string;
  readonly hash: string;
  readonly number: string;
  readonly day: string | null;
  readonly issuer: string;
  readonly abstract: string;
};

const byKey =
  <T>(key: (value: T) => string) =>
  (a: T, b: T): number =>
    key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0;

const sorted = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(sorted);
  if (value === null || typeof value !== 'object') return value;
  const entries = Object.entries(value).filter(([, v]) => v !== undefined);
  return Object.fromEntries(entries.sort(byKey(([k]) => k)).map(([k, v]) => [k, sorted(v)]));
};

/** JSON with keys in one order: equal content has equal text, whatever wrote it. Hashes are taken of this. */
export const canonicalJson = (value: unknown): string => JSON.stringify(sorted(value));

/** Content in one order of cells and sections; blank cells are left out, nil and zero are not. */
export const canonicalContent = (content: ReportContent): string =>
  canonicalJson({
    ...content,
    cells: content.cells
      .filter((c) => c.cell.kind !== 'empty')
      .sort(byKey((c) => `${c.form}\u0000${c.row}\u0000${c.column}`)),
    words: [...content.words].sort(byKey((w) => w.section)),
    reasons: [...content.reasons].sort(byKey((r) => r.check)),
    evidence: content.evidence && [...content.evidence].sort(byKey((e) => `${e.place}\u0000${e.hash}`)),
  });
