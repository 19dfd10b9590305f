import { accept, type Decision, refuse } from '../kernel/decision.ts';
import { isDoc } from '../kernel/richText.ts';
import { type Cell, isCell } from '../template/cell.ts';
import { canonicalJson } from './content.ts';

/** One change that has not reached the server yet, with the version of the value that it was made on. */
export type CarriedChange =
  | {
      readonly what: 'cell';
      readonly form: string;
      readonly row: string;
      readonly column: string;
      readonly cell: Cell;
      readonly base: number;
    }
  | {
      readonly what: 'words';
      readonly section: string;
      readonly kind: 'text' | 'nil';
      readonly doc: unknown;
      readonly base: number;
    };

/** Where the work belongs: it goes back into this report only, on the template that it was written on. */
export type CarriedFrom = {
  readonly campaignId: string;
  readonly unitId: string;
  readonly template: { readonly id: string; readonly version: number };
};

export type Carried = CarriedFrom & {
  readonly kind: 'cchc.carry';
  readonly version: 1;
  readonly unit: string;
  readonly title: string;
  readonly by: string;
  readonly at: number;
  readonly changes: readonly CarriedChange[];
};

/** What the check sum in the file is taken of. */
export const carriedText = (carried: Carried): string => canonicalJson(carried);

/** The file: its content and the SHA-256 of it. */
export type CarriedFile = { readonly content: Carried; readonly sha256: string };

const record = (value: unknown): Record<string, unknown> =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
const isId = (value: unknown): boolean => typeof value === 'string' && value !== '' && value.length <= 100;
const isBase = (value: unknown): boolean => Number.isInteger(value) && (value as number) >= 0;

const CELL_KINDS = ['empty', 'amount', 'nil', 'not-applicable', 'unparsed', 'text'];

const isChange = (value: unknown): value is CarriedChange => {
  const c = record(value);
  if (!isBase(c.base)) return false;
  if (c.what === 'words')
    return isId(c.section) && (c.kind === 'nil' || (c.kind === 'text' && (c.doc === null || isDoc(c.doc))));
  const cell = record(c.cell);
  const texts = ['amount', 'typed', 'text'].every(
    (k) => cell[k] === undefined || typeof cell[k] === 'string',
  );
  const kind = CELL_KINDS.includes(cell.kind as string) && texts;
  return c.what === 'cell' && [c.form, c.row, c.column].every(isId) && kind && isCell(c.cell as Cell);
};

/** The file as it was read, before anything in it is believed. */
export const parseCarried = (text: string): CarriedFile | undefined => {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    return undefined;
  }
  const { content, sha256 } = record(parsed);
  const c = record(content);
  if (c.kind !== 'cchc.carry' || c.version !== 1 || typeof sha256 !== 'string') return undefined;
  if (!Array.isArray(c.changes)) return undefined;
  return { content: content as Carried, sha256 };
};

/**
 * Whether a file from another machine may go into the report that is open here: whole as it was written, of the same
 * unit, request and template version. Who typed it is told; the server judges each change by the version it rests on,
 * so that what has arrived already arrives no second time.
 */
export const takeCarried = (
  file: CarriedFile | undefined,
  sum: string | undefined,
  here: CarriedFrom,
): Decision<CarriedChange> => {
  if (!file) return refuse('carry.notOurs');
  const { content } = file;
  if (file.sha256 !== sum || !content.changes.every(isChange)) return refuse('carry.damaged');
  if (content.unitId !== here.unitId) return refuse('carry.otherUnit', { unit: content.unit });
  if (content.campaignId !== here.campaignId) return refuse('carry.otherRequest', { title: content.title });
  if (content.template.id !== here.template.id || content.template.version !== here.template.version)
    return refuse('carry.otherTemplate');
  return accept(...content.changes);
};
