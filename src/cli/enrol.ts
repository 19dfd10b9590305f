import type { Transaction } from 'kysely';
import { enrolPerson } from '../core/directory/enrolPerson.ts';
import { givePost } from '../core/directory/givePost.ts';
import type { PostDetails } from '../core/directory/post.ts';
import type { Decision } from '../core/kernel/decision.ts';
import type { Fact } from '../core/kernel/fact.ts';
import { dayOfInstant, type Instant } from '../core/kernel/instant.ts';
import type { DB } from '../server/database/schema.ts';
import { bearersOf, getPostUnit } from '../server/directory/load.ts';
import { addPersonRow, addPost, newId } from '../server/directory/store.ts';
import { Refused } from '../server/http/failures.ts';
import { appendFacts } from '../server/record/facts.ts';

type Trx = Transaction<DB>;

/** Whoever may run commands on the machine acts for the program: such facts bear no person. */
export async function recordByProgram(trx: Trx, decision: Decision<Fact>, now: Instant): Promise<void> {
  if (!decision.ok) throw new Refused(decision.refusal);
  await appendFacts(trx, decision.facts, null, now, Date.now());
}

/** A new person with a first post, by the rules of the directory. */
export async function enrol(
  trx: Trx,
  person: { login: string; name: string },
  post: Pick<PostDetails, 'unitId' | 'role' | 'title'>,
  now: Instant,
): Promise<string> {
  const id = newId();
  const details = { name: person.name, email: null, active: true };
  const bearers = await bearersOf(trx, person.login, null, null);
  await recordByProgram(trx, enrolPerson(id, person.login, details, bearers), now);
  await addPersonRow(trx, id, person.login, details);
  const postId = newId();
  const unit = await getPostUnit(trx, post.unitId);
  const whole = { ...post, validFrom: dayOfInstant(now), validTo: null };
  await recordByProgram(trx, givePost(postId, { id, ...details }, unit, whole, []), now);
  await addPost(trx, postId, id, whole);
  return id;
}
