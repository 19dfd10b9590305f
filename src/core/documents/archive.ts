import type { Instant } from '../kernel/instant.ts';

export type ArchiveState = 'waiting' | 'working' | 'done' | 'cancelled' | 'failed';

/** One file with the documents of a campaign, and how far it is. */
export type ArchiveAnswer = {
  readonly id: string;
  readonly campaignId: string;
  readonly format: 'pdf' | 'docx';
  readonly state: ArchiveState;
  readonly total: number;
  readonly done: number;
  /** Units whose document could not be made; the others are in the file. */
  readonly failed: readonly string[];
  readonly bytes: number;
  readonly createdAt: Instant;
  readonly endedAt: Instant | null;
};

/** What may follow: an archive that was stopped goes on where it stopped. */
export const nextOfArchive: Readonly<Record<ArchiveState, readonly ('cancel' | 'resume')[]>> = {
  waiting: ['cancel'],
  working: ['cancel'],
  done: [],
  cancelled: ['resume'],
  failed: ['resume'],
};
