import { partsOf, type Request, withWords } from '../campaign/request.ts';
import type { Choosable } from './choosable.ts';
import {
  type Chosen,
  chosenBases,
  chosenDeadline,
  chosenPeriod,
  chosenText,
  chosenWindow,
} from './chosenWords.ts';
import { isGroup } from './organs.ts';
import type { LetterReading } from './reading.ts';
import { type KnownUnit, unitsMeant } from './toRequest.ts';

const LONGEST: Readonly<Record<'subject' | 'symbol' | 'place', number>> = {
  subject: 1000,
  symbol: 40,
  place: 100,
};

type Change = { readonly request: Request; readonly keys: readonly string[] };

const single = (key: Choosable, change: Partial<Request>, request: Request): Change => ({
  request: { ...request, ...change },
  keys: [key],
});

/** The highest x-number is never used again: ids of parts stay theirs. */
const nextPart = (request: Request): string =>
  `x${Math.max(0, ...partsOf(request).added.map((p) => Number(p.id.slice(1)))) + 1}`;

const changeBy = (
  what: Choosable,
  letter: LetterReading,
  chosen: Chosen,
  request: Request,
  known: {
    readonly units: readonly KnownUnit[];
    readonly outlines: readonly string[];
    readonly wording: (at: number) => string;
  },
): Change | undefined => {
  const words = chosenText(letter, chosen);
  if (words === '') return undefined;
  switch (what) {
    case 'deadline': {
      const found = chosenDeadline(letter, chosen);
      return (
        found &&
        single(
          what,
          { deadline: { at: found.at, wording: found.wording ?? known.wording(found.at) } },
          request,
        )
      );
    }
    case 'window': {
      const window = chosenWindow(letter, chosen);
      return window && single(what, { window }, request);
    }
    case 'period': {
      const found = chosenPeriod(letter, chosen);
      const year = found?.year ?? request.period?.year ?? letter.dateKnown?.year;
      return found && year
        ? single(what, { period: { kind: found.kind, index: found.index, year } }, request)
        : undefined;
    }
    case 'subject':
    case 'symbol':
    case 'place':
      return words.length > LONGEST[what] ? undefined : single(what, { [what]: words }, request);
    case 'signer': {
      const before = request.signer ?? {
        authority: letter.signer.authority ?? '',
        onBehalfOf: letter.signer.onBehalfOf ?? '',
        position: letter.signer.position ?? '',
        name: '',
      };
      // A name alone; the position is typed where the letter has none.
      if (before.position === '' || words.length > 60 || /\d/.test(words)) return undefined;
      return single(what, { signer: { ...before, name: words } }, request);
    }
    case 'recipient': {
      if (words.length > 500 || request.recipients.some((r) => r.text === words)) return undefined;
      const unitIds = unitsMeant(words, isGroup(words), known.units);
      const taken = new Set(request.recipients.flatMap((r) => r.unitIds));
      const recipient = { text: words, unitIds: unitIds.filter((id) => !taken.has(id)) };
      return {
        request: { ...request, recipients: [...request.recipients, recipient] },
        keys: [`recipient:${words}`],
      };
    }
    case 'basis': {
      const fresh = chosenBases(letter, chosen)
        .filter((b) => b.number !== null && !request.legalBases.some((own) => own.number === b.number))
        .map((b) => ({
          kind: b.kind,
          number: b.number ?? '',
          date: b.date,
          issuer: b.issuer,
          about: b.about,
        }));
      return fresh.length === 0
        ? undefined
        : {
            request: { ...request, legalBases: [...request.legalBases, ...fresh] },
            keys: fresh.map((b) => `basis:${b.kind} ${b.number}`),
          };
    }
    case 'part': {
      if (words.length > 500) return undefined;
      const parts = partsOf(request);
      const added = { id: nextPart(request), outlines: known.outlines, title: words, guidance: null };
      return {
        request: { ...request, parts: { ...parts, added: [...parts.added, added] } },
        keys: [`added:${added.id}`],
      };
    }
    default: {
      const never: never = what;
      return never;
    }
  }
};

/** A value read anew from words that a person pointed at; the words are kept beside it. undefined: they do not say it. */
export const chooseFor = (
  what: Choosable,
  letter: LetterReading,
  chosen: Chosen,
  request: Request,
  known: Parameters<typeof changeBy>[4],
): Request | undefined => {
  const change = changeBy(what, letter, chosen, request, known);
  if (!change) return undefined;
  return change.keys.reduce(
    (now, key) => withWords(now, { key, start: chosen.start, end: chosen.end }),
    change.request,
  );
};
