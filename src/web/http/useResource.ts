import useSWR, { type KeyedMutator, mutate as mutateAny, preload } from 'swr';
import { api } from './api.ts';
import { onReturn } from './connection.ts';
import type { Failure } from './failure.ts';
import { live } from './live.ts';
import { useLive } from './useLive.ts';

export type Resource<T> = {
  /** 'ready' also while a newer copy loads or when the network went after the first answer. */
  state: 'loading' | 'ready' | 'forbidden' | 'missing' | 'offline' | 'error';
  data: T | undefined;
  failure: Failure | undefined;
  refreshing: boolean;
  reload(): void;
  /** Puts a known newer value in place at once: mutate(next, { revalidate: false }). */
  mutate: KeyedMutator<T>;
};

class FailureError extends Error {
  readonly failure: Failure;
  constructor(failure: Failure) {
    super(failure.kind);
    this.failure = failure;
  }
}

const read = async <T>(path: string): Promise<T> => {
  const answer = await api.get<T>(path);
  if (!answer.ok) throw new FailureError(answer.failure);
  return answer.data;
};

const stateOf = (hasData: boolean, failure: Failure | undefined): Resource<unknown>['state'] => {
  if (failure?.kind === 'refusal' && failure.status === 403) return 'forbidden';
  if (failure?.kind === 'refusal' && failure.status === 404) return 'missing';
  // What the address names is no name of anything: nobody has typed it into a form.
  if (failure?.kind === 'invalid' && failure.issues.every((i) => i.path.startsWith('params.')))
    return 'missing';
  if (hasData) return 'ready';
  if (!failure) return 'loading';
  return failure.kind === 'offline' ? 'offline' : 'error';
};

/** What time alone changes (a deadline that passes) is read at least so often. */
const WITH_STREAM_MS = 5 * 60_000;

type Freshness = {
  /** Asked again after so many milliseconds; with a stream only seldom. */
  readonly every?: number;
  /** Read anew when the server says that something happened there. */
  readonly live?: boolean;
};

/** A view of the server, kept fresh on focus and on return of the network. null: nothing is asked yet. */
export const useResource = <T>(path: string | null, options: Freshness = {}): Resource<T> => {
  const { on } = live.use();
  const every = options.live && on ? Math.max(options.every ?? 0, WITH_STREAM_MS) : (options.every ?? 0);
  const swr = useSWR<T, FailureError>(path, read<T>, {
    refreshInterval: every,
    focusThrottleInterval: 30_000,
    dedupingInterval: 1000,
    shouldRetryOnError: (error: FailureError) => error.failure.kind === 'fault',
    errorRetryInterval: 8000,
    errorRetryCount: 5,
  });
  useLive(options.live ? path : null, () => void swr.mutate());
  const failure = swr.error?.failure;
  return {
    state: stateOf(swr.data !== undefined, failure),
    data: swr.data,
    failure,
    refreshing: swr.isValidating,
    reload: () => void swr.mutate(),
    mutate: swr.mutate,
  };
};

/** Asks for a view before the screen that shows it is here, or takes the answer that came with the page. */
export const ahead = (path: string, brought?: unknown): void =>
  void preload(path, brought === undefined ? read : () => Promise.resolve(brought)).catch(() => undefined);

/** Loads again every view whose path begins so: after a write, reloadAll('/api/reports/'). */
export const reloadAll = (prefix: string): void =>
  void mutateAny((key) => typeof key === 'string' && key.startsWith(prefix));

onReturn(() => reloadAll('/api/'));
