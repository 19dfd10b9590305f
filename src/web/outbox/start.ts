import { sessionState } from '../http/session.ts';
import { firstScreen } from '../routes.tsx';
import { send, startOutbox } from './outbox.ts';

/** What was left unsent goes out from whatever screen its person opens next, not only from the report. */
const begin = (): void => {
  const state = sessionState.get();
  if (state.status !== 'in') return;
  void startOutbox(state.session.me.personId, state.session.me.name).then(send);
  // Files come after keys, and their code after the first screen.
  const { personId } = state.session.me;
  void firstScreen
    .then(() => import('./papers.ts'))
    .then(
      (m) => m.startPapers(personId),
      () => undefined,
    );
};

export const watchOutbox = (): void => {
  sessionState.subscribe(begin);
  begin();
};
