import { z } from 'zod';
import { isDay } from '../kernel/instant.ts';
import { ROLES } from './roles.ts';

const day = z.string().refine(isDay, 'không phải ngày có thật (YYYY-MM-DD)');
const line = (max: number) => z.string().trim().min(1).max(max);
const optionalLine = (max: number) => z.string().trim().max(max);
const version = z.int().min(1);

export const idParams = z.object({ id: z.uuid() });
export const unitsQuery = z.object({ at: day.optional(), q: z.string().max(200).optional() });
export const peopleQuery = z.object({
  q: z.string().max(200).optional(),
  unitId: z.uuid().optional(),
  limit: z.coerce.number().int().min(1).max(1000).optional(),
});

const unitFields = {
  kind: z.enum(['ministry', 'province', 'district', 'commune', 'department']),
  code: line(20).nullable(),
  name: line(300),
  letterhead: line(300),
  place: line(100),
  symbol: optionalLine(40),
  signerPosition: optionalLine(200),
  preparerMaySign: z.boolean(),
  registrySubmits: z.boolean(),
  validFrom: day,
  validTo: day.nullable(),
};
export const openUnitBody = z.strictObject({
  ...unitFields,
  parentId: z.uuid().nullable(),
  code: unitFields.code.default(null),
  symbol: unitFields.symbol.default(''),
  signerPosition: unitFields.signerPosition.default(''),
  preparerMaySign: unitFields.preparerMaySign.default(false),
  registrySubmits: unitFields.registrySubmits.default(false),
  validTo: unitFields.validTo.default(null),
});
export const changeUnitBody = z.strictObject({ ...z.object(unitFields).partial().shape, version });

const email = z.string().trim().max(254).nullable();
export const enrolPersonBody = z.strictObject({
  login: z.string().trim().toLowerCase().max(40),
  name: line(200),
  email: email.default(null),
});
export const changePersonBody = z.strictObject({
  name: line(200).optional(),
  email: email.optional(),
  active: z.boolean().optional(),
  version,
});

export const givePostBody = z.strictObject({
  unitId: z.uuid(),
  role: z.enum(ROLES),
  title: optionalLine(200).default(''),
  validFrom: day,
  validTo: day.nullable().default(null),
});
export const changePostBody = z.strictObject({
  title: optionalLine(200).optional(),
  validTo: day.nullable().optional(),
});

export const standInBody = z.strictObject({
  personId: z.uuid(),
  forPersonId: z.uuid(),
  fromDay: day,
  toDay: day,
  documentNumber: line(60),
  documentDay: day,
});

const year = z.coerce.number().int().min(2000).max(2200);
export const calendarQuery = z.object({ year: year.optional() });
export const calendarBody = z.strictObject({
  year: z.int().min(2000).max(2200),
  version: z.string().max(100),
  days: z
    .array(
      z.strictObject({
        day,
        kind: z.enum(['holiday', 'worked-weekend']),
        name: optionalLine(200).default(''),
      }),
    )
    .max(366),
});

export const clockBody = z.strictObject({ nowMs: z.int().min(0).max(8_640_000_000_000_000) });

export const bodyBody = z.strictObject({ superior: line(300).nullable(), body: line(300) });
