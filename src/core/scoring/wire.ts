import { z } from 'zod';

const setId = z.string().min(1).max(120);

export const setParams = z.object({ setId });
export const setQuery = z.object({ version: z.coerce.number().int().min(1).optional() });
/** The set itself is read by the room's own reader, which names every place that is wrong. */
export const keepSetWire = z.strictObject({ set: z.unknown(), reason: z.string().max(2000).default('') });
