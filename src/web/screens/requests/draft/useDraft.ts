import { useCallback, useEffect, useRef, useState } from 'react';
import type { CampaignAnswer } from '../../../../core/campaign/answers.ts';
import type { Request } from '../../../../core/campaign/request.ts';
import type { Instant } from '../../../../core/kernel/instant.ts';
import { api } from '../../../http/api.ts';
import { onReturn } from '../../../http/connection.ts';
import type { Failure } from '../../../http/failure.ts';
import { serverNow } from '../../../http/server-clock.ts';

export type Stale = { readonly version: number; readonly request: Request };

export type Draft = {
  readonly request: Request;
  readonly state: 'saved' | 'pending' | 'saving' | 'waiting' | 'refused' | 'stale';
  readonly savedAt: Instant | undefined;
  readonly failure: Failure | undefined;
  /** What somebody else saved meanwhile; both stand until the person chooses. */
  readonly stale: Stale | undefined;
  change(to: (request: Request) => Request): void;
  /** Sends what is not saved yet; the version to go on with, undefined when it could not be saved. */
  flush(): Promise<number | undefined>;
  keepMine(): void;
  takeTheirs(): void;
};

const SAVE_AFTER_MS = 600;

const staleOf = (failure: Failure): Stale | undefined => {
  if (failure.kind !== 'refusal' || failure.code !== 'campaign.stale') return undefined;
  const { current, request } = failure.details;
  return typeof current === 'number' && typeof request === 'object' && request !== null
    ? { version: current, request: request as Request }
    : undefined;
};

/** The draft in hand: saved by itself, one save at a time, never over somebody else's without asking. */
export const useDraft = (campaign: CampaignAnswer, onSaved: (answer: CampaignAnswer) => void): Draft => {
  const [request, setRequest] = useState(campaign.request);
  const [status, setStatus] = useState<Pick<Draft, 'state' | 'savedAt' | 'failure' | 'stale'>>({
    state: 'saved',
    savedAt: undefined,
    failure: undefined,
    stale: undefined,
  });
  const latest = useRef(campaign.request);
  const saved = useRef(campaign.request);
  const version = useRef(campaign.version);
  const stale = useRef<Stale | undefined>(undefined);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const running = useRef<Promise<number | undefined> | undefined>(undefined);
  const told = useRef(onSaved);
  told.current = onSaved;

  const send = useCallback(async (): Promise<number | undefined> => {
    while (latest.current !== saved.current) {
      const sending = latest.current;
      setStatus((s) => ({ ...s, state: 'saving' }));
      const answer = await api.put<CampaignAnswer>(`/api/campaigns/${campaign.id}`, {
        version: version.current,
        request: sending,
      });
      if (!answer.ok) {
        stale.current = staleOf(answer.failure);
        setStatus((s) => ({
          ...s,
          state: stale.current ? 'stale' : answer.failure.kind === 'offline' ? 'waiting' : 'refused',
          failure: answer.failure,
          stale: stale.current,
        }));
        return undefined;
      }
      saved.current = sending;
      version.current = answer.data.version;
      told.current(answer.data);
    }
    setStatus({ state: 'saved', savedAt: serverNow(), failure: undefined, stale: undefined });
    return version.current;
  }, [campaign.id]);

  const flush = useCallback((): Promise<number | undefined> => {
    clearTimeout(timer.current);
    if (stale.current) return Promise.resolve(undefined);
    if (latest.current === saved.current && !running.current) return Promise.resolve(version.current);
    running.current ??= send().finally(() => {
      running.current = undefined;
    });
    return running.current;
  }, [send]);

  // Somebody else's save arrives with a reload: taken when nothing of one's own waits.
  useEffect(() => {
    if (campaign.version <= version.current || latest.current !== saved.current) return;
    version.current = campaign.version;
    latest.current = campaign.request;
    saved.current = campaign.request;
    setRequest(campaign.request);
  }, [campaign]);
  useEffect(() => onReturn(() => void flush()), [flush]);
  useEffect(() => {
    const leaving = (event: BeforeUnloadEvent): void => {
      if (latest.current === saved.current) return;
      void flush();
      event.preventDefault();
    };
    addEventListener('beforeunload', leaving);
    return () => {
      removeEventListener('beforeunload', leaving);
      void flush();
    };
  }, [flush]);

  const put = (next: Request): void => {
    latest.current = next;
    setRequest(next);
    if (stale.current) return;
    setStatus((s) => ({ ...s, state: 'pending' }));
    clearTimeout(timer.current);
    timer.current = setTimeout(() => void flush(), SAVE_AFTER_MS);
  };
  const settle = (theirs: Stale, next: Request): void => {
    stale.current = undefined;
    version.current = theirs.version;
    saved.current = theirs.request;
    latest.current = next;
    setRequest(next);
    setStatus((s) => ({ ...s, state: 'pending', failure: undefined, stale: undefined }));
    void flush().then(() => setStatus((s) => (s.state === 'pending' ? { ...s, state: 'saved' } : s)));
  };
  return {
    request,
    ...status,
    change: (to) => put(to(latest.current)),
    flush,
    keepMine: () => stale.current && settle(stale.current, { ...latest.current }),
    takeTheirs: () => stale.current && settle(stale.current, stale.current.request),
  };
};
