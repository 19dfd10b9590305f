import type { UploadAnswer } from '../../../core/evidence/answers.ts';
import { api } from '../../http/api.ts';
import { onReturn } from '../../http/connection.ts';
import type { Answer } from '../../http/failure.ts';

export type Sending = { readonly percent: number; readonly waits: boolean };

const AGAIN_AFTER_MS = 4000;

/** Until the way is open again, or a moment has passed. */
const patience = (signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    const stop = onReturn(() => done());
    const timer = setTimeout(() => done(), AGAIN_AFTER_MS);
    const done = (): void => {
      stop();
      clearTimeout(timer);
      resolve();
    };
    signal.addEventListener('abort', done);
  });

/**
 * Sends a file piece by piece. A dead line costs one piece: it asks how much came and goes on from there; so does the
 * same file when it is chosen again after the browser was closed.
 */
export const sendFile = async (
  file: File,
  unitId: string,
  tell: (sending: Sending) => void,
  signal: AbortSignal,
): Promise<Answer<UploadAnswer>> => {
  const fingerprint = `${file.name} ${file.size} ${file.lastModified}`.slice(-200);
  const percent = (received: number): number => Math.floor((received / Math.max(1, file.size)) * 100);
  let upload: UploadAnswer | undefined;
  for (;;) {
    const answer: Answer<UploadAnswer> = upload
      ? await api.put<UploadAnswer>(
          `/api/evidence/uploads/${upload.id}/${upload.received}`,
          new Blob([file.slice(upload.received, upload.received + upload.pieceSize)], {
            type: 'application/octet-stream',
          }),
          { signal },
        )
      : await api.post<UploadAnswer>(
          '/api/evidence/uploads',
          { unitId, name: file.name, size: file.size, fingerprint },
          { signal },
        );
    if (answer.ok) {
      upload = answer.data;
      tell({ percent: percent(upload.received), waits: false });
      if (upload.received >= file.size || signal.aborted) return answer;
      continue;
    }
    if (answer.failure.kind !== 'offline' || signal.aborted) return answer;
    tell({ percent: percent(upload?.received ?? 0), waits: true });
    await patience(signal);
    if (signal.aborted) return answer;
    if (upload) {
      const now = await api.get<UploadAnswer>(`/api/evidence/uploads/${upload.id}`, { signal });
      if (now.ok) upload = now.data;
    }
  }
};
