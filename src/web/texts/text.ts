import { recall, remember } from '../remembered.ts';
import { createStore } from '../store.ts';
import type { ParamsOf } from './area.ts';
import type { EntryOf, TextKey, Translation } from './dictionary.ts';
import { currentLanguage, type Language, setLanguage } from './language.ts';
import { fill, type Refusals } from './sentence.ts';
import { viFirst, viFirstRefusals } from './vi-first.ts';

type Spoken = { language: Language; texts: Translation; refusals: Refusals };

/** Vietnamese comes area by area with the parts of the program that speak it (ownWords in scripts/web-parts.ts). */
const vietnamese: Record<string, object> = { ...viFirst };
export const addWords = (areas: Readonly<Record<string, object>>): void => {
  Object.assign(vietnamese, areas);
};

const spoken = createStore<Spoken>({
  language: 'vi',
  texts: vietnamese as unknown as Translation,
  refusals: viFirstRefusals,
});
/** The language that all refusals are here in. */
let refusing: Language | undefined;

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
    refusing = language;
    spoken.set({ language, texts: en, refusals: enRefusals });
  } else {
    setLanguage(language);
    spoken.set((s) => ({ ...s, language, texts: vietnamese as unknown as Translation }));
    await allRefusals().catch(() => undefined);
  }
  if (typeof document !== 'undefined') document.documentElement.lang = language;
};

/** Any room may refuse: their sentences come behind the first screen, and before the first refusal is shown. */
export const allRefusals = async (): Promise<void> => {
  if (refusing === currentLanguage()) return;
  const { viRefusals } = await import('./vi-refusals.ts');
  if (currentLanguage() !== 'vi') return;
  refusing = 'vi';
  spoken.set((s) => ({ ...s, refusals: viRefusals }));
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
