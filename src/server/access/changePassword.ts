import { accessFact } from '../../core/access/administer.ts';
import { weaknessOf } from '../../core/access/password.ts';
import { accept } from '../../core/kernel/decision.ts';
import type { WriteContext } from '../http/context.ts';
import { Refused } from '../http/failures.ts';
import { record } from '../record/record.ts';
import { endAccessTokens, endSessions, setPassword } from './store.ts';

/**
 * Whoever else is signed in under this name has to know the new password; a token could be another's who knew the old
 * one, and would outlive it.
 */
export const changePassword = async (ctx: WriteContext, password: string): Promise<void> => {
  const weakness = weaknessOf(password, ctx.person.login);
  if (weakness) throw new Refused(weakness);
  await setPassword(ctx.trx, ctx.person.personId, password);
  const ended = await endSessions(ctx.trx, ctx.person.personId, 'password', { except: ctx.person.sessionId });
  await endAccessTokens(ctx.trx, ctx.person.personId);
  await record(ctx, accept(accessFact('access.passwordChanged', ctx.person.personId, { ended })));
};
