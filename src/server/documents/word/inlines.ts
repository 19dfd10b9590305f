import type { TextRun } from 'docx';
import type { Inline } from '../../../core/documents/tree.ts';
import { type Look, run, SIZE } from './style.ts';

export const inlineRuns = (inlines: readonly Inline[], base: Look = {}): TextRun[] =>
  inlines.map((one) => {
    if (one.kind === 'source') return run(` ${one.mark}`, { ...base, italics: true, size: SIZE.copies });
    if (one.kind === 'figure') return run(one.text, { ...base, ...(one.bold ? { bold: true } : {}) });
    return run(one.text, {
      ...base,
      ...(one.bold ? { bold: true } : {}),
      ...(one.italic ? { italics: true } : {}),
      ...(one.underline ? { underline: true } : {}),
    });
  });
