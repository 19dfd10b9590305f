import { reactTo } from '../record/record.ts';
import { endSessions } from './store.ts';

/** Called once, where the rooms are wired. */
export const registerAccessReactions = (): void => {
  reactTo('directory.personDeactivated', async (ctx, fact) => {
    await endSessions(ctx.trx, String(fact.data.personId), 'deactivated');
  });
};
