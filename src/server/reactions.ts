import { registerAccessReactions } from './access/reactions.ts';
import { registerCampaignReactions } from './campaign/reactions.ts';
import { registerDocumentReactions } from './documents/reactions.ts';
import { registerJobReactions } from './jobs/reactions.ts';
import { registerNotificationReactions } from './notifications/reactions.ts';

import { registerGivenReactions } from './report/followGiven.ts';
import { registerReportReactions } from './report/reactions.ts';
import { registerScoringReactions } from './scoring/reactions.ts';

let wired = false;

/** What follows which fact, in every process that records facts: the server and the commands. Once a process. */
export const wireReactions = (): void => {
  if (wired) return;
  wired = true;
  registerAccessReactions();
  registerCampaignReactions();
  registerJobReactions();
  registerNotificationReactions();
  registerReportReactions();
  registerDocumentReactions();
  registerGivenReactions();
  registerScoringReactions();
};
