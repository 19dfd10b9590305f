import { z } from 'zod';
import { MAIL_CHOICES } from './choice.ts';
import { CONTACT_KINDS } from './contact.ts';
import { STEPS } from './rules.ts';

export const noticesQuery = z.object({ limit: z.coerce.number().int().min(1).max(200).optional() });
export const remindParams = z.object({ campaignId: z.uuid() });
export const remindBody = z.strictObject({ unitIds: z.array(z.uuid()).min(1).max(200) });
const hour = z.int().min(0).max(23);
export const rulesBody = z.strictObject({
  rules: z
    .array(
      z.strictObject({
        id: z.string().regex(/^[a-z0-9-]{1,40}$/),
        when: z.discriminatedUnion('kind', [
          z.strictObject({ kind: z.literal('days-before'), days: z.int().min(0).max(60), hour }),
          z.strictObject({ kind: z.literal('hours-before'), hours: z.int().min(1).max(240) }),
          z.strictObject({ kind: z.literal('days-after'), days: z.int().min(1).max(60), hour }),
        ]),
        to: z.array(z.enum(STEPS)).min(1).max(3),
      }),
    )
    .max(20),
  /** As it was read; 0 for the usual rules. */
  version: z.int().min(0),
});
export const previewParams = remindParams.extend({ unitId: z.uuid() });
export const contactBody = z.strictObject({
  kind: z.enum(CONTACT_KINDS),
  spokeWith: z.string().trim().max(200),
  note: z.string().trim().max(2000),
});
export const mailChoiceBody = z.strictObject({ choice: z.enum(MAIL_CHOICES) });
export const mailParams = z.object({ mailId: z.uuid() });
/** Without ids, everything. */
export const readBody = z.strictObject({ ids: z.array(z.uuid()).max(500).optional() });
