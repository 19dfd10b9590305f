import type { LetterCheck } from '../../../../core/letter/check.ts';
import type { Encoding } from '../../../../core/letter/decode.ts';
import type { LetterReading } from '../../../../core/letter/reading.ts';

/** What POST /api/letters answers; nothing is stored by it. */
export type LetterAnswer = LetterReading & {
  readonly file: {
    readonly name: string | null;
    readonly kind: string;
    readonly encoding: Encoding;
    readonly notes: { readonly converted: boolean; readonly confirm: boolean; readonly pages: number | null };
  };
  readonly check: LetterCheck;
};
