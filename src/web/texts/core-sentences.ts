import { isDay } from '../../core/kernel/instant.ts';
import { shortDay } from '../../core/kernel/wording.ts';
import { fill, type Refusals } from './sentence.ts';

/** Sentences that stand beside a rule of the core, with their days as offices write them. */
export const sentencesOf = (
  catalogue: Readonly<Record<string, { readonly vi: string; readonly en: string }>>,
  language: 'vi' | 'en',
  room: string,
): Refusals =>
  Object.fromEntries(
    Object.entries(catalogue)
      .filter(([code]) => code.startsWith(`${room}.`))
      .map(([code, sentence]) => [code, (details) => fill(sentence[language], spoken(details))]),
  );

const spoken = (details: Readonly<Record<string, unknown>>): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(details).map(([name, value]) => [
      name,
      typeof value === 'string' && isDay(value) ? shortDay(value) : name === 'year' ? String(value) : value,
    ]),
  );
