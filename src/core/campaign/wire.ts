import { z } from 'zod';
import { LAST_INSTANT } from '../kernel/instant.ts';
import { LATE_SENDINGS, RETURNED, SHIFTS } from './policy.ts';
import { isTooLong, REQUEST_PARTS } from './request.ts';

const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
const text = (max: number) => z.string().trim().min(1).max(max);

export const campaignParams = z.object({ campaignId: z.uuid() });

const instant = z.int().min(0).max(LAST_INSTANT);

const policyWire = z.strictObject({
  shift: z.enum(SHIFTS),
  returned: z.enum(RETURNED),
  lateSending: z.enum(LATE_SENDINGS),
  lastSending: instant.nullable(),
  lastCorrection: instant.nullable(),
});

const addedPartWire = z.strictObject({
  id: z.string().regex(/^x\d{1,3}$/),
  outlines: z.array(text(100)).min(1).max(20),
  title: text(500),
  guidance: text(2000).nullable(),
});
const partsWire = z.strictObject({
  leftOut: z.array(text(100)).max(200),
  added: z.array(addedPartWire).max(20),
  renamed: z
    .array(z.strictObject({ id: text(100), title: text(500) }))
    .max(200)
    .optional(),
});
const deadlineWire = z.strictObject({ at: instant, wording: text(500) });
const recipientsWire = z
  .array(
    z.strictObject({
      text: text(500),
      unitIds: z.array(z.uuid()).max(5000),
      deadline: deadlineWire.nullish(),
    }),
  )
  .max(200);

const leadsWire = z
  .array(
    z.strictObject({
      field: text(500),
      area: text(60),
      leadUnitId: z.uuid(),
      partnerUnitIds: z.array(z.uuid()).max(20),
    }),
  )
  .max(60);

const requestWire = z.strictObject({
  subject: text(1000).nullable(),
  symbol: text(40).nullable(),
  place: text(100).nullable(),
  period: z
    .strictObject({
      kind: text(40),
      index: z.int().min(1).max(12).nullable(),
      year: z.int().min(2000).max(2100),
    })
    .nullable(),
  window: z.strictObject({ from: day, to: day }).nullable(),
  deadline: deadlineWire.nullable(),
  legalBases: z
    .array(
      z.strictObject({
        kind: text(60),
        number: text(60),
        date: day.nullable(),
        issuer: text(300).nullable(),
        about: z.string().max(1000).nullish(),
      }),
    )
    .max(50),
  recipients: recipientsWire,
  leads: leadsWire,
  signer: z
    .strictObject({
      authority: z.string().max(10),
      onBehalfOf: z.string().max(200),
      position: text(200),
      name: text(200),
    })
    .nullable(),
  copies: z.array(text(300)).max(50),
  policy: policyWire.optional(),
  parts: partsWire.optional(),
  words: z
    .array(
      z
        .strictObject({ key: text(600), start: z.int().min(0), end: z.int().min(1) })
        .refine((w) => w.start < w.end, 'không có chữ nào'),
    )
    .max(200)
    .optional(),
  seen: z.array(z.enum(REQUEST_PARTS)).max(10),
});

/** A draft begins from the text of a letter, or empty. */
export const draftWire = z.strictObject({
  text: z
    .string()
    .refine((t) => !isTooLong(t), 'dài hơn một công văn')
    .nullish(),
  fileName: z.string().max(300).nullish(),
});
export const editWire = z.strictObject({ version: z.int().min(1), request: requestWire });
export const chooseTemplateWire = z.strictObject({
  version: z.int().min(1),
  template: z.strictObject({ id: text(100), version: z.int().min(1) }),
});
/** A8: what a new version says, whole; `confirm` false only tells what it would do. */
export const amendWire = z.strictObject({
  version: z.int().min(1),
  confirm: z.boolean(),
  request: z.strictObject({
    deadline: deadlineWire,
    window: z.strictObject({ from: day, to: day }),
    policy: policyWire,
    parts: z.strictObject({
      leftOut: z.array(text(100)).max(200),
      added: z.array(addedPartWire.extend({ id: addedPartWire.shape.id.nullable() })).max(20),
    }),
    recipients: recipientsWire,
    /** Left out: they stay as they are. */
    leads: leadsWire.optional(),
  }),
  document: z.strictObject({ number: z.string().max(60), day: z.string().max(10) }),
  reason: z.string().max(2000),
  resend: z.boolean(),
  resendBy: instant.nullable(),
});
export type AmendWire = z.infer<typeof amendWire>;
export const versionWire = z.strictObject({ version: z.int().min(1) });
export const sendCampaignBackWire = z.strictObject({ version: z.int().min(1), reason: z.string().max(2000) });
export const issueWire = z.strictObject({
  version: z.int().min(1),
  /** Left out where the body handed its book to the program. */
  number: z.string().max(20).nullish(),
  symbol: text(40),
  day: day.nullish(),
});

/** The next period; left out, the one that follows in the yearly regime. */
export const nextWire = z.strictObject({
  period: z
    .strictObject({
      kind: text(40),
      index: z.int().min(1).max(12).nullable(),
      year: z.int().min(2000).max(2100),
    })
    .nullish(),
});
