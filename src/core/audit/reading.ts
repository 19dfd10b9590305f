import { DIRECTORY_CHAIN, SIGN_IN_CHAIN } from '../kernel/fact.ts';

/** How much of a fact a person reads: all that it says, or only that it happened, when and by whom. */
export type Depth = 'whole' | 'outline';

/** What of a person bears on reading the journal today. */
export type Reader = {
  readonly administrator: boolean;
  /** Units whose own work the person shares, by a post other than the administrator's or by standing in. */
  readonly unitIds: readonly string[];
  /** Campaigns that the person's office receives or has ordered. */
  readonly campaignIds: readonly string[];
};

type Place = {
  readonly chain: string;
  readonly campaignId: string | null;
  readonly unitId: string | null;
};

/**
 * The administrator keeps the directory and sees that work happens, but does not read the reports of others; a unit
 * reads what was done with its own, the receiving office what was done in its campaign.
 */
export const depthOf = (reader: Reader, place: Place): Depth | undefined => {
  if (place.campaignId !== null && reader.campaignIds.includes(place.campaignId)) return 'whole';
  if (place.unitId !== null && reader.unitIds.includes(place.unitId)) return 'whole';
  if (!reader.administrator) return undefined;
  const ofNobodysReport = place.chain === DIRECTORY_CHAIN || place.chain === SIGN_IN_CHAIN;
  return ofNobodysReport || place.chain.startsWith('template:') ? 'whole' : 'outline';
};

/** Whether there is anything to ask for: somebody else's unit is refused, not answered with an empty page. */
export const mayAsk = (
  reader: Reader,
  wanted: { readonly campaignId?: string | undefined; readonly unitId?: string | undefined },
): boolean => {
  if (reader.administrator) return true;
  if (wanted.unitId !== undefined && reader.unitIds.includes(wanted.unitId)) return true;
  if (wanted.campaignId !== undefined && reader.campaignIds.includes(wanted.campaignId)) return true;
  // A unit may have a part in several campaigns: what is found is narrowed to it, fact by fact.
  if (wanted.unitId !== undefined) return reader.campaignIds.length > 0 && wanted.campaignId === undefined;
  return reader.unitIds.length > 0 || reader.campaignIds.length > 0;
};

/** The chains are checked by who answers for the program. */
export const mayVerify = (reader: Reader): boolean => reader.administrator;

/** What the journal shows of a fact: figures and words of reports stay with the report. */
export const told = (type: string, data: Readonly<Record<string, unknown>>): Record<string, unknown> => {
  if (type === 'report.saved') {
    const words = Array.isArray(data.words) ? data.words : [];
    return {
      cells: Array.isArray(data.cells) ? data.cells.length : 0,
      sections: words.map((w: { readonly section?: unknown }) => String(w.section ?? '')),
    };
  }
  if (type === 'campaign.edited') {
    const [before, after] = [recordOf(data.before), recordOf(data.after)];
    return { changed: Object.keys(after).filter((key) => !same(before[key], after[key])) };
  }
  return { ...data };
};

const recordOf = (value: unknown): Record<string, unknown> =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);
