import { gapsOfRequest, type Request, type RequestGap, type RequestPart } from '../campaign/request.ts';
import { parseInstant } from '../kernel/instant.ts';
import type { LetterReading } from './reading.ts';

/** What a person should look at first: values that are missing, and values that the letter leaves in doubt. */
export type Doubt =
  | { readonly kind: 'missing'; readonly part: RequestPart; readonly code: string }
  | { readonly kind: 'deadlines'; readonly part: 'deadline'; readonly words: readonly string[] }
  | { readonly kind: 'unresolvedDeadline'; readonly part: 'deadline'; readonly words: string }
  | { readonly kind: 'windows'; readonly part: 'deadline'; readonly words: readonly string[] }
  | { readonly kind: 'recipients'; readonly part: 'recipients'; readonly words: readonly string[] }
  | { readonly kind: 'lead'; readonly part: 'leads'; readonly text: string; readonly lead: string };

const isMissing = (gap: RequestGap): boolean => gap.code !== 'request.partNotSeen';

/** In the order of weight: what stops the request, then what may be wrong, in the order of the screen. */
export const doubtsOf = (request: Request, letter: LetterReading | undefined): readonly Doubt[] => {
  const missing = gapsOfRequest(request)
    .filter(isMissing)
    .map(({ code, part }): Doubt => ({ kind: 'missing', code, part }));
  if (!letter) return missing;
  const doubts: Doubt[] = [];
  const seen = (part: RequestPart): boolean => request.seen.includes(part);
  if (!seen('deadline')) {
    const words = [...new Set(letter.deadlines.map((d) => d.text))];
    const first = letter.deadlines[0];
    // Several that each bind a group of their own are no doubt: every group shows its own.
    const placed = new Set([request.deadline?.at, ...request.recipients.map((r) => r.deadline?.at)]);
    const isLeft = letter.deadlines.some((d) => d.at === null || !placed.has(parseInstant(d.at)));
    if (words.length > 1 && isLeft) doubts.push({ kind: 'deadlines', part: 'deadline', words });
    else if (first && first.at === null && !request.deadline)
      doubts.push({ kind: 'unresolvedDeadline', part: 'deadline', words: first.text });
    const windows = letter.windows.map((w) => w.words.text.replace(/\s+/g, ' '));
    if (windows.length > 1) doubts.push({ kind: 'windows', part: 'deadline', words: windows });
  }
  const unknown = request.recipients.filter((r) => r.unitIds.length === 0).map((r) => r.text);
  if (unknown.length > 0) doubts.push({ kind: 'recipients', part: 'recipients', words: unknown });
  if (!seen('leads'))
    for (const lead of letter.leads)
      if (!request.leads.some((l) => l.field === lead.field))
        doubts.push({ kind: 'lead', part: 'leads', text: lead.field, lead: lead.lead });
  return [...missing, ...doubts];
};
