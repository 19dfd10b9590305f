import type { RichDoc } from '../../../../core/kernel/richText.ts';
import type { ReportReading } from '../../../../core/letter/readReport.ts';

/** What the server says about a file; nothing of it is stored. */
export type ReadFile = {
  readonly fileName: string;
  readonly encoding: string;
  readonly notes: { readonly converted: boolean; readonly confirm: boolean };
  readonly reading: ReportReading;
};

/** Paragraphs as the editor keeps them. */
export const docOf = (paragraphs: readonly string[]): RichDoc => ({
  type: 'doc',
  content: paragraphs.map((text) => ({ type: 'paragraph', content: [{ type: 'text', text }] })),
});
