import { z } from 'zod';
import { isAmount } from '../../core/kernel/amount.ts';
import { isDay } from '../../core/kernel/instant.ts';
import type { CriteriaSet } from '../../core/scoring/criteria.ts';
import type { Template } from '../../core/template/template.ts';

/** The files of a pack: data that an office replaces with its own. 'note' is for its readers. */
const note = z.string().optional();
const text = z.string().trim().min(1).max(4000);
const day = z.string().refine(isDay, 'a day that exists, such as 2024-02-29');
const key = z.string().regex(/^[a-z0-9-]{1,60}$/);
const points = z.string().refine(isAmount, 'points in canonical form, such as 7.5');

export const unitsFile = z.strictObject({
  note,
  idNamespace: z.uuid(),
  units: z
    .array(
      z.strictObject({
        key,
        id: z.uuid(),
        parentId: z.uuid().nullable(),
        kind: z.enum(['ministry', 'province', 'district', 'commune', 'department']),
        code: text.nullable(),
        name: text,
        letterhead: text,
        place: text,
        symbol: text,
        signerPosition: z.string(),
        preparerMaySign: z.boolean().default(false),
        registrySubmits: z.boolean().default(false),
        validFrom: day,
        validTo: day.nullable(),
      }),
    )
    .min(1),
  successors: z.array(z.strictObject({ unitId: z.uuid(), successorId: z.uuid() })),
});

/** The sets themselves are read by the index room's own reader, which says what is wrong in its own words. */
export const criteriaFile = z.strictObject({ note, sets: z.array(z.unknown()).min(1) });

export const marksFile = z.strictObject({
  note,
  year: z.int(),
  criteriaSet: text,
  document: text,
  /** By key of the unit, then by id of the criterion. */
  units: z.record(key, z.record(z.string(), points)),
});

export const tasksFile = z.strictObject({
  note,
  authorityUnitId: z.uuid(),
  document: text,
  givenOn: day,
  tasks: z.array(
    z.strictObject({
      key,
      id: z.uuid(),
      content: text,
      due: day.nullable(),
      units: z.union([z.literal('communes'), z.array(z.uuid()).min(1)]),
    }),
  ),
});

export const calendarFile = z.strictObject({
  note,
  days: z.array(z.strictObject({ day, kind: z.enum(['holiday', 'worked-weekend']), name: z.string() })),
});

export const peopleFile = z.strictObject({
  note,
  people: z.array(
    z.strictObject({
      login: z.string().regex(/^[a-z0-9.-]{1,60}$/),
      id: z.uuid(),
      name: text,
      posts: z
        .array(
          z.strictObject({
            id: z.uuid(),
            unitId: z.uuid(),
            role: z.enum(['preparer', 'signer', 'registry', 'receiver', 'overseer', 'administrator']),
            title: z.string(),
            validFrom: day,
            validTo: day.nullable().default(null),
          }),
        )
        .min(1),
    }),
  ),
});

export type PackUnit = z.infer<typeof unitsFile>['units'][number];

export type Pack = {
  readonly name: string;
  readonly template: Template;
  readonly units: z.infer<typeof unitsFile>;
  readonly criteria: { readonly sets: readonly CriteriaSet[] };
  readonly marks: z.infer<typeof marksFile>;
  readonly tasks: z.infer<typeof tasksFile>;
  readonly calendar: z.infer<typeof calendarFile>;
  readonly people: z.infer<typeof peopleFile>;
};
