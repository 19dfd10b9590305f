import { useEffect } from 'react';
import type { WelcomeAnswer } from '../../../core/access/answers.ts';
import { api } from '../../http/api.ts';
import { onReturn } from '../../http/connection.ts';
import { createStore } from '../../store.ts';

const welcome = createStore<WelcomeAnswer | undefined>(undefined);

const ask = async (): Promise<void> => {
  const answer = await api.get<WelcomeAnswer>('/api/public/welcome', { whenSignedOut: 'answer' });
  if (answer.ok) welcome.set(answer.data);
};

/** What a visitor may know before signing in. Without it the form still works. */
export const useWelcome = (): WelcomeAnswer | undefined => {
  useEffect(() => {
    void ask();
    return onReturn(() => void ask());
  }, []);
  return welcome.use();
};
