import { z } from 'zod';
import { isAmount } from '../kernel/amount.ts';
import { LONGEST_RULE } from './ruleTokens.ts';
import type { Section, Template } from './template.ts';

/** Ids become keys of cells and parts of addresses: letters, digits, '.', '-' and '_' only. */
const id = z.string().regex(/^[\p{L}\p{N}][\p{L}\p{N}._-]{0,99}$/u);
const text = z.string().trim().min(1).max(2000);
const amount = z.string().refine(isAmount, 'an amount in canonical form, such as 1234.5');

const scope = z.enum(['commune', 'agency', 'area']);
const ref = z.strictObject({ row: z.string().min(1), column: id });
const refs = z.array(ref).min(1);

const formula = z.union([
  z.strictObject({ sum: refs }),
  z.strictObject({ percent: z.strictObject({ of: refs, by: refs }) }),
]);

const checkAbout = {
  // Ids of rules are read by people in lists of findings: '3=7+11'.
  id: z.string().regex(/^[^\s:/]{1,60}$/),
  severity: z.enum(['must', 'reason', 'look']),
  title: text.optional(),
  rows: z.array(id).optional(),
};
const check = z.union([
  z.strictObject({ ...checkAbout, left: refs, op: z.enum(['=', '<=', '>=']), right: refs }),
  z.strictObject({ ...checkAbout, rule: z.string().trim().min(1).max(LONGEST_RULE) }),
]);

const column = z.strictObject({
  id,
  title: text,
  number: text.optional(),
  group: text.optional(),
  kind: z.enum(['figure', 'text', 'choice', 'given']),
  choices: z.array(text).optional(),
  formula: formula.optional(),
  indicator: text.optional(),
  stock: z.boolean().optional(),
  optional: z.boolean().optional(),
  min: amount.optional(),
  max: amount.optional(),
  wide: z.boolean().optional(),
});

const row = z.strictObject({
  id,
  title: text,
  unit: text.optional(),
  indicator: text.optional(),
  formula: formula.optional(),
  aggregation: z.enum(['sum', 'ratio-of-sums', 'max', 'count-of-ones', 'list', 'none']).optional(),
  stock: z.boolean().optional(),
  estimate: z.boolean().optional(),
  given: z.record(z.string(), z.string()).optional(),
  max: amount.optional(),
});

const form = z.strictObject({
  id,
  title: text,
  unit: text.optional(),
  scope,
  rows: z.union([
    z.array(row).min(1),
    z.strictObject({ from: z.enum(['tasks', 'low-marks', 'led-criteria']) }),
  ]),
  columns: z.array(column).min(1),
  totalRow: z.boolean().optional(),
  checks: z.array(check),
});

const section: z.ZodType<Section> = z.lazy(() =>
  z.strictObject({
    id,
    number: text,
    title: text,
    guidance: text.optional(),
    words: z.boolean().optional(),
    optional: z.boolean().optional(),
    forms: z.array(id).optional(),
    scope,
    area: text.optional(),
    forLeadOf: text.optional(),
    forPartnerOf: text.optional(),
    forAnyLead: z.boolean().optional(),
    notApplicable: text.optional(),
    children: z.array(section).optional(),
  }),
);

/** The shape of a template; whether its parts fit together is validate.ts's question. */
export const templateWire: z.ZodType<Template> = z.strictObject({
  id,
  version: z.number().int().min(1),
  title: text,
  outlines: z
    .array(
      z.strictObject({
        id,
        title: text,
        kinds: z.array(z.enum(['ministry', 'province', 'district', 'commune', 'department'])).min(1),
        sections: z.array(section).min(1),
      }),
    )
    .min(1),
  forms: z.array(form),
});
