import { expect, it } from 'vitest';
import { instantAt } from '../../../src/core/kernel/instant.ts';
import { createForecast } from '../../../src/core/report/forecast.ts';

const calendar = { holidays: new Set<string>(), workedWeekends: new Set<string>() };
// Monday 05/02/2024 to Friday 01/03/2024 00:00: nineteen working days.
const issued = instantAt('2024-02-05');
const due = instantAt('2024-03-01');
const report = {
  state: 'drafting' as const,
  firstSubmittedAt: null,
  share: 0,
  lastActivity: null,
  passedAt: null,
  due,
};
const at = (day: string, more: object = {}, off = calendar) =>
  createForecast(off, issued, instantAt(day))({ ...report, ...more });

it('says nothing before a third of the working time has passed', () => {
  expect(at('2024-02-07', { lastActivity: instantAt('2024-02-06') })).toEqual([]);
});

it('says behind when filled 25 points less than the working time that has passed, weekends not counted', () => {
  const lastActivity = instantAt('2024-02-16', 20);
  // Saturday and Monday morning: the same ten of nineteen days have passed.
  const saturday = at('2024-02-17', { share: 0.1, lastActivity });
  expect(saturday).toEqual([{ kind: 'behind', filled: 0.1, passed: 10 / 19 }]);
  expect(at('2024-02-19', { share: 0.1, lastActivity })).toEqual(saturday);
  expect(at('2024-02-19', { share: 10 / 19 - 0.24, lastActivity })).toEqual([]);
});

it('a holiday is no working time', () => {
  const holidays = new Set(['2024-02-12', '2024-02-13', '2024-02-14']);
  const lastActivity = instantAt('2024-02-17');
  expect(at('2024-02-17', { share: 0.2, lastActivity }, { ...calendar, holidays })).toEqual([]);
  expect(at('2024-02-17', { share: 0.2, lastActivity })).toHaveLength(1);
});

it('says idle after three working days, waiting after two with the signer, nothing once sent or late', () => {
  const lastActivity = instantAt('2024-02-16');
  expect(at('2024-02-21', { share: 0.9, lastActivity })).toEqual([{ kind: 'idle', days: 3 }]);
  expect(at('2024-02-20', { share: 0.9, lastActivity })).toEqual([]);
  const passed = { state: 'awaiting-signature', share: 1, passedAt: instantAt('2024-02-16') };
  expect(at('2024-02-20', passed)).toEqual([{ kind: 'waiting', days: 2 }]);
  expect(at('2024-02-19', passed)).toEqual([]);
  expect(at('2024-02-29', { firstSubmittedAt: instantAt('2024-02-28') })).toEqual([]);
  expect(at('2024-03-01')).toEqual([]);
});
