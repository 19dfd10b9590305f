import { z } from 'zod';
import { LAST_INSTANT } from '../kernel/instant.ts';
import { BASES } from './basis.ts';

const id = z.string().min(1).max(100);
const reason = z.string().max(2000);

export const choiceWire = z.object({
  basis: z.enum(BASES).optional(),
  under: z.uuid().optional(),
  kind: z.enum(['ministry', 'province', 'district', 'commune', 'department']).optional(),
  compare: z.uuid().optional(),
});

/** What goes along as a file may be of one field, as on the screen. */
export const takenWire = choiceWire.extend({ area: z.string().min(1).max(200).optional() });

export const spotWire = choiceWire.extend({ form: id, row: id, column: id });

export const leaveOutWire = z.strictObject({ unitId: z.uuid(), form: id.nullable(), reason });

const seenCell = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('empty') }),
  z.strictObject({ kind: z.literal('amount'), amount: z.string().max(40), estimate: z.boolean().optional() }),
  z.strictObject({ kind: z.literal('nil') }),
  z.strictObject({ kind: z.literal('not-applicable') }),
  z.strictObject({ kind: z.literal('unparsed'), typed: z.string().max(200) }),
]);

export const correctWire = z.strictObject({
  unitId: z.uuid(),
  form: id,
  row: id,
  column: id,
  /** What the unit's report said when the value was typed. */
  seen: seenCell,
  amount: z.string().max(40),
  reason,
});
export type CorrectWire = z.infer<typeof correctWire>;

export const yearWire = z.object({ year: z.coerce.number().int().min(2000).max(2100).optional() });

const version = z.int().min(0);
export const sectionParams = z.object({ campaignId: z.uuid(), sectionId: id });

const sourceWire = z.strictObject({
  kind: z.literal('unit'),
  unitId: z.uuid(),
  section: id,
  role: z.enum(['lead', 'partner', 'unit']),
  quote: z.string().min(1).max(20_000),
});
const pieceWire = z.discriminatedUnion('kind', [
  z.strictObject({
    id: z.uuid(),
    kind: z.literal('words'),
    /** Judged by the schema of rich text in the rule itself. */
    doc: z.unknown(),
    sources: z.array(sourceWire).max(5000),
  }),
  z.strictObject({ id: z.uuid(), kind: z.literal('table'), form: id }),
]);

export const writeWire = z.strictObject({ version, pieces: z.array(pieceWire).max(500) });
export const dropUnitWire = z.strictObject({ unitId: z.uuid(), section: id.nullable() });
export const fillWire = z.strictObject({ section: id.nullable() });
export const sourcesWire = z.object({ find: z.string().max(200).optional() });
export const commentWire = z.strictObject({
  piece: z.uuid().nullable(),
  words: z.string().trim().min(1).max(4000),
  mentioned: z.array(z.uuid()).max(50),
});
export const askWire = z.strictObject({
  area: z.string().min(1).max(60),
  unitId: z.uuid(),
  dueAt: z.int().min(0).max(LAST_INSTANT),
});
export const giveWire = z.strictObject({
  area: z.string().min(1).max(60),
  unitId: z.uuid(),
  plain: z.string().max(50_000),
  version,
});

export const freezeWire = z.strictObject({ basis: z.enum(['received', 'sent']), note: z.string().max(2000) });
export const decideWire = z.strictObject({
  choice: z.enum(['erratum', 'next-period']),
  note: z.string().max(2000),
  /** The changes that were seen when it was decided. */
  seen: z.string().regex(/^[0-9a-f]{64}$/),
});
export const versionParams = z.object({
  campaignId: z.uuid(),
  number: z.coerce.number().int().min(1).max(10_000),
});
export const handUpWire = z.strictObject({ upperCampaignId: z.uuid() });
