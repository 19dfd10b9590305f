import type { EvidenceAnswer, UploadAnswer } from '../../core/evidence/answers.ts';
import type { EvidenceDetails } from '../../core/evidence/document.ts';
import { api, newKey } from '../http/api.ts';
import { onReturn } from '../http/connection.ts';
import type { Answer } from '../http/failure.ts';
import { reloadAll } from '../http/useResource.ts';
import { sendFile } from '../screens/evidence/sendFile.ts';
import { createStore } from '../store.ts';
import { type Owner, reportOf } from './entry.ts';
import { openPapers, type Paper } from './paperKeep.ts';

/**
 * Papers chosen without network: the file itself lies in this machine's database and goes to the server, and to its
 * place in the report, when there is network again, from whatever screen is open then. A repeat does no harm: the same
 * file is the same document, and a place cites it once.
 */
export const papers = createStore<readonly Paper[]>([]);

let person: string | undefined;
let running = false;
let again = false;
let timer: ReturnType<typeof setTimeout> | undefined;
const AGAIN_AFTER_MS = 60_000;

const read = async (): Promise<void> => {
  const keep = await openPapers();
  papers.set(person ? await keep.all(person) : []);
};

export const keepPaper = async (
  owner: Owner,
  given: {
    readonly file: File;
    readonly details: EvidenceDetails;
    readonly place: string;
    readonly pages: string;
  },
): Promise<void> => {
  const { file, ...rest } = given;
  const { name, lastModified } = file;
  const paper = {
    ...rest,
    file,
    name,
    lastModified,
    id: newKey(),
    report: reportOf(owner),
    person: owner.person,
  };
  await (await openPapers()).put({ ...paper, refused: null });
  await read();
  void sendPapers();
};

export const dropPaper = async (id: string): Promise<void> => {
  await (await openPapers()).drop(id);
  await read();
};

/** Tried again at the next chance, or refused for good with the reason beside it. */
const sendOne = async (paper: Paper): Promise<'on' | 'later'> => {
  const refuse = async (answer: Answer<unknown>): Promise<'on' | 'later'> => {
    if (answer.ok || answer.failure.kind !== 'refusal' || answer.failure.status === 429) return 'later';
    await (await openPapers()).put({ ...paper, refused: answer.failure.code });
    return 'on';
  };
  const [, campaignId = '', unitId = ''] = paper.report.split('/');
  const file = new File([paper.file], paper.name, { lastModified: paper.lastModified });
  const stop = new AbortController();
  // Without network it is left for the next time, not waited for.
  const sent = await sendFile(file, unitId, ({ waits }) => waits && stop.abort(), stop.signal);
  if (!sent.ok || sent.data.received < file.size) return refuse(sent);
  const kept = await api.post<{ document: EvidenceAnswer }>(
    `/api/evidence/uploads/${(sent.data as UploadAnswer).id}/finish`,
    paper.details,
    { as: paper.person, whenSignedOut: 'answer' },
  );
  if (!kept.ok) return refuse(kept);
  const [section, form, row, column] = paper.place.split('/');
  const cited = await api.post(
    `/api/reports/${campaignId}/${unitId}/evidence`,
    { section, form, row, column, evidenceId: kept.data.document.id, pages: paper.pages },
    { as: paper.person, whenSignedOut: 'answer' },
  );
  if (!cited.ok) return refuse(cited);
  await (await openPapers()).drop(paper.id);
  reloadAll(`/api/reports/${campaignId}/${unitId}`);
  reloadAll('/api/evidence');
  return 'on';
};

const sendAll = async (): Promise<void> => {
  await read();
  for (const paper of papers.get()) {
    if (paper.refused !== null) continue;
    if ((await sendOne(paper)) === 'on') continue;
    clearTimeout(timer);
    timer = setTimeout(() => void sendPapers(), AGAIN_AFTER_MS);
    break;
  }
  await read();
};

const sendPapers = async (): Promise<void> => {
  // The network may come back while a try without it is still ending.
  again = running;
  if (running || !person) return;
  running = true;
  try {
    await (navigator.locks ? navigator.locks.request(`cchc.papers.${person}`, sendAll) : sendAll());
  } catch {
    // The disk or the line: the paper is where it was.
  } finally {
    running = false;
  }
  if (again) await sendPapers();
};

/** Called when somebody is signed in; again for the same person: nothing. */
export const startPapers = (id: string): void => {
  if (person === id) return;
  person = id;
  void sendPapers();
};

onReturn(() => void sendPapers());
