import { newKey } from './api.ts';
import { type Answer, readFailure } from './failure.ts';

/** The Vietnamese name of a file where its header has one (RFC 6266). */
const nameOf = (disposition: string | null): string => {
  const whole = /filename\*=UTF-8''([^;]+)/.exec(disposition ?? '')?.[1];
  return whole ? decodeURIComponent(whole) : 'cchc';
};

/** A file that is made from what the screen shows: asked for by POST, then saved as if it were a link. */
export const saveFile = async (path: string, body: unknown): Promise<Answer<undefined>> => {
  try {
    const response = await fetch(path, {
      method: 'POST',
      headers: { 'X-CCHC': '1', 'Idempotency-Key': newKey(), 'Content-Type': 'application/json' },
      credentials: 'same-origin',
      body: JSON.stringify(body),
    });
    if (!response.ok) {
      const answer = (await response.json().catch(() => undefined)) as unknown;
      return {
        ok: false,
        failure: readFailure(response.status, answer, response.headers.get('retry-after')),
      };
    }
    const url = URL.createObjectURL(await response.blob());
    const link = document.createElement('a');
    link.href = url;
    link.download = nameOf(response.headers.get('content-disposition'));
    link.click();
    // The browser has taken the file by the next turn.
    setTimeout(() => URL.revokeObjectURL(url), 60_000);
    return { ok: true, data: undefined };
  } catch {
    return { ok: false, failure: { kind: 'offline', reason: navigator.onLine ? 'server' : 'network' } };
  }
};
