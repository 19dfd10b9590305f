import type { SessionAnswer } from '../../core/access/answers.ts';
import { recall, remember } from '../remembered.ts';
import { createStore } from '../store.ts';
import { currentLanguage } from '../texts/language.ts';
import { chosenLanguage, speak } from '../texts/text.ts';
import { api } from './api.ts';
import { onReturn } from './connection.ts';
import type { Answer } from './failure.ts';
import { gate, openGate } from './gate.ts';
import { keepLast, readLast } from './last-session.ts';

export type Session = SessionAnswer;
export type Me = Session['me'];

export type SessionState =
  | { status: 'starting' }
  /** No network and nobody was signed in here before. */
  | { status: 'unreachable' }
  | { status: 'out' }
  /** Another person has signed in from another window of this browser: nothing may be sent in their name. */
  | { status: 'other'; name: string }
  | { status: 'in'; session: Session };

export const sessionState = createStore<SessionState>({ status: 'starting' });

/** For screens inside the frame, where somebody is always signed in. */
export const useSession = (): Session => {
  const state = sessionState.use();
  if (state.status !== 'in') throw new Error('no session: this part is shown inside the frame only');
  return state.session;
};

const channel = 'BroadcastChannel' in globalThis ? new BroadcastChannel('cchc.session') : undefined;

/** A change of language waits for its words; the usual one is there already. */
const speakAs = async (me: Me): Promise<void> => {
  const language = chosenLanguage(me.personId) ?? me.language;
  if (language !== currentLanguage()) await speak(language);
};

/** Somebody is signed in, as an answer of the server says. */
export const enter = async (session: Session): Promise<void> => {
  const before = sessionState.get();
  if (before.status === 'in' && before.session.me.personId !== session.me.personId) {
    sessionState.set({ status: 'other', name: session.me.name });
    return;
  }
  if (before.status !== 'in') await speakAs(session.me);
  keep(session);
  sessionState.set({ status: 'in', session });
  if (gate.get().waiting) openGate();
};

let kept: string | undefined;
const keep = (session: Session | undefined): void => {
  const text = session && JSON.stringify(session);
  if (text === kept) return;
  kept = text;
  remember('session', text);
  void keepLast(text);
};

/** The last session seen on this machine, so that what was typed can be reached without network. */
const remembered = async (): Promise<Session | undefined> => {
  const saved = recall('session') ?? (await readLast());
  if (!saved) return undefined;
  try {
    return JSON.parse(saved) as Session;
  } catch {
    return undefined;
  }
};

/** Asks who is signed in and the counts of the frame; screens call it after an act that changes a count. */
export const refreshSession = async (): Promise<void> => {
  const answer = await api.get<Session>('/api/session', { whenSignedOut: 'answer' });
  const before = sessionState.get();
  if (answer.ok) return enter(answer.data);
  if (answer.failure.kind === 'refusal' && answer.failure.status === 401) {
    if (before.status === 'in') gate.set((g) => (g.waiting ? g : { waiting: true, dialogOpen: true }));
    else {
      keep(undefined);
      sessionState.set({ status: 'out' });
    }
    return;
  }
  if (before.status === 'in') return;
  const saved = await remembered();
  if (saved) {
    await speakAs(saved.me);
    sessionState.set({ status: 'in', session: saved });
  } else sessionState.set({ status: 'unreachable' });
};

export type Credentials = { login: string; password: string; totp?: string };

/** After the province's provider, where the person's own second factor is still asked for. */
export const signInWithCode = async (code: string): Promise<Answer<Session>> => {
  const answer = await api.post<Session>('/api/session/oidc/code', { code }, { whenSignedOut: 'answer' });
  if (answer.ok) {
    await enter(answer.data);
    channel?.postMessage('changed');
  }
  return answer;
};

export const signIn = async (credentials: Credentials): Promise<Answer<Session>> => {
  const answer = await api.post<Session>('/api/session', credentials, { whenSignedOut: 'answer' });
  if (answer.ok) {
    await enter(answer.data);
    channel?.postMessage('changed');
  }
  return answer;
};

export const signOut = async (): Promise<Answer<unknown>> => {
  const answer = await api.del('/api/session', undefined, { whenSignedOut: 'answer' });
  const gone = answer.ok || (answer.failure.kind === 'refusal' && answer.failure.status === 401);
  if (gone) {
    keep(undefined);
    channel?.postMessage('changed');
    // A whole new page: nothing that the last person saw stays in memory.
    location.assign('/');
  }
  return answer;
};

export const watchSession = (): void => {
  channel?.addEventListener('message', () => void refreshSession());
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') void refreshSession();
  });
  onReturn(() => void refreshSession());
};
