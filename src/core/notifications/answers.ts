import type { Instant } from '../kernel/instant.ts';
import type { MailChoice } from './choice.ts';
import type { ReminderRule, Step } from './rules.ts';

/** What a person is told inside the program; `type` is the fact's, the words are the web's. */
export type NoticeLine = {
  readonly id: string;
  readonly type: string;
  readonly campaignId: string | null;
  readonly campaignTitle: string | null;
  readonly unitId: string | null;
  readonly unitName: string | null;
  /** Name of whoever did it. */
  readonly by: string | null;
  /** The words of a reminder; null for every other notice. */
  readonly words: string | null;
  readonly at: Instant;
  readonly readAt: Instant | null;
};

export type NoticesAnswer = {
  readonly notices: readonly NoticeLine[];
  readonly unread: number;
  readonly may: readonly 'read'[];
};

export type MailState = 'waiting' | 'sending' | 'handed' | 'sent' | 'not-needed' | 'dead';

/** A letter that could not be handed over yet, or was given up. */
export type MailLine = {
  readonly id: string;
  readonly state: MailState;
  readonly address: string;
  readonly subject: string;
  readonly personName: string;
  readonly unitName: string;
  readonly attempts: number;
  readonly error: string | null;
  /** Real time. */
  readonly createdAt: Instant;
  readonly nextAt: Instant | null;
  readonly may: readonly 'send-again'[];
};

export type OutgoingMailAnswer = {
  /** Without a mail server people are told inside the program only. */
  readonly configured: boolean;
  readonly from: string | null;
  readonly counts: Readonly<Record<MailState, number>>;
  /** Given up first, then those that failed and wait. */
  readonly mails: readonly MailLine[];
};

export type RulesAnswer = {
  readonly campaign: { readonly id: string; readonly title: string; readonly deadline: Instant };
  /** The campaign has no rules of its own. */
  readonly usual: boolean;
  readonly rules: readonly ReminderRule[];
  readonly version: number;
  /** A mail server is set: without it people are told inside the program only. */
  readonly mail: boolean;
  readonly may: readonly 'set'[];
};

export type RulesPreview = {
  readonly unitId: string;
  readonly unitName: string;
  /** Ready for Zalo and for the notice inside the program. */
  readonly words: string;
  readonly subject: string;
  readonly letter: string;
  readonly told: readonly {
    readonly step: Step;
    readonly people: readonly { readonly name: string; readonly mail: MailChoice | null }[];
  }[];
};

export type MailChoiceAnswer = {
  readonly choice: MailChoice;
  readonly email: string | null;
  /** A mail server is set. */
  readonly mail: boolean;
  readonly may: readonly 'choose'[];
};
