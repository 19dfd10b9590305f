import type { CellAnswer, WordsAnswer } from '../../core/report/answers.ts';
import type { SaveWire } from '../../core/report/wire.ts';
import type { Cell } from '../../core/template/cell.ts';

/** Whose change it is and of which report. Entries are never sent as another person, nor shown to one. */
export type Owner = { readonly person: string; readonly campaignId: string; readonly unitId: string };

export type CellPlace = {
  readonly what: 'cell';
  readonly form: string;
  readonly row: string;
  readonly column: string;
};
export type WordsPlace = { readonly what: 'words'; readonly section: string };
export type Place = CellPlace | WordsPlace;

type CellValue = CellPlace & { readonly cell: Cell };
type WordsValue = WordsPlace & { readonly kind: 'text' | 'nil'; readonly doc: unknown };
export type Change = CellValue | WordsValue;

type Common = {
  readonly id: string;
  readonly report: string;
  readonly person: string;
  /** Version of the value that the change was made on. */
  readonly base: number;
  /** Another for each change of the same place: tells whether it was typed again while a batch was under way. */
  readonly token: string;
  readonly status:
    | { readonly kind: 'waiting' }
    | { readonly kind: 'conflict'; readonly theirs: CellAnswer | WordsAnswer }
    | {
        readonly kind: 'refused';
        readonly code: string;
        readonly details: Readonly<Record<string, unknown>>;
        /** Refused for what stands in it: trying again changes nothing until it is typed anew. */
        readonly value: boolean;
      };
};
export type Entry = Common & Change;

/** One POST with the key that it keeps on every retry, also after the browser was killed in between. */
export type Batch = {
  readonly key: string;
  readonly report: string;
  readonly person: string;
  readonly body: SaveWire;
  /** What was in it, by place: a place that was typed again since then stays in the outbox. */
  readonly sent: readonly { readonly id: string; readonly token: string }[];
};

/** A change that the server has taken. */
export type Gone = { readonly id: string; readonly token: string; readonly version: number };

export const reportOf = (owner: Owner): string => `${owner.person}/${owner.campaignId}/${owner.unitId}`;

export const placeKey = (place: Place): string =>
  place.what === 'cell'
    ? `c\u0000${place.form}\u0000${place.row}\u0000${place.column}`
    : `w\u0000${place.section}`;

export const entryId = (report: string, place: Place): string => `${report}\u0000${placeKey(place)}`;

/** 'person/campaign/unit' back to the address that saves are sent to. */
export const addressOf = (report: string): string => {
  const [, campaignId = '', unitId = ''] = report.split('/');
  return `/api/reports/${campaignId}/${unitId}`;
};
