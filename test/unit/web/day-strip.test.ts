import { expect, test } from 'vitest';
import { type DayCell, dayCells } from '../../../src/web/kit/day-strip.ts';
import { isUrgent, passed } from '../../../src/web/kit/time-left.ts';

const WINDOW = { from: '2023-12-01', to: '2024-02-28' };
const DUE = '2024-02-29';

const drawn = (cells: readonly DayCell[]): string[] =>
  cells.map((cell) => {
    if (cell.kind === 'start') return `from ${cell.day}`;
    if (cell.kind === 'gap') return '···';
    const marks = [
      cell.window && 'win',
      cell.cutoff && 'cut',
      cell.due && 'due',
      cell.over && 'over',
      cell.today && 'today',
    ];
    return [cell.day.slice(5), ...marks.filter(Boolean)].join(' ');
  });

test('29/02/2024 is drawn inside the deadline and outside the window', () => {
  expect(drawn(dayCells(WINDOW, DUE, '2024-02-29'))).toEqual([
    'from 2023-12-01',
    '02-26 win',
    '02-27 win',
    '02-28 win cut',
    '02-29 due today',
    '03-01 over',
  ]);
});

test('a day before the cut-off keeps its place in the scale, with a gap where days are left out', () => {
  expect(drawn(dayCells(WINDOW, DUE, '2024-02-15'))).toEqual([
    'from 2023-12-01',
    '02-15 win today',
    '···',
    '02-26 win',
    '02-27 win',
    '02-28 win cut',
    '02-29 due',
    '03-01 over',
  ]);
});

test('after the deadline today takes the place of the first late day', () => {
  expect(drawn(dayCells(WINDOW, DUE, '2024-03-01')).slice(1)).toEqual([
    '02-28 win cut',
    '02-29 due',
    '03-01 over today',
  ]);
  expect(drawn(dayCells(WINDOW, DUE, '2024-03-06')).slice(1)).toEqual([
    '02-28 win cut',
    '02-29 due',
    '···',
    '03-06 over today',
  ]);
});

test('cut-off and deadline on one day share a cell, as in 2025', () => {
  const cells = dayCells({ from: '2024-12-01', to: '2025-02-28' }, '2025-02-28', '2025-02-28');
  expect(drawn(cells)).toContain('02-28 win cut due today');
  expect(drawn(cells).at(-1)).toBe('03-01 over');
});

test('a window of one day draws no day outside itself', () => {
  const cells = dayCells({ from: '2024-02-28', to: '2024-02-28' }, DUE, '2024-02-28');
  expect(drawn(cells)).toEqual(['02-28 win cut today', '02-29 due', '03-01 over']);
});

test('a phone keeps four cells that matter', () => {
  const kept = dayCells(WINDOW, DUE, '2024-02-29').filter((c) => c.kind === 'day' && !c.wideOnly);
  expect(drawn(kept)).toEqual(['02-27 win', '02-28 win cut', '02-29 due today', '03-01 over']);
});

const MINUTE = 60_000;

test('a countdown is spoken when it passes two hours, thirty minutes, five minutes and zero', () => {
  expect(passed(121 * MINUTE, 120 * MINUTE)).toBe(120 * MINUTE);
  expect(passed(120 * MINUTE, 119 * MINUTE)).toBeUndefined();
  expect(passed(31 * MINUTE, 29 * MINUTE)).toBe(30 * MINUTE);
  expect(passed(1000, 0)).toBe(0);
});

test('a computer that slept through several moments speaks the last of them only', () => {
  expect(passed(180 * MINUTE, 4 * MINUTE)).toBe(5 * MINUTE);
  expect(passed(180 * MINUTE, -MINUTE)).toBe(0);
});

test('red begins under two hours', () => {
  expect(isUrgent(120 * MINUTE)).toBe(false);
  expect(isUrgent(120 * MINUTE - 1)).toBe(true);
});
