import { z } from 'zod';
import { ROLES } from '../directory/roles.ts';
import { LONGEST_TOKEN_DAYS } from './lifetimes.ts';
import { LONGEST_PASSWORD } from './password.ts';

// Any text is a possible wrong answer: shape errors on a sign-in would tell more than "wrong".
const secret = z.string().min(1).max(LONGEST_PASSWORD);
const code = z.string().max(20);

export const signInBody = z.strictObject({
  login: z.string().max(200),
  password: z.string().max(1000),
  totp: code.optional(),
});
/** A new password may be of any length here: the rule answers with a sentence, the shape could not. */
export const newPasswordBody = z.strictObject({ password: z.string().max(1000) });
export const changePasswordBody = z.strictObject({ current: secret, password: z.string().max(1000) });
export const confirmPasswordBody = z.strictObject({ password: secret });
export const codeBody = z.strictObject({ code });
export const factorDemandBody = z.strictObject({ roles: z.array(z.enum(ROLES)).max(ROLES.length) });
export const languageBody = z.strictObject({ language: z.enum(['vi', 'en']) });
export const tokenBody = z.strictObject({
  name: z.string().trim().min(1).max(100),
  days: z.int().min(1).max(LONGEST_TOKEN_DAYS),
});
export const resetParams = z.object({ token: z.string().max(200) });
export const idParams = z.object({ id: z.uuid() });
