import { z } from 'zod';
import { isAmount } from '../kernel/amount.ts';
import type { Edit } from './edit.ts';
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
  aggregation: z.enum(['sum', 'ratio-of-sums', 'latest', 'max', 'count-of-ones', 'list', 'none']).optional(),
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
    evidence: z.array(text).min(1).max(30).optional(),
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

const set = <T extends z.ZodType>(value: T) => value.nullable().optional();
const flag = set(z.boolean());
const shift = z.enum(['up', 'down']);
const name = z.string().trim().min(1).max(500);
const place = z.string().min(1).max(120);

const sectionSet = z.strictObject({
  number: set(z.string().trim().min(1).max(20)),
  title: name.optional(),
  guidance: set(text),
  words: flag,
  optional: flag,
  scope: scope.optional(),
  area: set(name),
  forWhom: set(
    z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('all') }),
      z.strictObject({ kind: z.enum(['lead', 'partner']), area: name }),
      z.strictObject({ kind: z.literal('any-lead') }),
    ]),
  ),
  notApplicable: set(text),
  evidence: set(z.array(name).max(30)),
});

const rowSet = z.strictObject({
  title: name.optional(),
  unit: set(name),
  indicator: set(name),
  aggregation: set(z.enum(['sum', 'ratio-of-sums', 'latest', 'max', 'count-of-ones', 'list', 'none'])),
  stock: flag,
  estimate: flag,
  max: set(amount),
  formula: set(z.string().max(LONGEST_RULE)),
});

const columnKind = z.enum(['figure', 'text', 'choice', 'given']);
const columnSet = z.strictObject({
  title: name.optional(),
  number: set(z.string().trim().min(1).max(20)),
  group: set(name),
  kind: columnKind.optional(),
  choices: set(z.array(name).max(50)),
  indicator: set(name),
  stock: flag,
  optional: flag,
  wide: flag,
  min: set(amount),
  max: set(amount),
  formula: set(z.string().max(LONGEST_RULE)),
});

const checkSet = z.strictObject({
  severity: z.enum(['must', 'reason', 'look']),
  title: text.nullable(),
  text: z.string().max(LONGEST_RULE),
});

const kinds = z.array(z.enum(['ministry', 'province', 'district', 'commune', 'department'])).min(1);
const inOutline = { outline: place, section: place };
const inForm = { form: place };

const edit = z.discriminatedUnion('do', [
  z.strictObject({ do: z.literal('template-rename'), title: name }),
  z.strictObject({ do: z.literal('outline-copy'), from: place, title: name, kinds }),
  z.strictObject({ do: z.literal('outline-change'), outline: place, title: name, kinds }),
  z.strictObject({ do: z.literal('outline-remove'), outline: place }),
  z.strictObject({ do: z.literal('section-add'), outline: place, parent: place.nullable(), title: name }),
  z.strictObject({ do: z.literal('section-change'), ...inOutline, set: sectionSet }),
  z.strictObject({ do: z.literal('section-move'), ...inOutline, to: z.enum(['up', 'down', 'in', 'out']) }),
  z.strictObject({ do: z.literal('section-remove'), ...inOutline }),
  z.strictObject({
    do: z.literal('form-add'),
    ...inOutline,
    title: name,
    rows: z.enum(['fixed', 'tasks', 'low-marks', 'led-criteria']),
  }),
  z.strictObject({ do: z.literal('form-place'), ...inOutline, ...inForm }),
  z.strictObject({
    do: z.literal('form-change'),
    ...inForm,
    set: z.strictObject({ title: name.optional(), unit: set(name), totalRow: flag }),
  }),
  z.strictObject({ do: z.literal('form-remove'), ...inOutline, ...inForm }),
  z.strictObject({ do: z.literal('row-add'), ...inForm, set: rowSet.extend({ title: name }) }),
  z.strictObject({ do: z.literal('row-change'), ...inForm, row: place, set: rowSet, anew: z.boolean() }),
  z.strictObject({ do: z.literal('row-move'), ...inForm, row: place, to: shift }),
  z.strictObject({ do: z.literal('row-remove'), ...inForm, row: place }),
  z.strictObject({
    do: z.literal('column-add'),
    ...inForm,
    set: columnSet.extend({ title: name, kind: columnKind }),
  }),
  z.strictObject({
    do: z.literal('column-change'),
    ...inForm,
    column: place,
    set: columnSet,
    anew: z.boolean(),
  }),
  z.strictObject({ do: z.literal('column-move'), ...inForm, column: place, to: shift }),
  z.strictObject({ do: z.literal('column-remove'), ...inForm, column: place }),
  z.strictObject({ do: z.literal('check-add'), ...inForm, set: checkSet }),
  z.strictObject({ do: z.literal('check-change'), ...inForm, check: place, set: checkSet }),
  z.strictObject({ do: z.literal('check-remove'), ...inForm, check: place }),
]) satisfies z.ZodType<Edit>;

const version = z.int().min(1);
export const templateParams = z.object({ templateId: id });
export const versionParams = z.object({ templateId: id, version: z.coerce.number().int().min(1) });
/** Version of the draft that the dry run has shown; 0 where there was none. */
export const importParams = z.object({ draftVersion: z.coerce.number().int().min(0) });
export const beginDraftWire = z.strictObject({ from: version });
export const newTemplateWire = z.strictObject({
  from: z.strictObject({ id, version }),
  title: name,
});
export const editDraftWire = z.strictObject({ version, edit });
export const draftVersionWire = z.strictObject({ version });
