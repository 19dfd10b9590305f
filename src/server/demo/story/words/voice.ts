import { formatAmount, percent } from '../../../../core/kernel/amount.ts';
import type { RichDoc } from '../../../../core/kernel/richText.ts';
import type { Amounts, DossierTotals } from '../figures.ts';
import type { StoryWords } from '../step.ts';

/** What the words of one unit rest on: text and figures say the same because one is made from the other. */
export type Voice = {
  /** 'xã Bảo Lâm', 'Phòng Tư pháp' – as in the middle of a sentence. */
  readonly unit: string;
  /** 'xã' or 'thị trấn'. */
  readonly level: string;
  /** The unit's own plan of the year: number and day. */
  readonly plan: string;
  readonly amounts: Amounts;
  readonly totals: DossierTotals;
  /** Chooses the variant of a section; neighbours in a list differ. */
  readonly turn: number;
};

/** Official texts write counts below ten with a leading 0: 02 hồ sơ, 1.204 hồ sơ. */
export const count = (n: number): string => (n >= 0 && n < 10 ? `0${n}` : formatAmount(String(n)));

/** A figure of the unit by row, '0' spelled as none arose is the caller's choice. */
export const amount = (v: Voice, row: string): number => v.amounts[row] ?? 0;
export const arose = (v: Voice, row: string): boolean => (v.amounts[row] ?? 0) > 0;
export const counted = (v: Voice, row: string): string => count(amount(v, row));

/** '99,4%'; a share of nothing is not computed. */
export const share = (of: number, by: number): string => {
  const value = percent(String(of), String(by));
  return value === undefined ? 'không tính được' : `${formatAmount(value)}%`;
};

/** The variant of this unit; sections are shifted so that one unit does not take the same number throughout. */
export const turned = <T>(v: Voice, shift: number, options: readonly T[]): T =>
  options[(v.turn + shift) % options.length] as T;

/** Paragraphs of plain text as the small rich text that reports keep. */
export const asWords = (section: string, paragraphs: readonly string[]): StoryWords => {
  const texts = paragraphs.map((p) => p.normalize('NFC').replace(/\s+/g, ' ').trim()).filter((p) => p !== '');
  const doc: RichDoc = {
    type: 'doc',
    content: texts.map((text) => ({ type: 'paragraph', content: [{ type: 'text', text }] })),
  };
  return { section, kind: 'text', plain: texts.join('\n'), doc };
};
