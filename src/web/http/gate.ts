import { createStore } from '../store.ts';

/**
 * The session may end while someone types (scenario D3). The request that found out waits here, the sign-in form
 * opens over the work, and the request goes again with the same key: nothing typed is lost or sent twice.
 */
export type Gate = { waiting: boolean; dialogOpen: boolean };

export const gate = createStore<Gate>({ waiting: false, dialogOpen: false });
let queue: (() => void)[] = [];

export const waitForSignIn = (): Promise<void> => {
  const promise = new Promise<void>((resolve) => queue.push(resolve));
  gate.set((g) => (g.waiting ? g : { waiting: true, dialogOpen: true }));
  return promise;
};

export const showSignIn = (): void => gate.set({ waiting: true, dialogOpen: true });
export const hideSignIn = (): void => gate.set((g) => ({ ...g, dialogOpen: false }));

export const openGate = (): void => {
  const held = queue;
  queue = [];
  gate.set({ waiting: false, dialogOpen: false });
  for (const go of held) go();
};
