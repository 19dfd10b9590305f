import {
  compareOutline,
  type KnownOutline,
  type OutlineComparison,
} from '../../core/letter/compareOutline.ts';
import { readOutline } from '../../core/letter/outline.ts';
import { readLetter } from '../../core/letter/read.ts';
import type { LetterReading, ReadPart } from '../../core/letter/reading.ts';
import { letterRefusals } from '../../core/letter/refusals.ts';
import { fileText } from './fileText.ts';
import { printedLetter, row } from './printedLetter.ts';

const comparison = (read: ReadFileOutline): string =>
  [
    '',
    row('Đề cương từ tệp', `${read.parts.length} phần`),
    ...read.compared.flatMap((c) => [
      row('So với', `${c.outline.title}${c.recipients.length ? ` (${c.recipients.join('; ')})` : ''}`),
      ...c.parts.map((p) =>
        row('', `${p.title} → ${p.section?.title ?? 'chưa có trong đề cương, cần thêm'}`),
      ),
      ...c.unnamed.map((s) => row('Tệp không nêu', s.title)),
    ]),
  ].join('\n');

type ReadFileOutline = {
  readonly parts: readonly ReadPart[];
  readonly compared: readonly OutlineComparison[];
};

/** The outline that came as a file of its own, beside those that the letter's addressees fill. */
const outlineOf = async (
  text: string,
  letter: LetterReading,
  outlines: LetterOptions['outlines'],
): Promise<ReadFileOutline> => {
  const { parts } = readOutline(text);
  const compared = compareOutline(
    parts.map((p) => p.title),
    letter.recipients.map((r) => r.text),
    await outlines(),
  );
  return { parts, compared };
};

export type LetterOptions = {
  readonly json: boolean;
  /** A file that holds the outline which the letter only mentions. */
  readonly outline: string | undefined;
  /** The outlines that units fill: those of a pack, as no database is asked. */
  readonly outlines: () => Promise<readonly KnownOutline[]>;
};

/** `cchc letter FILE [--outline FILE] [--json]`: needs no database. Answers the exit code. */
export const letterCommand = async (
  file: string,
  { json, outline, outlines }: LetterOptions,
): Promise<number> => {
  const refused = (code: string, message: string): number => {
    if (json) console.log(JSON.stringify({ ok: false, refusal: { code, message } }));
    console.error(message);
    return 1;
  };
  const read = await fileText(file, 'any');
  if (!read.ok) return refused(read.code, read.message);
  const reading = readLetter(read.text);
  if (outline === undefined) {
    console.log(json ? JSON.stringify(reading, null, 1) : printedLetter(reading));
    return 0;
  }
  const attached = await fileText(outline, 'any');
  if (!attached.ok) return refused(attached.code, attached.message);
  const found = await outlineOf(attached.text, reading, outlines);
  if (found.parts.length === 0) return refused('letter.noOutline', letterRefusals['letter.noOutline'].vi);
  console.log(
    json
      ? JSON.stringify({ ...reading, outline: found }, null, 1)
      : printedLetter(reading) + comparison(found),
  );
  return 0;
};
