/** Where a remark of the receiving officer stands: at a cell, at a sentence, or at a section as a whole. */
export type PinPlace =
  | {
      readonly kind: 'cell';
      readonly section: string;
      readonly form: string;
      readonly row: string;
      readonly column: string;
    }
  | { readonly kind: 'words'; readonly section: string; readonly quote: string }
  | { readonly kind: 'section'; readonly section: string };

export const PIN_REASONS = ['figures', 'evidence', 'outdated', 'unclear'] as const;
export type PinReason = (typeof PIN_REASONS)[number];

export type NewPin = { readonly place: PinPlace; readonly reason: PinReason; readonly sentence: string };
