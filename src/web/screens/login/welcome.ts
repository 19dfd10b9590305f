import useSWR from 'swr';
import type { Instant } from '../../../core/kernel/instant.ts';
import { api } from '../../http/api.ts';

export type Welcome = {
  superior: string;
  body: string;
  campaign?: { title: string; deadlineMs: Instant };
  nowMs: Instant;
  support: string;
  oidc: boolean;
  mode?: 'demo' | 'office';
};

/** What a visitor may know before signing in. Without it the form still works. */
export const useWelcome = (): Welcome | undefined =>
  useSWR('/api/public/welcome', async (path: string) => {
    const answer = await api.get<Welcome>(path, { whenSignedOut: 'answer' });
    return answer.ok ? answer.data : undefined;
  }).data;
