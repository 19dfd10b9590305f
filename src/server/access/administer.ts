import type { Kysely, Transaction } from 'kysely';
import { administerSignIn, type SignInVerb } from '../../core/access/administer.ts';
import type { ResetLink } from '../../core/access/answers.ts';
import { hasRole } from '../../core/directory/roles.ts';
import type { DB } from '../database/schema.ts';
import type { WriteContext } from '../http/context.ts';
import { forbidden, notFound } from '../http/failures.ts';
import { record } from '../record/record.ts';
import { removeSecondFactor } from './secondFactor.ts';
import { addResetLink, endAccessTokens, endSessions } from './store.ts';
import { findSignInState } from './views.ts';

/** The page of the web application that takes the link. */
const RESET_PAGE = '/dat-lai-mat-khau/';

/** A path below the program's address; a newer link makes older ones worthless. */
export const linkFor = async (
  trx: Transaction<DB>,
  personId: string,
  madeBy: string | null,
): Promise<ResetLink> => {
  const { token, expiresAt } = await addResetLink(trx, personId, madeBy);
  return { url: `${RESET_PAGE}${token}`, expiresAt };
};

const decide = async (ctx: WriteContext, personId: string, verb: SignInVerb): Promise<void> => {
  if (!hasRole(ctx.person, 'administrator', ctx.today)) throw forbidden();
  const state = await findSignInState(ctx.db as Kysely<DB>, personId);
  if (!state) throw notFound('person');
  await record(ctx, administerSignIn(ctx.person, state, verb, ctx.today));
};

export const makeResetLink = async (ctx: WriteContext, personId: string): Promise<ResetLink> => {
  await decide(ctx, personId, 'make-reset-link');
  return linkFor(ctx.trx, personId, ctx.person.personId);
};

/** For a telephone that was lost. */
export const removeFactorOf = async (ctx: WriteContext, personId: string): Promise<void> => {
  await decide(ctx, personId, 'remove-second-factor');
  await removeSecondFactor(ctx.trx, personId);
};

export const endSessionsOf = async (ctx: WriteContext, personId: string): Promise<void> => {
  await decide(ctx, personId, 'end-sessions');
  await endSessions(ctx.trx, personId, 'ended');
  await endAccessTokens(ctx.trx, personId);
};
