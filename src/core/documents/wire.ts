import { z } from 'zod';
import { AUTHORITIES } from './style.ts';

const line = (max: number) => z.string().trim().max(max);
const signature = z.strictObject({
  authority: z.enum(AUTHORITIES).nullable(),
  onBehalfOf: line(120),
  position: line(120).min(1),
  subPosition: line(120),
});
const ofKinds = <T extends z.ZodType>(one: T) => z.strictObject({ letter: one, report: one, decision: one });

export const styleBody = z.strictObject({
  unitId: z.uuid(),
  version: z.int().min(0),
  style: z.strictObject({
    superior: line(200),
    body: line(200).min(1),
    place: line(60).min(1),
    symbols: ofKinds(line(40).min(1)),
    signatures: ofKinds(signature),
    copies: ofKinds(z.array(line(200).min(1)).max(20)),
  }),
});
export const styleQuery = z.object({ unitId: z.uuid() });

const note = z.string().trim().max(2000).default('');

const frozenNumber = z.int().min(1).nullish();

export const documentParams = z.object({ id: z.uuid() });
export const draftBody = z.strictObject({
  purpose: z.enum(['extension', 'return', 'reminder', 'area-report']),
  campaignId: z.uuid(),
  unitId: z.uuid().nullish(),
  /** Of a report of the area: the frozen version it is drafted from. */
  frozen: frozenNumber,
  /** Whom a reminder is for; left out: everybody who owes. */
  unitIds: z.array(z.uuid()).min(1).max(5000).nullish(),
  note,
});
export const documentVersionBody = z.strictObject({ version: z.int().min(1) });
/** One basis a line; the signs at its end are the printing's. */
export const basesBody = documentVersionBody.extend({
  bases: z
    .array(
      z
        .string()
        .max(2000)
        .transform((text) =>
          text
            .normalize('NFC')
            .trim()
            .replace(/[\s;.]+$/, ''),
        ),
    )
    .min(1)
    .max(30),
});
export const issueDocumentBody = documentVersionBody.extend({
  /** Left out where the body handed its book to the program. */
  number: z.string().max(20).nullish(),
  symbol: line(40).min(1),
  day: z
    .string()
    .regex(/^\d{4}-\d{2}-\d{2}$/)
    .nullish(),
});
export const replaceBody = z.strictObject({ frozen: frozenNumber, note });
export const correctBody = z.strictObject({
  points: z
    .array(
      z.strictObject({
        place: line(300).min(1),
        printed: line(2000).min(1),
        right: line(2000).min(1),
      }),
    )
    .max(50),
  note,
});
