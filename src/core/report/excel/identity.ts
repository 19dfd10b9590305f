/** Whose form a file is: it lies in the file where nobody types, and is checked when it comes back. */
export type FormIdentity = {
  readonly campaignId: string;
  readonly unitId: string;
  readonly templateId: string;
  readonly templateVersion: number;
};

/** What stood in a typed cell when the form was downloaded. */
export type Base = { readonly version: number; readonly mark: string };

/** One cell as it came back, read for its column; `typed` is what the person sees in the file. */
export type FileCell = {
  readonly form: string;
  readonly row: string;
  readonly column: string;
  /** 'Biểu 2'!D7, to find it again. */
  readonly sheet: string;
  readonly at: string;
  readonly value: string | number | boolean | { readonly date: string } | null;
  readonly estimate: boolean;
  readonly note: string | null;
  /** A formula without a value in the file: what it gives is not known. */
  readonly uncomputed: boolean;
  readonly base: Base;
};

export type ReadForm = { readonly identity: FormIdentity; readonly cells: readonly FileCell[] };

export type WrongForm =
  | 'excel.notOurForm'
  | 'excel.otherUnit'
  | 'excel.otherCampaign'
  | 'excel.otherTemplate'
  | 'excel.twoRows';

/** A form of another unit, period or template version is refused, each with its own sentence (C9). */
export const wrongIdentity = (found: FormIdentity, wanted: FormIdentity): WrongForm | undefined => {
  if (found.campaignId !== wanted.campaignId) return 'excel.otherCampaign';
  if (found.unitId !== wanted.unitId) return 'excel.otherUnit';
  if (found.templateId !== wanted.templateId || found.templateVersion !== wanted.templateVersion)
    return 'excel.otherTemplate';
  return undefined;
};

export const KEY_SHEET = 'cchc';
export const KEY_ROW = '#cchc';
export const ESTIMATE_COLUMN = '#estimate';
/** Cells kept beside each other in one row of the key sheet: five fields each. */
export const KEY_FIELDS = 5;
export const KEYS_A_ROW = 8;

export const identityRows = (id: FormIdentity): readonly (readonly string[])[] => [
  [KEY_ROW, '1'],
  ['campaign', id.campaignId],
  ['unit', id.unitId],
  ['template', id.templateId],
  ['templateVersion', String(id.templateVersion)],
];
