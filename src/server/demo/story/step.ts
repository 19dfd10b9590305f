import type { Day, Instant } from '../../../core/kernel/instant.ts';
import type { RichDoc } from '../../../core/kernel/richText.ts';
import type { NewPin } from '../../../core/report/pin.ts';
import type { Cell } from '../../../core/template/cell.ts';

export type StoryCell = {
  readonly form: string;
  readonly row: string;
  readonly column: string;
  readonly cell: Cell;
  readonly note?: string;
};
export type StoryWords = {
  readonly section: string;
  readonly kind: 'text' | 'nil';
  readonly plain: string;
  readonly doc: RichDoc | null;
};

/** What somebody does, in the verbs of the report room; versions of cells are the replayer's business. */
export type StoryAct =
  | { readonly verb: 'acknowledge' }
  | { readonly verb: 'save'; readonly cells: readonly StoryCell[]; readonly words: readonly StoryWords[] }
  | { readonly verb: 'give-reason'; readonly check: string; readonly reason: string }
  | { readonly verb: 'pass-to-sign' }
  | { readonly verb: 'send-back'; readonly reason: string }
  | { readonly verb: 'sign' }
  | { readonly verb: 'register'; readonly number: string; readonly symbol: string; readonly day: Day }
  | { readonly verb: 'begin-receiving' }
  | { readonly verb: 'receive' }
  | { readonly verb: 'return'; readonly pins: readonly NewPin[]; readonly resendBy: Instant }
  /** Pins of a sending are numbered from 1. */
  | { readonly verb: 'answer'; readonly number: number; readonly answer: string };

export type StoryStep = {
  readonly unitId: string;
  readonly at: Instant;
  /** Login of the person. */
  readonly by: string;
} & StoryAct;
