import type { MailChoiceAnswer } from '../../core/notifications/answers.ts';
import { chooseMail, type MailChoice, USUAL_CHOICE } from '../../core/notifications/choice.ts';
import type { ReadContext, WriteContext } from '../http/context.ts';
import { record } from '../record/record.ts';
import { keepChoice } from './store.ts';

/** How the person is reminded by mail. */
export const mailChoice = async (ctx: ReadContext): Promise<MailChoiceAnswer> => {
  const row = await ctx.db
    .selectFrom('person')
    .leftJoin('mail_choice', 'mail_choice.person_id', 'person.id')
    .where('person.id', '=', ctx.person.personId)
    .select(['person.email', 'mail_choice.choice'])
    .executeTakeFirstOrThrow();
  return {
    choice: (row.choice ?? USUAL_CHOICE) as MailChoice,
    email: row.email,
    mail: ctx.services.mail !== undefined,
    may: ['choose'],
  };
};

export const setMailChoice = async (ctx: WriteContext, choice: MailChoice): Promise<void> => {
  await record(ctx, chooseMail(ctx.person.personId, choice));
  await keepChoice(ctx, choice);
};
