import type { TotalsAnswer } from '../../../core/consolidation/answers.ts';
import type { Basis } from '../../../core/consolidation/basis.ts';

/** What the reader chose on purpose; '' is what stands without a choice. */
export type Choice = {
  readonly basis: Basis;
  readonly under: string;
  readonly kind: string;
  /** Campaign set beside; '' for the same period of last year, 'none' for no one. */
  readonly compare: string;
  /** Field, narrowed on the screen. */
  readonly area: string;
};

export const NO_CHOICE: Choice = { basis: 'received', under: '', kind: '', compare: '', area: '' };

/** A campaign set beside itself is nothing beside. */
export const queryOf = (choice: Choice, campaignId: string): string => {
  const query = new URLSearchParams();
  if (choice.basis !== 'received') query.set('basis', choice.basis);
  if (choice.under) query.set('under', choice.under);
  if (choice.kind) query.set('kind', choice.kind);
  if (choice.compare) query.set('compare', choice.compare === 'none' ? campaignId : choice.compare);
  return query.toString();
};
/** Every commune that owes a report is in the totals. */
export const isWhole = ({ communes }: Pick<TotalsAnswer, 'communes'>): boolean =>
  communes.received >= communes.obliged;

/** The same choice for a file: the field too, which the screen narrows by itself. */
export const fileQueryOf = (choice: Choice, campaignId: string): string => {
  const query = new URLSearchParams(queryOf(choice, campaignId));
  if (choice.area) query.set('area', choice.area);
  const text = query.toString();
  return text ? `?${text}` : '';
};
