import { plainText, saysNothing } from '../../../../core/kernel/richText.ts';
import type { Desk } from '../desk/desk.ts';

export type Standing =
  | { readonly kind: 'none' }
  | { readonly kind: 'nil' }
  | { readonly kind: 'text'; readonly plain: string };

/** What stands in a part now, saved or still on its way. */
export const standingOf = (desk: Desk, section: string): Standing => {
  const words = desk.wordsAt(section);
  if (words?.kind === 'nil') return { kind: 'nil' };
  if (!words?.doc || saysNothing(words.doc)) return { kind: 'none' };
  return { kind: 'text', plain: plainText(words.doc) };
};
