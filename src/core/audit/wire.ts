import { z } from 'zod';
import { isDay } from '../kernel/instant.ts';

const day = z.string().refine(isDay, 'không phải ngày có thật (YYYY-MM-DD)');

export const journalQuery = z.object({
  campaignId: z.uuid().optional(),
  unitId: z.uuid().optional(),
  personId: z.uuid().optional(),
  /** 'report.returned', or 'report' for all that happened to reports. */
  type: z
    .string()
    .regex(/^[a-z]+(\.[A-Za-z]+)?$/)
    .max(80)
    .optional(),
  from: day.optional(),
  to: day.optional(),
  before: z.uuid().optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
export type JournalQuery = z.infer<typeof journalQuery>;

/** Where a walk through the journal goes on; nothing: from its beginning. */
export const verifyQuery = z
  .object({ chain: z.string().min(1).max(200).optional(), seq: z.coerce.number().int().min(1).optional() })
  .refine((after) => (after.chain === undefined) === (after.seq === undefined), 'chain và seq đi cùng nhau');
