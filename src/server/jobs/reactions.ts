import { reactTo } from '../record/record.ts';
import { hasten } from './store.ts';

/** A business clock that was moved may have passed the moment of a rule or of the letter of the day. */
export const registerJobReactions = (): void => {
  reactTo('clock.moved', (ctx) => hasten(ctx.trx, ['reminders', 'digest']));
};
