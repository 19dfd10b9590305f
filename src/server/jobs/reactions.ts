import { reactTo } from '../record/record.ts';

/** A business clock that was moved may have passed the moment of a rule or of the letter of the day. */
export const registerJobReactions = (): void => {
  reactTo('clock.moved', async ({ services, trx }) => {
    for (const name of ['reminders', 'work', 'digest']) await services.queue?.send(trx, name);
  });
};
