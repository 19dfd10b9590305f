import type { Kysely, Transaction } from 'kysely';
import type { Post, Role } from '../../core/directory/roles.ts';
import { dayOfInstant, type Instant } from '../../core/kernel/instant.ts';
import type { DB } from '../database/schema.ts';
import type { Person, Services, WriteContext } from '../http/context.ts';
import { runReactions } from '../record/record.ts';

/** The people of the demonstration by login, as they would be signed in. */
export const peopleOf = async (db: Kysely<DB>): Promise<ReadonlyMap<string, Person>> => {
  const rows = await db
    .selectFrom('person')
    .leftJoin('post', 'post.person_id', 'person.id')
    .select([
      'person.id',
      'person.login',
      'person.name',
      'post.unit_id',
      'post.role',
      'post.valid_from',
      'post.valid_to',
    ])
    .execute();
  const people = new Map<string, Person & { posts: Post[] }>();
  for (const row of rows) {
    const person = people.get(row.login) ?? {
      personId: row.id,
      login: row.login,
      name: row.name,
      language: 'vi' as const,
      sessionId: null,
      origin: null,
      posts: [],
      standIns: [],
    };
    if (row.unit_id && row.role && row.valid_from)
      person.posts.push({
        unitId: row.unit_id,
        role: row.role as Role,
        validFrom: row.valid_from,
        validTo: row.valid_to,
      });
    people.set(row.login, person);
  }
  return people;
};

/** Lets a person of the story act through the product's own verbs at a moment of the past. */
export const acting =
  (services: Services, trx: Transaction<DB>, people: ReadonlyMap<string, Person>) =>
  async <T>(login: string, at: Instant, perform: (ctx: WriteContext) => Promise<T>): Promise<T> => {
    const person = people.get(login);
    if (!person) throw new Error(`the story names ${login}, who is not among the people`);
    const ctx: WriteContext = {
      services,
      db: trx,
      trx,
      person,
      now: at,
      today: dayOfInstant(at),
      recorded: [],
    };
    const result = await perform(ctx);
    await runReactions(ctx);
    return result;
  };
