import { createStore } from '../store.ts';

/** True when a newer release waits; the person decides when to change, nothing reloads under their hands. */
export const newRelease = createStore(false);

let waiting: ServiceWorker | undefined;
let asked = false;

const offer = (worker: ServiceWorker | null): void => {
  // Without a controller this is the first visit: there is nothing older to replace.
  if (!worker || !navigator.serviceWorker.controller) return;
  waiting = worker;
  newRelease.set(true);
};

export const takeNewRelease = (): void => {
  asked = true;
  if (waiting) waiting.postMessage('take-over');
  else location.reload();
};

const HOUR_MS = 3_600_000;

/** The worker keeps the shell, so that later visits need no network for it. Plain HTTP has no workers: it works without. */
export const keepShell = async (): Promise<void> => {
  if (!('serviceWorker' in navigator) || !import.meta.env.PROD) return;
  try {
    const registration = await navigator.serviceWorker.register('/sw.js', { updateViaCache: 'none' });
    offer(registration.waiting);
    registration.addEventListener('updatefound', () => {
      const next = registration.installing;
      next?.addEventListener('statechange', () => {
        if (next.state === 'installed') offer(next);
      });
    });
    navigator.serviceWorker.addEventListener('controllerchange', () => {
      // Another window took the new release: this one offers it, too, and keeps what is being typed.
      if (asked) location.reload();
      else if (waiting) {
        waiting = undefined;
        newRelease.set(true);
      }
    });
    setInterval(() => void registration.update().catch(() => undefined), HOUR_MS);
  } catch {
    // A browser that forbids workers still works with network.
  }
};
