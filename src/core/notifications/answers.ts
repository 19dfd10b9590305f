import type { Instant } from '../kernel/instant.ts';

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
