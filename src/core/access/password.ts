import { type Refusal, refuse } from '../kernel/decision.ts';
import { withoutMarks } from '../kernel/search.ts';
import { COMMON_PASSWORDS } from './commonPasswords.ts';

/** ASVS 2.1.1. A shorter one that stands already still signs in; it can only be replaced by one of this length. */
export const SHORTEST_PASSWORD = 12;
/** Argon2 reads any length; a bound keeps a hostile megabyte out of it. */
export const LONGEST_PASSWORD = 200;

const squeezed = (text: string): string => withoutMarks(text).replace(/[^a-z0-9]/g, '');

/** Which words a password may be. Length matters, composition rules do not: they make people write passwords down. */
export const weaknessOf = (password: string, login: string): Refusal | undefined => {
  const length = [...password].length;
  const no = (code: string, details?: Record<string, unknown>): Refusal | undefined => {
    const decision = refuse(code, details);
    return decision.ok ? undefined : decision.refusal;
  };
  if (length < SHORTEST_PASSWORD) return no('access.passwordTooShort', { shortest: SHORTEST_PASSWORD });
  if (length > LONGEST_PASSWORD) return no('access.passwordTooLong', { longest: LONGEST_PASSWORD });
  const plain = squeezed(password);
  const name = squeezed(login);
  if (name.length > 0 && plain.replaceAll(name, '').replace(/\d/g, '') === '' && plain.includes(name))
    return no('access.passwordIsLogin');
  if (new Set(password).size < 4 || COMMON_PASSWORDS.has(plain)) return no('access.passwordCommon');
  return undefined;
};
