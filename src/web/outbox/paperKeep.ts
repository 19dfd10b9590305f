import { type DBSchema, openDB } from 'idb';
import type { EvidenceDetails } from '../../core/evidence/document.ts';

/** A paper that waits on this machine, with its place in a report. */
export type Paper = {
  readonly id: string;
  readonly report: string;
  readonly person: string;
  readonly place: string;
  readonly pages: string;
  readonly details: EvidenceDetails;
  readonly file: Blob;
  readonly name: string;
  readonly lastModified: number;
  /** Why the server does not take it; it stays until its person lets it go. */
  readonly refused: string | null;
};

interface Schema extends DBSchema {
  papers: { key: string; value: Paper; indexes: { person: string } };
}

export type PaperKeep = {
  all(person: string): Promise<readonly Paper[]>;
  put(paper: Paper): Promise<void>;
  drop(id: string): Promise<void>;
};

let opening: Promise<PaperKeep> | undefined;

/** A database of its own: files are large, and keys typed must never wait behind one. */
export const openPapers = (): Promise<PaperKeep> => {
  opening ??= openDB<Schema>('cchc.papers', 1, {
    upgrade(db) {
      db.createObjectStore('papers', { keyPath: 'id' }).createIndex('person', 'person');
    },
  }).then((db) => ({
    all: (person) => db.getAllFromIndex('papers', 'person', person),
    put: async (paper) => {
      await db.put('papers', paper);
    },
    drop: (id) => db.delete('papers', id),
  }));
  return opening;
};
