import { z } from 'zod';
import { isAmount } from '../kernel/amount.ts';
import { isDay } from '../kernel/instant.ts';
import { REMEDIES } from './remediate.ts';

const setId = z.string().min(1).max(120);

export const setParams = z.object({ setId });
export const setQuery = z.object({ version: z.coerce.number().int().min(1).optional() });
/** The set itself is read by the room's own reader, which names every place that is wrong. */
export const keepSetWire = z.strictObject({ set: z.unknown(), reason: z.string().max(2000).default('') });

const amount = z.string().refine(isAmount, 'a number such as 7.5');
const day = z.string().refine(isDay, 'a day that exists');
const code = z.string().min(1).max(60);

export const roundParams = z.object({ roundId: z.uuid() });
export const subjectParams = z.object({ roundId: z.uuid(), unitId: z.uuid() });
export const openRoundWire = z.strictObject({
  setId: z.string().min(1).max(120),
  title: z.string().trim().min(5).max(300),
  blind: z.boolean().default(false),
});

const mark = z.strictObject({
  criterion: code,
  /** As a person gives it: '37/40', '92,5%', 'kịp thời', {"count": 2}; null: none. Read by the room's own reader. */
  answer: z.unknown().nullable().default(null),
  points: amount.nullable().default(null),
  agreed: z.boolean().default(false),
  words: z.string().max(4000).default(''),
  version: z.int().min(0),
});
export type MarkWire = z.infer<typeof mark>;
export const marksWire = z.strictObject({ marks: z.array(mark).min(1).max(500) });
export const lockWire = z.strictObject({ version: z.int().min(1) });
export const surveyWire = z.strictObject({
  source: z.string().max(500).default(''),
  results: z
    .array(z.strictObject({ unitId: z.uuid(), criterion: code, answer: z.unknown() }))
    .max(60_000)
    .default([]),
  /** Figures that the office knows: the year before, days late by the system. */
  figures: z
    .array(
      z.strictObject({ unitId: z.uuid(), criterion: code, field: z.string().min(1).max(100), value: amount }),
    )
    .max(60_000)
    .default([]),
  /** Numbers of the whole round. */
  context: z.record(z.string().min(1).max(100), amount).default({}),
});
export const versionWire = z.strictObject({ setVersion: z.int().min(1) });
export const versionQuery = z.object({ to: z.coerce.number().int().min(1) });
export const contextWire = z.strictObject({ values: z.record(z.string().min(1).max(100), amount) });
export const publishWire = z.strictObject({ number: z.string().trim().min(1).max(80), day });
export const effortWire = z.strictObject({
  criterion: code,
  effort: z.enum(['low', 'middle', 'high']).nullable(),
});
export const citeWire = z.strictObject({
  criterion: code,
  evidenceId: z.uuid(),
  pages: z.string().max(60).default(''),
});
export const unciteWire = z.strictObject({ criterion: code, evidenceId: z.uuid() });

export const remedyParams = z.object({
  unitId: z.uuid(),
  year: z.coerce.number().int().min(2000).max(2200),
  criterion: code,
});
export const remedyWire = z.strictObject({
  version: z.int().min(0),
  owner: z.string().max(200),
  due: day.nullable(),
  cause: z.string().max(4000),
  measure: z.string().max(4000),
  result: z.string().max(4000),
  evidence: z.string().max(1000),
  status: z.enum(REMEDIES),
});
export const yearQuery = z.object({ year: z.coerce.number().int().min(2000).max(2200).optional() });
/** What of the list is taken along, as it stands narrowed on the screen. */
export const remedyFilterWire = yearQuery.extend({
  unit: z.uuid().optional(),
  status: z.enum(REMEDIES).optional(),
});
export const thresholdWire = z.strictObject({ year: z.int().min(2000).max(2200), share: amount });
const publishedUnit = { unitId: z.uuid(), unitName: z.string().max(300).optional() };
export const publishedWire = z.strictObject({
  year: z.int().min(2000).max(2200),
  document: z.string().trim().min(5).max(300),
  hasSurvey: z.boolean(),
  marks: z
    .array(
      z.strictObject({
        ...publishedUnit,
        criterion: code,
        name: z.string().min(1).max(2000),
        points: amount,
        max: amount,
      }),
    )
    .max(20_000),
  totals: z
    .array(z.strictObject({ ...publishedUnit, percent: amount, rank: z.int().min(1).nullable() }))
    .max(5000),
});
