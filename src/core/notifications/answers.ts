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
  readonly at: Instant;
  readonly readAt: Instant | null;
};

export type NoticesAnswer = {
  readonly notices: readonly NoticeLine[];
  readonly unread: number;
  readonly may: readonly 'read'[];
};
