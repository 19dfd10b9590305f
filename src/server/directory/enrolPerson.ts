import type { PersonLine } from '../../core/directory/answers.ts';
import { enrolPerson as decide } from '../../core/directory/enrolPerson.ts';
import type { WriteContext } from '../http/context.ts';
import { record } from '../record/record.ts';
import { administratorOnly, bearersOf } from './load.ts';
import { addPersonRow, newId } from './store.ts';
import { peopleFound } from './views.ts';

/** The one line of a person, after something of theirs changed. */
export const personAnswer = async (
  ctx: WriteContext,
  id: string,
): Promise<{ person: PersonLine | undefined }> => {
  const { people } = await peopleFound(ctx.trx, ctx.person, ctx.today, { id });
  return { person: people[0] };
};

export const enrolPerson = async (
  ctx: WriteContext,
  input: { readonly login: string; readonly name: string; readonly email: string | null },
): Promise<{ person: PersonLine | undefined }> => {
  administratorOnly(ctx);
  const id = newId();
  const email = input.email === '' ? null : input.email;
  const person = { name: input.name, email, active: true };
  await record(ctx, decide(id, input.login, person, await bearersOf(ctx.trx, input.login, email, null)));
  await addPersonRow(ctx.trx, id, input.login, person);
  return personAnswer(ctx, id);
};
