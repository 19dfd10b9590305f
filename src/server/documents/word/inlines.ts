import type { TextRun } from 'docx';
import type { Inline } from '../../../core/documents/tree.ts';
import { type Look, run, SIZE } from './style.ts';

/** What is written of an inline, and how it looks. */
export const inlineLook = (one: Inline, base: Look): { readonly words: string; readonly look: Look } => {
  if (one.kind === 'source')
    return { words: ` ${one.mark}`, look: { ...base, italics: true, size: SIZE.copies } };
  const look: Look = { ...base, ...(one.bold ? { bold: true } : {}) };
  if (one.kind === 'figure') return { words: one.text, look };
  return {
    words: one.text,
    look: {
      ...look,
      ...(one.italic ? { italics: true } : {}),
      ...(one.underline ? { underline: true } : {}),
    },
  };
};

export const inlineRuns = (inlines: readonly Inline[], base: Look = {}): TextRun[] =>
  inlines.map((one) => {
    const { words, look } = inlineLook(one, base);
    return run(words, look);
  });
