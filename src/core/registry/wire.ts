import { z } from 'zod';
import { OUTGOING_KINDS } from './book.ts';

const year = z.coerce.number().int().min(2000).max(2100);

export const registerQuery = z.object({ unitId: z.uuid().optional(), year: year.optional() });

export const bookBody = z.strictObject({
  unitId: z.uuid(),
  kind: z.enum(OUTGOING_KINDS),
  year: z.int().min(2000).max(2100),
});
export const handOverBody = bookBody.extend({ startNumber: z.int().min(1).max(999_999) });

/** The next number of whoever issues: the authority of a request, or a unit for its own report. */
export const nextNumberQuery = z.object({
  kind: z.enum(OUTGOING_KINDS),
  campaignId: z.uuid().optional(),
  unitId: z.uuid().optional(),
});
