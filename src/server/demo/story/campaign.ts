import { instantAt } from '../../../core/kernel/instant.ts';

/** The request of the demonstration: number and day as văn thư gave them, and who did each step when. */
export const CAMPAIGN = {
  authority: 'cao-loc',
  receiver: 'noi-vu',
  number: '112',
  symbol: 'UBND-NV',
  day: '2024-02-06',
  draftedBy: 'mai',
  draftedAt: instantAt('2024-02-05', 14, 10),
  passedBy: 'mai',
  passedAt: instantAt('2024-02-05', 16, 5),
  signedBy: 'binh',
  signedAt: instantAt('2024-02-06', 10, 12),
  issuedBy: 'vanthu',
  issuedAt: instantAt('2024-02-06', 15, 30),
} as const;

/** The moment the demonstration opens at. */
export const STORY_NOW = instantAt('2024-02-28', 8);
