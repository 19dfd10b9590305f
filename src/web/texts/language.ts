import { createStore } from '../store.ts';

export type Language = 'vi' | 'en';

const chosen = createStore<Language>('vi');

/** The language that is spoken now; text.ts changes it when its words have come. */
export const currentLanguage = (): Language => chosen.get();
export const setLanguage = (language: Language): void => chosen.set(language);
