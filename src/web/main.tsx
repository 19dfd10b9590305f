import './styles/tokens.css';
import './styles/app.css';
import './styles/parts.css';
import { createRoot } from 'react-dom/client';
import { App } from './app.tsx';
import { watchHands } from './frame/hands.ts';
import { keepShell } from './frame/release.ts';
import { standUntilDrawn, takeBrought } from './http/brought.ts';
import { watchConnection } from './http/connection.ts';
import { enter, refreshSession, sessionState, watchSession } from './http/session.ts';
import { ahead } from './http/useResource.ts';
import { recall } from './remembered.ts';
import { fetchScreen, firstScreen } from './routes.tsx';
import { allRefusals, chosenLanguage, speak } from './texts/text.ts';

const start = async (): Promise<void> => {
  const root = document.getElementById('root');
  if (!root) throw new Error('index.html has no #root');
  const language = chosenLanguage();
  if (language === 'en') await speak(language);
  const brought = takeBrought();
  const report = /^\/bao-cao\/([^/]+)\/([^/]+)/.exec(location.pathname);
  const address = report && `/api/reports/${report[1]}/${report[2]}`;
  // Somebody was signed in here: frame, screen and report are fetched while the server is asked who.
  if (brought || recall('session')) {
    void import('./frame/Frame.tsx');
    fetchScreen(location.pathname);
    if (address) ahead(address, brought?.[address]);
  }
  // Letters of our own are for looks: on a slow line they come behind the words, later from this machine's disk.
  const letters = () => import('./styles/fonts.css');
  if (navigator.serviceWorker?.controller) void letters();
  else void firstScreen.then(letters);
  void firstScreen.then(allRefusals).catch(() => undefined);
  watchHands();
  watchConnection();
  watchSession();
  root.replaceChildren();
  if (brought) {
    standUntilDrawn(root);
    await enter(brought['/api/session']);
  }
  createRoot(root).render(<App />);
  if (!brought) await refreshSession();
  (await import('./outbox/start.ts')).watchOutbox();
  // The worker fetches the whole program: behind what the open screen still needs.
  if (sessionState.get().status === 'in') await firstScreen;
  if (address) await import('./richtext/mount.ts').catch(() => undefined);
  await keepShell();
};

void start();
