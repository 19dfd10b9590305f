import { recall, remember } from '../remembered.ts';
import { createStore } from '../store.ts';

export type Theme = 'system' | 'light' | 'dark';

const chosen = recall('theme');
/** public/theme.js applies the same choice before the first paint. */
export const theme = createStore<Theme>(chosen === 'light' || chosen === 'dark' ? chosen : 'system');

export const chooseTheme = (next: Theme): void => {
  theme.set(next);
  remember('theme', next === 'system' ? undefined : next);
  if (next === 'system') delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = next;
};
