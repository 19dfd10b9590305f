import { randomBytes } from 'node:crypto';
import { hash, verify } from '@node-rs/argon2';
import { cleanText } from '../http/clean.ts';
import { sha256 } from '../record/hash.ts';

/** 256 random bits: guessing is hopeless, so a quick hash keeps them safe in the database. */
export const newToken = (): string => randomBytes(32).toString('base64url');
export const hashOfToken = (token: string): string => sha256(token);

/** Argon2id, the library's default kind, with OWASP's parameters. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

export const hashPassword = (password: string): Promise<string> => hash(cleanText(password), COST);

let nobodysHash: Promise<string> | undefined;

/**
 * Checks a password against a hash; without one the same work is done against nobody's, so that a name that does not
 * exist takes as long as a wrong password (J2).
 */
export const passwordMatches = async (password: string, known: string | undefined): Promise<boolean> => {
  nobodysHash ??= hashPassword(newToken());
  const matches = await verify(known ?? (await nobodysHash), cleanText(password));
  return matches && known !== undefined;
};
