import { accept, type Decision, refuse } from '../kernel/decision.ts';
import { chainOfCampaign, chainOfReport, DIRECTORY_CHAIN, type Fact } from '../kernel/fact.ts';
import type { ReminderRule } from './rules.ts';

/** What became of the reminder of one unit, when an officer presses "Đôn đốc". */
export type Reminded =
  | { readonly unitId: string; readonly people: number; readonly letters: number }
  | { readonly unitId: string; readonly code: 'reminder.owesNothing' | 'reminder.nobody' };

export const remindedFact = (
  campaignId: string,
  unitId: string,
  told: { readonly people: number; readonly letters: number },
): Fact => ({
  type: 'report.reminded',
  chain: chainOfReport(campaignId, unitId),
  campaignId,
  unitId,
  data: { ...told },
});

/** Only what was given up can be sent again by hand; what waits goes by itself. */
export const sendAgain = (mail: { readonly id: string; readonly state: string }): Decision<Fact> =>
  mail.state === 'dead'
    ? accept({ type: 'notifications.mailSentAgain', chain: DIRECTORY_CHAIN, data: { mailId: mail.id } })
    : refuse('mail.notDead', { state: mail.state });

/**
 * Rules of one campaign; an empty list reminds nobody by itself.
 * @param versions the version that was changed and the one that stands: somebody else's rules are not overwritten unseen
 */
export const setRules = (
  campaignId: string,
  rules: readonly ReminderRule[],
  versions: { readonly seen: number; readonly now: number },
): Decision<Fact> => {
  if (versions.seen !== versions.now) return refuse('reminder.rulesStale');
  const ids = rules.map((r) => r.id);
  const twice = ids.find((id, at) => ids.indexOf(id) !== at);
  return twice
    ? refuse('reminder.ruleTwice', { id: twice })
    : accept({
        type: 'campaign.reminderRulesSet',
        chain: chainOfCampaign(campaignId),
        campaignId,
        data: { rules },
      });
};
