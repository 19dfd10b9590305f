import type { PlainKey } from '../../../texts/dictionary.ts';
import { t } from '../../../texts/text.ts';

/** Everything that can happen, in the order of a campaign, by the room that it happens in. */
export const FACT_TYPES: Readonly<
  Record<string, { readonly group: PlainKey; readonly words: readonly (readonly [string, PlainKey])[] }>
> = {
  report: {
    group: 'journal.groupReport',
    words: [
      ['report.obliged', 'journal.reportObliged'],
      ['report.acknowledged', 'journal.reportAcknowledged'],
      ['report.saved', 'journal.reportSaved'],
      ['report.fileTaken', 'journal.reportFileTaken'],
      ['report.reasonGiven', 'journal.reportReasonGiven'],
      ['report.passedToSign', 'journal.reportPassedToSign'],
      ['report.sentBack', 'journal.reportSentBack'],
      ['report.signed', 'journal.reportSigned'],
      ['report.submitted', 'journal.reportSubmitted'],
      ['report.withdrawn', 'journal.reportWithdrawn'],
      ['report.receivingBegun', 'journal.reportReceivingBegun'],
      ['report.returned', 'journal.reportReturned'],
      ['report.pinAnswered', 'journal.reportPinAnswered'],
      ['report.received', 'journal.reportReceived'],
      ['report.registered', 'journal.reportRegistered'],
      ['report.stampedAttached', 'journal.reportStampedAttached'],
      ['report.extended', 'journal.reportExtended'],
      ['report.requestChanged', 'journal.reportRequestChanged'],
      ['report.released', 'journal.reportReleased'],
      ['report.reminded', 'journal.reportReminded'],
      ['report.contacted', 'journal.reportContacted'],
      ['report.read', 'journal.reportRead'],
    ],
  },
  campaign: {
    group: 'journal.groupCampaign',
    words: [
      ['campaign.drafted', 'journal.campaignDrafted'],
      ['campaign.edited', 'journal.campaignEdited'],
      ['campaign.templateChosen', 'journal.campaignTemplateChosen'],
      ['campaign.passedToSign', 'journal.campaignPassedToSign'],
      ['campaign.sentBack', 'journal.campaignSentBack'],
      ['campaign.signed', 'journal.campaignSigned'],
      ['campaign.issued', 'journal.campaignIssued'],
      ['campaign.amended', 'journal.campaignAmended'],
      ['campaign.archiveAsked', 'journal.campaignArchiveAsked'],
      ['campaign.reminderRulesSet', 'journal.campaignReminderRulesSet'],
    ],
  },
  evidence: {
    group: 'journal.groupEvidence',
    words: [
      ['evidence.added', 'journal.evidenceAdded'],
      ['evidence.changed', 'journal.evidenceChanged'],
      ['evidence.withdrawn', 'journal.evidenceWithdrawn'],
      ['evidence.infected', 'journal.evidenceInfected'],
      ['evidence.cited', 'journal.evidenceCited'],
      ['evidence.uncited', 'journal.evidenceUncited'],
    ],
  },
  tasks: {
    group: 'journal.groupTasks',
    words: [
      ['tasks.given', 'journal.tasksGiven'],
      ['tasks.assigned', 'journal.tasksAssigned'],
      ['tasks.progressed', 'journal.tasksProgressed'],
      ['tasks.reminded', 'journal.tasksReminded'],
      ['remediation.reminded', 'journal.remediationReminded'],
    ],
  },
  remediation: {
    group: 'journal.groupRemediation',
    words: [
      ['remediation.changed', 'journal.remediationChanged'],
      ['remediation.thresholdSet', 'journal.remediationThresholdSet'],
      ['remediation.resultsImported', 'journal.remediationResultsImported'],
    ],
  },
  scoring: {
    group: 'journal.groupScoring',
    words: [
      ['scoring.setKept', 'journal.scoringSetKept'],
      ['scoring.roundOpened', 'journal.scoringRoundOpened'],
      ['scoring.subjectObliged', 'journal.scoringSubjectObliged'],
      ['scoring.selfScored', 'journal.scoringSelfScored'],
      ['scoring.selfLocked', 'journal.scoringSelfLocked'],
      ['scoring.appraised', 'journal.scoringAppraised'],
      ['scoring.appraisalLocked', 'journal.scoringAppraisalLocked'],
      ['scoring.explained', 'journal.scoringExplained'],
      ['scoring.explanationLocked', 'journal.scoringExplanationLocked'],
      ['scoring.surveyKept', 'journal.scoringSurveyKept'],
      ['scoring.versionMoved', 'journal.scoringVersionMoved'],
      ['scoring.contextSet', 'journal.scoringContextSet'],
      ['scoring.published', 'journal.scoringPublished'],
      ['scoring.effortMarked', 'journal.scoringEffortMarked'],
    ],
  },
  consolidation: {
    group: 'journal.groupConsolidation',
    words: [
      ['consolidation.leftOut', 'journal.consolidationLeftOut'],
      ['consolidation.corrected', 'journal.consolidationCorrected'],
      ['consolidation.takenBack', 'journal.consolidationTakenBack'],
      ['consolidation.written', 'journal.consolidationWritten'],
      ['consolidation.commented', 'journal.consolidationCommented'],
      ['consolidation.commentSettled', 'journal.consolidationCommentSettled'],
      ['consolidation.contributionAsked', 'journal.consolidationContributionAsked'],
      ['consolidation.contributionGiven', 'journal.consolidationContributionGiven'],
      ['consolidation.frozen', 'journal.consolidationFrozen'],
      ['consolidation.decided', 'journal.consolidationDecided'],
      ['consolidation.handedUp', 'journal.consolidationHandedUp'],
      ['campaign.closed', 'journal.campaignClosed'],
    ],
  },
  directory: {
    group: 'journal.groupDirectory',
    words: [
      ['directory.unitOpened', 'journal.directoryUnitOpened'],
      ['directory.unitChanged', 'journal.directoryUnitChanged'],
      ['directory.personEnrolled', 'journal.directoryPersonEnrolled'],
      ['directory.personChanged', 'journal.directoryPersonChanged'],
      ['directory.personDeactivated', 'journal.directoryPersonDeactivated'],
      ['directory.postGiven', 'journal.directoryPostGiven'],
      ['directory.postChanged', 'journal.directoryPostChanged'],
      ['directory.postEnded', 'journal.directoryPostEnded'],
      ['directory.standInNamed', 'journal.directoryStandInNamed'],
      ['directory.standInEnded', 'journal.directoryStandInEnded'],
      ['directory.calendarSet', 'journal.directoryCalendarSet'],
      ['directory.bodyNamed', 'journal.directoryBodyNamed'],
      ['notifications.mailSentAgain', 'journal.mailSentAgain'],
      ['notifications.mailChosen', 'journal.mailChosen'],
      ['jobs.runNow', 'journal.jobRunNow'],
    ],
  },
  template: {
    group: 'journal.groupTemplate',
    words: [
      ['template.draftBegun', 'journal.templateDraftBegun'],
      ['template.edited', 'journal.templateEdited'],
      ['template.imported', 'journal.templateImported'],
      ['template.triedOut', 'journal.templateTriedOut'],
      ['template.published', 'journal.templatePublished'],
      ['template.draftDropped', 'journal.templateDraftDropped'],
    ],
  },
  access: {
    group: 'journal.groupAccess',
    words: [
      ['access.signedIn', 'journal.accessSignedIn'],
      ['access.signInFailed', 'journal.accessSignInFailed'],
      ['access.signedOut', 'journal.accessSignedOut'],
      ['access.factorDemanded', 'journal.accessFactorDemanded'],
      ['access.resetLinkMade', 'journal.accessResetLinkMade'],
      ['access.passwordReset', 'journal.accessPasswordReset'],
      ['access.passwordChanged', 'journal.accessPasswordChanged'],
      ['access.secondFactorSet', 'journal.accessSecondFactorSet'],
      ['access.secondFactorRemoved', 'journal.accessSecondFactorRemoved'],
      ['access.sessionsEnded', 'journal.accessSessionsEnded'],
      ['access.oidcLinked', 'journal.accessOidcLinked'],
      ['access.tokenMade', 'journal.accessTokenMade'],
      ['access.tokenEnded', 'journal.accessTokenEnded'],
    ],
  },
  registry: {
    group: 'journal.groupRegistry',
    words: [
      ['registry.bookHanded', 'journal.registryBookHanded'],
      ['registry.bookTakenBack', 'journal.registryBookTakenBack'],
      ['registry.drafted', 'journal.registryDrafted'],
      ['registry.signed', 'journal.registrySigned'],
      ['registry.basesSet', 'journal.registryBasesSet'],
      ['registry.discarded', 'journal.registryDiscarded'],
      ['registry.numberGiven', 'journal.registryNumberGiven'],
      ['registry.styleSet', 'journal.registryStyleSet'],
    ],
  },
  export: { group: 'journal.groupExport', words: [['export.made', 'journal.exportMade']] },
  clock: { group: 'journal.groupClock', words: [['clock.moved', 'journal.clockMoved']] },
  backup: {
    group: 'journal.groupBackup',
    words: [
      ['backup.made', 'journal.backupMade'],
      ['backup.restored', 'journal.backupRestored'],
    ],
  },
};

const WORDS = new Map(Object.values(FACT_TYPES).flatMap((room) => room.words));

/** A fact of a newer program than this page still shows, by its code. */
export const typeWords = (type: string): string => {
  const key = WORDS.get(type);
  return key ? t(key) : t('journal.unknown', { type });
};
