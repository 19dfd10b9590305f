import type { PersonLine } from '../../core/directory/answers.ts';
import { changePerson as decide } from '../../core/directory/changePerson.ts';
import type { PersonDetails } from '../../core/directory/person.ts';
import type { WriteContext } from '../http/context.ts';
import { record } from '../record/record.ts';
import { personAnswer } from './enrolPerson.ts';
import { administratorOnly, bearersOf, getPerson, isLastAdministrator } from './load.ts';
import { lockAdministrators, setPerson } from './store.ts';

/** Deactivating ends every session at once: the sign-in room reacts to the fact, in this transaction. */
export const changePerson = async (
  ctx: WriteContext,
  id: string,
  { version, ...given }: Partial<PersonDetails> & { readonly version: number },
): Promise<{ person: PersonLine | undefined }> => {
  administratorOnly(ctx);
  if (given.active === false) await lockAdministrators(ctx.trx);
  const current = await getPerson(ctx.trx, id);
  const wanted = given.email === '' ? { ...given, email: null } : given;
  const bearers = await bearersOf(ctx.trx, null, wanted.email ?? null, id);
  const facts = await record(
    ctx,
    decide(current, wanted, version, {
      byPersonId: ctx.person.personId,
      emailOf: bearers.emailOf,
      lastAdministrator: await isLastAdministrator(ctx.trx, id),
    }),
  );
  if (facts.length > 0) await setPerson(ctx.trx, id, wanted);
  return personAnswer(ctx, id);
};
