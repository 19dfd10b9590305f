import './styles/tokens.css';
import './styles/app.css';
import './styles/parts.css';
import { createRoot } from 'react-dom/client';
import { App } from './app.tsx';
import { keepShell } from './frame/release.ts';
import { watchConnection } from './http/connection.ts';
import { refreshSession, watchSession } from './http/session.ts';
import { recall } from './remembered.ts';
import { fetchScreen, firstScreen } from './routes.tsx';
import { chosenLanguage, speak } from './texts/text.ts';

const start = async (): Promise<void> => {
  const root = document.getElementById('root');
  if (!root) throw new Error('index.html has no #root');
  const language = chosenLanguage();
  if (language === 'en') await speak(language);
  // Somebody was signed in here: frame, screen and report are fetched while the server is asked who.
  if (recall('session')) {
    void import('./frame/Frame.tsx');
    fetchScreen(location.pathname);
    const report = /^\/bao-cao\/([^/]+)\/([^/]+)/.exec(location.pathname);
    if (report)
      void import('./http/useResource.ts').then((m) => m.ahead(`/api/reports/${report[1]}/${report[2]}`));
  }
  // Letters of our own are for looks: on a slow line they come behind the words, later from this machine's disk.
  const letters = () => import('./styles/fonts.css');
  if (navigator.serviceWorker?.controller) void letters();
  else void firstScreen.then(letters);
  watchConnection();
  watchSession();
  root.replaceChildren();
  createRoot(root).render(<App />);
  await refreshSession();
  await keepShell();
  (await import('./outbox/start.ts')).watchOutbox();
};

void start();
