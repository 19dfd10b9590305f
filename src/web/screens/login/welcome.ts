import useSWR from 'swr';
import type { WelcomeAnswer } from '../../../core/access/answers.ts';
import { api } from '../../http/api.ts';

/** What a visitor may know before signing in. Without it the form still works. */
export const useWelcome = (): WelcomeAnswer | undefined =>
  useSWR('/api/public/welcome', async (path: string) => {
    const answer = await api.get<WelcomeAnswer>(path, { whenSignedOut: 'answer' });
    return answer.ok ? answer.data : undefined;
  }).data;
