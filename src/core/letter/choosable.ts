/** Values that words of the letter can be chosen for. */
export const CHOOSABLE = [
  'deadline',
  'window',
  'subject',
  'period',
  'symbol',
  'place',
  'signer',
  'recipient',
  'basis',
  'part',
] as const;
export type Choosable = (typeof CHOOSABLE)[number];
