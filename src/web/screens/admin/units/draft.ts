import type { UnitKind } from '../../../../core/directory/unit.ts';
import type { UnitDetails } from '../../../../core/directory/unitDetails.ts';
import { shortDay } from '../../../../core/kernel/wording.ts';
import { typedDay } from '../words.ts';

/** A unit as it is typed. */
export type Draft = {
  kind: UnitKind;
  code: string;
  name: string;
  letterhead: string;
  place: string;
  symbol: string;
  signerPosition: string;
  preparerMaySign: boolean;
  registrySubmits: boolean;
  validFrom: string;
  validTo: string;
};

export const EMPTY: Draft = {
  kind: 'commune',
  code: '',
  name: '',
  letterhead: '',
  place: '',
  symbol: '',
  signerPosition: '',
  preparerMaySign: false,
  registrySubmits: false,
  validFrom: '',
  validTo: '',
};

export const draftOf = (unit: UnitDetails): Draft => ({
  kind: unit.kind,
  code: unit.code ?? '',
  name: unit.name,
  letterhead: unit.letterhead,
  place: unit.place,
  symbol: unit.symbol,
  signerPosition: unit.signerPosition,
  preparerMaySign: unit.preparerMaySign,
  registrySubmits: unit.registrySubmits,
  validFrom: shortDay(unit.validFrom),
  validTo: unit.validTo ? shortDay(unit.validTo) : '',
});

const REQUIRED = ['name', 'letterhead', 'place'] as const;

const tidy = (text: string): string => text.trim().normalize('NFC');

/** undefined while something required is missing or a day cannot be read. */
export const readDraft = (draft: Draft): UnitDetails | undefined => {
  const from = typedDay(draft.validFrom);
  const to = typedDay(draft.validTo);
  if (!from || to === undefined || REQUIRED.some((field) => tidy(draft[field]) === '')) return undefined;
  return {
    kind: draft.kind,
    code: tidy(draft.code) || null,
    name: tidy(draft.name),
    letterhead: tidy(draft.letterhead),
    place: tidy(draft.place),
    symbol: tidy(draft.symbol),
    signerPosition: tidy(draft.signerPosition),
    preparerMaySign: draft.preparerMaySign,
    registrySubmits: draft.registrySubmits,
    validFrom: from,
    validTo: to,
  };
};

/** Only what was changed is sent: two people who edit different fields are not in each other's way. */
export const changesOf = (base: UnitDetails, wanted: UnitDetails): Partial<UnitDetails> =>
  Object.fromEntries(
    Object.entries(wanted).filter(([field, value]) => base[field as keyof UnitDetails] !== value),
  );
