import type { Instant } from '../kernel/instant.ts';
import type { BoardRow } from './answers.ts';

/** What the server tells an open page: where something happened, never what; the page reads it anew as the person. */
export type ChangedMessage = {
  readonly campaigns: readonly { readonly id: string; readonly unitIds: readonly string[] }[];
  /** Something beside the campaigns: posts, the clock. */
  readonly other: boolean;
};

/** Rows of the board that the page has open, as the person may see them; without rows, to be read whole. */
export type RowsMessage = {
  readonly campaignId: string;
  readonly now: Instant;
  readonly rows: readonly BoardRow[] | null;
};
