import type { PersonLine } from '../../core/directory/answers.ts';
import { changePost as decideChange, endPost as decideEnd } from '../../core/directory/changePost.ts';
import { givePost as decideGive } from '../../core/directory/givePost.ts';
import type { PostDetails } from '../../core/directory/post.ts';
import type { Day } from '../../core/kernel/instant.ts';
import type { WriteContext } from '../http/context.ts';
import { record } from '../record/record.ts';
import { personAnswer } from './enrolPerson.ts';
import { administratorOnly, getPerson, getPost, getPostUnit, isLastAdministrator, postsOf } from './load.ts';
import { addPost, closePost, lockAdministrators, newId, setPost } from './store.ts';

type Answer = { readonly person: PersonLine | undefined };

export const givePost = async (ctx: WriteContext, personId: string, post: PostDetails): Promise<Answer> => {
  administratorOnly(ctx);
  const id = newId();
  const person = await getPerson(ctx.trx, personId);
  const unit = await getPostUnit(ctx.trx, post.unitId);
  await record(ctx, decideGive(id, person, unit, post, await postsOf(ctx.trx, personId)));
  await addPost(ctx.trx, id, personId, post);
  return personAnswer(ctx, personId);
};

export const changePost = async (
  ctx: WriteContext,
  id: string,
  wanted: { readonly title?: string; readonly validTo?: Day | null },
): Promise<Answer> => {
  administratorOnly(ctx);
  await lockAdministrators(ctx.trx);
  const post = await getPost(ctx.trx, id);
  const last = await isLastAdministrator(ctx.trx, post.personId);
  const facts = await record(ctx, decideChange(post, wanted, ctx.today, last));
  if (facts.length > 0) await setPost(ctx.trx, id, wanted);
  return personAnswer(ctx, post.personId);
};

export const endPost = async (ctx: WriteContext, id: string): Promise<Answer> => {
  administratorOnly(ctx);
  await lockAdministrators(ctx.trx);
  const post = await getPost(ctx.trx, id);
  const last = await isLastAdministrator(ctx.trx, post.personId);
  const [fact] = await record(ctx, decideEnd(post, ctx.today, last));
  await closePost(ctx.trx, id, (fact?.data.lastDay ?? null) as Day | null);
  return personAnswer(ctx, post.personId);
};
