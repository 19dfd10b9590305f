import type { Services } from '../http/context.ts';
import { refused } from '../http/failures.ts';
import { passwordMatches } from './secrets.ts';
import { countGuess, forgiveGuess, personKey } from './slowDown.ts';

export const expectOwnPassword = async (
  services: Services,
  personId: string,
  password: string,
): Promise<void> => {
  const keys = [personKey(personId)];
  const retryAfter = await countGuess(services.db, keys);
  const row = await services.db
    .selectFrom('password')
    .select('hash')
    .where('person_id', '=', personId)
    .executeTakeFirst();
  if (!(await passwordMatches(password, row?.hash)))
    throw refused('access.wrongPassword', { retryAfter }, 403);
  await forgiveGuess(services.db, keys, true);
};
