import { z } from 'zod';

/** The shape of a reading on the wire: the command's JSON and the answer of POST /api/letters. */
const from = z.object({ start: z.int().min(0), end: z.int().min(0), text: z.string() });

const found = <T extends z.ZodType>(value: T) => z.object({ value: value.nullable(), from: from.nullable() });

const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
const instant = z.string().regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\+07:00$/);

const periodWire = z.object({
  kind: z.enum(['tháng', 'quý', '6 tháng', '9 tháng', 'năm', 'khác']),
  index: z.int().nullable(),
  year: z.int().nullable(),
});

const ruleWire = z.object({
  every: z.enum(['tháng', 'quý', '6 tháng', 'năm', 'ngày', 'tuần']),
  day: z.int().nullable(),
  monthOfPeriod: z.enum(['đầu', 'cuối', 'sau']).nullable(),
  month: z.int().nullable(),
  time: z.string().nullable(),
});

const part = z.object({
  order: z.int(),
  title: z.string(),
  fields: z.array(z.string()).optional(),
  optional: z.literal(true).optional(),
  from,
});

export const letterReadingWire = z.object({
  text: z.string(),
  isRequest: z.object({
    value: z.boolean(),
    reason: z
      .enum(['invitation', 'comments', 'reminder', 'forwarding', 'notice', 'report', 'noOrder'])
      .nullable(),
    from: from.nullable(),
  }),
  kind: found(z.string()),
  issuer: found(z.string()),
  issuerParent: found(z.string()),
  number: found(z.string()),
  symbol: found(z.string()),
  place: found(z.string()),
  date: found(day),
  dateKnown: z
    .object({ day: z.int().optional(), month: z.int().optional(), year: z.int().optional() })
    .nullable(),
  subject: found(z.string()),
  period: found(periodWire),
  recipients: z.array(z.object({ text: z.string(), kind: z.enum(['named', 'group']), from })),
  legalBases: z.array(
    z.object({
      kind: z.string(),
      number: z.string().nullable(),
      date: day.nullable(),
      issuer: z.string().nullable(),
      about: z.string().nullable(),
      from,
    }),
  ),
  groups: z.array(
    z.object({
      recipients: z.array(z.string()),
      sameAs: z.int().optional(),
      parts: z.array(part),
    }),
  ),
  leads: z.array(z.object({ field: z.string(), lead: z.string(), partners: z.array(z.string()), from })),
  windows: z.array(
    z.object({
      from: day.nullable(),
      to: day.nullable(),
      cumulativeFrom: day.optional(),
      about: z.string().nullable(),
      words: from,
    }),
  ),
  deadlines: z.array(
    z.object({
      text: z.string(),
      at: instant.nullable(),
      inclusive: z.boolean(),
      timeOfDay: z.string().nullable(),
      rule: ruleWire.nullable(),
      scope: z.array(z.string()),
      about: z.string().nullable(),
      channel: z.string().nullable(),
      from,
    }),
  ),
  receiver: z.object({
    value: z.string().nullable(),
    onBehalfOf: z.string().nullable(),
    from: from.nullable(),
  }),
  signer: z.object({
    authority: z.string().nullable(),
    onBehalfOf: z.string().nullable(),
    position: z.string().nullable(),
    name: z.string().nullable(),
    from: from.nullable(),
  }),
  copies: z.array(z.string()),
  warnings: z.array(z.string()),
});
