import { reactTo } from '../record/record.ts';
import { endSessionsWithoutFactor } from './demand.ts';
import { endSessions } from './store.ts';

/** Called once, where the rooms are wired. */
export const registerAccessReactions = (): void => {
  reactTo('directory.personDeactivated', async (ctx, fact) => {
    await endSessions(ctx.trx, String(fact.data.personId), 'deactivated');
  });
  for (const type of ['directory.postEnded', 'directory.standInEnded'])
    reactTo(type, async (ctx, fact) => {
      await endSessions(ctx.trx, String(fact.data.personId), 'ended');
    });
  // A post may bring a role that the office asks a second factor of.
  for (const type of ['directory.postGiven', 'directory.postChanged', 'directory.standInNamed'])
    reactTo(type, async (ctx) => {
      await endSessionsWithoutFactor(ctx.trx, ctx.today);
    });
};
