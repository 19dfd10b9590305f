import { z } from 'zod';
import { LAST_INSTANT } from '../kernel/instant.ts';
import { PIN_REASONS } from './pin.ts';
import { REPORT_STATES } from './states.ts';

const id = z.string().min(1).max(100);
const instant = z.int().min(0).max(LAST_INSTANT);
const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);

export const reportParams = z.object({ campaignId: z.uuid(), unitId: z.uuid() });

const cellWire = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('empty') }),
  z.strictObject({ kind: z.literal('amount'), amount: z.string().max(40), estimate: z.boolean().optional() }),
  z.strictObject({ kind: z.literal('nil') }),
  z.strictObject({ kind: z.literal('not-applicable') }),
  z.strictObject({ kind: z.literal('unparsed'), typed: z.string().max(200) }),
  z.strictObject({ kind: z.literal('text'), text: z.string().max(10_000) }),
]);

export const cellPlaceParams = reportParams.extend({ form: id, row: id, column: id });

/** One batch of changes names each place once: of two values for one cell neither rests on what stands. */
const eachOnce = (places: readonly (readonly string[])[]): boolean =>
  new Set(places.map((place) => JSON.stringify(place))).size === places.length;

/** One batch of changes; `version` is that of the value the change was made on, 0 where there was none. */
export const saveWire = z.strictObject({
  cells: z
    .array(
      z.strictObject({
        form: id,
        row: id,
        column: id,
        cell: cellWire,
        note: z.string().max(2000).nullish(),
        version: z.int().min(0),
      }),
    )
    .max(2000)
    .refine(
      (cells) => eachOnce(cells.map((c) => [c.form, c.row, c.column])),
      'một ô có hai giá trị trong một lần lưu',
    )
    .default([]),
  words: z
    .array(
      z.strictObject({
        section: id,
        kind: z.enum(['text', 'nil']),
        doc: z.unknown().nullish(),
        version: z.int().min(0),
      }),
    )
    .max(100)
    .refine((words) => eachOnce(words.map((w) => [w.section])), 'một phần có hai nội dung trong một lần lưu')
    .default([]),
});
export type SaveWire = z.infer<typeof saveWire>;

const evidencePlace = {
  section: id,
  form: id.optional(),
  row: id.optional(),
  column: id.optional(),
};
export const uncitePlaceWire = z.strictObject({ ...evidencePlace, evidenceId: z.uuid() });
export const citePlaceWire = uncitePlaceWire.extend({ pages: z.string().trim().max(60).default('') });

/** Cells of a file that a person confirmed after the preview. */
export const takeWire = z.strictObject({
  cells: saveWire.shape.cells,
  file: z.strictObject({ name: z.string().min(1).max(300), hash: z.string().regex(/^[0-9a-f]{64}$/) }),
});
export type TakeWire = z.infer<typeof takeWire>;

export const reasonWire = z.strictObject({
  check: z.string().min(1).max(300),
  reason: z.string().trim().max(2000),
});
export const sendBackWire = z.strictObject({ reason: z.string().max(2000) });
export const signWire = z.strictObject({ contentHash: z.string().regex(/^[0-9a-f]{64}$/) });

const place = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('cell'), section: id, form: id, row: id, column: id }),
  z.strictObject({ kind: z.literal('words'), section: id, quote: z.string().min(1).max(500) }),
  z.strictObject({ kind: z.literal('section'), section: id }),
]);
export const returnWire = z.strictObject({
  pins: z
    .array(z.strictObject({ place, reason: z.enum(PIN_REASONS), sentence: z.string().max(2000) }))
    .max(200),
  /** First late instant for sending again, in milliseconds; null is refused with a sentence. */
  resendBy: instant.nullable(),
});
export const extendWire = z.strictObject({
  /** First late instant of the new deadline, in milliseconds; null is refused with a sentence. */
  until: instant.nullable(),
  documentNumber: z.string().max(60),
  documentDay: z.string().max(10),
  reason: z.string().max(2000),
});
export const answerWire = z.strictObject({ answer: z.string().max(2000) });
export const registerWire = z.strictObject({
  /** Left out where the body handed its book to the program. */
  number: z.string().max(20).nullish(),
  symbol: z.string().trim().min(1).max(40),
  day: day.nullish(),
});

/** With reports of campaigns that are over. */
export const workQuery = z.object({ over: z.enum(['true', 'false']).optional() });

export const campaignParam = z.object({ campaignId: z.uuid() });
/** As many as a country has communes, and some more. */
export const boardUnitsWire = z.strictObject({ unitIds: z.array(z.uuid()).max(5000) });
export const viewNameWire = z.strictObject({ name: z.string().trim().max(60) });
export const viewWire = viewNameWire.extend({
  view: z.strictObject({
    query: z.string().max(200),
    tile: z.enum([...REPORT_STATES, 'overdue']).nullable(),
    group: z.enum(['all', 'communes', 'offices']),
    mine: z.boolean(),
    risky: z.boolean(),
    unseen: z.boolean(),
    under: z.uuid().nullable(),
    sort: z.enum(['urgent', 'name', 'due', 'state', 'filled']),
  }),
});
