import { expect, test } from 'vitest';
import { addDays } from '../../../src/core/kernel/instant.ts';
import { nameOf, outdated } from '../../../src/server/backup/rotate.ts';

const nights = (count: number): string[] =>
  Array.from({ length: count }, (_, i) => nameOf({ day: addDays('2025-01-01', i), time: '01:30' }));

test('the newest stay, and the last of each of twelve months', () => {
  const names = nights(500);
  const gone = new Set(outdated(names, 14));
  const kept = names.filter((name) => !gone.has(name));
  expect(kept.slice(-14)).toEqual(names.slice(-14));
  expect(kept.slice(0, -14)).toEqual(
    ['2025-06-30', '2025-07-31', '2025-08-31', '2025-09-30', '2025-10-31', '2025-11-30', '2025-12-31']
      .concat(['2026-01-31', '2026-02-28', '2026-03-31', '2026-04-30'])
      .map((day) => nameOf({ day, time: '01:30' })),
  );
});

test('files of other names are not touched, halves and hand-made ones included', () => {
  const others = [
    'cao-loc.cchc',
    'cchc-2020-01-01-0130.cchc.half',
    'ghi-chu.txt',
    '../cchc-2020-01-01-0130.cchc',
  ];
  expect(outdated([...others, ...nights(40)], 1).filter((name) => others.includes(name))).toEqual([]);
});

test('nothing goes while there are not more than are kept', () => {
  expect(outdated(nights(14), 14)).toEqual([]);
  expect(outdated([], 1)).toEqual([]);
});
