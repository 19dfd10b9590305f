import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { type Carried, carriedText, parseCarried, takeCarried } from '../../../src/core/report/carry.ts';

const here = { campaignId: 'c', unitId: 'u', template: { id: 't', version: 2 } };
const content: Carried = {
  ...{ kind: 'cchc.carry', version: 1, ...here, unit: 'Xã A', title: 'Quý I', by: 'Lan', at: 1 },
  changes: [
    { what: 'cell', form: 'f', row: 'r', column: '4', cell: { kind: 'amount', amount: '7' }, base: 3 },
    { what: 'words', section: 's', kind: 'nil', doc: null, base: 0 },
  ],
};
const sum = (c: Carried): string => createHash('sha256').update(carriedText(c)).digest('hex');
const written = (c: Carried): string => JSON.stringify({ content: c, sha256: sum(c) });
const take = (text: string, at = here) => {
  const file = parseCarried(text);
  return takeCarried(file, file && sum(file.content), at);
};
const refusal = (text: string, at = here): string | undefined => {
  const taken = take(text, at);
  return taken.ok ? undefined : taken.refusal.code;
};

it('unsent work comes back as it was written, in whatever order the keys of the file stand', () => {
  expect(take(written(content))).toEqual({ ok: true, facts: content.changes });
  const turned = JSON.stringify({
    sha256: sum(content),
    content: Object.fromEntries(Object.entries(content).reverse()),
  });
  expect(take(turned)).toEqual({ ok: true, facts: content.changes });
});

it('is refused when it was changed, is something else, or belongs to another unit, request or template version', () => {
  expect(refusal(written(content).replace('"7"', '"8"'))).toBe('carry.damaged');
  expect([refusal('{}'), refusal('không phải'), refusal('{"content":{"kind":"x"}}')]).toEqual(
    Array(3).fill('carry.notOurs'),
  );
  const odd = {
    ...content,
    changes: [
      { what: 'cell', form: 'f', row: 'r', column: '4', cell: { kind: 'amount', amount: 'x' }, base: 0 },
    ],
  };
  expect(refusal(written(odd as never))).toBe('carry.damaged');
  expect(refusal(written({ ...content, changes: [{ what: 'cell' }] } as never))).toBe('carry.damaged');
  expect(refusal(written(content), { ...here, unitId: 'v' })).toBe('carry.otherUnit');
  expect(refusal(written(content), { ...here, campaignId: 'd' })).toBe('carry.otherRequest');
  expect(refusal(written(content), { ...here, template: { id: 't', version: 3 } })).toBe(
    'carry.otherTemplate',
  );
});
