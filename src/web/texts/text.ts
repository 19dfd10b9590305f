import { recall, remember } from '../remembered.ts';
import { createStore } from '../store.ts';
import type { ParamsOf } from './area.ts';
import type { EntryOf, TextKey, Translation } from './dictionary.ts';
import { currentLanguage, type Language, setLanguage } from './language.ts';
import { fill, type Refusals } from './sentence.ts';
import { viFirst, viFirstRefusals } from './vi-first.ts';

type Spoken = { language: Language; texts: Translation; refusals: Refusals };

const spoken = createStore<Spoken>({
  language: 'vi',
  // Only the first page and the frame are drawn before allWords() has come.
  texts: viFirst as unknown as Translation,
  refusals: viFirstRefusals,
});
let whole: Language | undefined;

export const currentRefusals = (): Refusals => spoken.get().refusals;
/** Read once at the top of the tree: the whole screen follows a change of language and keeps what was typed. */
export const useLanguage = (): Language => spoken.use().language;

/** The words of the screen: t('login.title'), t('common.rowsOf', { n: 3 }). A missing key is a type error. */
export const t = <K extends TextKey>(
  key: K,
  ...params: ParamsOf<EntryOf<K>> extends undefined ? [] : [ParamsOf<EntryOf<K>>]
): string => {
  const [area = '', name = ''] = key.split('.');
  const texts = spoken.get().texts as unknown as Record<
    string,
    Record<string, string | ((p: unknown) => string)>
  >;
  const entry = texts[area]?.[name];
  if (typeof entry === 'function') return entry(params[0]);
  return fill(entry ?? key, params[0] as Record<string, unknown> | undefined);
};

/** English is fetched when it is chosen; a page that never asks for it never pays for it. */
export const speak = async (language: Language): Promise<void> => {
  if (language === 'en') {
    const [{ en }, { enRefusals }] = await Promise.all([import('./en.ts'), import('./en-refusals.ts')]);
    setLanguage(language);
    spoken.set({ language, texts: en, refusals: enRefusals });
  } else {
    const [{ vi }, { viRefusals }] = await Promise.all([import('./vi.ts'), import('./vi-refusals.ts')]);
    setLanguage(language);
    spoken.set({ language, texts: vi, refusals: viRefusals });
  }
  whole = language;
  if (typeof document !== 'undefined') document.documentElement.lang = language;
};

/** Every screen waits for them beside its own code (routes.tsx). */
export const allWords = async (): Promise<void> => {
  const language = currentLanguage();
  if (whole !== language) await speak(language);
};

const isLanguage = (value: string | undefined): value is Language => value === 'vi' || value === 'en';

/** The choice belongs to the person; before sign-in it belongs to the machine. */
export const chosenLanguage = (personId?: string): Language | undefined => {
  const choice = recall(personId ? `language.${personId}` : 'language');
  return isLanguage(choice) ? choice : undefined;
};

export const chooseLanguage = async (language: Language, personId?: string): Promise<void> => {
  remember('language', language);
  if (personId) remember(`language.${personId}`, language);
  await speak(language);
};
