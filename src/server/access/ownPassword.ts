import { signInFailed } from '../../core/access/signInFacts.ts';
import type { Instant } from '../../core/kernel/instant.ts';
import { inTransaction } from '../database/retry.ts';
import type { Person, Services } from '../http/context.ts';
import { refused } from '../http/failures.ts';
import { appendFacts } from '../record/facts.ts';
import { passwordMatches } from './secrets.ts';
import { countGuess, forgiveGuess, personKey } from './slowDown.ts';

export const expectOwnPassword = async (
  services: Services,
  person: Person,
  password: string,
  now: Instant,
): Promise<void> => {
  const { personId } = person;
  const keys = [personKey(personId)];
  const retryAfter = await countGuess(services.db, keys);
  const row = await services.db
    .selectFrom('password')
    .select('hash')
    .where('person_id', '=', personId)
    .executeTakeFirst();
  if (!(await passwordMatches(password, row?.hash))) {
    await inTransaction(services.db, (trx) =>
      appendFacts(trx, [signInFailed(personId, 'confirm')], person, now, Date.now()),
    );
    throw refused('access.wrongPassword', { retryAfter }, 403);
  }
  await forgiveGuess(services.db, keys, true);
};
