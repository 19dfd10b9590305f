import { z } from 'zod';
import { BASES } from './basis.ts';

const id = z.string().min(1).max(100);
const reason = z.string().max(2000);

export const choiceWire = z.object({
  basis: z.enum(BASES).optional(),
  under: z.uuid().optional(),
  kind: z.enum(['ministry', 'province', 'district', 'commune', 'department']).optional(),
  compare: z.uuid().optional(),
});

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
