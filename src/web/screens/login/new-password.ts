import { SHORTEST_PASSWORD } from '../../../core/access/password.ts';

/** What keeps a new password from being sent; the server decides again. */
export const newPasswordError = (password: string, repeat: string): 'short' | 'differs' | undefined => {
  // Counted as the server counts: composed characters, so that "ế" is one whatever the keyboard sends.
  if ([...password.normalize('NFC')].length < SHORTEST_PASSWORD) return 'short';
  if (password.normalize('NFC') !== repeat.normalize('NFC')) return 'differs';
  return undefined;
};
