import './styles/fonts.css';
import './styles/tokens.css';
import './styles/app.css';
import './styles/parts.css';
import { createRoot } from 'react-dom/client';
import { App } from './app.tsx';
import { keepShell } from './frame/release.ts';
import { watchConnection } from './http/connection.ts';
import { refreshSession, watchSession } from './http/session.ts';
import { recall } from './remembered.ts';
import { chosenLanguage, speak } from './texts/text.ts';

const start = async (): Promise<void> => {
  const root = document.getElementById('root');
  if (!root) throw new Error('index.html has no #root');
  const language = chosenLanguage();
  if (language === 'en') await speak(language);
  // Somebody was signed in here: the frame is fetched while the server is asked who.
  if (recall('session')) void import('./frame/Frame.tsx');
  watchConnection();
  watchSession();
  root.replaceChildren();
  createRoot(root).render(<App />);
  await refreshSession();
  await keepShell();
  (await import('./outbox/start.ts')).watchOutbox();
};

void start();
