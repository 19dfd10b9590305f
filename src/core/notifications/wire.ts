import { z } from 'zod';

export const noticesQuery = z.object({ limit: z.coerce.number().int().min(1).max(200).optional() });
/** Without ids, everything. */
export const readBody = z.strictObject({ ids: z.array(z.uuid()).max(500).optional() });
