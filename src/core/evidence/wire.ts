import { z } from 'zod';
import { isDay } from '../kernel/instant.ts';

/** A scanned decision of a hundred pages; larger ones are split or scanned in grey. */
export const LARGEST_EVIDENCE = 50 * 1024 * 1024;
/** Small enough that a slow line finishes one, large enough that a fast one is not held up. */
export const PIECE_BYTES = 256 * 1024;

const line = (most: number) => z.string().trim().max(most);

export const detailsWire = z.strictObject({
  number: line(60).default(''),
  day: z.string().refine(isDay, 'ngày có thật, dạng 2024-02-28').nullable().default(null),
  issuer: line(300).default(''),
  abstract: line(500),
  pages: z.int().min(1).max(10_000).nullable().default(null),
});
export const changeWire = detailsWire.extend({ version: z.int().min(1) });
export const beginWire = z.strictObject({
  unitId: z.uuid(),
  name: z.string().trim().min(1).max(300),
  size: z.int().min(1),
  /** What tells this file from another of the same name: its time, or its hash. */
  fingerprint: z.string().min(1).max(200),
});
export const uploadParams = z.object({ id: z.uuid() });
export const pieceParams = z.object({ id: z.uuid(), start: z.coerce.number().int().min(0) });
export const evidenceParams = z.object({ id: z.uuid() });
export const listQuery = z.object({
  q: z.string().max(200).default(''),
  unitId: z.uuid().optional(),
  campaignId: z.uuid().optional(),
});
