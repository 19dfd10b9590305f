import { allRefusals } from '../texts/text.ts';
import { lost, reached } from './connection.ts';
import { type Answer, type Failure, readFailure } from './failure.ts';
import { waitForSignIn } from './gate.ts';
import { serverClock } from './server-clock.ts';

export type CallOptions = {
  /** The key of one logical action; the same action sent again carries the same key. Made by itself when absent. */
  key?: string;
  signal?: AbortSignal;
  /** Whose words they are: the server refuses them under another person's session (X-CCHC-Person). */
  as?: string;
  /** 'ask' (default) opens the sign-in form over the work and sends again; 'answer' hands the 401 back. */
  whenSignedOut?: 'ask' | 'answer';
};

type Method = 'GET' | 'POST' | 'PUT' | 'DELETE';

/** A random UUID. crypto.randomUUID is missing where an office serves plain HTTP in its own network. */
export const newKey = (): string => {
  const b = crypto.getRandomValues(new Uint8Array(16));
  b[6] = ((b[6] ?? 0) & 0x0f) | 0x40;
  b[8] = ((b[8] ?? 0) & 0x3f) | 0x80;
  const hex = Array.from(b, (x) => x.toString(16).padStart(2, '0')).join('');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
};

const ANSWER_WITHIN_MS = 60_000;

/** Other 401s answer a form: a wrong password, a code that is asked for. */
const sessionEnded = (failure: Failure): boolean =>
  failure.kind === 'refusal' &&
  failure.status === 401 &&
  (failure.code === 'access.signInFirst' || failure.code === 'http.401');

const readBody = async (response: Response): Promise<unknown> => {
  if (response.status === 204) return undefined;
  const type = response.headers.get('content-type') ?? '';
  if (type.includes('json')) return response.json();
  return response.text();
};

const once = async (
  method: Method,
  path: string,
  body: unknown,
  key: string | undefined,
  outer: AbortSignal | undefined,
  as: string | undefined,
): Promise<Answer<unknown>> => {
  const headers: Record<string, string> = { Accept: 'application/json' };
  if (method !== 'GET') headers['X-CCHC'] = '1';
  if (key) headers['Idempotency-Key'] = key;
  if (as) headers['X-CCHC-Person'] = as;
  const plain = body instanceof FormData || body instanceof Blob;
  if (body !== undefined && !plain) headers['Content-Type'] = 'application/json';
  const cut = new AbortController();
  const timer = setTimeout(() => cut.abort(), ANSWER_WITHIN_MS);
  const stop = (): void => cut.abort();
  outer?.addEventListener('abort', stop);
  const askedAt = performance.now();
  try {
    const response = await fetch(path, {
      method,
      headers,
      credentials: 'same-origin',
      cache: 'no-store',
      signal: cut.signal,
      ...(body === undefined ? {} : { body: plain ? body : JSON.stringify(body) }),
    });
    const serverMs = Number(response.headers.get('x-server-time') ?? Number.NaN);
    if (Number.isFinite(serverMs)) serverClock.take(serverMs, askedAt, performance.now());
    const answer = await readBody(response);
    if (response.ok) {
      reached();
      return { ok: true, data: answer };
    }
    const failure = readFailure(response.status, answer, response.headers.get('retry-after'));
    if (failure.kind === 'offline') lost('server');
    else reached();
    return { ok: false, failure };
  } catch {
    if (outer?.aborted) return { ok: false, failure: { kind: 'offline', reason: 'network' } };
    const reason = navigator.onLine ? 'server' : 'network';
    lost(reason);
    return { ok: false, failure: { kind: 'offline', reason } };
  } finally {
    clearTimeout(timer);
    outer?.removeEventListener('abort', stop);
  }
};

const call = async <T>(
  method: Method,
  path: string,
  body: unknown,
  options: CallOptions = {},
): Promise<Answer<T>> => {
  const key = method === 'GET' ? undefined : (options.key ?? newKey());
  for (;;) {
    const answer = await once(method, path, body, key, options.signal, options.as);
    const signedOut = !answer.ok && sessionEnded(answer.failure);
    if (!signedOut || options.whenSignedOut === 'answer' || options.signal?.aborted) {
      // Its sentence is there when it is shown; without network the code stands for it.
      if (!answer.ok && answer.failure.kind === 'refusal') await allRefusals().catch(() => undefined);
      return answer as Answer<T>;
    }
    await waitForSignIn();
  }
};

/** The one way to speak with the server. Never throws: the answer is data or a failure. */
export const api = {
  get: <T>(path: string, options?: CallOptions): Promise<Answer<T>> =>
    call<T>('GET', path, undefined, options),
  post: <T>(path: string, body?: unknown, options?: CallOptions): Promise<Answer<T>> =>
    call<T>('POST', path, body, options),
  put: <T>(path: string, body?: unknown, options?: CallOptions): Promise<Answer<T>> =>
    call<T>('PUT', path, body, options),
  del: <T>(path: string, body?: unknown, options?: CallOptions): Promise<Answer<T>> =>
    call<T>('DELETE', path, body, options),
};
